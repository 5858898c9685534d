"""What stands right in front of a name: titles, ranks, posts, roles, labels."""

import re
from dataclasses import dataclass, field

from terbuka.screening.fields import HOLDS_OFFICE
from terbuka.screening.lexicon import words
from terbuka.screening.reading import Reading

_CLOSE = re.compile(r"[.:)]{0,2}\s?[\"“'‘(\[]?\s?|[.]?\s*\n\s*|\s*[-–:]\s*[-–_]*\s*|,\s")
_EMPTY = re.compile(r"\s*:\s*[-–_.]+\s*\n\s*")
_BULLET = re.compile(r"\n\s*[-–•*·]")
_LONGEST_LEAD = 6
_LONG_LINE, _PASSIVE = 40, "di"
_LONGEST_ABBREVIATION = 6
_BRIDGES = words("lead-bridge")  # "saksi-saksi yaitu Rosmaniar"
_GOES_ON = words("joins-persons") | words("acts-as") | {"dari", "di", "yang"}  # "Petugas: Joko dan Andi"
_SUMMONS, _COUNTED = "panggilan", words("ordinal") | words("counting")
_TELLS_OF_HIM = ("mem", "men", "mel", "mer", "mew", "mey")
_ALSO_THINGS = words("also-things")  # "teh Tiongkok": tea, not an elder sister


@dataclass(slots=True)
class Lead:
    """``tags``: of all marks in front of a name, nearest first; they are words ``first`` to ``last``."""

    first: int
    last: int
    tags: list[frozenset[str]] = field(default_factory=list)

    def has(self, *tags: str) -> bool:
        return any(not have.isdisjoint(tags) for have in self.tags)

    @property
    def of_a_verb(self) -> bool:
        """A verb begins it: whoever stands in front of that does it to the one who bears the name."""
        return bool(self.tags) and "verb" in self.tags[-1]

    @property
    def strong(self) -> bool:
        """Whatever capitalised word follows is a name; other leads only lean towards one."""
        return any("lead.strong" in have for have in self.tags)


def lead(reading: Reading, index: int) -> Lead:
    """The unbroken chain of marks in front of word ``index``: ``Saksi | H.`` of "Saksi H. Kastalani". It ends
    at a verb: "Kapolres memeriksa Slamet" says of Slamet that he was examined."""
    bridged = index > 0 and reading.folds[index - 1] in _BRIDGES and reading.between(index).isspace()
    last = index - 1 if bridged else index
    found = Lead(last, last)
    while len(found.tags) < _LONGEST_LEAD and found.first > 0:
        length, tags = _mark_before(reading, found.first)
        if not length or not _close(reading, found.first, tags):
            break
        if "role.relative" in tags and of_who_is_cited(reading, found.first, length):
            break  # "Menurut tetangga, Rukmini rajin": the neighbour says it
        if not tags.isdisjoint(HOLDS_OFFICE) and (
            of_who_is_cited(reading, found.first, length)
            or is_addressed(reading, found.first)
            or not leads_below(reading, found.first - length, found.first)
        ):
            break
        found.tags.append(tags)
        found.first -= length
        if "verb" in tags:
            break
    return found


def cites(reading: Reading, index: int) -> bool:
    """Word ``index`` begins what somebody in office says: "Menurut Kapolres, Slamet …"."""
    return any(
        not have.isdisjoint(HOLDS_OFFICE) and of_who_is_cited(reading, index, length)
        for length, have in reading.closing.get(index - 1, ())
    )


def of_who_is_cited(reading: Reading, index: int, length: int) -> bool:
    """ "Menurut Kapolres, Slamet …": the post before the comma belongs to the one who says it; not so in
    "dipimpin Kapolres, AKBP …", nor over a signature ("Menyetujui Kepala Bidang,")."""
    gap, verb = reading.between(index), reading.tag_before(index - length, "verb")
    if not gap.startswith(",") or not verb or reading.folds[index - length - verb].startswith(_PASSIVE):
        return False
    begin, end = reading.line_span(reading.lines[index - 1])
    return "\n" not in gap or end - begin >= _LONG_LINE


