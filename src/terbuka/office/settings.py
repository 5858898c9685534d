"""Settings of the office. Everything that differs between offices is an environment variable here.

The variables and their defaults are listed in ``docs/office.md``.
"""

from datetime import timedelta
from pathlib import Path
from typing import Any

import environ
from django.utils.translation import gettext_lazy as _

from terbuka.office.keys import kept_secret, new_field_key, new_secret_key, private_directory

env = environ.Env()
MEBIBYTE = 1024 * 1024

# --- The office itself ------------------------------------------------------------------------------

HOME = private_directory(Path(env.str("TERBUKA_HOME", default="var")).resolve())
PACKAGE = Path(__file__).resolve().parents[1]
DEMO_MARK = HOME / "demo"
# Sample data are marked as such, whoever starts the office that holds them.
DEMO = env.bool("TERBUKA_DEMO", default=DEMO_MARK.exists())
OFFICE_NAME = env.str("TERBUKA_OFFICE_NAME", default="Kantor Informasi Publik")
# How the public reaches the information desk; the portal shows what is not empty.
OFFICE_ADDRESS = env.str("TERBUKA_OFFICE_ADDRESS", default="")
OFFICE_HOURS = env.str("TERBUKA_OFFICE_HOURS", default="")
OFFICE_PHONE = env.str("TERBUKA_OFFICE_PHONE", default="")
OFFICE_EMAIL = env.str("TERBUKA_OFFICE_EMAIL", default="")

DEBUG = env.bool("TERBUKA_DEBUG", default=False)
SECRET_KEY = env.str("TERBUKA_SECRET_KEY", default="") or kept_secret(
    HOME / "secrets", "secret-key", new_secret_key
)
SECRET_KEY_FALLBACKS: list[str] = env.list("TERBUKA_OLD_SECRET_KEYS", default=[])
# The first key encrypts, all of them decrypt (office.crypto).
FIELD_KEYS: list[str] = env.list("TERBUKA_FIELD_KEYS", default=[]) or [
    kept_secret(HOME / "secrets", "field-key", new_field_key)
]
ALLOWED_HOSTS: list[str] = env.list("TERBUKA_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("TERBUKA_ORIGINS", default=[])
# How many proxies of our own stand in front: the address of the visitor is read that far from the right.
PROXIES = env.int("TERBUKA_PROXIES", default=0)

INSTALLED_APPS = [
    "terbuka.office",
    "terbuka.organisation",
    "terbuka.journal",
    "terbuka.disclosure",
    "terbuka.register",
    "terbuka.portal",
    "django.forms",  # its widget templates; ours come first
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "terbuka.office.middleware.RequestLog",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "terbuka.office.middleware.SecurityHeaders",
    "terbuka.office.middleware.PathLanguage",
    "terbuka.office.middleware.UploadLimit",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "terbuka.organisation.middleware.SecondFactor",
    "terbuka.office.middleware.ClearErrors",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "terbuka.office.urls"
WSGI_APPLICATION = "terbuka.office.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "terbuka.office.context.office",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "terbuka.office.templatetags.ui",
            ],
        },
    }
]
FORM_RENDERER = "terbuka.office.forms.OfficeRenderer"

# --- Rows -------------------------------------------------------------------------------------------

DATABASES: dict[str, dict[str, Any]] = {
    "default": env.db_url("DATABASE_URL", default=f"sqlite:///{HOME / 'office.sqlite3'}")
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        # A transaction takes the write lock when it begins: two that both read first and then write
        # would otherwise fail each other with "database is locked" whatever the timeout.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# --- Files ------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "terbuka.office.storage.PrivateStorage"},
    "public": {"BACKEND": "terbuka.office.storage.PublicStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
PRIVATE_FILES = HOME / "private"
PUBLIC_FILES = HOME / "public"

# An upload is a foreign file: beyond a few megabytes it goes to a private directory, never to memory.
FILE_UPLOAD_TEMP_DIR = private_directory(HOME / "uploads")
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * MEBIBYTE
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * MEBIBYTE
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 50
MAX_REQUEST_SIZE = env.int("TERBUKA_MAX_UPLOAD_MB", default=600) * MEBIBYTE

# --- Language, dates, numbers -----------------------------------------------------------------------

LANGUAGE_CODE = "id"
LANGUAGES = [("id", _("Bahasa Indonesia")), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
FORMAT_MODULE_PATH = ["terbuka.office.formats"]
USE_I18N = True
USE_TZ = True
# Separators only where a template asks (filter ``number``): else every key in an attribute gets a dot.
USE_THOUSAND_SEPARATOR = False
TIME_ZONE = env.str("TERBUKA_TIME_ZONE", default="Asia/Makassar")

# --- Accounts ---------------------------------------------------------------------------------------

AUTH_USER_MODEL = "organisation.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "terbuka.organisation.accounts.Backend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "email")},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = int(timedelta(days=3).total_seconds())
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "office:home"
LOGOUT_REDIRECT_URL = "account_login"

REQUIRE_MFA = env.bool("TERBUKA_REQUIRE_MFA", default=not DEMO)
ACCOUNT_ADAPTER = "terbuka.organisation.accounts.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_LOGOUT_REDIRECT_URL = LOGOUT_REDIRECT_URL
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = f"[{OFFICE_NAME}] "
ACCOUNT_USER_DISPLAY = "terbuka.organisation.accounts.display_name"
ACCOUNT_FORMS = {
    "login": "terbuka.organisation.accounts.LoginForm",
    "reset_password": "terbuka.organisation.forms.ForgottenPasswordForm",
}
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nobody signs up, and strangers get no letters from an office
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES
MFA_ADAPTER = "terbuka.organisation.accounts.MfaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = OFFICE_NAME
MFA_TOTP_TOLERANCE = 1

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "account/locked.html"
AXES_CLIENT_IP_CALLABLE = "terbuka.office.network.client_address"
AXES_USERNAME_CALLABLE = "terbuka.organisation.accounts.attempted"
AXES_SENSITIVE_PARAMETERS = ["login", "username", "email", "ip_address"]
AXES_DISABLE_ACCESS_LOG = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_VERBOSE = False

SESSION_COOKIE_AGE = int(timedelta(hours=10).total_seconds())  # one working day
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "terbuka.office.views.csrf_failure"

# --- The wire ---------------------------------------------------------------------------------------

HTTPS = env.bool("TERBUKA_HTTPS", default=False)
if HTTPS:
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = env.int("TERBUKA_HSTS_SECONDS", default=0)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = False
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrf"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SILENCED_SYSTEM_CHECKS = [
    "security.W002",  # framing is refused by the Content-Security-Policy (frame-ancestors)
]

if "EMAIL_URL" in env.ENVIRON:
    vars().update(env.email_url("EMAIL_URL"))
else:
    # Without a mail server nothing is lost and nothing leaves: letters wait in a private directory.
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = private_directory(HOME / "mail")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("TERBUKA_FROM_EMAIL", default="ppid@localhost")

# --- Logs: who did what is in the journal; logs are for whoever keeps the machine running -----------

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"nothing_personal": {"()": "terbuka.office.logs.NothingPersonal"}},
    "formatters": {"line": {"()": "terbuka.office.logs.LineFormatter"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "filters": ["nothing_personal"],
            "formatter": "line",
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
        # One line per request comes from middleware.RequestLog; this logger would add the path.
        "django.request": {"level": "ERROR"},
        # Writes names and addresses of whoever fails to log in; the journal has what is needed.
        "axes": {"level": "CRITICAL"},
        "terbuka": {"level": "INFO"},
    },
}
