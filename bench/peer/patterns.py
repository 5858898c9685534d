"""Indonesian patterns as a competent integrator writes them in a day, for Presidio and for patterns alone.

A pattern whose score is below ``THRESHOLD`` counts only after one of the context words of its kind, which are
looked for inside the five words before, as Presidio does it.
"""

from collections.abc import Callable
from dataclasses import dataclass

THRESHOLD = 0.4
WEAK, LIKELY, SURE = 0.05, 0.6, 0.85

_MONTH = (
    r"(?:Jan(?:uari)?|Feb(?:ruari)?|Mar(?:et)?|Apr(?:il)?|Mei|Juni?|Juli?|Agu(?:stus)?|Sep(?:t|tember)?"
    r"|Okt(?:ober)?|Nov(?:ember)?|Des(?:ember)?)"
)
_DATE = rf"(?:\d{{1,2}}[-/. ]\d{{1,2}}[-/. ]\d{{4}}|\d{{1,2}}[- ]{_MONTH}[- ]\d{{4}})"
_REGION = r"(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])"
_DAY_OF_NIK = r"(?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])"
_MONTH_NUMBER = r"(?:0[1-9]|1[0-2])"
_PLATES = r"(?:A[ABDEG]?|B[ABDEGHKLMNPR]?|D[ABCDEGHKLMNRTW]?|E[ABDE]?|F|G|H|K[BHTU]?|L|M|N|P[ABS]?|R|S|T|W|Z)"
_OFFICIAL = r"\w*(?:humas|pol(?:ri|da|res)|resmi|official|ppid)"
_ROAD = r"(?:Jl|Jln|Jalan|Gg|Gang|Komp|Komplek|Kompleks|Perum|Perumahan|Dsn|Dusun|Kampung|Kp|Lorong)"
_ROAD_WORD = (
    r"(?!Kec(?:amatan)?\b|Kota\b|Kab(?:upaten)?\b|Prov|Telp|HP\b|NIK\b)"
    r"(?:No\.|RT\.?|RW\.?|Kel\.|Ds\.|[A-Z][\w.'/-]*\w|[A-Z]|\d[\w/-]*)"
)
_RT = r"RT\b\.? ?\d{1,3}\b(?: ?[/,]? ?RW\b\.? ?\d{1,3}\b)?"
_BEFORE_A_CODE = r"(?:pass(?:word|code)|kata sandi|sandi|kode akses|pin|otp) ?[:=]? ?"


def luhn(digits: str) -> bool:
    """Whether the check digit of a card or a device is right."""
    numbers = [int(char) for char in reversed(digits) if char.isdigit()]
    doubled = [number * 2 - 9 * (number > 4) for number in numbers[1::2]]
    return (sum(numbers[::2]) + sum(doubled)) % 10 == 0


@dataclass(frozen=True, slots=True)
class Kind:
    """What is looked for: patterns with scores, and the words that make a weak one count."""

    entity: str
    patterns: tuple[tuple[str, float], ...]
    context: str = ""
    check: Callable[[str], bool] | None = None


