"""Words for what the engine names by codes: kinds of things, roles of persons, where a place stands."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from terbuka.disclosure.decisions import Standing
from terbuka.disclosure.models import Mark
from terbuka.redaction.wording import CHECKS, check_name
from terbuka.screening.policy import DEFAULT, label, policy

TYPES: dict[str, Promise | str] = {
    "PERSON": _("Nama orang"),
    "NIK": _("NIK"),
    "KK": _("Nomor kartu keluarga"),
    "NPWP": _("NPWP"),
    "NIP": _("NIP"),
    "NRP": _("NRP"),
    "PASSPORT": _("Nomor paspor"),
    "SIM": _("Nomor SIM"),
    "BPJS": _("Nomor BPJS"),
    "PHONE": _("Telepon"),
    "EMAIL": _("Surel"),
    "SOCIAL": _("Akun media sosial"),
    "URL_PERSONAL": _("Tautan pribadi"),
    "ADDRESS": _("Alamat"),
    "BIRTH": _("Tempat dan tanggal lahir"),
    "AGE": _("Umur"),
    "PLATE": _("Pelat nomor"),
    "VEHICLE_ID": _("Nomor rangka atau mesin"),
    "BANK_ACCOUNT": _("Rekening"),
    "CARD": _("Nomor kartu"),
    "IMEI": _("IMEI"),
    "IP": _("Alamat IP"),
    "GEO": _("Koordinat"),
    "HEALTH": _("Kesehatan"),
    "RELIGION": _("Agama"),
    "MARITAL": _("Status perkawinan"),
    "ETHNIC": _("Suku"),
    "FINANCE": _("Keuangan"),
    "RELATIVE": _("Keterangan yang mengungkap"),
    "CREDENTIAL": _("Kata sandi atau kode"),
    "TERM": _("Istilah"),
    "REGION": _("Bagian halaman"),
    "NUMBER": _("Nomor surat atau perkara"),
    "ORG": _("Lembaga"),
    "PLACE": _("Tempat"),
}

ROLES: dict[str, Promise | str] = {
    "official": _("pejabat"),
    "public": _("tokoh publik"),
    "journalist": _("wartawan"),
    "private": _("orang pribadi"),
    "complainant": _("pelapor"),
    "victim": _("korban"),
    "sexual_victim": _("korban kekerasan seksual"),
    "sexual_victim_relative": _("keluarga korban kekerasan seksual"),
    "witness": _("saksi"),
    "suspect": _("tersangka"),
    "reported": _("terlapor"),
    "arrested": _("ditangkap"),
    "relative": _("keluarga"),
    "child": _("anak"),
    "child_victim": _("anak korban"),
    "child_relative": _("keluarga anak"),
    "informant": _("narasumber"),
    "institution": _("lembaga"),
    "company": _("perusahaan"),
    "scene": _("tempat kejadian"),
}


_SURE = 0.9


def type_word(code: str) -> Promise | str:
    """A kind of thing in words; the word of its box for a kind that is new here."""
    return TYPES.get(code) or label(code)


def check_word(name: str) -> str:
    """What the verifier looked at, in words; its own name for a check that there is no longer."""
    return check_name(name) if name in CHECKS else name


def role_word(code: str) -> Promise | str:
    """Who a person is in the document, in words; empty for nobody."""
    return ROLES.get(code, code)


def standing_word(mark: Mark) -> Promise | str:
    """Where a place stands, in words."""
    if mark.is_blocked:
        return _("Terkunci")
    if mark.standing == Standing.UNDECIDED:
        return _("Perlu diputuskan")
    if mark.standing == Standing.HIDDEN:
        return _("Ditutup") if mark.decision else _("Usul: tutup")
    if mark.decision:
        return _("Tetap terbuka")
    return _("Usul: terbuka, periksa") if is_risky(mark) else _("Usul: terbuka")


def is_risky(mark: Mark) -> bool:
    """Proposed to stay, but screening is less sure of it than it must be of what it hides: the name that
    leaks is most likely one of these, and nothing else makes anybody look at it."""
    proposed = mark.standing == Standing.KEPT and not mark.decision
    return proposed and mark.confidence < policy(DEFAULT).review_below


def certainty_word(confidence: float) -> Promise | str:
    """How sure screening is, in words; the bounds are those of docs/models.md."""
    if confidence < policy(DEFAULT).review_below:
        return _("kurang yakin")
    return _("yakin") if confidence >= _SURE else _("cukup yakin")


def doubt_in(mark: Mark) -> Promise | str:
    """What a finding that is not sure asks of the officer; empty for what asks nothing."""
    if mark.standing == Standing.UNDECIDED:
        return _("Periksa sendiri: tertutup di salinan sampai Anda memutuskan.")
    if is_risky(mark):
        return _("Periksa sendiri: terbuka di salinan bila Anda tidak menutupnya.")
    return ""


def look_of(mark: Mark) -> str:
    """How a place is drawn: the end of its CSS class."""
    if mark.is_blocked:
        return "blocked"
    if mark.standing == Standing.HIDDEN and not mark.decision:
        return "proposed"
    return str(mark.standing)
