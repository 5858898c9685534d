"""Words for what a file holds and no page shows: ``HiddenPart.kind`` is the engine's own name for it."""

from collections import Counter
from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from terbuka.documents import HiddenPart
from terbuka.documents.told import MOST_PARTS

WORDS: dict[str, Promise] = {
    "metadata": _("keterangan berkas (metadata)"),
    "comment": _("komentar"),
    "hidden-text": _("teks tersembunyi"),
    "hidden-layer": _("lapisan tersembunyi"),
    "tracked-change": _("riwayat perubahan"),
    "earlier-revision": _("versi lama"),
    "attachment": _("lampiran"),
    "embedded": _("sisipan dari berkas lain"),
    "picture": _("gambar yang tidak dibaca"),
    "alternative-text": _("teks pengganti gambar"),
    "form": _("isian formulir"),
    "field": _("isian otomatis atau rumus"),
    "outline": _("daftar judul"),
    "bookmark": _("penanda tempat"),
    "name": _("nama bagian berkas"),
    "link": _("tautan"),
    "script": _("program kecil (skrip)"),
    "signature": _("tanda tangan digital"),
    "leading-data": _("isi di depan berkas"),
    "trailing-data": _("isi di belakang berkas"),
}
OTHERWISE = _("isi lain yang tidak dapat dibaca")
MORE = "more"
"""The kind that stands for all that were too many to tell."""
_MORE = _("dan banyak lagi")


def hidden_in_words(parts: Iterable[HiddenPart]) -> list[tuple[Promise, int]]:
    """(what, how many), most first; at the end, without a number, that there is more."""
    parts = list(parts)
    counts = Counter(part.kind for part in parts)
    # of very many the last ones are told together, so that nobody knows how many they are
    is_more = counts.pop(MORE, 0) or len(parts) > MOST_PARTS
    words: Counter[Promise] = Counter()
    for kind, count in counts.items():
        words[WORDS.get(kind, OTHERWISE)] += count
    return [*words.most_common(), *([(_MORE, 0)] if is_more else [])]
