"""A name that is written in other letters, with marks inside, or inside of other words: in plain text, given
as a term, and beside a sentence that makes screening know it."""

import base64
import codecs
from collections.abc import Callable
from pathlib import Path
from random import Random

from leaks.case import Case, Family, Planted
from leaks.persons import person, sentences, words

FAMILY = Family("text", "disguised")
_SIGNALS = """.- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .--
    -..- -.-- --.."""
_MORSE = dict(zip("abcdefghijklmnopqrstuvwxyz", _SIGNALS.split(), strict=True))


def _each(form: str, between: str = "") -> Callable[[str], str]:
    return lambda name: between.join(form.format(ord(letter)) for letter in name)


def _utf_7(name: str) -> str:
    return f"+{base64.b64encode(name.encode('utf-16-be')).decode().rstrip('=')}-"


def _parted(between: str, before: str = "", behind: str = "") -> Callable[[str], str]:
    return lambda name: f"{before}{name[:3]}{between}{name[3:]}{behind}"


KNOWN: dict[str, Callable[[str], str]] = {
    "tags_inside": _parted("<b>", behind="</b>"),
    "tags_around_each_half": _parted("</span><i>", '<span style="color:red">', "</i>"),
    "a_comment_inside": _parted("<!-- catatan -->"),
    "an_entity_of_no_width": _parted("&shy;"),
    "tags_of_forums": _parted("[b]", behind="[/b]"),
    "two_stars": _parted("**", behind="**"),
    "a_command_of_tex": _parted("\\textbf{", behind="}"),
    "added_strings": _parted('" + "', '"', '"'),
    "a_file": lambda name: f"foto{name.lower()}2.jpg",
    "a_file_of_a_camera": lambda name: f"IMG{name}.jpg",
    "camel_case": lambda name: f"laporan{name}Saksi",
    "base_32": lambda name: base64.b32encode(name.encode()).decode(),
    "base_64": lambda name: base64.b64encode(name.encode()).decode(),
    "base_64_twice": lambda name: base64.b64encode(base64.b64encode(f"Saksi {name}".encode())).decode(),
    "octal_codes": _each("\\{:03o}"),
    "an_octal_code_inside": lambda name: f"{name[:3]}\\{ord(name[3]):03o}{name[4:]}",
    "utf_7": _utf_7,
    "utf_7_of_one_letter": lambda name: _utf_7(name[0]) + name[1:],
    "thirteen_further": lambda name: codecs.encode(name, "rot13"),
    "backwards": lambda name: name[::-1],
    "figures_for_letters": lambda name: name.translate(str.maketrans("aiteso", "417350")),
    "signs_for_letters": lambda name: name.translate(str.maketrans("ais", "@1$")),
    "numbers": _each("{}", " "),
    "hexadecimal_numbers": _each("0x{:02x}", ", "),
    "bits": _each("{:08b}", " "),
    "code_points": _each("U+{:04X}", " "),
    "a_style_sheet": _each("\\{:04x} "),
    "links_in_links": _each("%25{:02x}"),
    "entities_in_entities": _each("&amp;#{};"),
    "links_in_base_64": lambda name: base64.b64encode(_each("%{:02x}")(name).encode()).decode(),
    "morse": lambda name: " ".join(_MORSE[letter] for letter in name.lower()),
}
"""What whoever knows the name reads in it."""

GIVEN: dict[str, Callable[[str], str]] = {
    "other_letters_around": lambda name: f"xx{name.lower()}xx",
    "a_link": lambda name: f"https://{name.lower()}cantik.contoh.id/profil",
    "capitals_around": lambda name: f"BAP{name.upper()}FINAL",
    "colours_of_a_terminal": lambda name: "".join(f"\x1b[1m{letter}\x1b[0m" for letter in name),
    "a_colour_inside": _parted("\x1b[1m", behind="\x1b[0m"),
    "printed_twice": lambda name: "".join(f"{letter}\b{letter}" for letter in name),
}
"""What is hidden where the name is a term."""


def _case(write: Callable[[str], str], *, as_term: bool) -> Callable[[Random, Path], Planted]:
    def build(seed: Random, folder: Path) -> Planted:
        who = person(seed)
        name = who.name.split()[0]
        written, lines = write(name), sentences(seed)
        told = [f"Pelapor Sdri. {name} hadir memberi keterangan."] if not as_term else []
        path = folder / "laporan.txt"
        path.write_text(
            "\n".join([*lines[:3], *told, f"Kode {written} dicatat.", *lines[3:], ""]), encoding="utf-8"
        )
        kept = [*lines, "Kode dicatat.", *("hadir memberi keterangan." for _ in told)]
        secrets = (name,) if "<" in written else (name, written)  # without its tags it is the name
        return Planted(path, secrets, words(kept), terms=(name,) if as_term else ())

    return build


for _name, _write in (KNOWN | GIVEN).items():
    FAMILY.cases.append(Case(f"{_name}_of_a_term", "text_disguised", "text", _case(_write, as_term=True)))
for _name, _write in KNOWN.items():
    FAMILY.cases.append(Case(_name, "text_disguised", "text", _case(_write, as_term=False)))
