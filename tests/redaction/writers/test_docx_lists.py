"""Lists in the copy of a DOCX: counted by the program that shows it, to the labels that the text has."""

import io
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from terbuka.documents.docx.flow import Item
from terbuka.redaction.verifier.ours.docx_form import form_survivors
from terbuka.redaction.verifier.packages.entries import read_entries
from terbuka.redaction.writers import docx_lists
from terbuka.redaction.writers.docx import write
from terbuka.redaction.writers.docx_lists import MOST, Lists
from tests.documents.samples.docx import docx, paragraph, run, story

from .test_docx_writer import LABEL, SECRET, WORD, copy_of, document_of, part, plan_of, values

Level = tuple[str, str]
"""How it counts, and its pattern."""
LETTERS: Level = ("lowerLetter", "%1.")


def numbering(*levels: Level, more: str = "", nums: int = 1) -> str:
    """A list of these levels, which ``nums`` lists share."""
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{pattern}"/>'
        f'{more}<w:pPr><w:ind w:left="{720 * (at + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
        for at, (kind, pattern) in enumerate(levels)
    )
    lists = (f'<w:num w:numId="{at}"><w:abstractNumId w:val="0"/></w:num>' for at in range(1, nums + 1))
    return f'<w:abstractNum w:abstractNumId="0">{made}</w:abstractNum>{"".join(lists)}'


def item(*inside: str, of: int = 1, level: int = 0) -> str:
    look = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{of}"/></w:numPr>'
    return paragraph(*inside, look=look)


def listed(body: str, *blocks: str, header: str = "") -> bytes:
    section = '<w:headerReference w:type="default" r:id="h"/>' if header else ""
    return docx(
        *blocks,
        section=section,
        parts={"word/n.xml": story("numbering", body), "word/h.xml": story("hdr", header or paragraph(""))},
        related={"n": ("numbering", "n.xml"), "h": ("header", "h.xml")},
    )


def places(data: bytes) -> list[tuple[str, str] | None]:
    """List and level of each paragraph of the body."""
    found = [block.find(f"{WORD}pPr/{WORD}numPr") for block in part(data).iter(f"{WORD}p")]
    return [
        None if number is None else (values(number[1])["val"], values(number[0])["val"]) for number in found
    ]


def starts(data: bytes) -> list[str]:
    return [values(start)["val"] for start in part(data, "word/numbering.xml").iter(f"{WORD}start")]


def has_lists(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "word/numbering.xml" in package.namelist()


def test_list_is_a_list_in_the_copy(tmp_path: Path) -> None:
    body = numbering(LETTERS, ("decimal", "%1.%2)"))
    data = listed(body, item("satu"), item(SECRET, level=1), item("tiga", level=1), item("empat"))
    copy, _ = copy_of(tmp_path, data, plan_of(data, SECRET))
    assert document_of(copy).text == f"a. satu\na.1) {LABEL}\na.2) tiga\nb. empat"
    assert places(copy) == [("1", "0"), ("1", "1"), ("1", "1"), ("1", "0")]
    first = part(copy).find(f".//{WORD}p")
    assert first is not None and "".join(first.itertext()) == "satu"
    assert values(first.find(f".//{WORD}ind")) == {"left": "720", "hanging": "360"}


def test_label_looks_as_the_text_behind_it(tmp_path: Path) -> None:
    data = listed(numbering(LETTERS), item(run("tebal", "<w:b/>")), item("biasa"))
    copy, _ = copy_of(tmp_path, data, plan_of(data))
    marks = [block.find(f"{WORD}pPr/{WORD}rPr") for block in part(copy).iter(f"{WORD}p")]
    assert [mark is not None and etree.QName(mark[0]).localname for mark in marks] == ["b", False]


def test_list_goes_on_behind_a_hidden_label(tmp_path: Path) -> None:
    data = listed(numbering(LETTERS), item("satu"), item(SECRET), item("tiga"), item("empat"))
    copy, _ = copy_of(tmp_path, data, plan_of(data, f"b. {SECRET}"))
    assert document_of(copy).text == f"a. satu\n{LABEL}\nc. tiga\nd. empat"
    assert places(copy) == [("1", "0"), None, ("2", "0"), ("2", "0")]
    assert starts(copy) == ["1", "3"]


def test_half_of_a_label_is_text(tmp_path: Path) -> None:
    data = listed(numbering(("decimal", "PASAL %1")), item("satu"))
    copy, _ = copy_of(tmp_path, data, plan_of(data, "PASAL"))
    assert places(copy) == [None] and not has_lists(copy)
    assert document_of(copy).text == f"{LABEL} 1\tsatu"


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (("upperRoman", "BAB %1"), "BAB I"),
        (("bullet", "•"), "•"),
        (("bullet", "-"), "-"),
        (("bullet", "§"), "•"),
        (("decimalZero", "(%1)"), "(01)"),
    ],
)
def test_label_of_few_words_or_a_sign_is_counted(tmp_path: Path, level: Level, expected: str) -> None:
    data = listed(numbering(level), item("satu"))
    copy, _ = copy_of(tmp_path, data, plan_of(data))
    assert document_of(copy).text == f"{expected} satu"
    assert places(copy) == [("1", "0")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (numbering(("decimal", f"{SECRET} %1")), "Siti Aminah 1"),
        (numbering(("bullet", "S")), "S"),
        (numbering(("ordinal", "%1.")), "-"),
        (numbering(("decimal", "%1.%2"), ("decimal", "%2")), "1.1"),
        (numbering(("decimal", "%1" + "." * 23)), "1" + "." * 23),
        (numbering(LETTERS, more="<w:isLgl/>"), "1."),
        (numbering(LETTERS).replace('start w:val="1"', 'start w:val="0"'), "a."),
    ],
)
def test_other_label_is_text(tmp_path: Path, body: str, expected: str) -> None:
    data = listed(body, item("satu"))
    copy, _ = copy_of(tmp_path, data, plan_of(data))
    assert document_of(copy).text == f"{expected}\tsatu"
    assert places(copy) == [None] and not has_lists(copy)


