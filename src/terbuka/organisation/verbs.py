"""What can be done to units, people and accounts."""

from django.utils.translation import gettext_noop as _

from terbuka.journal.verbs import verb
from terbuka.organisation.roles import Role


def _role(code: str) -> str:
    return str(Role(code).label) if code in Role.values else code


UNIT_OPENED = verb("unit.opened", _("membuka unit %(code)s"), "code")
UNIT_CHANGED = verb("unit.changed", _("mengubah nama atau jenis unit %(code)s"), "code")
UNIT_MOVED = verb("unit.moved", _("memindahkan unit %(code)s ke bawah %(parent)s"), "code", "parent")
UNIT_ENDED = verb("unit.ended", _("mengakhiri unit %(code)s per %(on)s"), "code", "on")
UNIT_SUCCEEDED = verb(
    "unit.succeeded",
    _("mengganti unit %(code)s dengan %(successor)s sejak %(on)s"),
    "code",
    "successor",
    "on",
)
PERSON_ADDED = verb("person.added", _("menambahkan orang nomor %(person)s"), "person")
PERSON_CHANGED = verb("person.changed", _("mengubah data orang nomor %(person)s"), "person")
APPOINTED = verb(
    "membership.appointed",
    _("memberi orang nomor %(person)s peran %(role)s di %(code)s sejak %(on)s"),
    "person",
    "role",
    "code",
    "on",
    role=_role,
)
RELIEVED = verb(
    "membership.ended",
    _("mengakhiri peran %(role)s orang nomor %(person)s di %(code)s per %(on)s"),
    "person",
    "role",
    "code",
    "on",
    role=_role,
)
ACCOUNT_CREATED = verb("account.created", _("membuat akun nomor %(account)s"), "account")
ACCOUNT_LINK_MADE = verb(
    "account.link_made", _("membuat tautan sandi sekali pakai untuk akun nomor %(account)s"), "account"
)
ACCOUNT_DEACTIVATED = verb("account.deactivated", _("menonaktifkan akun nomor %(account)s"), "account")
ACCOUNT_REACTIVATED = verb("account.reactivated", _("mengaktifkan lagi akun nomor %(account)s"), "account")
SESSIONS_ENDED = verb(
    "account.sessions_ended", _("mengeluarkan akun nomor %(account)s di semua perangkat"), "account"
)
LOGGED_IN = verb("account.logged_in", _("masuk"))
LOGGED_OUT = verb("account.logged_out", _("keluar"))
PASSWORD_CHANGED = verb("account.password_changed", _("mengganti kata sandi"))
FACTOR_ADDED = verb("account.factor_added", _("menambahkan langkah kedua %(factor)s"), "factor")
FACTOR_REMOVED = verb("account.factor_removed", _("menghapus langkah kedua %(factor)s"), "factor")
FACTOR_RENEWED = verb("account.factor_renewed", _("membuat baru langkah kedua %(factor)s"), "factor")
FACTORS_FORGOTTEN = verb(
    "account.factors_forgotten", _("menghapus semua langkah kedua akun nomor %(account)s"), "account"
)
LOCKED_OUT = verb(
    "account.locked_out",
    _("terkunci setelah %(failures)s kali gagal masuk (akun nomor %(account)s)"),
    "failures",
    "account",
)
