"""Plain texts that name an invented person in the ways that text has to write a name otherwise."""

import base64
import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from random import Random

from leaks.case import Family, Planted
from leaks.persons import Person, person, sentences, words

FAMILY = Family("text", "plain")
_CYRILLIC = str.maketrans("aeopcyxAEOPCKMHTX", "аеорсухАЕОРСКМНТХ")
_SMALL_CAPITALS = str.maketrans("abcdefghijklmnoprstuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ")
_FULL_WIDTH = {ord("0") + digit: 0xFF10 + digit for digit in range(10)}


def _text(
    seed: Random,
    folder: Path,
    who: Person,
    told: str,
    *,
    kept: str = "",
    encoding: str = "utf-8",
    end: str = "\n",
) -> Planted:
    """Harmless lines around ``told``."""
    lines = sentences(seed)
    path = folder / "laporan.txt"
    path.write_bytes(end.join([*lines[:3], told, *lines[3:], ""]).encode(encoding))
    return Planted(path, who.secrets, words([*lines, kept]))


def _told(who: Person, name: str = "", nik: str = "") -> str:
    return f"Pelapor Sdri. {name or who.name}, NIK {nik or who.nik}, hadir memberi keterangan."


_KEPT = "hadir memberi keterangan"


@FAMILY.case
def windows_1252(seed: Random, folder: Path) -> Planted:
    "Windows-1252 with its quotation marks."
    who = person(seed)
    return _text(
        seed,
        folder,
        who,
        f"\u201c{_told(who)}\u201d caf\u00e9",
        kept=f"{_KEPT} caf\u00e9",
        encoding="cp1252",
        end="\r\n",
    )


@FAMILY.case
def utf_16(seed: Random, folder: Path) -> Planted:
    "UTF-16 with a byte-order mark."
    who = person(seed)
    return _text(seed, folder, who, _told(who), kept=_KEPT, encoding="utf-16")


@FAMILY.case
def utf_16_unmarked(seed: Random, folder: Path) -> Planted:
    "UTF-16 without a byte-order mark."
    who = person(seed)
    return _text(seed, folder, who, _told(who), kept=_KEPT, encoding="utf-16-le")


@FAMILY.case
def byte_order_mark(seed: Random, folder: Path) -> Planted:
    "UTF-8 with a byte-order mark."
    who = person(seed)
    return _text(seed, folder, who, _told(who), kept=_KEPT, encoding="utf-8-sig")


@FAMILY.case
def form_feeds(seed: Random, folder: Path) -> Planted:
    "Form feeds and vertical tabs between pages, one in a name."
    who = person(seed)
    return _text(seed, folder, who, f"\f{_told(who, who.name.replace(' ', chr(11)))}\f", kept=_KEPT)


@FAMILY.case
def turned_around(seed: Random, folder: Path) -> Planted:
    "A name behind an override of direction."
    who = person(seed)
    turned = f"\u202e{who.name[::-1]}\u202c"
    return _text(seed, folder, who, _told(who, turned, f"\u202e{who.nik[::-1]}\u202c"), kept=_KEPT)


@FAMILY.case
def zero_width(seed: Random, folder: Path) -> Planted:
    "Characters without width in a name and a number."
    who = person(seed)
    return _text(seed, folder, who, _told(who, "\u200b".join(who.name), "\u2060".join(who.nik)), kept=_KEPT)


@FAMILY.case
def tagged(seed: Random, folder: Path) -> Planted:
    "A name in tag characters, which no reader sees, behind harmless words."
    who = person(seed)
    unseen = "".join(chr(0xE0000 + ord(letter)) for letter in f"{who.name} {who.nik}")
    return _text(seed, folder, who, f"Meja baru{unseen} tiba.", kept="Meja baru tiba")


@FAMILY.case
def look_alikes(seed: Random, folder: Path) -> Planted:
    "Letters of another alphabet that look the same."
    who = person(seed)
    return _text(seed, folder, who, _told(who, who.name.translate(_CYRILLIC)), kept=_KEPT)


@FAMILY.case
def soft_hyphens(seed: Random, folder: Path) -> Planted:
    "Soft hyphens, and a name that a hyphen parts at the end of a line."
    who = person(seed)
    given, family = who.name.split()
    broken = f"{given} {family[:4]}-\n{family[4:]}"
    told = _told(who, "\u00ad".join(who.name)) + f"\nMenurut Sdri. {broken} pintu rusak."
    return _text(seed, folder, who, told, kept=f"{_KEPT} Menurut pintu rusak")


@FAMILY.case
def columns(seed: Random, folder: Path) -> Planted:
    "Columns of blanks and of tabs."
    who, other = person(seed), person(seed)
    rows = [("No", "Nama", "NIK"), ("1", who.name, who.nik), ("2", other.name, other.nik)]
    blanks = "\n".join(f"{a:<4}{b:<26}{c}" for a, b, c in rows)
    planted = _text(
        seed, folder, who, f"{blanks}\n\n" + "\n".join("\t".join(row) for row in rows), kept="No Nama NIK"
    )
    return Planted(planted.path, (*who.secrets, *other.secrets), planted.kept)


@FAMILY.case
def comma_separated(seed: Random, folder: Path) -> Planted:
    "A table with commas, every field in quotation marks."
    who, other = person(seed), person(seed)
    table = io.StringIO()
    csv.writer(table, quoting=csv.QUOTE_ALL).writerows(
        [
            ("No", "Nama", "NIK", "Keterangan"),
            (1, who.name, who.nik, "hadir"),
            (2, other.name, other.nik, "hadir"),
        ]
    )
    planted = _text(seed, folder, who, table.getvalue())
    return Planted(planted.path, (*who.secrets, *other.secrets), planted.kept)


