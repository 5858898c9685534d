"""Does a title say what it may not? People who may not see the file see its title, and the public may."""

from terbuka.documents.text import document_of
from terbuka.screening.policy import label
from terbuka.screening.screen import screen


def doubts_in(title: str) -> list[str]:
    """The words of the labels of what looks personal in ``title``, each once.

    A name is one even where it would stay open in a document: a title has no room to show that somebody acts
    in office.
    """
    found = screen(document_of(title)).findings
    said = [label(f.type, f.role) for f in found if f.action.hides or f.type == "PERSON"]
    return list(dict.fromkeys(said))
