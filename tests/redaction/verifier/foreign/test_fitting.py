"""How wide a text would be in a line of a foreign PDF."""

import pytest
import typst

from terbuka.redaction.verifier.foreign.fitting import Setting, advance, spaces
from terbuka.redaction.verifier.foreign.measured import Gap, measured_pages
from tests.documents.samples.pdf import Sheet, pdf, text_line

PLAIN = pdf(Sheet(text_line("Surat untuk", 72, 700) + text_line("Banjarbaru", 200, 700)))
EMBEDDED = typst.compile(b'#set text(font: "Libertinus Serif", size: 10pt)\nSurat #h(90pt) Banjarbaru')


def wider(gap: Gap, by: float) -> Gap:
    return gap._replace(after=gap.after._replace(start=gap.before.end + by))


@pytest.mark.parametrize("data", [PLAIN, EMBEDDED])
def test_text_in_letters_that_the_page_shows_fits_with_or_without_spaces(data: bytes) -> None:
    pages = measured_pages(data)
    _, page = next(pages)
    line = max(page.lines, key=lambda line: line.letters[0].base)
    setting, word = Setting(page), [letter for letter in line.letters if letter.text in "Surat"][:5]
    width = word[-1].end - word[0].start
    behind = next(at for at, letter in enumerate(line.letters) if letter.text == "B")
    gap = Gap(line, line.letters[behind - 1], line.letters[behind])
    space = max(spaces(gap))
    assert all(setting.fits("Surat", wider(gap, width + count * space)) for count in range(3))
    assert not setting.fits("Surat", wider(gap, width + 1.7))
    assert not setting.fits("Surat", wider(gap, width + 3 * space))
    pages.close()


def test_type_that_is_not_embedded_has_every_latin_letter_and_no_other() -> None:
    pages = measured_pages(PLAIN)
    _, page = next(pages)
    letter = page.lines[0].letters[0]
    assert advance(letter, "Q") == pytest.approx(12 * 0.778, abs=0.001)
    assert advance(letter, "Б") is None
    pages.close()


def test_embedded_type_has_the_letters_that_it_was_given() -> None:
    pages = measured_pages(EMBEDDED)
    _, page = next(pages)
    letter = next(line for line in page.lines if line.letters[0].text == "S").letters[0]
    assert advance(letter, "B")
    assert advance(letter, "Q") is None and not Setting(page).fits(
        "Qwelmono", Gap(page.lines[0], letter, letter)
    )
    pages.close()
