"""Small secrets at rest."""

from typing import Any, ClassVar

import pytest
from cryptography.fernet import InvalidToken
from django.core.exceptions import FieldError
from django.db import connection, models
from hypothesis import given
from hypothesis import strategies as st

from terbuka.office.crypto import EncryptedTextField, decrypt, encrypt, rotate
from terbuka.office.keys import new_field_key


class Paper(models.Model):
    """A row with a secret, only for these tests."""

    number: EncryptedTextField[str | None, str | None] = EncryptedTextField(blank=True, null=True)

    objects: ClassVar[models.Manager["Paper"]]

    class Meta:
        app_label = "office"
        managed = False
        db_table = "test_paper"

    def __str__(self) -> str:
        return str(self.pk)


@pytest.fixture
def papers(transactional_db: None) -> Any:
    with connection.schema_editor() as editor:
        editor.create_model(Paper)
    yield
    with connection.schema_editor() as editor:
        editor.delete_model(Paper)


def as_stored() -> list[str | None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM test_paper ORDER BY id")
        return [row[0] for row in cursor.fetchall()]


@given(st.text(max_size=300))
def test_what_is_encrypted_comes_back(text: str) -> None:
    assert decrypt(encrypt(text)) == text


def test_same_text_is_encrypted_differently_each_time() -> None:
    assert encrypt("6371010203040001") != encrypt("6371010203040001")


def test_altered_secret_is_refused() -> None:
    secret = encrypt("6371010203040001")
    with pytest.raises(InvalidToken):
        decrypt(secret[:-4] + "AAA=")


def test_field_is_unreadable_in_the_database_and_plain_in_the_program(papers: None) -> None:
    for text in ("6371010203040001", "", None):
        Paper.objects.create(number=text)
    secret, empty, nothing = as_stored()
    assert secret and "6371" not in secret
    assert (empty, nothing) == ("", None)
    assert [paper.number for paper in Paper.objects.order_by("id")] == ["6371010203040001", "", None]


def test_field_cannot_be_searched_but_its_absence_can(papers: None) -> None:
    Paper.objects.create(number=None)
    assert Paper.objects.filter(number__isnull=True).count() == 1
    for lookup in ("exact", "contains", "in"):
        with pytest.raises(FieldError):
            Paper.objects.filter(**{f"number__{lookup}": "6371010203040001"}).count()


def test_rotation_writes_every_row_under_the_new_key(papers: None, settings: Any) -> None:
    for number in range(3):
        Paper.objects.create(number=f"rahasia {number}")
    before = as_stored()
    old, new = settings.FIELD_KEYS[0], new_field_key()
    settings.FIELD_KEYS = [new, old]
    assert [paper.number for paper in Paper.objects.order_by("id")] == ["rahasia 0", "rahasia 1", "rahasia 2"]
    assert rotate(Paper, "number") == 3
    settings.FIELD_KEYS = [new]
    assert [paper.number for paper in Paper.objects.order_by("id")] == ["rahasia 0", "rahasia 1", "rahasia 2"]
    assert not set(before) & set(as_stored())
    settings.FIELD_KEYS = [old]
    with pytest.raises(InvalidToken):
        list(Paper.objects.all())
