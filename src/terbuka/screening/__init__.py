"""Document → findings: what may not be shown, what must stay, on which ground, and how sure.

``recognisers`` see what stands in the text, ``names`` says what is a person's name, ``people`` who
that person is here, ``policy`` what follows from it. ``screen`` is the door.
"""

from terbuka.screening.model import Action, Finding, Mode, Screening

__all__ = ["Action", "Finding", "Mode", "Screening"]
