"""Presidio with the name model and the patterns, and the patterns alone. Runs in ``.bench-venv``.

    python bench/peer/engines.py presidio MODEL_DIR < texts.json > found.json
    python bench/peer/engines.py patterns < texts.json > found.json

``texts.json`` is a list of texts. The answer: seconds for all of them, one by one after a warm-up on the
first, and the spans of each. Every finding counts as hidden.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator

import regex  # Presidio's own engine, for both: it looks behind as far as it must
from patterns import KINDS, THRESHOLD, Kind

Spans = list[tuple[int, int]]
_WORDS_BEFORE = 5
_CHARACTERS_BEFORE = 80


def patterns_alone() -> Callable[[str], Spans]:
    """The patterns without names and without Presidio."""
    compiled = [
        (kind, regex.compile(pattern, regex.MULTILINE), score)
        for kind in KINDS
        for pattern, score in kind.patterns
    ]

    def analyse(text: str) -> Spans:
        return [span for kind, pattern, score in compiled for span in _found(text, kind, pattern, score)]

    return analyse


def _found(text: str, kind: Kind, pattern: "regex.Pattern[str]", score: float) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(text):
        if kind.check and not kind.check(match[0]):
            continue
        if kind.check or score >= THRESHOLD or _has_context(text, match.start(), kind):
            yield match.span()


def _has_context(text: str, start: int, kind: Kind) -> bool:
    before = regex.findall(r"\w+", text[max(0, start - _CHARACTERS_BEFORE) : start].lower())
    return any(word in near for near in before[-_WORDS_BEFORE:] for word in kind.context.split())


def presidio(model: str) -> Callable[[str], Spans]:
    """Presidio: the same patterns as recognisers, and the persons that the name model sees."""
    from presidio_analyzer import AnalyzerEngine, Pattern, PatternRecognizer, RecognizerRegistry
    from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine
    from presidio_analyzer.predefined_recognizers import SpacyRecognizer
    from spacy.language import Language
    from spacy.tokens import Doc

    class Recogniser(PatternRecognizer):
        """A kind of ours, with its check."""

        def __init__(self, kind: Kind) -> None:
            self.check = kind.check
            super().__init__(
                supported_entity=kind.entity,
                supported_language="id",
                patterns=[Pattern(kind.entity, pattern, score) for pattern, score in kind.patterns],
                context=kind.context.split(),
                global_regex_flags=regex.MULTILINE,
            )

        def validate_result(self, pattern_text: str) -> bool | None:
            return self.check(pattern_text) if self.check else None

    @Language.component("words_as_lemmas")
    def words_as_lemmas(doc: Doc) -> Doc:
        """Presidio looks for context among lemmas, and spaCy has none for Indonesian."""
        for token in doc:
            token.lemma_ = token.lower_
        return doc

    names = NerModelConfiguration(
        model_to_presidio_entity_mapping={"PER": "PERSON"}, labels_to_ignore=["LOC", "ORG"]
    )
    engine = SpacyNlpEngine([{"lang_code": "id", "model_name": model}], names)
    engine.load()
    engine.get_nlp("id").add_pipe("words_as_lemmas")
    person = SpacyRecognizer(supported_language="id", supported_entities=["PERSON"])
    registry = RecognizerRegistry(
        recognizers=[person, *(Recogniser(kind) for kind in KINDS)], supported_languages=["id"]
    )
    analyser = AnalyzerEngine(registry, engine, supported_languages=["id"], default_score_threshold=THRESHOLD)

    def analyse(text: str) -> Spans:
        return [(found.start, found.end) for found in analyser.analyze(text, "id")]

    return analyse


def main() -> None:
    analyse = presidio(sys.argv[2]) if sys.argv[1] == "presidio" else patterns_alone()
    texts: list[str] = json.load(sys.stdin)
    for text in texts[:1]:
        analyse(text)
    began = time.perf_counter()
    spans = [analyse(text) for text in texts]
    json.dump({"seconds": time.perf_counter() - began, "spans": spans}, sys.stdout)


if __name__ == "__main__":
    main()
