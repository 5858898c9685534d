"""How far a name reaches, and how much it looks like one."""

import re

from terbuka.screening.lexicon import districts, is_everyday, name_parts, region_names
from terbuka.screening.reading import Reading

_LONGEST = 8
_INITIAL = re.compile(r"[A-Z]{1,2}")
_ABBREVIATION = frozenset(
    "m moh muh mhd muhd abd ab a s st sy dg kt gst i h r b n p d e f g j k l t w y z o u c ach sri hj tb tgk md nr rr br bt".split()
)
_STOPS = (
    "rank rank.military rank.civil post day speech org.government label.nik label.kk label.phone label.address label.birth label.age label.religion "
    "label.job label.nip label.nrp label.email label.account label.npwp label.ethnic label.marital role.witness role.suspect role.complainant "
    "role.victim retired press officeish label.passport label.sim label.bpjs place.hospital place.school post.staff title.formal deceased"
).split()
_SOFT_STOPS = ("post.organisation", "role.child", "role.relative", "role.private", "place.site", "org.company", "month", "brand")
DEGREE = re.compile(
    r",?\s*\(?(?:(?:[SMADB]|Sp|Ph|LL|Dipl|Ak|Med|Psi|Apt|Ns)\.(?:[A-Z][A-Za-z]{0,6}\.?){1,3}|[SM]\. ?[HEMT]\.|[AS]\.? ?Md|"
    r"S\.?H|M\.?H|S\.?E|M\.?M|S\.?T|M\.?T|M\.?Si|S\.?Sos|S\.?Pd|S\.?IK|S\.?Kom|M\.?Kn|S\.?IP|Ph\.?D|Lc|CPA|Psikolog)\b"
)


def is_part(word: str) -> bool:
    return word in name_parts()


def weight(word: str) -> float:
    """How much a word speaks for a name: 1 a known part, 0.25 an unknown word, below 0 an everyday word."""
    known = name_parts().get(word, 0)
    everyday = is_everyday(word)
    if known:
        value = (0.0, 0.6, 0.8, 1.0)[known]
        if everyday:
            value *= 0.45
        return value * 0.5 if word in region_names() else value
    if everyday:
        return -0.8
    if word in region_names():
        return -0.5
    return 0.1 if word in districts() else 0.25


def stops(reading: Reading, index: int, anchored: bool) -> bool:
    """True where word ``index`` cannot belong to a name."""
    if reading.tag_at(index, *_STOPS) and not _name_after_all(reading, index):
        return True
    word = reading.folds[index]
    if reading.within(index, *_STOPS, "post.organisation", "region") or _is_date_word(reading, index):
        return True
    if word in _ABBREVIATION and reading.capital(index) and reading.text[reading.ends[index] : reading.ends[index] + 1] == ".":
        return False
    if reading.tag_at(index, *_SOFT_STOPS) and not is_part(word):
        return True
    if word.isdigit() or any(char.isdigit() for char in word):
        return True
    return is_everyday(word) and not is_part(word) and not (anchored and len(word) == 1)


def _name_after_all(reading: Reading, index: int) -> bool:
    """``Wa Ode`` of Buton and ``Maria Nona`` of Flores: written like a label or a title, parts of names."""
    word = reading.word(index)
    if word in ("Wa", "WA"):
        return index + 1 < len(reading) and reading.between(index + 1) == " " and reading.word(index + 1).isalpha() and reading.capital(index + 1)
    return word in ("Nona", "NONA") and index > 0 and is_part(reading.folds[index - 1]) and reading.between(index) == " "


def _is_date_word(reading: Reading, index: int) -> bool:
    """``Mei``, ``Juli`` and the like are names only away from numbers and the word for month."""
    if not reading.tag_at(index, "month"):
        return False
    before = reading.folds[index - 1] if index else ""
    after = reading.folds[index + 1] if index + 1 < len(reading) else ""
    return before.isdigit() or after.isdigit() or before in _MONTH_COMPANY or not is_part(before) and not is_part(after)


_MONTH_COMPANY = frozenset({"bulan", "sampai", "hingga", "akhir", "awal", "sejak", "pada", "tanggal", "tgl", "sd"})


def extent(reading: Reading, first: int, anchored: bool) -> int:
    """The word number behind the last word of a name that begins with word ``first``."""
    index = first + 1
    while index < len(reading) and index - first < _LONGEST and _goes_on(reading, first, index, anchored):
        index += 2 if _particle(reading, index) else 1
    return min(index, len(reading))


def labelled_extent(reading: Reading, first: int) -> int:
    """Behind ``Nama :`` or in a column of names: all words up to a comma, bracket, number, alias or next label."""
    index = first + 1
    while index < len(reading) and index - first < _LONGEST:
        gap, word = reading.between(index), reading.folds[index]
        if not re.fullmatch(r"[.'’\-]?[ \u00a0]{0,2}|'", gap) or reading.cell_of[index] != reading.cell_of[first]:
            break
        if any(char.isdigit() for char in word) or reading.tag_at(index, "alias", "rank") or _label_follows(reading, index):
            break
        if reading.capital(first) and not reading.capital(index) and word not in _PARTICLES:
            break
        if DEGREE.match(reading.text, reading.ends[index - 1]) and "." in reading.text[reading.ends[index] : reading.ends[index] + 1]:
            break
        index += 1
    return index


