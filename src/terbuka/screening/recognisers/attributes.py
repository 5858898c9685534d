"""Religion, ethnicity and marital status of a person: labelled, in a column, or in a list of details."""

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.kinds import Matter
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import words

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
_SEX = words("personal-cue")


def attributes(layout: Layout, matter: Matter) -> list[Candidate]:
    """All values of the three kinds that are said of a person."""
    found: dict[tuple[int, int], Candidate] = {}
    for kind, (type_, label) in _KINDS.items():
        spans = [
            *_labelled(layout, kind),
            *_inline(layout, kind),
            *_listed(layout, kind),
            *_cells(layout, kind),
        ]
        if kind == "marital" and matter.open <= -0.5:
            spans += _said(layout)
        for start, end in spans:
            found[start, end] = Candidate(
                type_,
                start,
                end,
                f"attributes.{kind}",
                0.93,
                _REASON,
                Rank.LABELLED,
                None,
                None,
                {"label": label},
            )
    return list(found.values())


def _labelled(layout: Layout, kind: str) -> list[tuple[int, int]]:
    spans = []
    for field in layout.fields:
        if field.has(kind):
            spans += _value(layout, field.start, field.end, kind, len(field.kinds) == 1 or kind != "marital")
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


def _inline(layout: Layout, kind: str) -> list[tuple[int, int]]:
    """``agama Islam``, ``suku Banjar``: the value right behind the word."""
    reading, spans = layout.reading, []
    for _, last in reading.marked(f"label.{kind}"):
        if last < len(reading) and reading.tag_at(
            last, "role.complainant", "role.victim", "role.witness", "role.suspect", "role.private"
        ):
            last += 1
        length = reading.tag_at(last, f"value.{kind}")
        if length and reading.between(last).strip(" :\n") == "":
            spans.append((reading.starts[last], reading.ends[last + length - 1]))
    return spans


def _said(layout: Layout) -> list[tuple[int, int]]:
    """``saya janda``, ``seorang duda``: words that are said of one person only, in papers about persons."""
    reading = layout.reading
    return [(reading.starts[first], reading.ends[last - 1]) for first, last in reading.marked("value.single")]


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
