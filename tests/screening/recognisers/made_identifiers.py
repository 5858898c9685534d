"""Invented identifiers of every type of the policy, as people write them, and look-alikes that are none.

Every maker takes a ``random.Random``, so that a seed tells the number. None belongs to anybody: what is valid
is so by its form alone.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from terbuka.screening.lexicon import district_codes, words
from terbuka.screening.recognisers.checks import luhn

Maker = Callable[[Random], str]

_CODES = sorted(district_codes())
_PLATES = sorted(words("plate-prefix"))
_MOBILE = (
    "811",
    "812",
    "813",
    "821",
    "822",
    "823",
    "831",
    "838",
    "851",
    "852",
    "853",
    "856",
    "857",
    "858",
    "877",
    "878",
    "881",
    "882",
    "895",
    "896",
    "897",
    "899",
)
_AREAS = (
    "21",
    "22",
    "24",
    "31",
    "61",
    "274",
    "341",
    "361",
    "370",
    "380",
    "411",
    "431",
    "451",
    "511",
    "541",
    "561",
    "621",
    "711",
    "721",
    "751",
    "761",
    "778",
    "911",
    "967",
)
_FIRST = (
    "siti",
    "rina",
    "dewi",
    "budi",
    "agus",
    "yohana",
    "wayan",
    "ketut",
    "nurul",
    "maria",
    "asep",
    "ujang",
    "rahmat",
    "fitri",
    "joko",
    "lestari",
)
_LAST = (
    "rahmah",
    "saputra",
    "hasibuan",
    "pratiwi",
    "nainggolan",
    "susanto",
    "wulandari",
    "tanjung",
    "hidayat",
    "manurung",
    "kogoya",
)
_PLACES = (
    "Banjarmasin",
    "Garut",
    "Ende",
    "Sigli",
    "Tomohon",
    "Biak",
    "Pekanbaru",
    "Klaten",
    "Praya",
    "Singkawang",
    "Mamuju",
    "Cilacap",
)
_MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)

_PARTING = ("\u00ad", "\u200b", "\u2060", "\ufeff", "\t", "  ", "\u00b7", "/", " / ", "_", "*", " | ")


def digits(chance: Random, count: int) -> str:
    return "".join(chance.choices("0123456789", k=count))


def grouped(number: str, sizes: tuple[int, ...], sign: str) -> str:
    """The digits of ``number`` in groups; what is left over is one more."""
    parts, at = [], 0
    for size in sizes:
        parts.append(number[at : at + size])
        at += size
    return sign.join(part for part in [*parts, number[at:]] if part)


def checked(body: str) -> str:
    """``body`` and the digit that makes it check after Luhn."""
    return next(body + str(digit) for digit in range(10) if luhn(body + str(digit)))


def damaged(chance: Random, number: str) -> str:
    """Some of the zeros and ones as a scanner misreads them."""
    return "".join(
        chance.choice({"0": "O", "1": "lI"}[char]) if char in "01" and chance.random() < 0.5 else char
        for char in number
    )


def day(chance: Random, first: int = 1945, last: int = 2012) -> date:
    return date(first, 1, 1) + timedelta(days=chance.randrange(365 * (last - first)))


def nik(chance: Random) -> str:
    born, woman = day(chance), chance.random() < 0.5
    number = f"{chance.choice(_CODES)}{born.day + 40 * woman:02d}{born:%m%y}{chance.randrange(1, 60):04d}"
    return chance.choice([number, number, grouped(number, (4, 4, 4), " "), grouped(number, (6, 6), " ")])


def family_card(chance: Random) -> str:
    number = f"{chance.choice(_CODES)}{day(chance, 2000, 2023):%d%m%y}{chance.randrange(1, 60):04d}"
    return chance.choice([number, number, grouped(number, (4, 4, 4), " ")])


def npwp(chance: Random) -> str:
    number = f"{chance.choice(['07', '24', '58', '68', '82', '91'])}{digits(chance, 13)}"
    dotted = f"{number[:2]}.{number[2:5]}.{number[5:8]}.{number[8]}-{number[9:12]}.{number[12:]}"
    return chance.choice([dotted, dotted, number])


def nip(chance: Random) -> str:
    born = day(chance, 1962, 1998)
    number = f"{born:%Y%m%d}{born.year + chance.randint(20, 34)}{chance.randint(1, 12):02d}"
    number += f"{chance.choice('12')}{chance.randrange(1, 30):03d}"
    return chance.choice([number, number, grouped(number, (8, 6, 1), " ")])


def nrp(chance: Random) -> str:
    return f"{day(chance, 1966, 2003):%y%m}{digits(chance, 4)}"


def passport(chance: Random) -> str:
    ours = f"{chance.choice('ABCEX')}{digits(chance, 7)}"
    other = f"{chance.choice(['NX', 'PA', 'LM', 'EJ'])}{digits(chance, 7)}"
    return chance.choice(
        [ours, ours, f"{ours[0]} {ours[1:]}", other, f"C{digits(chance, 1)}VK{digits(chance, 2)}T9X"]
    )


def driving_licence(chance: Random) -> str:
    born = day(chance, 1960, 2004)
    new = f"{chance.randint(1101, 9471)}-{born:%y%m}-{chance.randrange(1, 900):06d}"
    old = f"{born:%y%m%d}{digits(chance, 6)}"
    return chance.choice([new, old, new.replace("-", " ")])


def health_card(chance: Random) -> str:
    number = f"000{chance.randint(1, 3)}{digits(chance, 9)}"
    return chance.choice([number, number, grouped(number, (4, 4), " ")])


def mobile(chance: Random) -> str:
    prefix, rest = chance.choice(_MOBILE), digits(chance, chance.choice([7, 8]))
    number = f"0{prefix}{rest}"
    abroad = f"{prefix}{rest}"
    forms = [number, grouped(number, (4, 4), "-"), grouped(number, (4, 4), " "), grouped(number, (4, 4), ".")]
    forms += [
        f"+62 {grouped(abroad, (3, 4), '-')}",
        f"+62{abroad}",
        f"62{abroad}",
        grouped(number, (4, 3), " "),
    ]
    return chance.choice(forms)


def foreign(chance: Random) -> str:
    code = chance.choice(["+60 1", "+65 8", "+966 5", "+852 9", "+886 9"])
    return f"{code}{digits(chance, 1)}-{digits(chance, 3)} {digits(chance, 4)}"


def dictated(chance: Random) -> str:
    said = ("kosong", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
    number = f"0{chance.choice(_MOBILE)}{digits(chance, 8)}"
    spoken = [said[int(figure)] for figure in number]
    return ", ".join(" ".join(spoken[at : at + 4]) for at in range(0, len(spoken), 4))


def email(chance: Random) -> str:
    name = f"{chance.choice(_FIRST)}{chance.choice(['.', '_', ''])}{chance.choice(_LAST)}"
    host = chance.choice(["gmail.com", "yahoo.co.id", "outlook.com"])
    return f"{name}{chance.choice(['', digits(chance, 2)])}@{host}"


def account_name(chance: Random) -> str:
    first, last = chance.choice(_FIRST), chance.choice(_LAST)
    return chance.choice([f"{first}.{last}{digits(chance, 2)}", f"{first}_{last}", f"{last}.{first}_"])


def handle(chance: Random) -> str:
    return f"@{chance.choice(_FIRST)}{chance.choice('._')}{chance.choice(_LAST)}{digits(chance, 2)}"


def page(chance: Random) -> str:
    host = chance.choice(["linktr.ee", "linkedin.com/in", "facebook.com", "drive.google.com/d"])
    return f"{host}/{chance.choice(_FIRST)}{digits(chance, 3)}"


def plate(chance: Random) -> str:
    prefix, figures = chance.choice(_PLATES).upper(), str(chance.randint(1000, 9899))
    suffix = "".join(chance.choices("ABCDEFGHJKLMNPQRTUVWXYZ", k=chance.choice([2, 3])))
    return chance.choice([" ", " ", "-", ""]).join((prefix, figures, suffix))


def chassis(chance: Random) -> str:
    middle = "".join(chance.choices("ABCDEFGHJKLMNPRSTUVWXYZ0123456789", k=8))
    return f"MH{chance.choice(['1J', '3S', 'KM', '8B'])}{middle[:7]}{digits(chance, 6)}"


def engine(chance: Random) -> str:
    letters = "".join(chance.choices("BCDEFGHJKLM", k=2))
    return f"{letters}{digits(chance, 2)}E{digits(chance, 7)}"


def account(chance: Random) -> str:
    bri = grouped(f"{digits(chance, 4)}01{digits(chance, 6)}50{digits(chance, 1)}", (4, 2, 6, 2), "-")
    mandiri = grouped(f"{chance.randint(100, 179)}00{digits(chance, 8)}", (3, 2, 7), "-")
    ten = f"{chance.randint(1, 9)}{digits(chance, 9)}"
    return chance.choice([bri, mandiri, ten, grouped(ten, (4, 3), " "), bri.replace("-", " ")])


def card(chance: Random) -> str:
    number = checked(f"{chance.choice(['4365', '5264', '5198', '4617', '5326'])}{digits(chance, 11)}")
    return chance.choice([grouped(number, (4, 4, 4), " "), grouped(number, (4, 4, 4), "-"), number])


def imei(chance: Random) -> str:
    return checked(f"{chance.choice(['35', '86'])}{digits(chance, 12)}")


def address(chance: Random) -> str:
    ipv4 = ".".join(str(chance.randint(least, 250)) for least in (36, 10, 10, 2))
    mac = ":".join(f"{chance.randrange(256):02X}" for _ in range(6))
    return chance.choice(
        [ipv4, ipv4, mac, f"2404:8000:{chance.randrange(4096, 65535):x}::{chance.randrange(16, 255):x}"]
    )


def coordinates(chance: Random) -> str:
    return f"-{chance.randint(1, 9)}.{digits(chance, 5)}, {chance.randint(96, 140)}.{digits(chance, 5)}"


def birth(chance: Random) -> str:
    born, place = day(chance), chance.choice(_PLACES)
    said = chance.choice(
        [f"{born.day} {_MONTHS[born.month - 1]} {born.year}", f"{born:%d-%m-%Y}", f"{born:%d/%m/%Y}"]
    )
    return chance.choice([f"{place}, {said}", f"{place}, {said}", said])


def secret(chance: Random) -> str:
    word = f"{chance.choice(_LAST).capitalize()}{chance.choice('#!_@')}{digits(chance, 2)}"
    return chance.choice([digits(chance, 6), word, f"{chance.choice(_FIRST)}{digits(chance, 4)}"])


def landline(chance: Random) -> str:
    return f"({'0' + chance.choice(_AREAS)}) {chance.randint(2, 8)}{digits(chance, 5)}"


def pupil(chance: Random) -> str:
    return f"00{digits(chance, 8)}"


def teacher(chance: Random) -> str:
    return f"{chance.randint(1, 9)}{digits(chance, 15)}"


def record(chance: Random) -> str:
    return grouped(digits(chance, chance.choice([6, 8])), (2, 2, 2), "-")


def dialled(chance: Random) -> str:
    number = f"{chance.choice(_MOBILE)}{digits(chance, 8)}"
    return chance.choice(
        [
            f"0062 {grouped(number, (3, 4), '-')}",
            f"00 62 {number}",
            f"0065 9{digits(chance, 3)} {digits(chance, 4)}",
        ]
    )


def spelled_email(chance: Random) -> str:
    name = f"{chance.choice(_FIRST)}.{chance.choice(_LAST)}"
    at, dot = chance.choice([("[at]", "[dot]"), (" (at) ", " (dot) "), ("{at}", "."), (" [at] ", ".")])
    return f"{name}{at}gmail{dot}com"


def virtual_account(chance: Random) -> str:
    return f"8808 0{chance.choice(_MOBILE)}{digits(chance, 7)}"


def code(chance: Random) -> str:
    return f"{chance.randint(1, 9)}{digits(chance, 5)}"


def plus_code(chance: Random) -> str:
    figures = "23456789CFGHJMPQRVWX"
    return f"6P58{''.join(chance.choices(figures, k=3))}X+{''.join(chance.choices(figures, k=2))}"


def parted(chance: Random, number: str) -> str:
    """The number in groups that an unusual sign parts, or one that nobody sees."""
    groups = re.findall(r"[A-Z]+|\d+", number)
    if len(groups) == 1:
        groups = re.findall(r"\d{1,4}", number)
    return chance.choice(_PARTING).join(groups)
