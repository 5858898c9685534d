"""The door for gunicorn: ``terbuka.office.wsgi:application``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "terbuka.office.settings")

application = get_wsgi_application()