def is_addressed(reading: Reading, index: int) -> bool:
    """ "Kades: Pak Maman besok ambil beras ya": a sentence behind the colon is what the one in office says,
    and begins with whom he says it to. In a form nothing goes on: "Kades : Joko Susilo"."""
    if not index or ":" not in (gap := reading.between(index)) or "\n" in gap:
        return False
    behind = index + 1
    while behind < len(reading) and reading.between(behind) == " " and reading.capital(behind):
        behind += 1
    if behind == len(reading) or reading.between(behind) != " " or not reading.word(behind).islower():
        return False
    told = reading.folds[behind].startswith(_TELLS_OF_HIM)  # "Bidan: Siti melayani ibu hamil"
    return (
        not told and reading.folds[behind] not in _GOES_ON and not reading.tag_at(behind, "particle", "alias")
    )


def leads_below(reading: Reading, first: int, name: int) -> bool:
    """A post or rank that begins with word ``first`` may belong to the name at word ``name``: on one line, in
    running text, or when it opens its line. "AKP Rusman, Kapolsek" says nothing of whoever stands below."""
    if reading.lines[first] == reading.lines[name]:
        return True
    breaks = [at for at in range(first + 1, name + 1) if "\n" in reading.between(at)]
    if any(_begins_item(reading, at) for at in breaks):
        return False
    if all(reading.wraps(at) for at in breaks):
        return True
    cell = reading.cells[reading.cell_of[first]]
    return all(len(reading.folds[at]) < 3 for at in range(cell.first, first))


def _begins_item(reading: Reading, index: int) -> bool:
    """Word ``index`` begins an item of a list, or is its number."""
    if _BULLET.search(reading.between(index)):
        return True
    return reading.folds[index].isdigit() and reading.text[reading.ends[index] : reading.ends[index] + 1] in (
        ".",
        ")",
    )


def _mark_before(reading: Reading, index: int) -> tuple[int, frozenset[str]]:
    """The longest mark of the group ``lead`` that ends just before word ``index``."""
    best, tags = 0, frozenset[str]()
    for length, have in reading.closing.get(index - 1, ()):
        if length > best and "lead" in have and _stands(reading, index - length, index, have):
            best, tags = length, have
    return best, tags


def _stands(reading: Reading, first: int, last: int, tags: frozenset[str]) -> bool:
    """A byline stands at the beginning of a line; a word that is also a thing is capitalised; the end of a
    document's title ("DAFTAR HADIR …") leads nobody."""
    if any(
        length > last - first and any(tag.startswith("kind.") for tag in have)
        for length, have in reading.closing.get(last - 1, ())
    ):
        return False
    if reading.folds[last - 1] == _SUMMONS and _is_counted(reading, last):
        return False
    if "byline" in tags and first and reading.lines[first - 1] == reading.lines[first]:
        return False
    return reading.folds[last - 1] not in _ALSO_THINGS or reading.capital(last - 1)


def _is_counted(reading: Reading, index: int) -> bool:
    """ "mangkir dari panggilan II. Tersangka …" is a summons; "panggilan I Gede" calls a Balinese."""
    named = index + 1 < len(reading) and reading.between(index + 1) == " " and reading.capital(index + 1)
    return reading.folds[index] in _COUNTED and not named


def _close(reading: Reading, index: int, tags: frozenset[str]) -> bool:
    """Nothing that separates stands between the mark and word ``index``."""
    gap = reading.between(index)
    if not _CLOSE.fullmatch(gap) or _EMPTY.fullmatch(gap):
        return False
    if gap.startswith(","):
        return "lead.comma" in tags
    before = reading.word(index - 1)
    if "." in gap and reading.sentence_end(index):
        return len(before) <= _LONGEST_ABBREVIATION and "lead.full-stop" in tags
    return "\n" not in gap or (gap.count("\n") == 1 and len(before) > 1)
