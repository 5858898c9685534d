"""Whether a writer has before it what was read: offsets of a plan mean nothing in another text."""

from terbuka.errors import UnreadableFile
from terbuka.language import N_
from terbuka.redaction.model import Plan


def hold_same(text: str | None, plan: Plan) -> None:
    """Raise ``UnreadableFile`` unless ``text`` is that of the plan's document; None: there is none."""
    if text != plan.document.text:
        raise UnreadableFile(N_("Berkas asal berubah selama dikerjakan. Periksa ulang berkas itu."))
