"""How far a name reaches."""

import re

from terbuka.screening.lexicon import is_everyday, is_name_part, region_names, words
from terbuka.screening.names.degrees import degree_at
from terbuka.screening.reading import Reading

_LONGEST = 8
_SAME_COLUMN = 3
_ABBREVIATIONS = words("name-abbreviation")
_PARTICLES = words("name-particle")
_HONORIFICS = words("honorific")
_ALSO_AN_INITIAL = "R"  # "R. Zebua": Rudi more often than Raden
_OF_RANK = words("of-rank")  # "Kgs. Lukman" of Palembang, "Tb. Hasan" of Banten
_OF_BALI, _BEFORE_A_BALINESE = words("of-bali"), ("I", "l", "Ni", "NI")
_MONTH_COMPANY = words("month-company")
_MONTH = "bulan"
_LONGEST_LETTERS = 4
_SHORTEST_PART, _LONG_PART, _SHORTEST_VERB = 3, 4, 6
_OTHERWISE = ("name.stop", "name.soft-stop", "lead", "day", "value.religion")
_NO_PART, _OF_A_VERB = words("no-part-of-a-name"), ("me", "di", "ber", "ter", "ke")
DEEDS = words("arrests") | words("arrested") | words("does-a-crime") | words("suffers") | words("examines")
"""What is done in a case: a verb is part of no name ("Ustaz Maksum mencabuli santri")."""
_CRIME = words("crime")
_PARTIES = ("role.complainant", "role.victim", "role.witness")
_ACCUSED = words("accused-noun") | words("reported")
_OF_KIN = words("of-kin")
_ALSO_BORNE = words("also-borne")
_LABELLED_GAP = re.compile(r"[.'’\-]?[ \u00a0]{0,2}")


def stops(reading: Reading, index: int, anchored: bool) -> bool:
    """True where word ``index`` cannot belong to a name."""
    word = reading.folds[index]
    if word in DEEDS or word in _CRIME:
        return True
    if tells_of_kin(reading, index):
        return True
    if reading.tag_at(index, "name.stop") and not _name_after_all(reading, index):
        return True
    if reading.within(index, "name.stop", "post.organisation") or _is_date_word(reading, index):
        return True
    if reading.within(index, "region") and not reading.tag_before(index, "title.formal"):
        return True
    if reading.tag_before(index, "title.formal") and word in region_names():
        return False  # "Tn. Medan Siregar": nobody addresses a town
    if (
        word in _ABBREVIATIONS
        and reading.capital(index)
        and reading.text.startswith(".", reading.ends[index])
    ):
        return False
    if is_name_part(word) or word in _ALSO_BORNE:
        return False
    if reading.tag_at(index, "name.soft-stop") or any(char.isdigit() for char in word):
        return True
    return is_everyday(word) and not (anchored and len(word) == 1)


def tells_of_kin(reading: Reading, index: int) -> bool:
    """Word ``index`` says what kind of mother or sister is meant: "Ibu Hamil", "Kakak Asuh"."""
    return reading.folds[index] in _OF_KIN and reading.tag_before(index, "title.kin") > 0


def names_a_land(reading: Reading, first: int, last: int) -> bool:
    """Words ``first`` to ``last`` are what a region or a people is called: "warga Kutai Barat"."""
    length = reading.tag_at(first, "region", "value.ethnic")
    if length < last - first or reading.tag_before(first, "title.formal"):
        return False
    return not all(is_name_part(word) for word in reading.folds[first : first + length])


def no_name(word: str) -> bool:
    """A deed or a crime. Words of prose may yet be the last part of a name ("Rai Antara")."""
    return word in DEEDS or (word in _CRIME and not is_name_part(word))


def letters_of_an_office(reading: Reading, index: int) -> bool:
    """Word ``index`` is spelled like the letters of an office, but with one capital: Aji is no AJI."""
    word = reading.word(index)
    return word.istitle() and len(word) <= _LONGEST_LETTERS and reading.tag_at(index, "org.government") == 1


