"""What speaks for the role of a mention: what stands in front, the label, the form, the signature block."""

from dataclasses import dataclass

from terbuka.language import N_
from terbuka.screening.candidate import Candidate
from terbuka.screening.fields import ROLE_TAGS
from terbuka.screening.kinds import Matter
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import words
from terbuka.screening.names.anchors import leads_below, of_who_is_cited
from terbuka.screening.names.model import NameCandidate
from terbuka.screening.people.model import Evidence
from terbuka.screening.people.signatures import signature_evidence
from terbuka.screening.roles import OPEN, Role

_AFTER = N_("Nama setelah kata %(mark)s.")
_RANK = N_("Nama setelah pangkat %(mark)s: bertindak dalam jabatan.")
_POST = N_("Nama setelah jabatan %(mark)s.")
_LABEL = N_("Nama di kolom atau isian %(mark)s.")
_SECTION = N_("Nama di bawah judul bagian tentang orang itu.")
_KIND = N_("Nama pada isian utama dokumen jenis ini.")
_FORM_RANK = N_("Pangkat, NIP, atau jabatan tertulis pada isian sesudah nama.")

_LEFT_REACH = 8
_MORE_THAN_A_PLACE = 0.65
_FORM_REACH = 3
_FARTHER, _NEXT = 0.75, 0.9  # share of a mark's weight when other words stand between it and the name
_BRIDGES = words("bridge")

