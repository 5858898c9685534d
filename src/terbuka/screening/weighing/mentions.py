"""What holds of one mention of a name: how it is written, and what stands around."""

from collections.abc import Iterator

from terbuka.screening.layout import Layout
from terbuka.screening.names.likeness import weight
from terbuka.screening.people.model import Mention
from terbuka.screening.reading import Reading
from terbuka.screening.tagging.letters import name_odds
from terbuka.screening.tagging.tagger import Tagged
from terbuka.screening.weighing.around import around

_LONG, _LONGEST = 3, 4  # letters in a step of length, and the last step
_OF_LIKENESS = 4


def mention_features(layout: Layout, tagged: Tagged, mention: Mention, own: frozenset[str]) -> Iterator[str]:
    """For one mention the names of what holds of it. ``own``: the words of the person's names."""
    words = layout.reading.words_in(mention.start, mention.end)
    if words:
        yield from _written(layout.reading, words)
        yield from around(layout, tagged, words, own)


def _written(reading: Reading, words: range) -> Iterator[str]:
    """In capitals or small letters, beside a line that is, or is not; how long; what its words look like."""
    name = reading.text[reading.starts[words.start] : reading.ends[words.stop - 1]]
    line = reading.line_words(reading.lines[words.start])
    whole = reading.text[reading.starts[line.start] : reading.ends[line.stop - 1]]
    yield f"case={_case(name)},{_case(whole)}"
    yield f"size={_case(name)},{len(words)},{min(len(name) // _LONG, _LONGEST)}"
    for at in words:
        against_word, against_place = name_odds(reading.folds[at])
        yield f"name={against_word}"
        yield f"place-odds={against_place}"
        yield f"likeness={round(_OF_LIKENESS * weight(reading.folds[at]))}"


def _case(text: str) -> str:
    return "capitals" if text.isupper() else "small" if text.islower() else "mixed"
