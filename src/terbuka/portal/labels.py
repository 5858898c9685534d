"""What stands on a black bar, and what it means. The words are those of the disclosure policy."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from terbuka.law.grounds import grounds
from terbuka.portal.certificates import article
from terbuka.screening.policy import policy

# By type, then by role of a person: what was there before it was hidden.
MEANINGS: dict[str, str | Promise] = {
    "PERSON": _("nama seseorang yang bukan pejabat dalam tugasnya"),
    "NIK": _("nomor induk kependudukan"),
    "KK": _("nomor kartu keluarga"),
    "NPWP": _("nomor pokok wajib pajak"),
    "NIP": _("nomor induk pegawai"),
    "NRP": _("nomor registrasi anggota Polri atau TNI"),
    "PASSPORT": _("nomor paspor"),
    "SIM": _("nomor surat izin mengemudi"),
    "BPJS": _("nomor peserta BPJS"),
    "PHONE": _("nomor telepon pribadi"),
    "EMAIL": _("alamat surel pribadi"),
    "SOCIAL": _("akun media sosial pribadi"),
    "URL_PERSONAL": _("alamat internet pribadi"),
    "ADDRESS": _("alamat tempat tinggal"),
    "BIRTH": _("tempat atau tanggal lahir"),
    "AGE": _("umur seseorang yang dilindungi"),
    "PLATE": _("nomor polisi kendaraan pribadi"),
    "VEHICLE_ID": _("nomor rangka atau nomor mesin kendaraan"),
    "BANK_ACCOUNT": _("nomor rekening bank"),
    "CARD": _("nomor kartu bank"),
    "IMEI": _("nomor perangkat telepon"),
    "IP": _("alamat jaringan perangkat"),
    "GEO": _("titik koordinat rumah"),
    "HEALTH": _("keadaan kesehatan seseorang"),
    "RELIGION": _("agama seseorang"),
    "MARITAL": _("status perkawinan seseorang"),
    "ETHNIC": _("suku seseorang"),
    "FINANCE": _("keadaan keuangan seseorang"),
    "RELATIVE": _("keterangan yang menunjuk seorang anak atau korban, misalnya sekolahnya"),
    "CREDENTIAL": _("kata sandi atau kode akses"),
    "TERM": _("kata yang ditutup di seluruh dokumen"),
    "REGION": _("bagian halaman yang ditutup, misalnya tanda tangan atau foto"),
    "child": _("nama seorang anak; identitas anak dalam perkara wajib dirahasiakan"),
    "child_victim": _("nama seorang anak yang menjadi korban"),
    "child_relative": _("nama keluarga seorang anak"),
    "sexual_victim": _("nama seorang korban"),
    "sexual_victim_relative": _("nama keluarga seorang korban"),
    "victim": _("nama seorang korban"),
    "witness": _("nama seorang saksi"),
    "complainant": _("nama orang yang melapor"),
    "suspect": _("nama seorang tersangka"),
    "reported": _("nama orang yang dilaporkan"),
    "arrested": _("nama orang yang ditangkap dan belum disebut tersangka"),
    "informant": _("nama orang yang memberi keterangan kepada petugas"),
}


@dataclass(frozen=True, slots=True)
class Label:
    """The word on a bar and what stood there."""

    word: str
    meaning: str


def all_labels() -> list[Label]:
    """Every word that a bar can have, once: persons first, then things."""
    rules = policy()
    meanings: dict[str, str] = {}
    for codes in ({"PERSON": rules.words_of_types["PERSON"]}, rules.words_of_roles, rules.words_of_types):
        for code, word in codes.items():
            meanings.setdefault(word, str(MEANINGS[code]))
    return [Label(word, meaning) for word, meaning in meanings.items()]


@dataclass(frozen=True, slots=True)
class GroundRow:
    """A ground of Art. 17 with its numbered items. ``article``: as it is said."""

    code: str
    article: str
    title: str
    items: tuple["GroundRow", ...] = ()


def ground_rows(language: str) -> list[GroundRow]:
    """The grounds in the order of the Act."""
    return [
        GroundRow(code, article(code), ground.titled(language), tuple(_items(code, language)))
        for code, ground in grounds().items()
        if code.count(".") == 1
    ]


def _items(parent: str, language: str) -> Iterator[GroundRow]:
    for code, ground in grounds().items():
        if code.startswith(f"{parent}."):
            yield GroundRow(code, article(code), ground.titled(language))
