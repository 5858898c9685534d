import pytest

from terbuka.redaction.verifier.rescreen.restored import Restored


def test_labels_stand_for_something_of_their_kind() -> None:
    restored = Restored("Pelapor [PELAPOR · 17.a.2], NIK [NIK], ayah [NAMA · 17.h], tautan [TAUTAN · 17.h].")
    assert restored.text == (
        "Pelapor Toyo Gunadi, NIK 3201154107960003, ayah Heru Wibisono, tautan [TAUTAN · 17.h]."
    )


def test_columns_of_a_line_with_a_label_are_those_of_a_line_above() -> None:
    copy = (
        "   Pelapor,            Penyidik,\n"
        "   Martapura\n"
        "1  2  3\n"
        "[PELAPOR · 17.a.2]  FAHRUL ROZI, S.H.\n"
        "[PELAPOR · 17.a.2]\n"
    )
    lines = Restored(copy).text.splitlines()
    assert lines[:3] == copy.splitlines()[:3]
    assert lines[3] == "   Toyo Gunadi         FAHRUL ROZI, S.H."
    assert lines[4] == "Toyo Gunadi"


def test_cells_that_are_too_wide_stay_apart() -> None:
    copy = "No  Nama  NIK\n1   [NAMA · 17.h]  [NIK · 17.h]\n"
    assert Restored(copy).text.splitlines()[1] == "1   Heru Wibisono  3201154107960003"


@pytest.mark.parametrize(
    "copy",
    [
        "tanpa label\n\n  apa pun",
        "",
        "A [NAMA · 17.h] dan [NAMA · 17.h], B",
        "  Saksi,      Penyidik,\r\n\r\n[SAKSI · 17.a.2]  BUDI\r\n  ttd  ",
    ],
)
def test_everything_kept_knows_where_it_stands(copy: str) -> None:
    restored = Restored(copy)
    shown = "".join(restored.text[place] for place in restored.places(0, len(copy)))
    kept = copy.replace("[NAMA · 17.h]", "").replace("[SAKSI · 17.a.2]", "")
    assert shown == "".join(filter(str.isalnum, kept))
    for at, char in enumerate(copy):
        assert [restored.text[place] for place in restored.places(at, at + 1)] in ([char], [])


def test_a_label_itself_is_kept_nowhere() -> None:
    copy = "Pelapor [PELAPOR · 17.a.2] hadir"
    assert list(Restored(copy).places(8, 26)) == []
    assert [Restored(copy).text[place] for place in Restored(copy).places(8, 32)] == list("hadir")
