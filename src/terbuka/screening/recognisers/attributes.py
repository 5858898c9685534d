"""Religion, ethnicity and marital status of a person: labelled, in a column, or in a list of details."""

import re
from collections.abc import Iterator

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.kinds import Matter
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import words
from terbuka.screening.names.peoples import listed, of_many
from terbuka.screening.reading import Reading
from terbuka.screening.recognisers.answers import answers
from terbuka.screening.recognisers.numerals import in_words

_KINDS = {
    "religion": ("RELIGION", "agama"),
    "ethnic": ("ETHNIC", "suku"),
    "marital": ("MARITAL", "status perkawinan"),
}
_REASON = N_("Keterangan %(label)s seseorang.")
_PERSONAL_CUES = (
    "label.age",
    "label.address",
    "label.job",
    "role.private",
    "label.nik",
    "label.birth",
    "label.phone",
)
_SEX, _MANY, _SPEAKER = words("personal-cue"), words("many"), words("speaker")
_OF_A_FAITH, _AGE = words("of-a-faith"), words("age-unit")
_ITEM = re.compile(r"[.)] ")


def attributes(layout: Layout, matter: Matter) -> list[Candidate]:
    """All values of the three kinds that are said of a person."""
    found: dict[tuple[int, int], Candidate] = {}
    for kind, (type_, label) in _KINDS.items():
        rule, values, nobody = f"attributes.{kind}", {"label": label}, of_nobody(layout.reading, kind)
        for start, end in [
            *_labelled(layout, kind),
            *_inline(layout, kind),
            *_listed(layout, kind),
            *_cells(layout, kind),
        ]:
            if layout.reading.word_at(start) in nobody:
                continue
            found[start, end] = Candidate(
                type_, start, end, rule, 0.93, _REASON, Rank.LABELLED, None, None, values
            )
    if matter.personal_paper:
        for said in _said(layout):
            found.setdefault((said.start, said.end), said)
    return list(found.values())


def _labelled(layout: Layout, kind: str) -> list[tuple[int, int]]:
    spans = []
    for field in layout.fields:
        if field.has(kind):
            spans += _value(layout, field.start, field.end, kind, len(field.kinds) == 1 or kind != "marital")
    for answer in answers(layout, kind):
        spans += _value(layout, answer.start, answer.end, kind, False)
    for row in layout.rows:
        for cell in row.cells:
            if kind in cell.kinds:
                spans += _value(layout, cell.start, cell.end, kind, False)
    return spans


def _value(layout: Layout, start: int, end: int, kind: str, whole: bool) -> list[tuple[int, int]]:
    """The known values in ``[start, end)``; an unknown value under a label of its own as a whole."""
    reading = layout.reading
    spans, index = [], reading.words_in(start, end).start
    while index < reading.words_in(start, end).stop:
        length = reading.tag_at(index, f"value.{kind}")
        if length:
            spans.append((reading.starts[index], reading.ends[index + length - 1]))
        index += max(1, length)
    if len(spans) > 1:
        return [(spans[0][0], spans[-1][1])]
    if spans or not whole or kind == "marital":
        return spans
    text = reading.text[start:end]
    return (
        [(start, end)]
        if "/" not in text and any(char.isalpha() for char in text) and end - start < 40
        else []
    )


def of_nobody(reading: Reading, kind: str) -> set[int]:
    """The words of values that no one person has: three in a row ("Islam, Kristen, Hindu"), and counted ones
    ("Islam 211, Kristen 164")."""
    tag, found = f"value.{kind}", set[int]()
    for first, _ in reading.marked(tag):
        if first in found:
            continue
        behind = first + reading.tag_at(first, tag)
        if of_many(reading, first, tag):
            found.update(index for span in listed(reading, first, tag) for index in range(*span))
        elif _counted(reading, behind) or (first - 2 in found and reading.folds[first - 1].isdigit()):
            found.update(range(first, behind))
    return found


def _counted(reading: Reading, number: int) -> bool:
    """A number stands at word ``number``, and it is no age and no item of a list ("Islam 5. Pekerjaan")."""
    if number >= len(reading) or reading.between(number) != " " or not reading.folds[number].isdigit():
        return False
    of_age = not _AGE.isdisjoint(reading.folds[number + 1 : number + 2])
    return not of_age and not _ITEM.match(reading.between(number + 1))


