"""What is asked in one line or cell and answered in the next. All persons are invented."""

import pytest

from terbuka.screening.recognisers.answers import answers, asking_words
from tests.screening.screened import Screened, layout_of

FORM = """FORMULIR PENGADUAN
Nama : Rukmini Sasmita
NIK : 3273014507850003
"""


def answered(text: str, kind: str) -> list[str]:
    layout = layout_of(text)
    return [layout.reading.text[start:end] for start, end, _ in answers(layout, kind)]


@pytest.mark.parametrize(
    "form",
    [
        "Alergi\nudang\n",
        "Alergi :\nudang\n",
        "Alergi :\n\nudang\n",
        "3. Alergi makanan\n   udang\n",
        "| Alergi | udang |\n",
        "Alergi\tudang\n",
        "Riwayat penyakit/alergi\nudang\n",
    ],
)
def test_an_answer_stands_below_or_in_the_next_cell(form: str) -> None:
    assert answered(form, "health") == ["udang"]


@pytest.mark.parametrize(
    "form",
    [
        "Alergi : udang\n",  # a field
        "Ia alergi\nudang\n",  # the label is no line of its own
        "Alergi\n\nudang\n",  # a heading, and another paragraph
        "Alergi\nGolongan darah\n",
        "Alergi\nNama : Rukmini\n",
        "Alergi | Penyakit\n",
        "Alergi ....... udang\n",
        "Nama | Alergi\nRukmini | udang\n",  # headings of a table
        "Alergi\n" + "kata " * 20,
        "Alergi",
    ],
)
def test_no_other_line_is_an_answer(form: str) -> None:
    assert answered(form, "health") == []


def test_the_words_that_ask_are_known() -> None:
    layout = layout_of("| Alergi makanan | udang |\n")
    assert [layout.reading.folds[index] for index in sorted(asking_words(layout, "health"))] == [
        "alergi",
        "makanan",
    ]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Cedera/Luka", "retak lengan kiri"),
        ("Penyakit yang diderita", "lemah sejak muda"),
        ("Kebutuhan khusus", "pendamping dan juru isyarat"),
        ("Disabilitas", "daksa"),
        ("Catatan medis", "rutin ke poli dalam"),
        ("Diagnosa kerja", "observasi febris"),
        ("Jenis kelainan", "grahita"),
        ("Obat yang diminum", "haldol pagi dan malam"),
        ("Pendapatan per bulan", "dua juta"),
        ("Penghasilan orang tua", "1,5 jt"),
        ("Hutang/Utang", "20 juta di koperasi"),
        ("Tunggakan", "tiga bulan"),
    ],
)
@pytest.mark.parametrize("form", ["{} : {}\n", "{} :\n{}\n", "{}\n{}\n", "| {} | {} |\n"])
def test_what_a_form_asks_of_body_and_purse_is_hidden_and_the_question_stays(
    asked: str, told: str, form: str
) -> None:
    screened = Screened(FORM + form.format(asked, told))
    assert screened.hides(told) and screened.shows(asked)


@pytest.mark.parametrize("form", ["{} : {}\n", "{}\n{}\n", "| {} | {} |\n"])
@pytest.mark.parametrize(
    ("asked", "told"), [("Umur anak", "tujuh"), ("Usia korban", "tujuh"), ("Umur", "tujuh")]
)
def test_the_age_of_a_child_is_an_answer_too(asked: str, told: str, form: str) -> None:
    assert Screened(FORM + form.format(asked, told)).hides(told)


@pytest.mark.parametrize(
    "line", ["Alergi : tidak ada\n", "Alergi\ntidak ada\n", "Penyakit : belum pernah\n", "Luka : nihil\n"]
)
def test_what_says_nothing_stays(line: str) -> None:
    assert "HEALTH" not in Screened(FORM + line).types()