@FAMILY.case
def one_long_line(seed: Random, folder: Path) -> Planted:
    "A line of some hundred thousand characters."
    who = person(seed)
    filling = " ".join(sentences(seed, 12) * 150)
    return _text(seed, folder, who, f"{filling} {_told(who)} {filling}", kept=_KEPT)


@FAMILY.case
def like_a_mail(seed: Random, folder: Path) -> Planted:
    "A mail as it was printed, and a line that mailboxes begin with."
    who = person(seed)
    told = (
        f"From {who.name.split()[0].lower()} Mon Mar  3 10:11:12 2025\nDari: {who.name} <a@gmail.com>\n"
        f"Kepada: humas@banjar.go.id\nSubjek: aduan\n\n> {_told(who)}"
    )
    return _text(seed, folder, who, told, kept=f"aduan {_KEPT}")


@FAMILY.case
def terminal_colours(seed: Random, folder: Path) -> Planted:
    "Escapes of a terminal inside of a name."
    who = person(seed)
    coloured = "".join(f"\x1b[3{number % 8}m{letter}" for number, letter in enumerate(who.name))
    return _text(seed, folder, who, _told(who, coloured + "\x1b[0m", f"\x1b[1m{who.nik}\x1b[0m"), kept=_KEPT)


@FAMILY.case
def overstruck(seed: Random, folder: Path) -> Planted:
    "Bold as manuals print it: each letter twice, with a step back between."
    who = person(seed)
    bold = "".join(f"{letter}\b{letter}" for letter in who.name)
    return _text(seed, folder, who, _told(who, bold, "".join(f"_\b{digit}" for digit in who.nik)), kept=_KEPT)


@FAMILY.case
def combining_marks(seed: Random, folder: Path) -> Planted:
    "Accents of their own over every letter."
    who = person(seed)
    return _text(seed, folder, who, _told(who, "\u0301".join(who.name)), kept=_KEPT)


@FAMILY.case
def full_width(seed: Random, folder: Path) -> Planted:
    "Digits as wide as Chinese signs, and in bold from mathematics."
    who = person(seed)
    bold = "".join(chr(0x1D7CE + int(digit)) for digit in who.nik)
    told = f"{_told(who, nik=who.nik.translate(_FULL_WIDTH))} Sekali lagi NIK {bold}."
    return _text(seed, folder, who, told, kept=f"{_KEPT} Sekali lagi")


@FAMILY.case
def grouped(seed: Random, folder: Path) -> Planted:
    "A number in groups, with points and blanks, a name in capitals."
    who = person(seed)
    nik = ".".join((who.nik[:4], who.nik[4:8], who.nik[8:12], who.nik[12:]))
    told = f"{_told(who, who.name.upper(), nik)} NIK: {nik.replace('.', ' ')}"
    return _text(seed, folder, who, told, kept=_KEPT)


@FAMILY.case
def encoded(seed: Random, folder: Path) -> Planted:
    "The sentence in base64, in hexadecimal figures, in the codes of links and of HTML."
    who = person(seed)
    told = _told(who)
    forms = [
        base64.b64encode(told.encode()).decode(),
        told.encode().hex(),
        told.replace(" ", "%20"),
        "".join(f"&#{ord(letter)};" for letter in told),
    ]
    return _text(seed, folder, who, "\n".join(forms))


@FAMILY.case
def machine_readable(seed: Random, folder: Path) -> Planted:
    "A record as programs exchange it."
    who = person(seed)
    record = json.dumps({"nama": who.name, "nik": who.nik, "hp": who.phone, "kota": "Martapura"}, indent=1)
    return _text(seed, folder, who, record, kept="kota Martapura")


@FAMILY.case
def called_on_the_net(seed: Random, folder: Path) -> Planted:
    "A name behind the signs of tags and accounts, run together with other words and with an initial."
    who = person(seed)
    given, family = who.name.lower().split()
    names = f"#keadilanuntuk{family} dari {given[0]}{family} dan {given}{family[0]}, @{given}bjm"
    planted = _text(
        seed, folder, who, f"{_told(who)} Yang dipakai {names}.", kept=f"{_KEPT} Yang dipakai dari dan"
    )
    return replace(planted, secrets=(*planted.secrets, given, family))


@FAMILY.case
def backwards(seed: Random, folder: Path) -> Planted:
    "A term that is written from its end to its beginning."
    who = person(seed)
    planted = _text(seed, folder, who, f"Kode {who.name[::-1]} dicatat.", kept="Kode dicatat")
    return replace(planted, secrets=(*planted.secrets, who.name[::-1]), terms=(who.name,))


@FAMILY.case
def in_circles(seed: Random, folder: Path) -> Planted:
    "A term in letters with circles around them, and in small capitals."
    who = person(seed)
    circles = "".join(
        chr(0x24B6 + ord(letter) - 65) if letter.isalpha() else letter for letter in who.name.upper()
    )
    small = who.name.lower().translate(_SMALL_CAPITALS)
    planted = _text(seed, folder, who, f"Kode {circles} dan {small} dicatat.", kept="Kode dan dicatat")
    return replace(planted, secrets=(*planted.secrets, circles, small), terms=(who.name,))