def _name_after_all(reading: Reading, index: int) -> bool:
    """``Wa Ode`` of Buton, ``Maria Nona`` of Flores, ``Rahman Hakim``, ``Iksan Kader``: parts of names,
    though written like a label, a title, a post or the letters of an office."""
    word, after = reading.word(index), index + 1
    if letters_of_an_office(reading, index):
        return True
    if word in ("Wa", "WA"):
        follows = after < len(reading) and reading.between(after) == " "
        return follows and reading.capital(after) and reading.word(after).isalpha()
    if reading.folds[index] in _ALSO_BORNE and reading.capital(index):
        before = reading.folds[index - 1] if index else ""
        beside = reading.between(index) == " " or (
            reading.between(index) == ". " and before in _ABBREVIATIONS
        )
        return beside and is_name_part(before) and not is_everyday(before)
    return False


def _is_date_word(reading: Reading, index: int) -> bool:
    """``Mei``, ``Juli`` and the like are names only away from numbers and the word for month; nor is
    anybody called so where a month follows ("KORBAN BULAN MEI")."""
    if (
        reading.folds[index] == _MONTH
        and reading.between(index + 1) == " "
        and reading.tag_at(index + 1, "month")
    ):
        return True
    if not reading.tag_at(index, "month"):
        return False
    before = reading.folds[index - 1] if index else ""
    after = reading.folds[index + 1] if index + 1 < len(reading) else ""
    if before.isdigit() or after.isdigit() or before in _MONTH_COMPANY:
        return True
    return not is_name_part(before) and not is_name_part(after)


def extent(reading: Reading, first: int, anchored: bool) -> int:
    """The word number behind the last word of a name that begins with word ``first``."""
    index = first + 1
    while index < len(reading) and index - first < _LONGEST and _goes_on(reading, first, index, anchored):
        index += 2 if reading.folds[index] in _PARTICLES else 1
    return min(index, len(reading))


def _goes_on(reading: Reading, first: int, index: int, anchored: bool) -> bool:
    if not _gap_inside_name(reading, index):
        return False
    word, after = reading.folds[index], index + 1
    if word in _PARTICLES:
        return after < len(reading) and reading.capital(after) and _gap_inside_name(reading, after)
    if stops(reading, index, anchored):
        return False
    if reading.capital(first):
        return _has_capital(reading, index) and _same_style(reading, first, index)
    return (is_name_part(word) or reading.folds[index - 1] in _HONORIFICS) and not is_everyday(word)


def ordinary_part(reading: Reading, words_: range, anchored: bool) -> bool:
    """The word behind the name of ``words_`` is its last part though an ordinary word, with a capital among
    small letters: "Bonifasius Kia Beda"."""
    index = words_.stop
    if index >= len(reading) or not _ends_prose_name(reading, index):
        return False
    word, told = reading.folds[index], reading.tag_at(index, *_OTHERWISE) > 0
    told = told and not reading.tag_at(index, "value.ethnic")  # "Rahmat Karo" heads no bureau
    verb = word.startswith(_OF_A_VERB) and len(word) >= _SHORTEST_VERB
    if told or verb or len(word) < _SHORTEST_PART:
        return False
    if (word in _NO_PART or len(word) < _LONG_PART) and not _prose_goes_on(reading, index + 1):
        return False
    return anchored or any(is_name_part(part) for part in reading.folds[words_.start : words_.stop])


def doubled(reading: Reading, index: int) -> bool:
    """Word ``index`` says the end of the name in front once more: "Perangin-angin", "Fei-fei"."""
    if not 0 < index < len(reading) or reading.between(index) != "-":
        return False
    return reading.folds[index - 1].endswith(reading.folds[index])


def _prose_goes_on(reading: Reading, index: int) -> bool:
    """A word in small letters follows: what a heading or a form never has."""
    return index < len(reading) and reading.between(index) == " " and reading.word(index).islower()


def _ends_prose_name(reading: Reading, index: int) -> bool:
    """A word with one capital right behind another such, and none behind it."""
    if reading.between(index) != " " or not reading.word(index - 1).istitle():
        return False
    after = index + 1
    ends = after == len(reading) or not reading.capital(after) or reading.between(after) != " "
    return ends and reading.word(index).istitle() and reading.word(index).isalpha()


def labelled_extent(reading: Reading, first: int) -> int:
    """Behind ``Nama :`` or under it: all words up to a comma, bracket, number, alias or the next label."""
    index = first + 1
    while index < len(reading) and index - first < _LONGEST and _stays_in_value(reading, first, index):
        index += 1
    return index


