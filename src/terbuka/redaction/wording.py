"""What a verification found, in words for people; the machine's names stay in its JSON."""

from collections.abc import Iterator

from terbuka.documents.formats import Format
from terbuka.errors import Survives
from terbuka.language import N_, translate
from terbuka.redaction.verifier.model import Verification
from terbuka.screening.policy import label

CHECKS = {
    "structure": N_("Susunan berkas"),
    "bytes": N_("Isi mentah berkas"),
    "parts": N_("Bagian-bagian berkas"),
    "text": N_("Teks"),
    "widths": N_("Lebar yang kosong"),
    "said": N_("Nama dan kata di balik halaman"),
    "pixels": N_("Gambar halaman"),
    "codes": N_("Kode QR dan batang"),
    "text layer": N_("Teks di balik gambar"),
    "screening": N_("Pemeriksaan isi"),
    "hidden content": N_("Isi tersembunyi"),
    "hash": N_("Sidik berkas"),
}
"""By name of a check."""

CLASSES = {
    "text": N_("teksnya masih memuat yang harus ditutup"),
    "side-channel": N_("lebar kotak atau ruang kosongnya menunjukkan apa yang ditutup"),
    "pixels": N_("gambarnya masih menampakkan yang harus ditutup, atau tidak dapat dibaca"),
    "code": N_("ada kode QR atau kode batang yang memuat yang harus ditutup"),
    "screening": N_("masih terbaca yang menurut pemeriksaan harus ditutup"),
    "bytes": N_("ada isi mentah yang harus ditutup atau tidak dikenal"),
    "hash": N_("ini bukan salinan yang dicatat"),
    "structure": N_("susunan berkasnya tidak dikenal, jadi isinya tidak dapat dipastikan"),
    "hidden-text": N_("ada teks yang tidak terlihat pembaca"),
    "hidden-layer": N_("ada lapisan yang disembunyikan"),
    "layer": N_("ada lapisan yang dapat disembunyikan"),
    "metadata": N_("ada keterangan tentang berkas (metadata)"),
    "comment": N_("ada komentar"),
    "annotation": N_("ada catatan tempel (anotasi)"),
    "tracked-change": N_("ada riwayat perubahan"),
    "earlier-revision": N_("ada versi lama di dalam berkas"),
    "attachment": N_("ada berkas lain di dalamnya"),
    "embedded": N_("ada berkas lain di dalamnya"),
    "embedded-object": N_("ada berkas lain di dalamnya"),
    "picture": N_("ada gambar yang tidak diperiksa"),
    "covered": N_("ada tulisan atau gambar yang hanya tertutup kotak atau terpotong, dan isinya masih ada"),
    "thumbnail": N_("ada gambar kecil halaman yang lama"),
    "alternative-text": N_("ada teks pengganti gambar"),
    "form": N_("ada isian formulir"),
    "field": N_("ada isian yang berubah sendiri"),
    "control": N_("ada isian formulir"),
    "outline": N_("ada daftar judul atau penanda halaman"),
    "bookmark": N_("ada penanda tempat"),
    "name": N_("ada kata yang tidak tampak di halaman"),
    "link": N_("ada tautan ke luar"),
    "script": N_("ada program kecil di dalam berkas"),
    "signature": N_("ada tanda tangan digital"),
    "encryption": N_("berkasnya terkunci"),
    "unreferenced-object": N_("ada sisa isi yang tidak dipakai lagi"),
    "leading-data": N_("ada isi di depan berkas"),
    "trailing-data": N_("ada isi di belakang berkas"),
    "more": N_("ada terlalu banyak isi tersembunyi untuk disebut satu per satu"),
    "unknown": N_("ada isi yang tidak dapat diperiksa"),
}
"""By class of a survivor."""

TEXT = N_(
    "Salinan tidak dibuat: yang harus ditutup masih terbaca di teks halaman %(pages)s. Berkas asal aman. "
    "Tutup semua tempat yang memuatnya, lalu buat lagi."
)
PIXELS = N_(
    "Salinan tidak dibuat: yang harus ditutup masih tampak di gambar halaman %(pages)s, atau gambarnya tidak "
    "dapat dibaca. Berkas asal aman. Tutup bagian itu dengan kotak, lalu buat lagi."
)
CODE = N_(
    "Salinan tidak dibuat: kode QR atau kode batang di halaman %(pages)s memuat yang harus ditutup. "
    "Berkas asal aman. Tutup kode itu dengan kotak, lalu buat lagi."
)
FLOW = N_(
    "Salinan tidak dibuat: yang harus ditutup masih terbaca di teksnya. Berkas asal aman. "
    "Tutup semua tempat yang memuatnya, lalu buat lagi."
)
FILE = N_(
    "Salinan tidak dibuat: di dalam berkasnya masih tersimpan yang harus ditutup, atau sesuatu yang tidak "
    "ditulis Terbuka. Berkas asal aman. Bila di halamannya ada kode QR atau kode batang, tutup kode itu lalu "
    "buat lagi; bila tetap begini, beri tahu pengelola sistem."
)


def check_name(name: str) -> str:
    """The name of a check in the language in use."""
    return translate(CHECKS[name])


def survivors_in_words(verification: Verification) -> Iterator[str]:
    """Class and place of everything that survives, as ``"Halaman 3: ada komentar."``."""
    for survivor in verification.survivors:
        what = translate(CLASSES.get(survivor.kind, CLASSES["unknown"]))
        if survivor.type:
            what = f"{what} ({label(survivor.type)})"
        if survivor.redaction:
            what = translate(N_("%(what)s, penghitaman nomor %(number)s")) % {
                "what": what,
                "number": survivor.redaction,
            }
        if survivor.page and Format(verification.format).is_paged:
            yield translate(N_("Halaman %(page)s: %(what)s.")) % {"page": survivor.page, "what": what}
        else:
            yield translate(N_("Di dalam berkas: %(what)s.")) % {"what": what}


def refusal(verification: Verification) -> Survives:
    """Why there is no copy: the class that an officer can do most about, with its pages."""
    for kind, message in (("text", TEXT), ("code", CODE), ("pixels", PIXELS)):
        pages = sorted({s.page for s in verification.survivors if s.kind == kind and s.page})
        if pages and Format(verification.format).is_paged:
            return Survives(message, pages=", ".join(str(page) for page in pages))
    return Survives(FLOW if any(s.kind == "text" for s in verification.survivors) else FILE)
