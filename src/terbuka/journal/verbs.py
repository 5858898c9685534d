"""What can be done in the office: each verb with its sentence and the detail it writes down.

A desk declares its own in its ``verbs.py``, which is loaded at start-up::

    OPENED = verb("unit.opened", _("membuka unit %(code)s"), "code")
"""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext

Label = Callable[[str], str]
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")
_known: dict[str, "Verb"] = {}


@dataclass(frozen=True, slots=True)
class Verb:
    """``sentence`` follows the name of whoever did it and may hold ``%(key)s`` for each of ``keys``."""

    name: str
    sentence: str
    keys: frozenset[str]
    labels: Mapping[str, Label]

    def say(self, detail: dict[str, Any]) -> str:
        """The sentence in the language of the page; codes by their labels, days written out."""
        words = {key: _word(self.labels.get(key), value) for key, value in detail.items()}
        return gettext(self.sentence) % words

    @property
    def name_in_words(self) -> str:
        """The sentence without its particulars, for lists: membuka unit …"""
        return gettext(self.sentence) % dict.fromkeys(self.keys, "…")


def _word(label: Label | None, value: Any) -> Any:
    if label:
        return label(value)
    try:
        return date_format(datetime.date.fromisoformat(value), "DATE_FORMAT")
    except (TypeError, ValueError):
        return value


def verb(name: str, sentence: str, *keys: str, **labels: Label) -> Verb:
    """Declare a verb. ``sentence`` is marked with ``gettext_noop`` where it is written; ``labels`` turn
    the code of a key into words when the sentence is said.

    Raises ``ValueError`` for a name that is taken, or a sentence with a placeholder that no key fills.
    """
    if name in _known and _known[name].sentence != sentence:
        raise ValueError(f"verb {name} is declared twice")
    rest = _PLACEHOLDER.sub("", sentence).replace("%%", "")
    if "%" in rest or not set(_PLACEHOLDER.findall(sentence)) <= set(keys):
        raise ValueError(f"the sentence of verb {name} does not fit its keys")
    _known[name] = Verb(name, sentence, frozenset(keys), labels)
    return _known[name]


def known_verbs() -> list[Verb]:
    """All declared verbs by name."""
    return [_known[name] for name in sorted(_known)]


def say(name: str, detail: dict[str, Any]) -> str:
    """The sentence of an entry; the bare name where a verb is no longer declared (an old entry)."""
    declared = _known.get(name)
    return declared.say(detail) if declared and declared.keys == detail.keys() else name
