"""The words the screening knows: marks (phrases with tags), parts of names, everyday words, regions.

Data: ``lexicon/*.txt`` (ours) and ``data/*.txt`` (built, see ``data/SOURCES.md``). Loaded once, on first use.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

import ahocorasick

# Tags whose words also occur with the possessive ending: "istrinya", "rumahnya".
_WITH_NYA = (
    *("role.relative", "residence", "finance", "title.kin", "post.teacher"),
    *("work.company", "health.part"),
)
# Tags whose words are also counted: "informan kedua", "korban ke-2".
_COUNTED = (
    "role.complainant",
    "role.victim",
    "role.witness",
    "role.suspect",
    "role.informant",
    "role.child",
)
_SHORTEST_STEM = 4  # of a word without its ending or prefix
_MARK_FILES = ("titles", "posts", "roles", "institutions", "labels", "attributes", "health", "kinds")


def _read(name: str) -> str:
    return files("terbuka.screening").joinpath(name).read_text(encoding="utf-8")


def sections(text: str) -> dict[str, str]:
    """The body of each ``[tag]`` section of a lexicon file, comments dropped."""
    found: dict[str, list[str]] = {}
    tag = ""
    for line in text.splitlines():
        if line.startswith("["):
            tag = line.strip("[] ")
        elif line and not line.startswith("#"):
            found.setdefault(tag, []).append(line)
    return {tag: " ".join(lines) for tag, lines in found.items()}


def _phrases() -> dict[str, set[str]]:
    """Each phrase of the mark files with its tags."""
    tags: dict[str, set[str]] = {}
    ordinals = [*words("ordinal"), *(f"ke {number}" for number in range(1, 10))]  # "1" alone opens an item
    for name in _MARK_FILES:
        for tag, body in sections(_read(f"lexicon/{name}.txt")).items():
            for phrase in body.split(","):
                phrase = phrase.strip()
                if not phrase:
                    continue
                tags.setdefault(phrase, set()).add(tag)
                if tag in _WITH_NYA and not phrase.endswith("nya"):
                    tags.setdefault(phrase + "nya", set()).add(tag)
                for ordinal in ordinals if tag in _COUNTED else ():
                    tags.setdefault(f"{phrase} {ordinal}", set()).add(tag)
    for phrase, tag in _asked():
        tags.setdefault(phrase, set()).add(tag)
    for phrase in region_names():
        tags.setdefault(phrase, set()).add("region")
    groups = _groups()
    for have in tags.values():
        have.update({group for tag in have for group in groups.get(tag, ())})
    return tags


def _asked() -> Iterator[tuple[str, str]]:
    """Each label that a head of ``asked.txt`` makes, alone and with each tail, and its tag."""
    parts = sections(_read("lexicon/asked.txt"))
    for part, heads in parts.items():
        side, _, kind = part.partition(".")
        if side == "head":
            for head in heads.split(", "):
                for tail in ("", *parts[f"tail.{kind}"].split(", ")):
                    yield f"{head} {tail}".strip(), f"label.{kind}"


@cache
def group_members() -> dict[str, frozenset[str]]:
    """The tags of each group of ``groups.txt``; a group may hold groups above it."""
    members: dict[str, frozenset[str]] = {}
    for group, body in sections(_read("lexicon/groups.txt")).items():
        held = {tag.strip() for tag in body.split(",")}
        members[group] = frozenset(held | {tag for inner in held for tag in members.get(inner, ())})
    return members


def _groups() -> dict[str, set[str]]:
    """For each tag the groups that hold it."""
    found: dict[str, set[str]] = {}
    for group, held in group_members().items():
        for tag in held:
            found.setdefault(tag, set()).add(group)
    return found


@cache
def _sets() -> dict[str, frozenset[str]]:
    return _word_sets("sets")


def _word_sets(name: str) -> dict[str, frozenset[str]]:
    return {tag: frozenset(body.split()) for tag, body in sections(_read(f"lexicon/{name}.txt")).items()}


def words(name: str) -> frozenset[str]:
    """A set of single words of ``sets.txt`` by its name. Raises ``KeyError`` for a name that is not there."""
    return _sets()[name]


@cache
def phrases(name: str) -> frozenset[str]:
    """A set of phrases of ``phrases.txt`` by its name. Raises ``KeyError`` for a name that is not there."""
    return frozenset(phrase.strip() for phrase in sections(_read("lexicon/phrases.txt"))[name].split(","))


@cache
def short_forms() -> dict[str, frozenset[str]]:
    """The short forms of names that are usually cut short: "muh" of "muhammad"."""
    return _word_sets("short-forms")


@cache
def marks() -> ahocorasick.Automaton:
    """An automaton over words joined by single spaces: yields ``(number of words, tags)`` of each phrase."""
    automaton = ahocorasick.Automaton()
    for phrase, tags in _phrases().items():
        automaton.add_word(f" {phrase} ", (phrase.count(" ") + 1, frozenset(tags)))
    automaton.make_automaton()
    return automaton


@cache
def _region_rows() -> tuple[tuple[str, str, str], ...]:
    """``(code, name, districts)`` of every province, regency and city."""
    rows = []
    for line in _read("data/regions.txt").splitlines():
        code, name, *districts = line.split("\t")
        rows.append((code, name, districts[0] if districts else ""))
    return tuple(rows)


@cache
def region_names() -> frozenset[str]:
    """Names of provinces, regencies and cities in lower case, without the word Kabupaten or Kota."""
    names = set(phrases("short-region"))
    for _, name, _ in _region_rows():
        low = name.lower().replace(".", "").replace("-", " ")
        for head in ("kabupaten ", "kota ", "administrasi "):
            low = low.removeprefix(head)
        names.add(low)
    return frozenset(names)


@cache
def districts() -> frozenset[str]:
    """Names of sub-districts in lower case. Many are also names of persons: weak evidence only."""
    return frozenset(
        entry[2:].lower() for _, _, entries in _region_rows() for entry in entries.split(";") if entry
    )


@cache
def district_codes() -> frozenset[str]:
    """Six-digit codes a NIK may begin with: current sub-districts, and former ones.

    Former: gaps in the numbering of a regency (sub-districts that a split took away keep their number on
    people's cards) and the regencies of ``former-regions.txt``.
    """
    codes: set[str] = set()
    for code, _, entries in _region_rows():
        if entries:
            last = int(entries.rsplit(";", 1)[-1][:2])
            codes.update(f"{code}{number:02d}" for number in range(1, last + 1))
    for line in _read("data/former-regions.txt").splitlines():
        if not line.startswith("#"):
            codes.update(f"{line[:4]}{number:02d}" for number in range(1, 41))
    return frozenset(codes)


@cache
def name_parts() -> dict[str, int]:
    """Parts of persons' names with a weight from 1 to 3: our own lists weigh 3, others as often as seen."""
    parts: dict[str, int] = {}
    for line in _read("data/names.txt").splitlines():
        word, count = line.split(" ")
        parts[word] = min(int(count), 3)
    parts.update(dict.fromkeys(own_name_parts(), 3))
    return parts


@cache
def hints() -> dict[str, tuple[str, ...]]:
    """Words that often stand in or beside a detail of a person, each with the kinds of detail."""
    found: dict[str, tuple[str, ...]] = {}
    for kind, body in sections(_read("lexicon/hints.txt")).items():
        for word in dict.fromkeys(word.strip() for word in body.split(",")):
            found[word] = (*found.get(word, ()), kind)
    return found


@lru_cache(maxsize=65536)
def hints_of(word: str) -> tuple[str, ...]:
    """The kinds of detail that ``word`` hints at, also as "asmanya", "hutangku"."""
    known = hints()
    ending = next((end for end in words("owner-ending") if word.endswith(end)), "")
    return known.get(word) or known.get(word.removesuffix(ending), ())


@cache
def own_name_parts() -> frozenset[str]:
    """Parts of persons' names that we wrote down ourselves."""
    return frozenset(
        word for body in sections(_read("lexicon/given-names.txt")).values() for word in body.split()
    )


def is_name_part(word: str) -> bool:
    return word in name_parts()


@cache
def everyday_words() -> frozenset[str]:
    """Words of the language, in lower case. Some are also names (``bulan``, ``surya``)."""
    known = set(_read("data/words.txt").split())
    for body in sections(_read("lexicon/everyday-words.txt")).values():
        known.update(body.split())
    known.update(sections(_read("lexicon/given-names.txt"))["also-everyday-words"].split())
    return frozenset(known)


@lru_cache(maxsize=65536)
def is_everyday(word: str) -> bool:
    """True for a word of the language, also with one ending or prefix that is not in the list itself."""
    known = everyday_words()
    if word in known:
        return True
    stems = [word.removesuffix(end) for end in words("ending") if word.endswith(end)]
    stems += [word.removeprefix(head) for head in words("prefix") if word.startswith(head)]
    return any(len(stem) >= _SHORTEST_STEM and stem in known for stem in stems)


@lru_cache(maxsize=65536)
def is_ordinary(word: str, *, with_endings: bool = True) -> bool:
    """True for a word, in lower case, that means something beside being somebody's name: a word of the
    language, a region, a month, a title, an opener of places."""
    everyday = is_everyday(word) if with_endings else word in everyday_words()
    return everyday or word in region_names() or marks().exists(f" {word} ")
