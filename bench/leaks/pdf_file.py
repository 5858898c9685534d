"""The file itself: revisions, bytes that no object is, objects that nothing refers to, other containers."""

import zlib
from io import BytesIO

import pikepdf

from leaks.case import Planted, Shown
from leaks.raw import Draft, appended, pdf_family, show, string, with_table

FAMILY, case = pdf_family("file")


def _updated(draft: Draft, *, anew: bool) -> bytes:
    """A first version names the person, an update takes the line out again."""
    pdf = draft.pdf
    page = pdf.page(draft.report)
    first = pdf.data()
    body = pdf.objects[page]
    content = page - 1
    number = pdf.stream(draft.harmless) if anew else content
    if not anew:
        pdf.objects[content] = pdf.objects.pop(pdf.stream(draft.harmless))
    changed = body.replace(b"/Contents %d 0 R" % content, b"/Contents %d 0 R" % number)
    return appended(first, {number: pdf.objects[number], page: changed}, b"/Root %d 0 R" % pdf.root)


@case
def earlier_revision(draft: Draft) -> Planted:
    """The content of the page was written anew under its old number."""
    return draft.planted(_updated(draft, anew=False), shown=Shown.HIDDEN)


@case
def earlier_revision_other_number(draft: Draft) -> Planted:
    """The content got a new number; nothing refers to the old one."""
    return draft.planted(_updated(draft, anew=True), shown=Shown.HIDDEN)


@case
def update_that_adds_the_person(draft: Draft) -> Planted:
    """Only the last revision names the person."""
    pdf = draft.pdf
    page = pdf.page(draft.harmless)
    first = pdf.data()
    pdf.objects.pop(page - 1)
    content = pdf.stream(draft.report)
    body = pdf.objects[page].replace(b"/Contents %d 0 R" % (page - 1), b"/Contents %d 0 R" % content)
    changed = {content: pdf.objects[content], page: body}
    return draft.planted(appended(first, changed, b"/Root %d 0 R" % pdf.root))


@case
def bytes_before(draft: Draft) -> Planted:
    """Something stands before the header."""
    draft.pdf.page(draft.report)
    return draft.planted(f"Dari: {draft.person.name} {draft.person.nik}\n".encode() + draft.pdf.data())


@case
def bytes_after(draft: Draft) -> Planted:
    """Something stands behind the end."""
    draft.pdf.page(draft.report)
    return draft.planted(draft.pdf.data() + f"\n% {draft.person.name} {draft.person.nik}\n".encode())


@case
def deflated_after(draft: Draft) -> Planted:
    """Something deflated stands behind the end."""
    draft.pdf.page(draft.report)
    return draft.planted(draft.pdf.data() + zlib.compress(f"{draft.person.name} {draft.person.nik}".encode()))


@case
def bytes_between(draft: Draft) -> Planted:
    """A remark stands between two objects."""
    pdf = draft.pdf
    pdf.page(draft.report)
    first = min(pdf.finished())
    pdf.objects[first] += b"\nendobj\n%% %s %s\n99 0 obj\nnull" % tuple(
        secret.encode() for secret in draft.person.secrets
    )
    return draft.planted()


@case
def remark_in_an_object(draft: Draft) -> Planted:
    """A remark stands inside the dictionary of the page."""
    draft.pdf.page(draft.report, entries=f"% {draft.person.name} {draft.person.nik}\n".encode())
    return draft.planted()


@case
def unreferenced_string(draft: Draft) -> Planted:
    """An object that nothing refers to holds the name."""
    draft.pdf.page(draft.harmless)
    draft.pdf.add(b"[%s %s]" % tuple(map(string, draft.person.secrets)))
    return draft.planted(shown=Shown.HIDDEN)


@case
def unreferenced_stream(draft: Draft) -> Planted:
    """A stream that nothing refers to holds the old page."""
    draft.pdf.page(draft.harmless)
    draft.pdf.stream(draft.report)
    return draft.planted(shown=Shown.HIDDEN)


