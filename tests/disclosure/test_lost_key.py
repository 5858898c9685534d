"""A key that was lost and made anew is noticed before a page breaks."""

from typing import Any

from django.conf import settings as django_settings

from terbuka.disclosure.models import Case
from terbuka.office.crypto import keys_fit
from terbuka.office.keys import new_field_key


def test_keys_fit_while_they_open_what_lies_encrypted(case: Case, settings: Any) -> None:
    assert case.original_name
    assert keys_fit()
    kept = list(django_settings.FIELD_KEYS)
    settings.FIELD_KEYS = [new_field_key()]
    assert not keys_fit()
    settings.FIELD_KEYS = [new_field_key(), *kept]
    assert keys_fit()


def test_keys_fit_where_nothing_is_encrypted_yet(db: None, settings: Any) -> None:
    settings.FIELD_KEYS = [new_field_key()]
    assert keys_fit()
