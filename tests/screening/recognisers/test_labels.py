import re

import pytest

from terbuka.screening.recognisers.labels import Labels, labels_of
from tests.screening.screened import layout_of


def kinds(text: str) -> tuple[str, ...]:
    """What the labels say about the last value of ``text``: what begins with a digit or a plus."""
    labels = Labels(layout_of(text))
    start = [match.start() for match in re.finditer(r"(?<!\S)[+\d]", text)][-1]
    label = labels.in_front(start)
    return label.kinds or labels.around(start).kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("NIK : 6371", "nik"),
        ("rekening Bank Kalsel Saudara 025", "account"),
        ("kartu JKN nomor 0001", "bpjs"),
        ("norek saya 7120", "account"),
        ("paspornya 7719", "passport"),
        ("Kontak      0896", "phone"),
        ("1 | SIM C | 9204", "sim"),
        ("Kartu debit BCA Platinum | 5307", "card"),
        ("No. BPJ5\n0001", "bpjs"),
        ("lMEl 8612", "imei"),
        ("No.TeIp/Hp      ; 0878", "phone"),
        ("2. No. Rekening; 0878", "account"),
        ("REK. BNI     034", "account"),
        ("kode billing 8202", "number"),
        ("mesin ketik nomor seri 8202", "number"),
    ],
)
def test_the_nearest_label_says_what_a_value_is(text: str, kind: str) -> None:
    assert kinds(text)[0] == kind


@pytest.mark.parametrize(
    "text",
    [
        "paspor hilang kemarin pagi di dalam bus kota 7719",
        "NIK ada; lalu 6371",
        "IMEI\n\n8612",
        "No. HP rusak parah\nbeli 3344",
        "Rp 900 ribu lewat 3344",
        "nomor 3344",
        "tiket ia titipkan kepada kakak 3344",
    ],
)
def test_a_label_of_something_else_says_nothing(text: str) -> None:
    assert kinds(text) == ()


def test_a_heading_names_its_column_where_the_others_are_unknown() -> None:
    layout = layout_of("urut;jam;laporan;rekening;sebab\n1;08.10;C/204;0071-02-004412;hilang\n")
    assert Labels(layout).around(layout.reading.text.index("0071")).kinds == ("account",)


def test_labels_are_read_once_for_a_document() -> None:
    one, other = layout_of("NIK : 1"), layout_of("NIK : 1")
    assert labels_of(one) is labels_of(one)
    assert labels_of(other) is not labels_of(one)


def test_a_label_on_the_same_line_is_told_from_one_above() -> None:
    for text, same in (("plat nomor 1234", True), ("pelat nomor\n1234", False)):
        labels = Labels(layout_of(text))
        assert labels.on_line(text.index("1234"), labels.in_front(text.index("1234"))) is same
