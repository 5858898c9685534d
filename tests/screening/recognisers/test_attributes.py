"""Faiths and peoples of nobody in particular. All persons are invented."""

import pytest

from terbuka.screening.recognisers.attributes import attributes, of_nobody
from terbuka.screening.recognisers.learned import learned
from terbuka.screening.tagging.tagger import Tagged
from tests.screening.screened import in_text, layout_of, matter_of, texts_of

COMPLAINT = "LAPORAN POLISI\nPelapor : Sri Wahyuni\n\n"


def found(text: str, type_: str = "RELIGION") -> list[str]:
    layout = layout_of(text)
    return texts_of(text, in_text(layout, attributes(layout, matter_of(text))), type_)


@pytest.mark.parametrize(
    "said",
    [
        "Agama Islam, Kristen, Hindu diakui negara.",
        "Warga memeluk agama Islam dan Kristen.",
        "Hak setiap warga tanpa membedakan agama Islam maupun Kristen.",
        "Guru agama Islam hadir bersama tokoh agama Hindu.",
        "Kementerian Agama Islam",
        "Penduduk menurut agama: Islam 3.210, Kristen 120, Hindu 12.",
        "Agama: Islam / Kristen / Katolik / Hindu / Buddha (lingkari)",
        "Agama: Protestan 15, Katolik 6, Islam 2, Pemena 1.",
    ],
)
def test_a_faith_of_many_or_of_an_office_is_nobodys(said: str) -> None:
    assert found(COMPLAINT + said) == []


@pytest.mark.parametrize(
    ("said", "faith"),
    [
        ("agama Islam, alamat Jl. Mawar", "Islam"),
        ("Disumpah menurut agama Islam.", "Islam"),
        ("4. Agama : Islam 5. Pekerjaan : tani", "Islam"),
        ("Agama : Islam / Kristen", "Islam / Kristen"),
        ("Agama : Kristen Protestan", "Kristen Protestan"),
        ("lk, agama Islam 39 th, tani", "Islam"),
        ("Agama : Islam", "Islam"),
    ],
)
def test_a_faith_of_one_person_is_found(said: str, faith: str) -> None:
    assert found(COMPLAINT + said)[0] == faith


def test_of_two_peoples_somebody_may_descend() -> None:
    assert found(COMPLAINT + "suku Jawa dan Batak", "ETHNIC") == ["Jawa"]


def test_what_is_nobodys_is_not_proposed_by_the_models_either() -> None:
    layout = layout_of("Agama Islam, Kristen, Hindu; ia Buddha")
    reading = layout.reading
    assert len(of_nobody(reading, "religion")) == 3
    tagged = Tagged([0.0] * len(reading), [{"RELIGION": 0.9}] * len(reading))
    tagged.details[0], tagged.details[4] = {}, {}
    assert [reading.text[c.start : c.end] for c in learned(layout, tagged)] == ["Buddha"]
