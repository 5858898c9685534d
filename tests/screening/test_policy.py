import pytest

from terbuka.law.grounds import ground
from terbuka.screening import Action, Mode
from terbuka.screening.policy import UnknownProfile, label, policy, profiles, without_labels
from terbuka.screening.roles import HARD, OPEN, Role

TYPES = [
    *("PERSON", "NIK", "KK", "NPWP", "NIP", "NRP", "PASSPORT", "SIM", "BPJS", "PHONE", "EMAIL", "SOCIAL"),
    *(
        "URL_PERSONAL",
        "ADDRESS",
        "BIRTH",
        "AGE",
        "PLATE",
        "VEHICLE_ID",
        "BANK_ACCOUNT",
        "CARD",
        "IMEI",
        "IP",
        "GEO",
    ),
    *(
        "HEALTH",
        "RELIGION",
        "MARITAL",
        "ETHNIC",
        "FINANCE",
        "RELATIVE",
        "CREDENTIAL",
        "NUMBER",
        "ORG",
        "PLACE",
        "TERM",
    ),
]


NOBODYS = {"NUMBER", "ORG", "PLACE"}
"""Types that look like a person's and are none."""


@pytest.mark.parametrize("type_", TYPES)
@pytest.mark.parametrize("role", [None, *Role])
def test_what_is_hidden_is_hidden_on_a_ground(type_: str, role: Role | None) -> None:
    verdict = policy().verdict(type_, role, 0.99)
    assert verdict.action.hides or type_ in NOBODYS or role in OPEN
    if verdict.action.hides:
        assert verdict.ground is not None
        assert not ground(verdict.ground).needs_act or verdict.basis


def test_every_type_of_the_policy_is_tested_here() -> None:
    assert {*TYPES, "REGION"} == {*policy().words_of_types, *NOBODYS}


@pytest.mark.parametrize("role", sorted(HARD))
@pytest.mark.parametrize("type_", [type_ for type_ in TYPES if type_ not in NOBODYS | {"TERM"}])
def test_children_and_victims_of_sexual_violence_are_blocked_hard(type_: str, role: Role) -> None:
    """All that is said of them or belongs to them (rule 4); a term is nobody's, an officer typed it."""
    verdict = policy().verdict(type_, role, 0.3)
    assert (verdict.action, verdict.mode, verdict.ground) == (Action.REDACT, Mode.BLOCK, "17.j")
    assert policy().verdict(type_, Role.PRIVATE, 0.99).mode is Mode.MASK


@pytest.mark.parametrize("role", [Role.OFFICIAL, Role.PUBLIC, Role.JOURNALIST])
def test_names_of_those_who_act_in_office_stay_open_but_not_their_numbers(role: Role) -> None:
    assert policy().verdict("PERSON", role, 0.9).action is Action.KEEP
    for type_ in ("NIP", "NRP", "PHONE", "ADDRESS", "BIRTH", "NIK"):
        assert policy().verdict(type_, role, 0.9).action is Action.REDACT


def test_what_is_not_certain_is_reviewed() -> None:
    assert policy().verdict("PERSON", Role.PRIVATE, 0.4).action is Action.REVIEW
    assert policy().verdict("PERSON", Role.PRIVATE, 0.9).action is Action.REDACT


def test_open_roles_are_those_that_the_policy_keeps() -> None:
    for role in Role:
        kept = policy().verdict("PERSON", role, 0.9).action is Action.KEEP
        assert kept == (role in OPEN - {Role.INSTITUTION, Role.COMPANY, Role.SCENE})


@pytest.mark.parametrize(
    ("type_", "role", "words"),
    [
        ("PERSON", None, "NAMA"),
        ("PERSON", "private", "NAMA"),
        ("PERSON", "child_victim", "ANAK KORBAN"),
        ("PERSON", "witness", "SAKSI"),
        ("NIK", "child", "NIK"),
        ("something drawn by hand", None, "BAGIAN"),
    ],
)
def test_the_words_on_a_box(type_: str, role: str | None, words: str) -> None:
    assert label(type_, role) == words
    assert label(type_, role, "17.h") == f"{words} · 17.h"


def test_an_unknown_profile_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownProfile, match="polri"):
        policy("tidak-ada")
    assert profiles() == ["polri"]


def test_the_labels_of_a_copy_are_blotted_out_in_place() -> None:
    text = "Nama : [ANAK KORBAN · 17.j], [NIK · 17.h] dan [SAKSI] Budi, [NAMA Budi], [NAMA · 18.a]"
    blotted = without_labels(text)
    assert len(blotted) == len(text)
    assert blotted.replace("■", "") == "Nama : ,  dan  Budi, [NAMA Budi], [NAMA · 18.a]"
