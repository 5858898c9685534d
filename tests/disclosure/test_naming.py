"""Under which name a person stands in the list. All persons are invented."""

import pytest
from django.test import Client

from terbuka.disclosure.models import Case, Mark
from terbuka.disclosure.naming import fullest, is_plain
from tests.disclosure.asking import at, text_of
from tests.disclosure.conftest import mark


@pytest.mark.parametrize(
    ("texts", "best"),
    [
        (["M E L A T I", "Melati"], "Melati"),
        (["M E L A T I   K U S U M A", "Melati", "Melati Kusuma"], "Melati Kusuma"),
        (["M3l4ti_Kusuma_Dewi", "Melati"], "Melati"),
        (["Melati K.", "Melati Kusuma"], "Melati Kusuma"),
        (["Siti", "Siti Rahmah binti H. Noor"], "Siti Rahmah binti H. Noor"),
        (["M E L A T I", ""], "M E L A T I"),
        (["HS"], "HS"),
    ],
)
def test_fullest_mention_in_plain_writing_is_the_name(texts: list[str], best: str) -> None:
    assert fullest(texts) == best


def test_name_of_more_than_a_word_is_plain() -> None:
    assert is_plain("Melati Kusuma") and is_plain("Nur'aini A. Putri")
    assert not is_plain("Melati") and not is_plain("M E L A T I") and not is_plain("M3lati Kusuma")


def test_heading_of_a_person_is_taken_from_another_page_where_it_is_clearer(
    client_of: Client, case: Case
) -> None:
    child = mark(case, type="PERSON", role="child_victim", page=2)
    second = Mark(**{f.attname: getattr(child, f.attname) for f in Mark._meta.concrete_fields})
    second.pk, second.number, second.end = None, 900, child.start + 1
    second.save()
    Mark.objects.filter(pk=child.pk).update(end=child.start + 6)
    assert "<h3>Melati Kusuma</h3>" in text_of(client_of.get(at(case, page=2)))
    Mark.objects.filter(case=case, entity=child.entity).exclude(page=2).delete()
    assert "<h3>Melati</h3>" in text_of(client_of.get(at(case, page=2)))
