"""What the guides print in bold is what the screen says: a label that changes makes its guide fail."""

import re
from pathlib import Path

import allauth
import pytest
from babel.messages.pofile import read_po

from terbuka.office.catalogues import read_catalogue

GUIDES = sorted((Path(__file__).resolve().parents[2] / "docs/panduan").glob("*.md"))
BOLD = re.compile(r"\*\*(.+?)\*\*")
PLACEHOLDER = re.compile(r"%\\?\(\w+\\?\)[sd]")
# Names of languages are no messages: each is written in its own.
LANGUAGES = {"English"}
ALLAUTH = Path(allauth.__file__).parent / "locale/id/LC_MESSAGES/django.po"


def on_screen() -> re.Pattern[str]:
    """Everything that the office says in Indonesian; a placeholder stands for anything."""
    ours = (message.id for message in read_catalogue("en"))
    with ALLAUTH.open("rb") as file:
        foreign = [message.string for read in (read_catalogue("id"), read_po(file)) for message in read]
    said = [
        words for text in (*ours, *foreign) for words in ([text] if isinstance(text, str) else text or ())
    ]
    return re.compile("|".join(PLACEHOLDER.sub(".+", re.escape(words)) for words in said if words))


def unknown_words(guide: str, screen: re.Pattern[str]) -> list[str]:
    return [bold for bold in BOLD.findall(guide) if bold not in LANGUAGES and not screen.fullmatch(bold)]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_guide_prints_in_bold_only_what_stands_on_the_screen(guide: Path) -> None:
    assert unknown_words(guide.read_text(encoding="utf-8"), on_screen()) == []


def test_a_label_that_no_page_has_is_found() -> None:
    assert unknown_words("Tekan **Masuk**, lalu **Hancurkan semua**.", on_screen()) == ["Hancurkan semua"]


def test_every_guide_is_in_the_list_of_guides() -> None:
    index = next(path for path in GUIDES if path.stem == "README").read_text(encoding="utf-8")
    assert [path.name for path in GUIDES if path.stem != "README" and f"]({path.name})" not in index] == []
