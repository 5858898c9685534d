"""What stands in front of a name: its titles, rank, post and role, and what announces it."""

from terbuka.screening.fields import HOLDS_OFFICE
from terbuka.screening.lexicon import phrases, words
from terbuka.screening.names.anchors import cites
from terbuka.screening.names.model import NameCandidate
from terbuka.screening.people.households import serves
from terbuka.screening.people.labelled import FORM_RANK, from_label, item_of_section, listed
from terbuka.screening.people.leftward import further_left
from terbuka.screening.people.model import Evidence
from terbuka.screening.people.signatures import signature_evidence
from terbuka.screening.people.surroundings import AFTER, OF_A_CASE, WEIGHTS, Surroundings, weighed
from terbuka.screening.people.victims import belongs_to
from terbuka.screening.reading import Reading
from terbuka.screening.roles import OPEN, Role

_SIGNS_BELOW = phrases("signs-below")
_TURNED_TO, _OF_A_VERB = words("turned-to"), ("me", "ber", "ter", "di")
_ACTIVE, _OF_A_SPEAKER = "me", ("menurut",)
_NAMED, _ONE = words("is-named"), words("somebody")
_EXPERT = "ahli"  # "saksi ahli pidana …": who gives an expertise acts in office (policy, rule 1)
_POLITE = frozenset({"title.formal", "title.kin"})  # "Ketua Bhayangkari Ny. …": polite, not private


def front_evidence(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """What the words in front, the label and the place on the page say."""
    found = [
        *_from_lead(around, name),
        *_of_somebody(around, name),
        *_from_the_name(around, name),
        *from_label(around, name),
        *further_left(around, name),
        *(listed(around, name) or _signature(around, name) or item_of_section(around, name)),
    ]
    if any(item.rule == FORM_RANK for item in found):  # who signs in office complains of nothing
        found = [item for item in found if item.values.get("mark") not in _SIGNS_BELOW]
    mark = serves(around.layout.reading, name) if any(item.role in OPEN for item in found) else ""
    if mark:
        found = [item for item in found if item.role not in OPEN]
        found.append(Evidence(Role.PRIVATE, 2.5, "lead.role.private", AFTER, {"mark": mark}))
    return found


def _from_lead(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    found, at, reading = _of_whom_it_is_done(around, name), name.lead.last, around.layout.reading
    in_office = name.lead.has("in-office")
    for tags in name.lead.tags:
        length = reading.tag_before(at, *tags) or 1
        mark = around.mark(at - length, at)
        if "title.doctor" in tags or (mark == "dr" and reading.word(at - 1) == "dr"):
            found.append(Evidence(Role.OFFICIAL, 2.5, "lead.doctor", AFTER, {"mark": mark}))
        if not _leads_down(reading, at - length, at):
            break
        telling = tags - _POLITE if in_office else tags
        if _is_turned_to(reading, at - length, at, name.last):
            telling -= {tag for tag in telling if tag in WEIGHTS and WEIGHTS[tag][0] in OPEN}
        if "verb.active" in tags and "\n" not in reading.between(at):
            telling -= {"official-act"}
        if reading.folds[at] == _EXPERT:
            telling -= {"role.witness"}
        if reading.between(at).startswith(",") and belongs_to(reading, at - length):
            telling -= {*OF_A_CASE}  # "Istri tersangka, Nurhayati"; "istri tersangka Joko" names the suspect
        found += [weighed(tag, "lead", mark) for tag in sorted(telling) if tag in WEIGHTS]
        at -= length
    return found


def _of_somebody(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """ "Lelaki bernama Jumadi", of whom nothing else is said."""
    reading, at = around.layout.reading, name.first - 1
    told = at > 0 and not name.lead.tags and reading.folds[at] in _NAMED
    before = reading.folds[at - 1 - (reading.folds[at - 1] == "yang")] if told else ""
    if before not in _ONE or reading.sentence_end(at) or reading.sentence_end(at + 1):
        return []
    return [weighed("role.private", "lead", around.mark(at, at + 1))]


def _is_turned_to(reading: Reading, first: int, name: int, behind: int) -> bool:
    """ "Kepada penyidik, Slamet mengaku …": behind the comma stands who acts, unless a second comma makes it
    an apposition ("Kepada Kapolres, AKBP Slamet, warga mengadu")."""
    if not reading.between(name).startswith(",") or not first or reading.folds[first - 1] not in _TURNED_TO:
        return False
    begins = first == 1 or reading.sentence_end(first - 1) or "\n" in reading.between(first - 1)
    acts = behind < len(reading) and reading.between(behind) == " "
    return begins and acts and reading.folds[behind].startswith(_OF_A_VERB)


def _leads_down(reading: Reading, first: int, name: int) -> bool:
    """Not the last heading of a row of them, above the first name: "Yang menerima   Saksi" over "Hendra"."""
    if "\n" not in reading.between(name):
        return True
    above, below = reading.cells[reading.cell_of[first]], reading.cells[reading.cell_of[name]]
    alone = reading.lines[above.first - 1] != above.line if above.first else True
    return alone or reading.column(above.start) < reading.column(below.end)


def _of_whom_it_is_done(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """ "Kapolres mengatakan Slamet …", "Penyidik memeriksa Slamet", "Menurut Kapolres, Slamet …": not the one
    in office. Behind "kata" and "menurut" stands who says it."""
    if not name.lead.tags and cites(around.layout.reading, name.first):
        return [Evidence(Role.PRIVATE, 1.5, "lead.object", AFTER, {"mark": "menurut"})]
    if len(name.lead.tags) != 1 or not name.lead.of_a_verb:
        return []
    verb = around.mark(name.lead.first, name.lead.last)
    if not verb.startswith(_ACTIVE) or verb in _OF_A_SPEAKER:
        return []
    return [Evidence(Role.PRIVATE, 1.5, "lead.object", AFTER, {"mark": verb})]


def _from_the_name(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """In a matter of children "Anak Hafiz" is a child; "Pangeran Antasari" begins with a word of old rank."""
    found = []
    if around.matter.children and name.lead.has("offspring"):
        found.append(Evidence(Role.CHILD, 3.0, "lead.child", AFTER, {"mark": "anak"}, True))
    reading = around.layout.reading
    if not name.field and name.last - name.first > 1 and reading.tag_at(name.first, "historic"):
        mark = around.mark(name.first, name.first + 1)
        found.append(Evidence(Role.PUBLIC, 3.0, "historic", AFTER, {"mark": mark}))
    post = reading.tag_at(name.first, *HOLDS_OFFICE)
    if "chat" in name.field and 0 < post < name.last - name.first:  # "Kader Imas: ..."
        found.append(weighed("post", "lead", around.mark(name.first, name.first + post)))
    return found


def _signature(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    return signature_evidence(around.layout, range(name.first, name.last), around.named)
