"""The public copy of a text: labels in place, columns where they were, nothing that tells a length."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terbuka.documents.text import read
from terbuka.errors import UnreadableFile
from terbuka.redaction.model import Placed, Plan, Redaction
from terbuka.redaction.writers.plain import write
from terbuka.redaction.writers.spacing import visible

LABEL = "[NAMA · 17.h]"
GAP = " " * 3


def plan_of(data: bytes, *secrets: str) -> Plan:
    document = read(data, "", lambda done, total: None)
    spans = sorted(
        found.span() for secret in secrets for found in re.finditer(re.escape(secret), document.text)
    )
    return Plan(
        document,
        tuple(Redaction(at, "PERSON", start, end, 1, LABEL) for at, (start, end) in enumerate(spans, 1)),
    )


def copy_of(folder: Path, data: bytes, plan: Plan) -> tuple[bytes, list[Placed]]:
    source, destination = folder / "asal", folder / "salinan"
    source.write_bytes(data)
    placed = write(source, destination, plan, lambda done, total: None)
    return destination.read_bytes(), placed


def hidden(folder: Path, text: str, *secrets: str) -> str:
    data = text.encode()
    return copy_of(folder, data, plan_of(data, *secrets))[0].decode()


def test_commands_to_a_terminal_are_left_out(tmp_path: Path) -> None:
    bold = "".join(f"{letter}\b{letter}" for letter in "Siti Aminah")
    text = f"Saksi {bold} \x1b[31mha\x1b[0mdir, _\bd_\bu_\ba salah\b\b\b\b\bbenar.\n"
    assert hidden(tmp_path, text, bold[2:]) == f"Saksi {LABEL} hadir, dua benar.\n"


def test_label_stands_in_place_of_the_secret(tmp_path: Path) -> None:
    data = b"Saksi Siti Aminah, lahir di Martapura.\n"
    copy, placed = copy_of(tmp_path, data, plan_of(data, "Siti Aminah"))
    assert copy.decode() == f"Saksi {LABEL}, lahir di Martapura.\n"
    assert placed == [Placed(1, 1, None)]


def test_text_without_redactions_is_unchanged(tmp_path: Path) -> None:
    text = "Nama  :  Budi   \r\n\r\n\ttab\x0clanjut\rakhir"
    assert hidden(tmp_path, text) == text


@pytest.mark.parametrize(
    ("encoding", "prefix", "marked"),
    [
        ("utf-8", b"", False),
        ("utf-8-sig", b"", True),
        ("utf-16", b"", True),
        ("utf-16-be", b"\xfe\xff", True),
        ("cp1252", b"", False),
    ],
)
def test_copy_is_utf_8_with_a_mark_if_there_was_one(
    tmp_path: Path, encoding: str, prefix: bytes, marked: bool
) -> None:
    data = prefix + "Sdr. Siti – “Meja”\n".encode(encoding)
    copy, _ = copy_of(tmp_path, data, plan_of(data, "Siti"))
    assert copy == (b"\xef\xbb\xbf" if marked else b"") + f"Sdr. {LABEL} – “Meja”\n".encode()


def test_source_that_is_not_the_plan_s_is_refused(tmp_path: Path) -> None:
    plan = plan_of(b"Siti Aminah", "Siti")
    for other in (b"Siti Aminah berubah", b"\0\0\0"):
        with pytest.raises(UnreadableFile, match="berubah"):
            copy_of(tmp_path, other, plan)


def test_selectors_that_spell_a_name_are_dropped(tmp_path: Path) -> None:
    spelled = "".join(chr(0xE0100 + ord(letter)) for letter in "Siti Rahmah")
    text = hidden(tmp_path, f"Sdr. Siti.\nCatatan{spelled} biasa\u3164 saja", "Siti")
    assert text.split("\n")[1] == "Catatan biasa saja"


def test_invisible_characters_are_dropped(tmp_path: Path) -> None:
    text = "Bu\u200bdi \u202eterbalik\u202c \u00adlunak \ufeff\x1b[1mtebal \x0bbaris\ue000"
    assert hidden(tmp_path, f"Sdr. Siti.\n{text}", "Siti").split("\n")[1] == (
        "Budi kilabret lunak tebal  baris\ufffd"  # as a reader saw it
    )


def test_a_label_stands_where_the_turned_name_was_seen(tmp_path: Path) -> None:
    assert hidden(tmp_path, "Kata \u202eayas itiS ,ini\u202c ya", "itiS") == f"Kata ini, {LABEL} saya ya"
    assert hidden(tmp_path, "Kata \u202eitiS\u202c", "Kata \u202eit") == f"{LABEL}Si{LABEL}"


def test_line_ends_are_kept(tmp_path: Path) -> None:
    assert (
        hidden(tmp_path, "Siti\r\nSiti\rSiti\n\x0cSiti", "Siti")
        == f"{LABEL}\r\n{LABEL}\r{LABEL}\n\x0c{LABEL}"
    )


# lengths that must not be told


@pytest.mark.parametrize("name", ["Edo", "Siti Aminah", "Muhammad Syarifuddin Noor"])
def test_copy_of_a_table_is_the_same_whatever_the_length_of_the_name(tmp_path: Path, name: str) -> None:
    rows = [
        ("No", "Nama", "Alamat", "Umur"),
        ("1", name, "Martapura", "30"),
        ("2", "Wagiman", "Binuang", "41"),
    ]
    text = "".join(f"{no:<4}{who:<28}{where:<14}{age}\n" for no, who, where, age in rows)
    copy = hidden(tmp_path, text, name, "Wagiman")
    assert copy == "".join(
        f"{no:<4}{LABEL if no != 'No' else who:<28}{where:<14}{age}\n" for no, who, where, age in rows
    )


@pytest.mark.parametrize("name", ["Edo", "Siti Aminah"])
def test_copy_of_a_ruled_table_is_the_same_whatever_the_length(tmp_path: Path, name: str) -> None:
    text = f"| {name:<14}| 30 |\n| Wagiman       | 41 |\n| Binti Ahmad   | 52 |\n"
    assert hidden(tmp_path, text, name) == (
        f"| {LABEL:<14}| 30 |\n| Wagiman       | 41 |\n| Binti Ahmad   | 52 |\n"
    )


def test_label_longer_than_its_column_pushes_the_next_one(tmp_path: Path) -> None:
    text = "Nama  Umur\nAl    30\nBudi  41\n"
    assert hidden(tmp_path, text, "Al") == f"Nama  Umur\n{LABEL}  30\nBudi  41\n"


@pytest.mark.parametrize("name", ["Al", "Siti Aminah", "Muhammad Syarifuddin"])
@pytest.mark.parametrize(
    "line",
    [
        "{name}{space}tinggal di Binuang",
        "Nama {name}{space}",
        "Nama : {name}{dots}",
        "Nama : {name} {dots} umur 30",
        "Nama : {dots}{name}",
        "Nama : {dots} {name}",
        "Nama\t{name}{tabs}RT 3",
    ],
)
def test_copy_of_a_line_is_the_same_whatever_the_length(tmp_path: Path, line: str, name: str) -> None:
    def filled(who: str) -> str:
        rest = 30 - len(who)
        return line.format(name=who, space=" " * rest, dots="." * rest, tabs="\t" * (1 + rest // 8))

    assert hidden(tmp_path, filled(name), name) == hidden(tmp_path, filled("Joko"), "Joko")


@pytest.mark.parametrize(("title", "rank"), [("", ", S.I.K."), ("KOMBES POL ", "")])
def test_centred_line_begins_on_the_grid(tmp_path: Path, title: str, rank: str) -> None:
    starts = set()
    for name in ("BUDI SANTOSO", "BUDI SANTOSA P", "BUDI SANTO"):
        line = f"{title}{name}{rank}".center(78).rstrip()
        copy = hidden(tmp_path, f"Salam\n\n{line}\n", name).split("\n")[2]
        starts.add(len(copy) - len(copy.lstrip()))
    assert len(starts) == 1 and starts.pop() % 8 == 0


@pytest.mark.parametrize("name", ["Edo", "Siti Aminah", "Muhammad Syarifuddin"])
def test_right_aligned_label_begins_on_the_grid(tmp_path: Path, name: str) -> None:
    copy = hidden(tmp_path, f"Pihak kedua{name:>60}\n", name)
    assert copy.index(LABEL) % 8 == 0
    assert hidden(tmp_path, f"Pihak kedua  {name}", name) == f"Pihak kedua  {LABEL}"


def test_indent_that_neighbours_share_is_kept(tmp_path: Path) -> None:
    text = "     a. Siti Aminah;\n     b. Rudi;\n"
    assert hidden(tmp_path, text, "Siti Aminah") == f"     a. {LABEL};\n     b. Rudi;\n"


def test_nothing_follows_a_label_to_the_end_of_the_line(tmp_path: Path) -> None:
    assert hidden(tmp_path, f"Siti{GAP}\t \nRudi\n", "Siti") == f"{LABEL}\nRudi\n"


def test_single_spaces_stay(tmp_path: Path) -> None:
    assert hidden(tmp_path, "dari Siti dan Rudi pada", "Siti", "Rudi") == f"dari {LABEL} dan {LABEL} pada"


# stretches over lines, and of no length


def test_stretch_over_lines_has_a_label_on_each(tmp_path: Path) -> None:
    data = b"Alamat: Jl. Veteran 8\n\n  RT 3 Binuang, kota\n"
    copy, placed = copy_of(tmp_path, data, plan_of(data, "Jl. Veteran 8\n\n  RT 3 Binuang"))
    assert copy.decode() == f"Alamat: {LABEL}\n\n{LABEL}, kota\n"
    assert [bar.number for bar in placed] == [1, 1]


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ((0, 0), f"{LABEL}satu\ndua"),
        ((2, 2), f"sa{LABEL}tu\ndua"),
        ((4, 4), f"satu{LABEL}\ndua"),
        ((4, 5), f"satu{LABEL}\ndua"),
        ((8, 8), f"satu\ndua{LABEL}"),
        ((3, 8), f"sat{LABEL}\n{LABEL}"),
    ],
)
def test_every_redaction_shows_its_label(tmp_path: Path, span: tuple[int, int], expected: str) -> None:
    data = b"satu\ndua"
    plan = Plan(plan_of(data).document, (Redaction(1, "PERSON", *span, 1, LABEL),))
    assert copy_of(tmp_path, data, plan)[0].decode() == expected


def test_stretch_that_ends_within_a_line_end_leaves_no_second_label(tmp_path: Path) -> None:
    data = b"satu\r\ndua"
    plan = Plan(plan_of(data).document, (Redaction(1, "PERSON", 2, 5, 1, LABEL),))
    assert copy_of(tmp_path, data, plan)[0].decode() == f"sa{LABEL}\r\ndua"


words = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cf", "Cn", "Co"], include_characters="\n\t "), max_size=60
)


@settings(deadline=None)
@given(before=words, secret=st.from_regex(r"[A-Za-z]{3,12}( [A-Za-z]{3,12})?", fullmatch=True), after=words)
def test_no_secret_survives_and_nothing_else_is_lost(
    before: str, secret: str, after: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = f"awal {before}{secret}{after}"
    data = text.encode()
    document_plan = plan_of(data)
    start = len("awal ") + len(before)
    plan = Plan(document_plan.document, (Redaction(1, "PERSON", start, start + len(secret), 1, LABEL),))
    copy, placed = copy_of(tmp_path_factory.mktemp("salinan"), data, plan)
    kept = text[:start] + LABEL + text[start + len(secret) :]

    def bare(value: str) -> str:
        return re.sub(r"[\s._…]", "", visible(value))

    assert bare(copy.decode()) == bare(kept)
    assert len(placed) == 1
