"""What speaks for a detail in running text to be hidden: what the model of words says of it and around it,
who stands near, and what document it is."""

from collections.abc import Iterator, Sequence

from terbuka.language import N_
from terbuka.screening.candidate import Candidate
from terbuka.screening.layout import Layout
from terbuka.screening.people.cast import Cast
from terbuka.screening.recognisers.learned import LEARNED
from terbuka.screening.recognisers.residences import RESIDENCE
from terbuka.screening.roles import Role
from terbuka.screening.tagging.tagger import DETAILS, Tagged
from terbuka.screening.weighing.around import around, tags_at
from terbuka.screening.weighing.equals import without_lone_amounts
from terbuka.screening.weighing.persons import HIDE, kind_of, length_of, step
from terbuka.screening.weighing.weigher import Features, weigh
from terbuka.screening.weighing.whose import doubt

MODEL = "passages"
_AROUND, _FAR = 8, 40
_MANY_WORDS, _USUAL_RATE, _RATHER = 5.0, 20, 0.5
_OF_A_WORD, _OF_A_FAR_WORD = 0.5, 0.3  # how much one word may say beside what all others say
_HIDE, _HIDE_THOUGH_A_PLACE = 0.33, 0.5
_LIVED, _HIDE_LIVED = 0.9, 0.05  # where a rule read that somebody lives there, and what then is enough
_ODDS, _LETTERS = 0.2, 50
"""The odds from which a passage is hidden: a fifth, and one more for so many letters of it, for the longer it
is, the more would be hidden for nothing."""
_PERSONS, _OFFICES = (
    N_("Alamat seseorang, menurut kata-kata di sekitarnya."),
    N_("Alamat kantor atau tempat umum."),
)


def weigh_passages(cast: Cast, tagged: Tagged, candidates: Sequence[Candidate]) -> list[Candidate]:
    """``candidates`` without the passages that are unlikely a private person's; the others as sure as that.
    An address that is nobody's is a place."""
    passages = [candidate for candidate in candidates if candidate.weighed]
    weighed = weigh(MODEL, passage_features(cast, tagged, passages))
    likely = {id(passage): of.get(HIDE, 0.0) for passage, of in zip(passages, weighed, strict=True)}
    stay = [c for c in candidates if id(c) not in likely or _stays(cast, c, likely[id(c)])]
    return without_lone_amounts(cast.layout.reading.text, stay)


def _stays(cast: Cast, passage: Candidate, likely: float) -> bool:
    """True where it goes on to be a finding, as sure as the model is."""
    if passage.rule == RESIDENCE:
        _judge_address(passage, likely)
        return True
    passage.certain = likely
    if passage.rule == LEARNED and passage.type == "ADDRESS":  # mostly a place where something happens
        return likely >= _HIDE_THOUGH_A_PLACE
    reading = cast.layout.reading
    words = reading.words_in(passage.start, passage.end)
    letters = sum(map(str.isalnum, reading.text[passage.start : passage.end]))
    least = (_ODDS + letters / _LETTERS) * (doubt(cast, words) if words else 1.0)
    return likely >= least * (1 - likely)


def _judge_address(candidate: Candidate, likely: float) -> None:
    least = _HIDE_LIVED if candidate.certain >= _LIVED else _HIDE
    hide = likely >= (least if candidate.type == "ADDRESS" else _HIDE_THOUGH_A_PLACE)
    candidate.certain = likely if hide else 1 - likely
    if hide == (candidate.type == "ADDRESS"):
        return
    candidate.type, candidate.holder = ("ADDRESS", None) if hide else ("PLACE", Role.INSTITUTION)
    candidate.reason = _PERSONS if hide else _OFFICES


def passage_features(cast: Cast, tagged: Tagged, passages: Sequence[Candidate]) -> Iterator[Features]:
    """For each passage what holds of it."""
    everywhere = _of_document(cast)
    for passage in passages:
        yield _features(cast, tagged, passage, everywhere)


def _features(cast: Cast, tagged: Tagged, candidate: Candidate, everywhere: Features) -> Features:
    layout, kind = cast.layout, kind_of(cast.matter)
    type_ = "ADDRESS" if candidate.rule == RESIDENCE else candidate.type
    words = layout.reading.words_in(candidate.start, candidate.end)
    whole = (
        "any-passage",
        *(f"long={length_of(layout)}", f"length={min(len(words), 12) // 2}"),
        *(f"type={type_}", f"rule={candidate.rule}", f"certain={candidate.certain:.1f},{candidate.type}"),
        *(f"kind={kind}", f"kind+type={kind},{type_}", f"open={cast.matter.open}"),
        f"row={layout.row_at(candidate.start) is not None}",
        f"field={layout.field_at(candidate.start) is not None}",
    )
    return {
        **dict.fromkeys(whole, 1.0),
        **_as_read(tagged, words, type_, candidate.rule),
        **_of_type(tagged, type_),
        **everywhere,
        **(_of_persons(cast, words) if words else {}),
        **(_words(layout, tagged, words, type_) if words else {}),
    }


