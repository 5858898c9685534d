"""What can be done in the register."""

from django.utils.translation import gettext_noop as _

from terbuka.journal.verbs import verb

DRAFTED = verb("register.drafted", _("membuat draf informasi nomor %(item)s"), "item")
CHANGED = verb("register.changed", _("mengubah informasi nomor %(item)s"), "item")
DISCARDED = verb("register.discarded", _("membuang draf informasi nomor %(item)s"), "item")
ATTACHED = verb(
    "register.attached", _("melampirkan salinan %(copy)s pada informasi nomor %(item)s"), "item", "copy"
)
DETACHED = verb(
    "register.detached", _("melepas salinan %(copy)s dari informasi nomor %(item)s"), "item", "copy"
)
PUBLISHED = verb(
    "register.published",
    _("menerbitkan informasi nomor %(item)s, edisi %(edition)s, dengan %(files)s berkas"),
    "item",
    "edition",
    "files",
    "doubts",
)
FILE_PUBLISHED = verb(
    "register.file_published",
    _("memublikasikan salinan %(copy)s (SHA-256 %(sha256)s) pada informasi nomor %(item)s"),
    "item",
    "copy",
    "sha256",
)
NOTE_CLOSED = verb(
    "register.note_closed",
    _("menutup catatan perubahan edisi %(edition)s dari informasi nomor %(item)s (dasar %(ground)s)"),
    "item",
    "edition",
    "ground",
)
WITHDRAWN = verb(
    "register.withdrawn",
    _("menarik informasi nomor %(item)s, edisi %(edition)s, dari portal"),
    "item",
    "edition",
    "doubts",
)
