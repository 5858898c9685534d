"""Looks for what may not be told in the words that an officer typed and the public will read.

A title, a file name or a reason can leak what the redaction of the file has hidden. Software proposes:
whoever publishes sees what looks personal, or stands hidden in one of the copies, and certifies the words or
writes them anew. What is locked in a copy nobody certifies.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Field
from django.utils.translation import gettext

from terbuka.disclosure.errors import FileGone
from terbuka.disclosure.models import PublicCopy
from terbuka.disclosure.retold import hidden_in
from terbuka.documents.text import document_of
from terbuka.language import N_
from terbuka.office.errors import NotPossible
from terbuka.register.models import Attachment, Item
from terbuka.screening.policy import label
from terbuka.screening.screen import screen

# The fields of ``Description`` that are typed freely.
PROSE = ("title", "summary", "responsible", "made_in", "retention")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that looks personal: the ``field`` as the form calls it, the word of the redaction label.
    ``locked``: a copy hides it, and only the superior may open it."""

    field: str
    label: str
    locked: bool = False


class PersonalWords(NotPossible):
    """Public words that look personal were not certified. ``doubts`` says where, never what."""

    def __init__(self, doubts: Sequence[Doubt]) -> None:
        super().__init__(
            N_(
                "Kata-kata yang akan dibaca umum mungkin memuat data pribadi (%(places)s). Tulis ulang "
                "tanpa data pribadi, atau pastikan bahwa boleh terbuka."
            ),
            places=_places(doubts),
        )


class LockedWords(NotPossible):
    """Public words tell what is locked in a copy. Nobody can certify them."""

    def __init__(self, doubts: Sequence[Doubt]) -> None:
        super().__init__(
            N_(
                "Kata-kata yang akan dibaca umum mengulang apa yang terkunci di salinan (%(places)s). Ini "
                "tidak bisa dipastikan dengan centang. Tulis ulang tanpa itu."
            ),
            places=_places(doubts),
        )


def _places(doubts: Sequence[Doubt]) -> str:
    return ", ".join(f"{doubt.field}: {doubt.label}" for doubt in doubts)


# --- What the public will read ----------------------------------------------------------------------


def public_words(item: Item, attachments: Sequence[Attachment]) -> dict[str, str]:
    """Everything typed of ``item`` that the public will read, by what the form calls it."""
    words = {str(_label(name)): getattr(item, name) for name in PROSE}
    words[gettext("nama berkas")] = "\n\n".join(attachment.name for attachment in attachments)
    return words


def _label(name: str) -> Any:
    field = Item._meta.get_field(name)
    assert isinstance(field, Field)
    return field.verbose_name


def copies_of(item: Item) -> list[PublicCopy]:
    """The copies of ``item``: those attached to it now, and those that were in one of its editions."""
    ids = {
        *item.attachments.values_list("copy", flat=True),
        *item.editions.values_list("files__copy", flat=True),
    }
    return list(PublicCopy.objects.filter(pk__in=ids - {None}).select_related("case").order_by("pk"))


# --- What of it may not be told ---------------------------------------------------------------------


def certified_words(doubts: Sequence[Doubt], certified: bool) -> int:
    """How many ``doubts`` were certified. Raises ``LockedWords`` where one of them cannot be, and
    ``PersonalWords`` where they are not."""
    locked = [doubt for doubt in doubts if doubt.locked]
    if locked:
        raise LockedWords(locked)
    if doubts and not certified:
        raise PersonalWords(doubts)
    return len(doubts)


def doubts_in(texts: Mapping[str, str]) -> list[Doubt]:
    """What looks personal in ``texts`` (field → text), each field and label once, in order."""
    fields, whole = [], ""
    for field, text in texts.items():
        fields.append((len(whole), field))
        whole += f"{text}\n\n"
    found = [
        Doubt(_field_at(fields, finding.start), label(finding.type, finding.role))
        for finding in screen(document_of(whole)).findings
        if finding.action.hides
    ]
    return list(dict.fromkeys(found))


def _field_at(fields: list[tuple[int, str]], offset: int) -> str:
    return next(name for start, name in reversed(fields) if start <= offset)


def told_in(texts: Mapping[str, str], copies: Iterable[PublicCopy]) -> list[Doubt]:
    """What ``texts`` tell of that which ``copies`` hide, however it is written."""
    return list(dict.fromkeys(doubt for copy in copies for doubt in _told(texts, copy)))


def _told(texts: Mapping[str, str], copy: PublicCopy) -> list[Doubt]:
    """Where nobody can say any more what the copy hides, that is a doubt of its own."""
    try:
        told = hidden_in(copy, texts)
    except FileGone:
        whose = gettext("salinan %(number)s") % {"number": copy.number}
        return [Doubt(whose, gettext("yang ditutup tidak tersimpan lagi untuk dibandingkan"))]
    hidden = gettext("%(kind)s yang ditutup di salinan")
    return [Doubt(one.field, hidden % {"kind": label(one.type, one.role)}, one.locked) for one in told]
