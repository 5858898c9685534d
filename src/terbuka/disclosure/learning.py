"""Learning from officers: the decisions of certified documents as annotated texts, for ``make model``.

They hold what the public copies hide. So they go into a folder that only its owner may enter, and the journal
knows of it before the first of them is there.
"""

import datetime
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from terbuka.disclosure import queries
from terbuka.disclosure.actions import note_decisions_taken
from terbuka.disclosure.errors import FileGone
from terbuka.disclosure.extract import open_extract
from terbuka.disclosure.models import Case, Mark
from terbuka.disclosure.stretches import stretches_of
from terbuka.documents import Document, PageSource
from terbuka.errors import TerbukaError
from terbuka.language import N_
from terbuka.screening import Mode, annotated
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.kinds import recognise
from terbuka.screening.reading import read_text
from terbuka.screening.spans import settle

_HIDE, _KEEP, _EITHER = "R", "K", "O"
_PERSON, _TERM = "PERSON", "TERM"
_WITHOUT_TYPE = {_TERM, "REGION"}
_OF_NO_KIND = "dokumen kantor"
_TYPED = {PageSource.TEXT, PageSource.FLOW}
_FIT, _FROM_PICTURES, _GONE = range(3)

# --- The folder -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Exported:
    """How many documents were written, and how many were left out: a machine has read some of their text from
    pictures; their file is not there any more."""

    documents: int
    from_pictures: int
    gone: int


def export(folder: Path, since: datetime.date | None = None) -> Exported:
    """Write what was certified (``since``: on this day or later) into ``folder``, new or empty.

    Raises ``TerbukaError`` where there is nothing to write or the folder cannot be used. Nothing stays there.
    """
    with _private(folder):
        found = defaultdict[int, list[Case]](list)
        for case in queries.certified_cases(since):
            found[_fitness(case)].append(case)
        result = Exported(len(found[_FIT]), len(found[_FROM_PICTURES]), len(found[_GONE]))
        if not result.documents:
            raise TerbukaError(
                N_(
                    "Tidak ada dokumen bersertifikat yang dapat diekspor, jadi tidak ada yang ditulis. "
                    "Dilewati: %(pictures)d karena dibaca dari gambar, %(gone)d karena berkasnya tidak ada "
                    "lagi."
                ),
                pictures=result.from_pictures,
                gone=result.gone,
            )
        note_decisions_taken(documents=result.documents, user=os.getuid())
        for case in found[_FIT]:
            _write(folder / f"kasus-{case.pk}.txt", annotated_text(case))
    return result


def _fitness(case: Case) -> int:
    """Nothing is to be learned from the mistakes of a machine that read a picture."""
    try:
        with open_extract(case.extract) as extract:
            document = extract.outline()
    except FileGone:
        return _GONE
    is_typed = not document.pictures and all(page.source in _TYPED for page in document.pages)
    return _FIT if is_typed else _FROM_PICTURES


@contextmanager
def _private(folder: Path) -> Iterator[None]:
    """``folder`` is there, empty and closed to others; what was put into it goes again if the block fails."""
    try:
        made = _make(folder)
        try:
            yield
        except BaseException:
            for file in folder.iterdir():
                file.unlink()
            if made:
                folder.rmdir()
            raise
    except OSError as error:
        raise TerbukaError(N_("%(name)s tidak dapat ditulis."), name=folder) from error


def _make(folder: Path) -> bool:
    """True if it was not there."""
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        if not folder.is_dir() or any(folder.iterdir()):
            raise TerbukaError(
                N_("%(name)s sudah ada dan tidak kosong. Tidak ada yang ditulis. Pilih folder baru."),
                name=folder,
            ) from None
        folder.chmod(0o700)
        return False
    return True


def _write(path: Path, text: str) -> None:
    path.touch(mode=0o600, exist_ok=False)
    path.write_text(text, encoding="utf-8", newline="")


# --- One document -----------------------------------------------------------------------------------


def annotated_text(case: Case) -> str:
    """The text of a certified case as it was screened, with what was decided. Raises ``FileGone``."""
    with open_extract(case.extract) as extract:
        document = extract.document()
    kind = recognise(read_text(document.text)).kind
    return annotated.write(
        document.text,
        _marks(document, list(queries.decided_marks(case))),
        genre=kind.title if kind else _OF_NO_KIND,
        # What people call a case or its file may be somebody's name.
        title=f"kasus {case.pk}",
        layout=document.format,
    )


def _marks(document: Document, decided: Sequence[Mark]) -> list[annotated.Mark]:
    """Overlaps are settled as in the copy: what hides wins."""
    found = list(_candidates(document, decided))
    opens = {id(candidate) for candidate in found if candidate.rule != _HIDE}
    return [
        annotated.Mark(one.start, one.end, one.type, one.key, one.rule)
        for one in settle(document.text, found, opens)
    ]


def _candidates(document: Document, decided: Sequence[Mark]) -> Iterator[Candidate]:
    """``rule`` of each: its action. What an officer drew or typed gives way to what it was known as."""
    places = [(mark, *stretch) for mark in decided for stretch in stretches_of(document, mark)]
    known = {
        _folded(document.text[start:end]): mark.type
        for mark, start, end in places
        if mark.type not in _WITHOUT_TYPE
    }
    for mark, start, end in places:
        exact = mark.type not in _WITHOUT_TYPE and not mark.is_region
        yield Candidate(
            type=_type(mark, document.text[start:end], known),
            start=start,
            end=end,
            rule=_action(mark),
            certain=1.0,
            reason="",
            rank=Rank.IDENTIFIER if exact else Rank.CONTEXT,
            key=mark.entity or None,
        )


def _action(mark: Mark) -> str:
    """What the superior lifted is open in this document alone: nobody learns from it to open the next child
    (policy, rule 4)."""
    if mark.hides:
        return _HIDE
    return _EITHER if mark.mode == Mode.BLOCK else _KEEP


def _type(mark: Mark, words: str, known: dict[str, str]) -> str:
    """Of a hidden term: what the same words are elsewhere; else a name, if it is written as one."""
    if mark.type not in _WITHOUT_TYPE:
        return mark.type
    if not mark.hides:
        return _TERM
    is_name = mark.type == _TERM and _is_written_as_name(words)
    return known.get(_folded(words), _PERSON if is_name else _TERM)


def _is_written_as_name(words: str) -> bool:
    return all(word[0].isupper() for word in words.split()) and not any(sign.isdigit() for sign in words)


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())