def _inline(layout: Layout, kind: str) -> list[tuple[int, int]]:
    """``agama Islam``, ``suku Banjar``: the value right behind the word. No value of somebody are those of an
    office or a group ("guru agama Islam"), and several joined ("agama Islam maupun Kristen")."""
    reading, spans = layout.reading, []
    for first, last in reading.marked(f"label.{kind}"):
        if first and reading.between(first) == " " and reading.folds[first - 1] in _OF_A_FAITH:
            continue
        if last < len(reading) and reading.tag_at(
            last, "role.complainant", "role.victim", "role.witness", "role.suspect", "role.private"
        ):
            last += 1
        length = reading.tag_at(last, f"value.{kind}")
        is_label = reading.between(last) == " " and reading.within(last, f"label.{kind}")  # "status kawin"
        if kind == "religion" and _joined(reading, last, f"value.{kind}"):
            continue
        if length and not is_label and reading.between(last).strip(" :\n") == "":
            spans.append((reading.starts[last], reading.ends[last + length - 1]))
    return spans


def _joined(reading: Reading, first: int, tag: str) -> bool:
    """``Islam maupun Kristen``: one person is of one faith."""
    row = list(listed(reading, first, tag))
    return len(row) > 1 and row[1][0] > row[0][1] and reading.between(row[0][1]) == " "


def _said(layout: Layout) -> Iterator[Candidate]:
    """``saya janda``, ``ia seorang duda``: words that are said of one person, in papers about persons. Who
    says it of himself is somebody; of others it is weighed: such papers speak of widows in general too."""
    reading = layout.reading
    type_, label = _KINDS["marital"]
    for first, last in reading.marked("value.single"):
        if not _of_a_class(reading, first, last):
            own = first > 0 and not reading.sentence_end(first) and reading.folds[first - 1] in _SPEAKER
            yield Candidate(
                type_,
                reading.starts[first],
                reading.ends[last - 1],
                "attributes.said",
                0.93,
                _REASON,
                Rank.CONTEXT,
                values={"label": label},
                weighed=not own,
            )


def _of_a_class(reading: Reading, first: int, last: int) -> bool:
    """``17 janda``, ``janda atau duda``, ``para janda``: who is counted or meant by a rule is nobody."""
    before = reading.folds[first - 1] if first and not reading.sentence_end(first) else ""
    if before in _MANY or before.isdigit() or in_words([before]) is not None:
        return True
    if last >= len(reading) or reading.sentence_end(last):
        return False
    return reading.folds[last] == "atau" or bool(
        reading.between(last) == ", " and reading.tag_at(last, "value.single")
    )


def _cells(layout: Layout, kind: str) -> list[tuple[int, int]]:
    """The only words of a cell in a table of persons."""
    reading, spans = layout.reading, []
    for row in layout.rows:
        if row.cell("name"):
            for cell in row.cells:
                words = reading.words_in(cell.start, cell.end)
                if words and reading.tag_at(words.start, f"value.{kind}") == len(words):
                    spans.append((cell.start, cell.end))
    return spans


def _listed(layout: Layout, kind: str) -> list[tuple[int, int]]:
    """``lk, 39 th, swasta, islam, almt …``: alone between commas, beside other personal details."""
    reading, spans = layout.reading, []
    for first, last in reading.marked(f"value.{kind}"):
        before, after = reading.between(first), reading.between(last) if last < len(reading) else "\n"
        if reading.tag_at(first, "region") == last - first:
            continue  # "Makassar" between commas is a city
        if not (before.strip() in (",", ";", "/") and after.strip()[:1] in (",", ";", "/", ".", "")):
            continue
        near = range(max(0, first - 10), min(len(reading), last + 10))
        cues = sum(1 for i in near if reading.tag_at(i, *_PERSONAL_CUES) or reading.folds[i] in _SEX)
        if cues >= 2:
            spans.append((reading.starts[first], reading.ends[last - 1]))
    return spans
