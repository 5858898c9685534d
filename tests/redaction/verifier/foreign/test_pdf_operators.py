"""What operators say beside what they show."""

import pytest

from terbuka.redaction.verifier.foreign.pdf_operators import spoken


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"BX (Xantira) xyz EX", ["Xantira"]),
        (b"0 g % Xantira (x\n0 G", [" Xantira (x"]),
        (b"BX <58616e> xyz <5861 6> xyz", ["Xan", "Xa`"]),
        (b"/Span << /E (Xan\\164ira \\(x\\) (y)) >> BDC", ["Xantira (x) (y)"]),
        (b"/Span << /E <feff0058> >> BDC", ["X"]),
        (b"(a\\\nb\\n) xyz", ["ab\n"]),
        (b"(Xantira)", ["Xantira"]),
        (b"BT (Xantira) Tj ET %\n() xyz", [""]),
        (b"BI /W 1 ID (Xantira) xyz\nEI (Qwelmono) xyz", ["Qwelmono"]),
        (b"BI /W 1 ID (Xantira) xyz", ["Xantira"]),
        (b"(left open", []),
    ],
)
def test_strings_and_remarks_that_are_not_shown_are_told(content: bytes, said: list[str]) -> None:
    assert list(spoken(content).beside) == said


def test_pieces_that_are_shown_are_joined() -> None:
    content = b"BT /F 9 Tf [(Xan) -12 (tira)] TJ ( Qwel) Tj (mo) ' 0 0 (no) \" ET"
    assert spoken(content).shown == "Xantira Qwelmono" and not spoken(content).beside


def test_names_are_told_once_as_they_are_meant() -> None:
    content = b"/Xantira#20Qwelmono BMC /F1 9 Tf /F1 9 Tf /x#c3#a9 gs EMC"
    assert spoken(content).names == ("Xantira Qwelmono", "F1", "xé")