# What a mark in front of a name weighs: role, weight, whether the text itself names the role.
WEIGHTS: dict[str, tuple[Role, float, bool]] = {
    **{tag: (role, 5.0, True) for tag, role in ROLE_TAGS.items()},
    "role.relative": (Role.RELATIVE, 3.5, True),
    "role.private": (Role.PRIVATE, 2.5, False),
    "offspring": (Role.RELATIVE, 3.0, False),
    "rank": (Role.OFFICIAL, 4.0, True),
    "rank.military": (Role.OFFICIAL, 4.0, True),
    "rank.civil": (Role.OFFICIAL, 3.0, True),
    "post": (Role.OFFICIAL, 4.0, True),
    "post.staff": (Role.OFFICIAL, 3.0, True),
    "post.teacher": (Role.OFFICIAL, 2.5, True),
    "post.minor": (Role.OFFICIAL, 1.5, False),
    "official-act": (Role.OFFICIAL, 1.0, False),
    "post.organisation": (Role.PUBLIC, 3.0, True),
    "retired": (Role.PUBLIC, 3.0, True),
    "historic": (Role.PUBLIC, 4.0, True),
    "title.clergy": (Role.PUBLIC, 1.5, False),
    "press": (Role.JOURNALIST, 4.0, True),
    "byline": (Role.JOURNALIST, 4.0, True),
    "title.formal": (Role.PRIVATE, 2.0, False),
    "title.kin": (Role.PRIVATE, 0.8, False),
    "alias": (Role.PRIVATE, 2.0, False),
}
_POLITE = frozenset({"title.formal", "title.kin"})  # "Ketua Bhayangkari Ny. …": polite, not private
# Marks further left in the same clause, with only words of a unit between ("Kepala Dinas Pendidikan …").
_WIDER = (*("post", "post.organisation", "post.staff", "post.teacher", "rank", "press"), *ROLE_TAGS)
_LABELS = {
    "relative": (Role.RELATIVE, 4.0, "keluarga", True),
    "press": (Role.JOURNALIST, 4.0, "pewarta", True),
    "byline": (Role.JOURNALIST, 4.0, "pewarta", True),
    "post": (Role.OFFICIAL, 2.5, "pejabat", False),
    "post.staff": (Role.OFFICIAL, 2.5, "pejabat", False),
    "post.minor": (Role.OFFICIAL, 2.5, "pejabat", False),
    "post.organisation": (Role.OFFICIAL, 2.5, "pejabat", False),
    "officeish": (Role.OFFICIAL, 2.5, "pejabat", False),
} | {tag: (role, 5.0, "orang", True) for tag, role in ROLE_TAGS.items() if role is not Role.PRIVATE}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What evidence is gathered from. ``numbers``: sorted by their start. ``held``: words of places and
    addresses ("Jl. Brigjen H. Hasan Basri" makes nobody an officer). ``named``: words of all names; a line
    that names somebody speaks of that one, not of who stands below or above."""

    layout: Layout
    matter: Matter
    numbers: list[Candidate]
    held: frozenset[int] = frozenset()
    named: frozenset[int] = frozenset()

    def in_place(self, first: int, last: int) -> bool:
        """The mark is part of the name of a place."""
        return self.held.issuperset(range(first, last))

    def mark(self, first: int, last: int) -> str:
        """Words of the lexicon as they stand in the text; never a name."""
        return " ".join(self.layout.reading.folds[first:last])


def words_of_names(names: list[NameCandidate]) -> frozenset[int]:
    """The words of all names but those that may be the place of a post ("Kepala Desa Manleten")."""
    sure = [name for name in names if name.rule != "names.led" or name.certain >= _MORE_THAN_A_PLACE]
    return frozenset(index for name in sure for index in range(name.first, name.last))


def front_evidence(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """What the words in front, the label and the place on the page say."""
    return [
        *_from_lead(around, name),
        *_from_the_name(around, name),
        *_from_label(around, name),
        *_wider_left(around, name),
        *(_signature(around, name) or _item_of_section(around, name)),
    ]


def weighed(tag: str, rule: str, mark: str, share: float = 1.0) -> Evidence:
    """The evidence of a mark in front of a name."""
    role, weight, explicit = WEIGHTS[tag]
    reason = _RANK if tag.startswith("rank") else _POST if tag.startswith("post") else _AFTER
    return Evidence(role, weight * share, f"{rule}.{tag}", reason, {"mark": mark}, explicit)


def _from_lead(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    found, at, reading = [], name.lead.last, around.layout.reading
    in_office = name.lead.has("in-office")
    for tags in name.lead.tags:
        length = reading.tag_before(at, *tags) or 1
        mark = around.mark(at - length, at)
        if "title.doctor" in tags or (mark == "dr" and reading.word(at - 1) == "dr"):
            found.append(Evidence(Role.OFFICIAL, 2.5, "lead.doctor", _AFTER, {"mark": mark}))
        telling = tags - _POLITE if in_office else tags
        if "verb.active" in tags and "\n" not in reading.between(at):
            telling -= {"official-act"}
        found += [weighed(tag, "lead", mark) for tag in sorted(telling) if tag in WEIGHTS]
        at -= length
    return found


def _from_the_name(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """In a matter of children "Anak Hafiz" is a child; "Pangeran Antasari" begins with a word of old rank."""
    found = []
    if around.matter.children and name.lead.has("offspring"):
        found.append(Evidence(Role.CHILD, 3.0, "lead.child", _AFTER, {"mark": "anak"}, True))
    if not name.field and name.last - name.first > 1 and around.layout.reading.tag_at(name.first, "historic"):
        mark = around.mark(name.first, name.first + 1)
        found.append(Evidence(Role.PUBLIC, 3.0, "historic", _AFTER, {"mark": mark}))
    return found


def _from_label(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """The label or heading that announced the name, the section it stands in, the kind of the document."""
    found: list[Evidence] = []
    for kind in name.field:
        if kind in _LABELS:
            role, weight, mark, explicit = _LABELS[kind]
            found.append(Evidence(role, weight, "label", _LABEL, {"mark": mark}, explicit))
    if "name" in name.field:
        found.append(Evidence(Role.PRIVATE, 1.0, "label.name", _LABEL, {"mark": "nama"}))
        found += _rank_in_form(around, name) or _by_section(around, name)
    return found


def _rank_in_form(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """``Nama : …`` and on the next lines ``Pangkat/NRP : …`` or ``Jabatan : Kanit …``: an official."""
    reading, line = around.layout.reading, around.layout.reading.lines[name.first]
    if around.layout.row_at(name.start):
        return []
    for field in around.layout.fields:
        if not line <= field.line <= line + _FORM_REACH or field.start < name.end:
            continue
        if field.has("name"):
            break
        value = reading.words_in(field.start, field.end)[:4]
        if field.has("nip", "nrp") or any(reading.tag_at(i, "rank", "rank.military", "post") for i in value):
            return [Evidence(Role.OFFICIAL, 4.5, "form.rank", _FORM_RANK)]
    return []


def _by_section(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """The heading above, else the kind of the document, says who stands behind ``Nama``."""
    layout, kind = around.layout, around.matter.kind
    in_row = layout.row_at(name.start) is not None
    role = layout.section(layout.reading.lines[name.first])
    if role is not None:
        return [_section(role, 3.0 if in_row else 4.0)]
    if kind is None or "chat" in name.field:
        return []
    return [Evidence(kind.names, 1.5 if in_row else 3.0, "kind", _KIND)]


def _section(role: Role, weight: float) -> Evidence:
    return Evidence(role, weight, "section", _SECTION, explicit=role is not Role.PRIVATE)


def _signature(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    others = around.named - set(range(name.first, name.last))
    return signature_evidence(around.layout, name.first, name.last, others)


def _item_of_section(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """The first name of a line or item under a heading for such persons ("KORBAN", "SAKSI-SAKSI")."""
    layout, reading = around.layout, around.layout.reading
    line = reading.lines[name.first]
    if "name" in name.field or layout.row_at(name.start):
        return []
    before = range(reading.line_words(line).start, name.lead.first)
    role = layout.section(line)
    if role is None or any(len(reading.folds[i]) > 2 for i in before):
        return []
    return [_section(role, 3.0)]


def _wider_left(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """The nearest post or role to the left in the same clause, past the words that belong to it."""
    reading, index = around.layout.reading, name.lead.first
    if name.lead.of_a_verb:
        return []
    strangers_left = 2 if reading.between(index).startswith(",") else 0
    named = False
    for at in range(index, max(index - _LEFT_REACH, 0), -1):
        if _clause_ends(reading.between(at), at == index) or reading.sentence_end(at):
            break
        for length, tags in reading.closing.get(at - 1, ()):
            hit = next((tag for tag in _WIDER if tag in tags and tag != "role.private"), None)
            if hit and (at < index or not name.lead.tags) and not around.in_place(at - length, at):
                if WEIGHTS[hit][0] in OPEN and (named or not leads_below(reading, at - length, index)):
                    return []
                if at == index and of_who_is_cited(reading, index, length):
                    return []
                mark = around.mark(at - length, at)
                return [weighed(hit, "left", mark, _FARTHER if at < index else _NEXT)]
        named = named or (at - 1 in around.named and reading.lines[at - 1] != reading.lines[index])
        strangers_left -= 0 if _unit_word(around, at - 1) else 1
        if strangers_left < 0:
            break
    return []


def _clause_ends(gap: str, next_to_name: bool) -> bool:
    if any(char in gap for char in ";|\t()") or "\n\n" in gap or "   " in gap.replace("\n", ""):
        return True
    return "," in gap and not next_to_name


def _unit_word(around: Surroundings, index: int) -> bool:
    """May stand between a post and its holder: a capitalised word, a number, the place it rules."""
    reading, word = around.layout.reading, around.layout.reading.folds[index]
    if reading.capital(index) or word.isdigit() or word in _BRIDGES:
        return True
    return bool(reading.tag_at(index, "role.private", "region"))
