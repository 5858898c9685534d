"""Small secrets at rest: Fernet (AES-128-CBC with HMAC-SHA256) with key rotation.

For a few hundred bytes (keys, tokens, an identity number), not for files. To rotate: put a new key first
in ``TERBUKA_FIELD_KEYS``, call ``rotate`` for each field, drop the old key.
"""

from functools import cache
from typing import Any, TypeVar

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.apps import apps
from django.conf import settings
from django.core.signals import setting_changed
from django.db import models
from django.db.models.functions import Length


@cache
def _fernet() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in settings.FIELD_KEYS])


def encrypt(text: str) -> str:
    """``text`` under the first key, as ASCII."""
    return _fernet().encrypt(text.encode()).decode("ascii")


def decrypt(secret: str) -> str:
    """What ``encrypt`` was given. Raises ``InvalidToken`` when no key fits, or it was altered."""
    return _fernet().decrypt(secret.encode("ascii")).decode()


_ST = TypeVar("_ST", contravariant=True)
_GT = TypeVar("_GT", covariant=True)


class EncryptedTextField(models.TextField[_ST, _GT]):
    """A text that lies encrypted in the database. It cannot be searched, ordered or made unique.

    The empty text stays empty, so that "nothing given" can be told without a key.
    """

    def get_prep_value(self, value: Any) -> Any:
        """Encrypt on the way in."""
        text = super().get_prep_value(value)
        return encrypt(text) if text else text

    def from_db_value(self, value: str | None, *_: Any) -> str | None:
        """Decrypt on the way out."""
        return decrypt(value) if value else value

    def get_lookup(self, lookup: str) -> Any:
        """Only ``isnull``: the same text is encrypted differently each time, a comparison would lie."""
        return super().get_lookup(lookup) if lookup == "isnull" else None


def rotate(model: type[models.Model], field: str) -> int:
    """Encrypt every ``field`` of ``model`` anew under the first key; return how many rows.

    Rows are read and written as they lie, so nothing is decrypted into a log or a signal.
    """
    rows = model._base_manager.exclude(**{f"{field}__isnull": True})
    count = 0
    for row in rows.only("pk", field).iterator(chunk_size=500):
        row.save(update_fields=[field])
        count += 1
    return count


def keys_fit() -> bool:
    """Do the keys open what lies encrypted in the database? Tried on one row of each field."""
    for model in filter(lambda known: known._meta.managed, apps.get_models()):
        for field in model._meta.concrete_fields:
            if isinstance(field, EncryptedTextField):
                rows = model._base_manager.annotate(_length=Length(field.name)).filter(_length__gt=0)
                try:
                    rows.values_list(field.name, flat=True).first()
                except InvalidToken:
                    return False
    return True


def _forget_keys(*, setting: str, **_: Any) -> None:
    if setting == "FIELD_KEYS":
        _fernet.cache_clear()


setting_changed.connect(_forget_keys)

__all__ = ["EncryptedTextField", "InvalidToken", "decrypt", "encrypt", "keys_fit", "rotate"]