def _label_follows(reading: Reading, index: int) -> bool:
    """Word ``index`` begins a label with its colon or number ("Budi Umur : 30", "Budi NIK 6371…")."""
    for length, tags in reading.opening.get(index, ()):
        if any(tag.startswith("label.") for tag in tags) and index + length <= len(reading):
            after = reading.between(index + length).lstrip()
            if after[:1] in (":", "=") or (index + length < len(reading) and reading.folds[index + length][:1].isdigit()):
                return True
    return False


def _goes_on(reading: Reading, first: int, index: int, anchored: bool) -> bool:
    if not _gap_inside_name(reading, index):
        return False
    if _particle(reading, index):
        return index + 1 < len(reading) and reading.capital(index + 1) and _gap_inside_name(reading, index + 1)
    if stops(reading, index, anchored):
        return False
    if reading.capital(first):
        return reading.capital(index) and _same_style(reading, first, index)
    word = reading.folds[index]
    return (is_part(word) or reading.folds[index - 1] in _HONORIFIC) and not is_everyday(word)


_HONORIFIC = frozenset({"daeng", "dg", "andi", "gusti", "cut", "teuku", "datuk"})


def _particle(reading: Reading, index: int) -> bool:
    return bool(reading.tag_at(index, "particle")) and reading.folds[index] in _PARTICLES


_PARTICLES = frozenset({"bin", "binti", "bte", "br", "boru", "al", "el", "van", "der", "de", "da", "dos", "ibnu"})


def _same_style(reading: Reading, first: int, index: int) -> bool:
    """A name in capitals does not go on in small letters ("RAHMAH Umur"), initials apart."""
    here, there = reading.word(first), reading.word(index)
    return len(here) < 3 or len(there) < 3 or _in_capitals(here) == _in_capitals(there)


def _in_capitals(word: str) -> bool:
    """Most letters are capitals (a scanner may have read one wrong)."""
    return sum(char.isupper() for char in word) * 2 > len(word)


def _gap_inside_name(reading: Reading, index: int) -> bool:
    gap = reading.between(index)
    if gap in (" ", "-", "'", "’", "  ", "\u00a0"):
        return gap != "  " or reading.cell_of[index] == reading.cell_of[index - 1]
    before = reading.word(index - 1)
    if gap in (". ", "."):
        return len(before) <= 2 or before.lower() in _ABBREVIATION
    word = reading.folds[index]  # a name broken over two lines of running text goes on with a known part
    return reading.wraps(index) and is_part(word) and not is_everyday(word)


def likeness(reading: Reading, first: int, last: int) -> float:
    """How much words ``first`` to ``last`` look like a name without context: 0 to 1."""
    words = [reading.folds[i] for i in range(first, last) if len(reading.folds[i]) > 1 and reading.folds[i] not in _PARTICLES]
    if not words:
        return 0.0
    weights = [weight(word) for word in words]
    if len(words) == 1:
        return max(0.0, weights[0] * 0.8)
    return max(0.0, min(1.0, sum(weights) / len(words) * 0.7 + max(weights) * 0.3))


def initials(reading: Reading, index: int) -> int:
    """The number of words of initials that stand at ``index`` ("AF", "N.P.", "M.R.S"), else 0."""
    word = reading.word(index)
    if not word.isupper() or not word.isalpha():
        return 0
    if 2 <= len(word) <= 3 and not is_everyday(reading.folds[index]) and not _says_more(reading, index):
        return 0 if _capital_follows(reading, index) else 1
    if len(word) > 1:
        return 0
    count = 1
    while index + count < len(reading) and count < 4 and reading.between(index + count) == "." and _INITIAL.fullmatch(reading.word(index + count)):
        count += 1
    return count if count > 1 else 0


def _says_more(reading: Reading, index: int) -> bool:
    """The letters are also a mark of another kind than a form of address ("MR", "AN" may be initials)."""
    return any(not have <= _ADDRESS for _, have in reading.opening.get(index, ()))


_ADDRESS = frozenset({"title.formal", "title.kin", "particle", "title"})


def capitals_only(reading: Reading, index: int) -> bool:
    """Two or three capitals, whatever word they spell."""
    word = reading.word(index)
    return 2 <= len(word) <= 3 and word.isalpha() and word.isupper()


def _capital_follows(reading: Reading, index: int) -> bool:
    """Another word in capitals follows: not initials but the first word of a name or heading."""
    after = index + 1
    return after < len(reading) and reading.between(after) == " " and reading.word(after).isupper() and len(reading.word(after)) > 1


def is_degree(reading: Reading, index: int) -> bool:
    """True where word ``index`` begins an academic degree behind a comma: ", S.Kom."."""
    return index > 0 and "," in reading.between(index) and bool(DEGREE.match(reading.text, reading.ends[index - 1]))


def degree_after(reading: Reading, last: int) -> bool:
    """True when an academic degree stands behind word ``last - 1``."""
    return bool(DEGREE.match(reading.text, reading.ends[last - 1]))