def _stays_in_value(reading: Reading, first: int, index: int) -> bool:
    word = reading.folds[index]
    if not _LABELLED_GAP.fullmatch(reading.between(index)):
        return False
    if reading.cell_of[index] != reading.cell_of[first] or any(char.isdigit() for char in word):
        return False
    if reading.tag_at(index, "alias", "rank") or begins_label(reading, index) or degree_at(reading, index):
        return False
    if _is_party(reading, index):
        return False
    return _has_capital(reading, index) or not reading.capital(first) or word in _PARTICLES


def _is_party(reading: Reading, index: int) -> bool:
    """Word ``index`` says who somebody is in the case: the next column of a list, a narrow gap behind the
    name ("Rahmat Hidayatullah Pelapor"). Hidden with the name it would be missed wherever else it stands."""
    word = reading.folds[index]
    if reading.tag_at(index, "role.child") > 1:
        return True
    return not is_name_part(word) and (word in _ACCUSED or reading.tag_at(index, *_PARTIES) > 0)


def _has_capital(reading: Reading, index: int) -> bool:
    """Also where a scanner read the capital I for l: "RAJA lSMAIL"."""
    word = reading.word(index)
    return word[0].isupper() or (word[0] == "l" and word[1:2].isupper())


def begins_label(reading: Reading, index: int) -> bool:
    """Word ``index`` begins a label with its colon or number ("Budi Umur : 30", "Budi NIK 6371…")."""
    for length, tags in reading.opening.get(index, ()):
        if any(tag.startswith("label.") for tag in tags):
            after = index + length
            number = after < len(reading) and reading.folds[after][:1].isdigit()
            if number or reading.between(after).lstrip()[:1] in (":", "="):
                return True
    return False


def _same_style(reading: Reading, first: int, index: int) -> bool:
    """A name in capitals does not go on in small letters ("RAHMAH Umur"), initials apart."""
    here, there = reading.word(first), reading.word(index)
    return len(here) < 3 or len(there) < 3 or _in_capitals(here) == _in_capitals(there)


def _in_capitals(word: str) -> bool:
    """Most letters are capitals (a scanner may have read one wrong)."""
    return sum(char.isupper() for char in word) * 2 > len(word)


def initial_before(reading: Reading, index: int) -> bool:
    """A capital with its full stop, no title ("H. Kastalani"), stands right in front of word ``index``, or a
    title of birth ("Kgs. Lukman"), or the "I" of Bali ("Saksi I Ketut Dana" is no first witness)."""
    before = reading.word(index - 1)
    if reading.folds[index] in _OF_BALI and before in _BEFORE_A_BALINESE and reading.between(index) == " ":
        return True
    if (
        len(before) > 1
        and reading.folds[index - 1] in _OF_RANK
        and reading.between(index) in (". ", ".", " ")
    ):
        return True
    if len(before) != 1 or not before.isupper():
        return False
    if reading.tag_at(index - 1, "title", "title.clergy") and before != _ALSO_AN_INITIAL:
        return False
    return reading.between(index) in (". ", ".") or _stands_under(reading, index)


def _stands_under(reading: Reading, index: int) -> bool:
    """A narrow cell broke the name behind an initial: "M." and below it "Aldi"."""
    gap = reading.between(index)
    if gap.strip() != "." or gap.count("\n") != 1:
        return False
    columns = [reading.column(reading.starts[at]) for at in (index - 1, index)]
    return abs(columns[0] - columns[1]) <= _SAME_COLUMN


def _gap_inside_name(reading: Reading, index: int) -> bool:
    gap, before = reading.between(index), reading.word(index - 1)
    if gap in (" ", "-", "'", "’", "\u00a0"):
        return True
    if gap == "  ":
        return reading.cell_of[index] == reading.cell_of[index - 1]
    if gap in (". ", "."):
        return len(before) <= 2 or before.lower() in _ABBREVIATIONS
    word = reading.folds[index]
    if not reading.wraps(index) or is_everyday(word):
        return False
    # a name broken over two lines of running text goes on with a known part, or with what a number of service
    # or the sentence follows: "AIPTU Fahrul" and below it "Rozi NRP 76050123", "Rozi bahwa"
    if is_name_part(word) or reading.tag_at(index + 1, "label.nip", "label.nrp"):
        return True
    return index not in reading.opening and _sentence_goes_on(reading, index + 1)


def _sentence_goes_on(reading: Reading, index: int) -> bool:
    """Whether word ``index`` is a common one in small letters, right behind the one before it."""
    word = reading.word(index) if index < len(reading.folds) else ""
    return word.islower() and is_everyday(reading.folds[index]) and reading.between(index) == " "