@case
def unreferenced_in_an_object_stream(draft: Draft) -> Planted:
    """The same inside a stream of objects."""
    draft.pdf.page(draft.harmless)
    inner = b"[%s %s]" % tuple(map(string, draft.person.secrets))
    head = b"900 0 "
    draft.pdf.stream(head + inner, b"/Type /ObjStm /N 1 /First %d" % len(head))
    return draft.planted(shown=Shown.HIDDEN)


@case
def duplicate_number(draft: Draft) -> Planted:
    """Two objects have the same number; the table knows the later one only."""
    pdf = draft.pdf
    page = pdf.page(draft.harmless)
    old = pdf.objects[pdf.stream(draft.report)]
    content = page - 1
    pdf.objects[content] = old + b"\nendobj\n%d 0 obj\n" % content + pdf.objects[content]
    data = pdf.data()
    second = data.index(b"\nendobj\n%d 0 obj\n" % content) + 8
    start = data.index(b"\n%d 0 obj\n" % content) + 1
    return draft.planted(
        data.replace(b"%010d 00000 n" % start, b"%010d 00000 n" % second), shown=Shown.HIDDEN
    )


@case
def freed_object(draft: Draft) -> Planted:
    """The table calls an object free, which stands there all the same."""
    pdf = draft.pdf
    pdf.page(draft.harmless)
    number = pdf.stream(draft.report)
    data = pdf.data()
    start = data.index(b"\n%d 0 obj\n" % number) + 1
    return draft.planted(data.replace(b"%010d 00000 n" % start, b"0000000000 65535 f"), shown=Shown.HIDDEN)


@case
def hybrid_table(draft: Draft) -> Planted:
    """The stream of a hybrid table knows an object that the table does not."""
    pdf = draft.pdf
    pdf.page(draft.harmless)
    data = pdf.data()
    number = max(pdf.objects) + 1
    hidden = b"%d 0 obj\n%s\nendobj\n" % (number, b"[%s %s]" % tuple(map(string, draft.person.secrets)))
    start = data.rindex(b"xref\n0 1\n")
    table = data[start:]
    rows = bytes([1]) + start.to_bytes(4, "big") + b"\0"
    stream = (
        b"%d 0 obj\n<< /Type /XRef /Size %d /W [1 4 1] /Index [%d 1] /Length 6 >>\nstream\n"
        % (
            number + 1,
            number + 2,
            number,
        )
        + rows
        + b"\nendstream\nendobj\n"
    )
    at = start + len(hidden)
    table = table.replace(b"trailer\n<<", b"trailer\n<< /XRefStm %d" % at)
    table = table.replace(b"startxref\n%d" % start, b"startxref\n%d" % (at + len(stream)))
    return draft.planted(data[:start] + hidden + stream + table, shown=Shown.HIDDEN)


@case
def broken_table(draft: Draft) -> Planted:
    """The file has to be repaired to be read; an old content stands in it."""
    pdf = draft.pdf
    pdf.page(draft.report)
    pdf.stream(draft.report)
    data = pdf.data()
    return draft.planted(data.replace(b"startxref\n", b"startxref\n9"))


@case
def object_streams(draft: Draft) -> Planted:
    """Everything is in compressed streams of objects, names of the person too."""
    draft.pdf.page(draft.report, entries=b"/Note %s" % string(draft.person.name))
    return draft.planted(_saved(draft, object_stream_mode=pikepdf.ObjectStreamMode.generate))


@case
def linearised(draft: Draft) -> Planted:
    """Made for the web: two tables, hints."""
    draft.pdf.page(draft.report)
    draft.pdf.page(draft.harmless)
    kept = draft.planted(_saved(draft, linearize=True))
    return Planted(kept.path, kept.secrets, kept.kept * 2, pages=2)


@case
def encrypted_without_password(draft: Draft) -> Planted:
    """Locked for printing and changing, open for everybody to read."""
    draft.pdf.page(draft.report)
    lock = pikepdf.Encryption(owner="kunci", user="", R=6)
    return draft.planted(_saved(draft, encryption=lock), may_refuse="locked files may be refused")