KINDS = (
    Kind(
        "ID_NIK_KK",
        (
            (rf"\b{_REGION}\d{{4}}{_DAY_OF_NIK}{_MONTH_NUMBER}\d{{6}}\b", LIKELY),
            (r"\b\d{4}[ .-]?\d{4}[ .-]?\d{4}[ .-]?\d{4}\b", WEAK),
            (r"\b\d{6}[ .-]\d{6}[ .-]\d{4}\b", WEAK),
        ),
        "nik ktp kk kartu keluarga kependudukan",
    ),
    Kind(
        "ID_NPWP",
        ((r"\b\d{2}[. ]\d{3}[. ]\d{3}[. ]\d[-. ]\d{3}[. ]\d{3}\b", SURE), (r"\b\d{15,16}\b", WEAK)),
        "npwp",
    ),
    Kind(
        "ID_NIP",
        (
            (
                rf"\b(?:19[4-9]\d|200\d){_MONTH_NUMBER}(?:0[1-9]|[12]\d|3[01]) ?(?:19[6-9]\d|20[0-3]\d)"
                rf"(?:{_MONTH_NUMBER}|21) ?[12] ?\d{{3}}\b",
                SURE,
            ),
            (r"\b\d{8} ?\d{6} ?\d ?\d{3}\b", WEAK),
        ),
        "nip",
    ),
    Kind("ID_NRP", ((r"\b\d{6,18}(?:/[A-Z])?\b", WEAK),), "nrp"),
    Kind(
        "ID_PHONE",
        (
            (r"(?<![\d/.-])(?:\+62|\b62|\b0)[ .-]?\(?8[1-9]\d{1,2}\)?(?:[ .-]?\d{2,5}){2,3}\b", LIKELY),
            (r"\bwa\.me/\d{8,15}\b", SURE),
            (r"\(?\b0\d{2,3}\)?[ -]?\d{3,4}[ -]?\d{3,5}\b", WEAK),
        ),
        "hp wa whatsapp ponsel rumah",
    ),
    Kind("ID_EMAIL", ((r"\b[\w.+-]+@(?!(?:[\w-]+\.)*(?:go|mil)\.id\b)(?:[\w-]+\.)+[A-Za-z]{2,}\b", SURE),)),
    Kind(
        "ID_SOCIAL",
        (
            (rf"(?<![\w.@])@(?!{_OFFICIAL})[A-Za-z_][\w.]{{2,28}}\w", LIKELY),
            (r"\b(?:instagram|facebook|fb|tiktok|twitter|x|t)\.(?:com|me)/@?[\w.]{3,30}\b", LIKELY),
        ),
    ),
    Kind(
        "ID_PLATE",
        (
            (rf"\b{_PLATES}[ -]\d{{3,4}}[ -][A-Z]{{1,3}}\b", LIKELY),
            (rf"\b{_PLATES} ?\d{{1,4}} ?[A-Z]{{1,3}}\b", WEAK),
        ),
        "nopol pol plat pelat kendaraan motor mobil tnkb",
    ),
    Kind(
        "ID_VEHICLE",
        ((r"\bM[A-Z][A-Z0-9]{15}\b", LIKELY), (r"\b[A-Z0-9]{2,7}[A-Z][- ]?\d{5,8}\b", WEAK)),
        "noka nosin rangka mesin",
    ),
    Kind(
        "ID_BANK_ACCOUNT",
        ((r"\b\d{9,16}\b", WEAK), (r"\b\d{3,4}[-. ]\d{2,6}[-. ]\d{2,7}(?:[-. ]\d{1,7}){0,2}\b", WEAK)),
        "rekening rek norek tabungan bank bca bri bni mandiri bsi btn cimb danamon permata seabank jago",
    ),
    Kind("ID_CARD", ((r"\b[3-6]\d{3}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}\b", WEAK),), "kredit debit", luhn),
    Kind("ID_IMEI", ((r"\b\d{15}\b", WEAK), (r"\b\d{2}-\d{6}-\d{6}-\d\b", LIKELY)), "imei"),
    Kind(
        "ID_IP",
        (
            (r"\b(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)\b(?!\.\d)", LIKELY),
            (r"\b(?:[0-9A-Fa-f]{1,4}:){4,7}[0-9A-Fa-f]{1,4}\b", LIKELY),
            (r"\b(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}\b", LIKELY),
        ),
    ),
    Kind(
        "ID_GEO",
        (
            (r"(?<![\d.])-?\d{1,2}\.\d{4,}[,; ]+1[0-4]\d\.\d{4,}\b", SURE),
            (r"\b\d{1,3}° ?\d{1,2}['′] ?[\d.,]+[\"″]? ?[NSEWULBT]{1,2}\b", SURE),
            (r"\b(?:maps\.app\.goo\.gl|goo\.gl/maps|maps\.google\.com)/\S+", SURE),
        ),
    ),
    Kind(
        "ID_BIRTH",
        ((rf"(?:\b[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)?, ?)?\b(?i:{_DATE})\b", WEAK),),
        "lahir ttl kelahiran",
    ),
    Kind(
        "ID_ADDRESS",
        (
            (rf"\b{_ROAD}\b\.?(?:,? ?\b{_ROAD_WORD}){{1,16}}", 0.2),
            (rf"\b{_ROAD}\b\.?(?:,? ?\b{_ROAD_WORD}){{1,10}},? RT\b\.?(?:,? ?\b{_ROAD_WORD}){{1,8}}", LIKELY),
            (rf"\b{_RT}(?:,? (?:Kel\.|Desa)(?: [A-Z]\w+){{1,3}})?", LIKELY),
            (rf"\bDesa(?: [A-Z]\w+){{1,3}},? {_RT}", LIKELY),
        ),
        "alamat tinggal beralamat domisili rumah warga kos kontrakan",
    ),
    Kind("ID_PASSPORT", ((r"\b[A-Z]{1,2} ?\d{6,7}\b", WEAK),), "paspor passport"),
    Kind("ID_BPJS", ((r"\b0\d{12}\b", WEAK),), "bpjs jkn"),
    Kind("ID_SIM", ((r"\b\d{4}[- ]?\d{4}[- ]?\d{4,6}\b", WEAK),), "sim"),
    Kind(
        "ID_RELIGION",
        ((r"\b(?i:Islam|Kristen(?: Protestan)?|Katolik|Hindu|Budd?ha|Kh?onghucu)\b", WEAK),),
        "agama",
    ),
    Kind(
        "ID_MARITAL",
        ((r"\b(?i:(?:belum )?(?:kawin|menikah)|cerai(?: hidup| mati)?|lajang|janda|duda)\b", WEAK),),
        "status perkawinan pernikahan",
    ),
    Kind(
        "ID_ETHNIC",
        (
            (r"\b(?i:Jawa|Sunda|Batak|Banjar|Bugis|Makassar|Minang|Melayu|Dayak|Bali|Madura|Betawi)\b", WEAK),
            (r"\b(?i:Tionghoa|Aceh|Sasak|Toraja|Minahasa|Ambon|Papua|Nias|Lampung|Gorontalo)\b", WEAK),
        ),
        "suku etnis",
    ),
    Kind("ID_CREDENTIAL", ((rf"(?i)(?<=\b{_BEFORE_A_CODE})(?=\S*\d)\S{{4,}}\b", LIKELY),)),
)
