"""Initials behind a word for somebody: of a child they are all that a paper tells, and often enough."""

import pytest

from tests.screening.screened import Screened, names_in

PAPER = "LAPORAN PERKEMBANGAN PENYIDIKAN\nPerkara dugaan pencabulan terhadap anak\n\n"
LETTERS = ("A", "K", "V", "R.", "H.", "RS", "PT", "MA", "AW", "DPS", "R.S.", "T. R.")


@pytest.mark.parametrize("letters", LETTERS)
@pytest.mark.parametrize(
    "told",
    [
        "Korban {} menangis ketika diperiksa.",
        "Ibu dari Anak {} melapor.",
        "Anak Korban {}, umur 9 tahun, diperiksa.",
        "Korban atas nama {} dirawat.",
        "Saksi {} melihat pelaku.",
        "1. Korban {}\n2. Saksi Budi",
        "Nama korban : {}\nUmur : 9 tahun",
        "Korban: {}. Pelaku: dalam lidik.",
        "Inisial : {}\nUmur : 9 tahun",
        "No | Nama Korban | Umur\n1 | {} | 9\n2 | Rahmah | 10",
    ],
)
def test_letters_behind_a_word_for_somebody_are_hidden(told: str, letters: str) -> None:
    screened = Screened(PAPER + told.format(letters) + "\n")
    at = len(PAPER) + told.index("{}")
    letters_at = [i for i in range(at, at + len(letters)) if screened.text[i].isalpha()]
    assert screened.result.hidden_offsets().issuperset(letters_at)


@pytest.mark.parametrize(
    "text",
    [
        "Terdakwa II dan Saksi III hadir",
        "korban TPPO dilindungi LPSK",
        "anak SD dan anak TK bernyanyi",
        "anak RI harus sehat, korban UU ITE",
        "saksi a de charge, Saksi A de Charge",
        "Anak PAUD dan SMP menonton",
        "Korban RS Bhayangkara Hoegeng",
        "Tuntutan Pemohon:\nD. DOKUMEN KELENGKAPAN",
        "Pemeriksaan korban\nA. Pendahuluan",
    ],
)
def test_letters_that_mean_nobody_are_left_alone(text: str) -> None:
    assert names_in(text) == []


def test_a_name_behind_its_first_letter_stays_whole() -> None:
    assert names_in("Korban R. Soeprapto datang") == ["R. Soeprapto"]
    assert names_in("Korban : H. Kastalani\n") == ["Kastalani"]


@pytest.mark.parametrize("label", ["Konseli", "Klien", "Pasien"])
def test_letters_with_blanks_behind_a_label_are_found(label: str) -> None:
    assert names_in(f"{label} : S. N. (kelas IX A)\n") == ["S. N"]
    assert names_in(f"{label} : M. A. Hasan\n") == ["M. A. Hasan"]


def test_one_letter_that_names_a_child_is_found_again_where_it_acts() -> None:
    told = "Korban A diperiksa. Besoknya A menangis. Pelaku memberi uang kepada A lagi.\n"
    hidden = [f for f in Screened(PAPER + told).findings if f.action.hides and f.type == "PERSON"]
    assert [f.start - len(PAPER) for f in hidden] == [at for at, char in enumerate(told) if char == "A"]


def test_the_letter_of_a_list_or_a_licence_is_not_the_child() -> None:
    screened = Screened(f"{PAPER}Korban A diperiksa.\nPelaku punya SIM A dan motor.\nA. Penutup\n")
    assert screened.shows("SIM A") and screened.shows("A. Penutup")