def _saved(draft: Draft, **options: object) -> bytes:
    buffer = BytesIO()
    with pikepdf.open(BytesIO(draft.pdf.data())) as pdf:
        pdf.save(buffer, **options)  # type: ignore[arg-type]
    return buffer.getvalue()


@case
def hexadecimal_and_base85(draft: Draft) -> Planted:
    """The content is written in hexadecimal figures."""
    pdf = draft.pdf
    page = pdf.page(b"")
    coded = draft.report.hex().encode() + b">"
    number = pdf.stream(coded, b"/Filter /ASCIIHexDecode", deflate=False)
    pdf.objects[page] = pdf.objects[page].replace(
        b"/Contents %d 0 R" % (page - 1), b"/Contents %d 0 R" % number
    )
    return draft.planted()


@case
def twice_deflated(draft: Draft) -> Planted:
    """A stream that is deflated twice, and unreferenced."""
    draft.pdf.page(draft.report)
    twice = zlib.compress(zlib.compress(draft.report))
    draft.pdf.stream(twice, b"/Filter [/FlateDecode /FlateDecode]", deflate=False)
    return draft.planted()


@case
def behind_the_end_of_a_stream(draft: Draft) -> Planted:
    """The data of the content goes on behind its deflated end."""
    pdf = draft.pdf
    page = pdf.page(b"")
    data = zlib.compress(draft.harmless) + f"{draft.person.name} {draft.person.nik}".encode()
    number = pdf.stream(data, b"/Filter /FlateDecode", deflate=False)
    pdf.objects[page] = pdf.objects[page].replace(
        b"/Contents %d 0 R" % (page - 1), b"/Contents %d 0 R" % number
    )
    return draft.planted(shown=Shown.HIDDEN)


@case
def identifier(draft: Draft) -> Planted:
    """The identifier of the file spells the name."""
    pdf = draft.pdf
    pdf.page(draft.report)
    data = pdf.data()
    coded = draft.person.name.encode().hex().encode()
    return draft.planted(data.replace(b"trailer\n<<", b"trailer\n<< /ID [<%s> <%s>]" % (coded, coded)))


@case
def trailer_entry(draft: Draft) -> Planted:
    """A key of the trailer that nobody knows."""
    pdf = draft.pdf
    pdf.page(draft.report)
    data = pdf.data()
    return draft.planted(data.replace(b"trailer\n<<", b"trailer\n<< /Catatan %s" % string(draft.person.name)))


@case
def page_out_of_the_tree(draft: Draft) -> Planted:
    """A page that was deleted from the tree is still there."""
    pdf = draft.pdf
    pdf.page(draft.harmless)
    pdf.page(draft.report)
    pdf.pages.pop()
    return draft.planted(shown=Shown.HIDDEN)


@case
def split_content(draft: Draft) -> Planted:
    """The content is an array of streams; the name begins in one and goes on in the next."""
    pdf = draft.pdf
    first, last = draft.person.name.split()
    page = pdf.page(draft.harmless)
    begin = pdf.stream(b"q BT /F 12 Tf 72 500 Td (Nama: ) Tj " + string(first) + b" Tj")
    end = pdf.stream(string(" " + last) + b" Tj ET Q")
    pdf.objects[page] = pdf.objects[page].replace(
        b"/Contents %d 0 R" % (page - 1), b"/Contents [%d 0 R %d 0 R %d 0 R]" % (page - 1, begin, end)
    )
    return draft.by_term()


@case
def two_files_in_one(draft: Draft) -> Planted:
    """A whole other PDF stands in front; readers take the last."""
    other = Draft(draft.seed, draft.folder)
    other.person = draft.person
    other.pdf.page(other.report)
    draft.pdf.page(show("Kosong", 72, 700) + draft.harmless)
    first = other.pdf.data()
    objects = draft.pdf.finished()
    last = with_table(objects, b"/Root %d 0 R" % draft.pdf.root, len(first))
    return draft.planted(first + last, shown=Shown.HIDDEN)


@case
def file_name(draft: Draft) -> Planted:
    """The file is called after the person."""
    draft.path = draft.folder / f"{draft.person.name}.pdf"
    draft.pdf.page(draft.report)
    return draft.planted()