def test_number_below_a_sign_is_counted_without_it(tmp_path: Path) -> None:
    body = numbering(("bullet", "•"), ("decimal", "%2)"), ("decimal", "%1.%3"))
    data = listed(body, item("satu"), item("dua", level=1), item("tiga", level=2))
    copy, _ = copy_of(tmp_path, data, plan_of(data))
    assert places(copy) == [("1", "0"), ("1", "1"), None]
    assert document_of(copy).text == document_of(data).text.replace("- tiga", "-\ttiga")


def test_list_in_a_head_has_labels_of_text(tmp_path: Path) -> None:
    data = listed(numbering(LETTERS), item("badan"), header=item("kepala"))
    copy, _ = copy_of(tmp_path, data, plan_of(data))
    assert part(copy, "word/header1.xml").find(f".//{WORD}numPr") is None
    assert document_of(copy).text == document_of(data).text.replace(". kepala", ".\tkepala")


def test_lists_have_an_end() -> None:
    lists = Lists()
    for count in range(MOST):
        assert lists.place(Item(str(count), ("decimal",), (1,), "%1."))
    assert lists.place(Item("lain", ("decimal",), (1,), "%1.")) is None
    assert lists.place(Item("0", ("decimal",), (2,), "%1.")) == (1, 0)


@pytest.mark.parametrize(
    "item",
    [
        Item("a", ("ordinal", "decimal"), (1, 1), "%2."),
        Item("a", ("decimal", "decimal"), (9999999, 1), "%2."),
        Item("a", ("decimal", "bullet"), (-3, 1), "•"),
        Item("a", ("bullet",), (5000,), "•"),
    ],
)
def test_item_that_is_not_counted_as_others_has_a_label_of_text(item: Item) -> None:
    assert Lists().place(item) is None


@pytest.mark.parametrize(
    "second",
    [
        Item("a", ("decimal",), (3,), "%1."),
        Item("a", ("lowerLetter",), (2,), "%1."),
        Item("a", ("decimal",), (2,), "%1)"),
        Item("a", ("decimal", "decimal"), (2, 1), "%2."),
    ],
)
def test_item_that_would_be_counted_otherwise_begins_a_definition(second: Item) -> None:
    lists = Lists()
    assert lists.place(Item("a", ("decimal",), (1,), "%1.")) == (1, 0)
    assert lists.place(second) == (2, len(second.counts) - 1)


SHAPES = st.lists(
    st.tuples(
        st.sampled_from([*sorted(docx_lists.FORMATS), "bullet"]),
        st.sampled_from(["%1.", "%1.%2", "%2)", "%1.%2.%3", "BAB %1"]),
    ),
    min_size=3,
    max_size=3,
)
STARTS = st.lists(st.sampled_from([0, 1, 7, 4999, 9999999]), min_size=3, max_size=3)
ITEMS = st.lists(st.tuples(st.integers(1, 2), st.integers(0, 2), st.booleans()), max_size=12)


@settings(max_examples=40, deadline=None)
@given(SHAPES, STARTS, ITEMS)
def test_every_list_comes_to_the_labels_of_the_text(
    levels: list[Level], begins: list[int], items: list[tuple[int, int, bool]]
) -> None:
    body = numbering(*levels, nums=2)
    for begin in begins:
        body = body.replace('<w:start w:val="1"/>', f'<w:start w:val="{begin:07d}"/>', 1)
    blocks = [item(SECRET if hidden else "isi", of=of, level=level) for of, level, hidden in items]
    data = listed(body, *blocks)
    text = document_of(data).text
    whole = [line for line in text.split("\n") if line.endswith(SECRET)]
    plan = plan_of(data, *dict.fromkeys(whole)) if len(set(whole)) == 1 else plan_of(data)
    with tempfile.TemporaryDirectory() as folder:
        source, destination = Path(folder, "asal"), Path(folder, "salinan")
        source.write_bytes(data)
        write(source, destination, plan, lambda done, total: None)
        copy = destination.read_bytes()
    expected = text.replace(whole[0], LABEL) if plan.redactions else text
    assert document_of(copy).text.replace("\t", " ") == expected
    assert not list(form_survivors(copy, read_entries(copy, []), LABEL))
