"""Persons are weighed once each, by all that is known of them."""

import pytest

from terbuka.screening.setting import lay, meet
from terbuka.screening.weighing.persons import person_features, step, weigh_persons

REPORT = (
    "LAPORAN POLISI\n\nKapolsek Gambut AKP Rusman Hadi menerima laporan Sdri. Siti Rahmah, warga Gg. Seroja, "
    "yang kehilangan sepeda motor. Rahmah melihat Darmawi membawa motor itu ke arah pasar.\n"
)


def test_every_person_gets_the_probabilities_of_the_three_answers() -> None:
    setting = meet(lay(REPORT, "polri").layout)
    weigh_persons(setting)
    assert len(setting.persons) == 3
    assert all(sum(person.likely) == pytest.approx(1.0) for person in setting.persons)


def test_an_officer_is_less_likely_to_be_hidden_than_who_complains() -> None:
    setting = meet(lay(REPORT, "polri").layout)
    weigh_persons(setting)
    hide = {" ".join(person.mentions[0].words): person.likely[0] for person in setting.persons}
    assert hide["rusman hadi"] < 0.3 < hide["siti rahmah"]


def test_features_hold_no_word_of_the_name_itself() -> None:
    text = "LAPORAN\n\nSdri. Siti Rahmah alias Rahmah datang. Rahmah, kata Rahmah, kehilangan motor."
    setting = meet(lay(text, "polri").layout)
    assert setting.persons
    for person, features in zip(setting.persons, person_features(setting), strict=True):
        own = {word for mention in person.mentions for word in mention.words}
        assert not any(f"={word}" in name for name in features for word in own)


def test_steps_are_finer_at_both_ends() -> None:
    assert [step(value) for value in (0.0, 0.05, 0.5, 0.95, 0.99)] == [0, 1, 4, 7, 8]


def test_a_text_without_persons_weighs_nobody() -> None:
    setting = meet(lay("Rapat ditunda.", "polri").layout)
    weigh_persons(setting)
    assert setting.persons == [] == list(person_features(setting))


def test_who_is_named_beside_counts() -> None:
    setting = meet(lay(REPORT, "polri").layout)
    officer, complainant, _ = person_features(setting)
    assert "next,True-stays" in officer
    assert not any(name.startswith("previous") for name in officer)
    assert complainant["previous,True-role=official"] > 0
