"""Who a person is in a document, and what else a detail may belong to."""

from enum import StrEnum


class Role(StrEnum):
    """The role of a person here (policy, rules 1 to 4, 8, 9), or whose a contact, address or number is."""

    OFFICIAL = "official"
    PUBLIC = "public"
    JOURNALIST = "journalist"
    PRIVATE = "private"
    COMPLAINANT = "complainant"
    VICTIM = "victim"
    SEXUAL_VICTIM = "sexual_victim"
    SEXUAL_VICTIM_RELATIVE = "sexual_victim_relative"
    WITNESS = "witness"
    SUSPECT = "suspect"
    REPORTED = "reported"
    ARRESTED = "arrested"
    RELATIVE = "relative"
    CHILD = "child"
    CHILD_VICTIM = "child_victim"
    CHILD_RELATIVE = "child_relative"
    INFORMANT = "informant"
    INSTITUTION = "institution"
    COMPANY = "company"
    SCENE = "scene"

    @property
    def stays_open(self) -> bool:
        """Acting in office or in public: the name stays readable (Art. 18(2)b)."""
        return self in OPEN


OPEN = frozenset({Role.OFFICIAL, Role.PUBLIC, Role.JOURNALIST, Role.INSTITUTION, Role.COMPANY, Role.SCENE})
# Children, victims of sexual violence and who would reveal them (policy, rule 4).
HARD = frozenset(
    {
        Role.CHILD,
        Role.CHILD_VICTIM,
        Role.CHILD_RELATIVE,
        Role.SEXUAL_VICTIM,
        Role.SEXUAL_VICTIM_RELATIVE,
    }
)
CHILDREN = frozenset({Role.CHILD, Role.CHILD_VICTIM})
# Whom a case is against: a suspect, and who was reported or arrested and is no suspect yet.
ACCUSED = frozenset({Role.SUSPECT, Role.REPORTED, Role.ARRESTED})
# Victims, and children whatever they did.
VULNERABLE = frozenset({Role.VICTIM, Role.SEXUAL_VICTIM, Role.CHILD, Role.CHILD_VICTIM})