def _as_read(tagged: Tagged, words: range, type_: str, rule: str) -> Features:
    """What the model of words says of the passage: in all, at its edges, beside, and for another type."""
    read = [tagged.details[at] for at in words] or [{}]
    own = [word.get(type_, 0.0) for word in read]
    any_ = [sum(p for t, p in word.items() if t in DETAILS) for word in read]
    other = max((p for word in read for t, p in word.items() if t != type_), default=0.0)
    left, right = (
        tagged.details[at].get(type_, 0.0) if 0 <= at < len(tagged.details) else 0.0
        for at in (words.start - 1, words.stop)
    )
    mean, most = sum(own) / len(own), max(own)
    steps = (
        *(f"most={step(most)}", f"mean={step(mean)}", f"most+type={step(most)},{type_}"),
        *(f"rule+most={rule},{step(most)}", f"any={step(max(any_))}"),
    )
    return {
        "mean": mean,
        "most": most,
        "least": min(own),
        "any": sum(any_) / len(any_),
        "other": other,
        "first": own[0],
        "last": own[-1],
        "left": left,
        "right": right,
        "words": min(sum(own), _MANY_WORDS) / _MANY_WORDS,
        **dict.fromkeys(steps, 1.0),
    }


def _of_type(tagged: Tagged, type_: str) -> Features:
    """How much of the document is of this type."""
    words = tagged.words_of(type_)
    return {
        f"of-type={min(int(words).bit_length(), 7)},{type_}": 1.0,
        "rate": min(_USUAL_RATE * words / max(len(tagged.details), 1), 2.0),
    }


def _of_document(cast: Cast) -> Features:
    """How many of its persons are hidden."""
    hidden = sum(person.likely[0] > _RATHER for person in cast.persons)
    return {
        "hides": hidden / max(len(cast.persons), 1),
        f"hides={min(hidden, 4)}": 1.0,
        f"protected={min(len(cast.protected), 4)}": 1.0,
        "share": len(cast.protected) / max(len(cast.persons), 1),
    }


def _of_persons(cast: Cast, words: range) -> Features:
    """Who is named in the sentence and in the one before."""
    reading, found = cast.layout.reading, Features()
    sentence = reading.sentence(words.start)
    last_word = max(sentence.stop, words.stop) - 1
    here = cast.likeliest(reading.starts[sentence.start], reading.ends[last_word])
    found["near"] = -1.0 if here is None else here
    found[f"here={'none' if here is None else step(here)}"] = 1.0
    last = cast.before(reading.starts[words.start])
    if last:
        away = len(reading.words_in(last[0].end, reading.starts[words.start]))
        found[f"last={step(last[1].likely[0])},{min(away, 40) // 10}"] = 1.0
    return found


def _words(layout: Layout, tagged: Tagged, words: range, type_: str) -> Features:
    """The words of the passage, around it, and in its sentence; their marks."""
    reading, folds = layout.reading, layout.reading.folds
    sentence = reading.sentence(words.start)
    far = range(max(sentence.start, words.start - _FAR), min(sentence.stop, words.stop + _FAR))
    found = [f"in={folds[at]}" for at in words]
    found += [f"before={fold}" for fold in folds[max(words.start - _AROUND, 0) : words.start]]
    found += [f"behind={fold}" for fold in folds[words.stop : words.stop + _AROUND]]
    found += [
        f"{side}={folds[at]}"
        for side, at in (("left", words.start - 1), ("right", words.stop))
        if 0 <= at < len(folds)
    ]
    found += [
        f"first={type_},{folds[words.start]}",
        f"begins={' '.join(folds[words.start : words.stop][:2])}",
    ]
    found += [tag for at in words for tag in tags_at(reading, at, "in")]
    found += [tag for at in words for tag in tags_at(reading, at, f"in,{type_}")]
    found += around(layout, tagged, words)
    return dict.fromkeys(
        [f"sentence={folds[at]}" for at in far if at not in words], _OF_A_FAR_WORD
    ) | dict.fromkeys(found, _OF_A_WORD)
