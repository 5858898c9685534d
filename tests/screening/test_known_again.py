"""The same thing is known again however it is written, and what many share is not one thing."""

import pytest

from terbuka.screening.known_again import values


@pytest.mark.parametrize(
    ("type_", "one", "other"),
    [
        ("PHONE", "0812-5567-8891", "+62 812 5567 8891"),
        ("PHONE", "0812-5567-8891", "O812 5567 889l"),
        ("NIK", "6371034507820003", "63.7103.450782.0003"),
        ("EMAIL", "rukmini@contoh.co.id", "Rukmini@Contoh.co.id"),
        ("BIRTH", "Banjarmasin, 5 Mei 2013", "05-05-2013"),
        ("PERSON", "Rukmini Saraswati", "RUKMINI  SARASWATI"),
        ("SOCIAL", "@rukmini.s", "@RUKMINI.S"),
        ("ADDRESS", "Jalan Melur Nomor 17 RT 04", "Jl. Melur No. 17, RT 04"),
        ("ADDRESS", "Jalan Veteran Gang Melur Nomor 17 RT 04 RW 02", "Jl. Veteran Gg. Melur No. 17"),
    ],
)
def test_same_thing_is_known_again(type_: str, one: str, other: str) -> None:
    assert values(type_, one) & values(type_, other)


def test_thing_is_known_again_whatever_it_is_taken_for() -> None:
    assert values("ADDRESS", "Jalan Melur Nomor 17 RT 04") & values("PLACE", "Jalan Melur 17")
    assert values("PHONE", "0812-5567-8891") & values("NUMBER", "081255678891")
    assert values("PHONE", "0812-5567-8891") & values("BANK_ACCOUNT", "081255678891")


@pytest.mark.parametrize(
    ("type_", "one", "other"),
    [
        ("PHONE", "0812-5567-8891", "0812-5567-8892"),
        ("ADDRESS", "Jalan Melur Nomor 17", "Jalan Melur Nomor 18"),
        ("ADDRESS", "Desa Gambah Dalam RT 04 RW 02", "Desa Gambah Dalam RT 04 RW 03"),
        ("PERSON", "Rukmini Saraswati", "Rukmini Lestari"),
    ],
)
def test_another_thing_is_not_taken_for_it(type_: str, one: str, other: str) -> None:
    assert values(type_, one) and not values(type_, one) & values(type_, other)


@pytest.mark.parametrize(
    ("type_", "said"),
    [
        ("PERSON", "Melati"),
        ("AGE", "13 tahun"),
        ("RELIGION", "Islam"),
        ("HEALTH", "demam"),
        ("ADDRESS", "Jalan Melur"),
        ("NUMBER", "2025"),
        ("SOCIAL", "@abc"),
        ("ORG", "SMP Negeri 31"),
    ],
)
def test_what_many_share_is_not_one_thing(type_: str, said: str) -> None:
    assert not values(type_, said)
