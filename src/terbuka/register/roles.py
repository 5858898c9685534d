"""The roles of the register."""

from terbuka.organisation.roles import Role

# Whoever prepares what is published, decides it, answers for it, checks it, or helps citizens to find it.
READERS = frozenset(
    {
        Role.DESK_OFFICER,
        Role.SCREENING_OFFICER,
        Role.UNIT_PPID,
        Role.PPID,
        Role.SUPERIOR,
        Role.AUDITOR,
    }
)
DRAFTERS = frozenset({Role.SCREENING_OFFICER, Role.UNIT_PPID, Role.PPID})
EDITORS = frozenset({Role.UNIT_PPID, Role.PPID})
# PPID verifies and decides what is published (Perki 1/2021 Art. 10); PPID pelaksana proposes (Art. 45).
PUBLISHERS = frozenset({Role.PPID})
