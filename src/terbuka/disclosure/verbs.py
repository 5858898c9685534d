"""What is written down about cases. The places and the words of a document never are."""

from django.utils.translation import gettext_noop as _

from terbuka.journal.verbs import verb

UPLOADED = verb("disclosure.uploaded", _("mengunggah berkas sebagai kasus %(case)s"), "case", "sha256")
RETITLED = verb("disclosure.retitled", _("mengganti judul kasus %(case)s"), "case")
SCREENED = verb(
    "disclosure.screened",
    _("memeriksa kasus %(case)s: %(findings)s temuan, %(left)s perlu diputuskan"),
    "case",
    "findings",
    "left",
)
NOT_SCREENED = verb("disclosure.not_screened", _("gagal membaca berkas kasus %(case)s"), "case")
RETRIED = verb("disclosure.retried", _("meminta kasus %(case)s diperiksa lagi"), "case")
ORIGINAL_TAKEN = verb("disclosure.original_taken", _("mengunduh berkas asal kasus %(case)s"), "case")
LIFTED = verb(
    "disclosure.lifted",
    _("membuka yang terkunci: %(marks)s temuan kasus %(case)s, dengan keputusan %(decision)s"),
    "case",
    "marks",
    "decision",
)
BOX_REMOVED = verb(
    "disclosure.box_removed",
    _("menghapus kotak di halaman %(page)s kasus %(case)s, dengan keputusan %(decision)s"),
    "case",
    "page",
    "decision",
)
COPY_REQUESTED = verb(
    "disclosure.copy_requested",
    _(
        "menyatakan telah melihat semua %(pages)s halaman kasus %(case)s dan meminta salinan menurut "
        "%(decisions)s keputusan"
    ),
    "case",
    "pages",
    "decisions",
    "digest",
)
GROUNDS_PAGE_ASKED = verb(
    "disclosure.grounds_page_asked", _("meminta halaman dasar di akhir salinan kasus %(case)s"), "case"
)
COPY_MADE = verb(
    "disclosure.copy_made",
    _("membuat salinan kasus %(case)s, lulus pemeriksaan"),
    "case",
    "sha256",
)
COPY_FAILED = verb("disclosure.copy_failed", _("gagal membuat salinan kasus %(case)s"), "case")
COPY_DISCARDED = verb(
    "disclosure.copy_discarded",
    _("membatalkan salinan kasus %(case)s karena keputusan baru %(decision)s"),
    "case",
    "decision",
)
COPY_SEEN = verb(
    "disclosure.copy_seen",
    _("telah membuka semua %(pages)s halaman salinan kasus %(case)s"),
    "case",
    "pages",
    "sha256",
)
APPROVED = verb(
    "disclosure.approved",
    _("menyetujui salinan kasus %(case)s sebagai sertifikat %(copy)s: %(sha256)s"),
    "case",
    "copy",
    "sha256",
)
RETURNED = verb("disclosure.returned", _("mengembalikan salinan kasus %(case)s"), "case")
WITHDRAWN = verb("disclosure.withdrawn", _("menarik kasus %(case)s"), "case")
DECISIONS_TAKEN = verb(
    "disclosure.decisions_taken",
    _("mengekspor isi dan keputusan %(documents)s dokumen bersertifikat (pengguna mesin nomor %(user)s)"),
    "documents",
    "user",
)
