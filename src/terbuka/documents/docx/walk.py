"""Walks a package's stories and builds the flow. The order is fixed, so that offsets are."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from terbuka.documents.docx.account import MC, Account, Hide, all_text
from terbuka.documents.docx.borders import cell_lines, drawn, lines_of
from terbuka.documents.docx.flow import (
    Block,
    Cell,
    Flow,
    Note,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
)
from terbuka.documents.docx.notes import counts_of, labelled, note_of
from terbuka.documents.docx.numbering import LEVELS, Numbering
from terbuka.documents.docx.package import Package, R, W
from terbuka.documents.docx.placing import Paper, ground_of, is_box_seen, paper_of, room_of
from terbuka.documents.docx.runs import CONTAINERS, RunReader, Story, in_seen_order
from terbuka.documents.docx.sight import Around, narrower
from terbuka.documents.docx.styles import Styles, paragraph_look
from terbuka.documents.docx.tables import Spot, TableStyle, is_hidden_row, padding
from terbuka.documents.docx.values import is_on, length, merged, number, value
from terbuka.documents.formats import DAMAGED_PACKAGE
from terbuka.errors import LimitExceeded, UnreadableFile
from terbuka.language import N_

DEEPEST = 40
"""Tables and text boxes within one another."""
TOO_DEEP = N_("Tabel atau kotak teks bersarang terlalu dalam. Sederhanakan dokumennya, lalu coba lagi.")
SECTION_KINDS = ("default", "first", "even")
BLOCK_CONTAINERS = frozenset({W + "sdtContent", W + "customXml", W + "ins", W + "moveTo"}) | CONTAINERS
HEADINGS = 9


def read_flow(package: Package, hide: Hide) -> Flow:
    """Everything the document shows. ``hide`` is told what stands in its stories and is not shown."""
    root = package.xml(package.main)
    body = root.find(f"{W}body") if root is not None else None
    if root is None or body is None:
        raise UnreadableFile(DAMAGED_PACKAGE)
    return _Walk(package, hide).flow(root, body)


class _Walk:
    def __init__(self, package: Package, hide: Hide) -> None:
        self._package = package
        self._hide = hide
        self._account = Account(hide)
        self._papers: list[Paper] = []
        self._page = Around()
        self._styles = Styles(package)
        self._numbering = Numbering(package)
        self._relations = package.relations(package.main)
        self._margins: dict[str, dict[str, int]] = {"header": {}, "footer": {}}
        self._stories: dict[str, list[list[Block]]] = {"header": [], "footer": []}
        self._notes: dict[tuple[str, str], int] = {}
        self._settings = [self._package.xml(part) for part in self._package.related("settings")]
        self._even_and_odd = any(
            root is not None and root.find(f"{W}evenAndOddHeaders") is not None for root in self._settings
        )

    def flow(self, root: etree._Element, body: etree._Element) -> Flow:
        self._papers = [
            paper_of(section)
            for section in body.iter(f"{W}sectPr")
            if next(section.iterancestors(f"{W}sectPrChange"), None) is None
        ]
        self._page = Around(self._styles.colours.page(root))
        blocks = self._story(body, "body", self._package.main)
        last = body.find(f"{W}sectPr")
        blocks.append(self._section(last) if last is not None else Section())
        notes = list(self._read_notes())
        self._unused_margins()
        return Flow(
            blocks,
            self._stories["header"],
            self._stories["footer"],
            notes,
            self._styles.default_look,
            self._even_and_odd,
        )

    def _story(self, root: etree._Element, place: str, part: str) -> list[Block]:
        """``part``: where the story stands in the package."""
        blocks = list(self._blocks(root, Story(place, self._package.relations(part)), self._page, 0))
        self._account.tell_rest(root, place)
        return blocks

    @property
    def _paper(self) -> Paper:
        """The paper of the section at hand."""
        return self._papers[0] if self._papers else Paper()

    def _unseen(self, element: etree._Element, story: Story) -> None:
        self._hide("hidden-text", story.place, self._account.all_text(element))

    def _blocks(self, parent: etree._Element, story: Story, around: Around, depth: int) -> Iterator[Block]:
        if depth > DEEPEST:
            raise LimitExceeded(TOO_DEEP)
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child, story, around, depth)
            elif child.tag == f"{W}tbl":
                yield from self._table(child, story, around, depth)
            elif child.tag in (f"{W}del", f"{W}moveFrom"):
                self._hide("tracked-change", story.place, self._account.all_text(child))
            elif child.tag == f"{MC}AlternateContent":
                self._account.tell_fallback(child, story.place)
            elif child.tag == f"{W}altChunk":
                self._hide("embedded", story.place, "")
            for inner in _within(child):
                yield from self._blocks(inner, story, around, depth + 1)

    def _paragraph(
        self, element: etree._Element, story: Story, around: Around, depth: int
    ) -> Iterator[Block]:
        properties = element.find(f"{W}pPr")
        settings = self._styles.paragraph_settings(properties, around.table_paragraph)
        said, look = merged(settings), paragraph_look(settings, 0, self._styles.colours)
        frame = said.get(f"{W}framePr")
        within = replace(
            around,
            ground=self._styles.colours.fill(said.get(f"{W}shd"), around.ground),
            room=room_of(look, frame, around.room),
        )
        reader = RunReader(
            self._styles, story, self._account, self._note_mark, properties, within, self._paper
        )
        runs: list[Run] = []
        if self._paper.takes(look, said.get(f"{W}ind")) and self._paper.has(frame, ""):
            runs = in_seen_order(list(reader.read(element)))
        else:
            self._unseen(element, story)
        runs, level = self._numbered(runs, settings, reader)
        settings = [*settings[:-1], level, *settings[-1:]] if level is not None else settings
        yield Paragraph(runs, paragraph_look(settings, _heading(settings), self._styles.colours))
        yield from (run.picture for run in runs if run.picture)
        for box in reader.anchored:
            yield from self._box(box, story, around, depth)
        section = properties.find(f"{W}sectPr") if properties is not None else None
        if section is not None:
            yield self._section(section)

    def _box(self, box: etree._Element, story: Story, around: Around, depth: int) -> Iterator[Block]:
        if is_box_seen(box, self._paper):
            ground = ground_of(box, self._styles.colours, self._page.ground)
            yield from self._blocks(
                box, Story(story.place, story.relations), Around(ground, around.kept), depth + 1
            )
        else:
            self._unseen(box, story)

    def _numbered(
        self, runs: list[Run], settings: list[etree._Element], reader: RunReader
    ) -> tuple[list[Run], etree._Element | None]:
        """The runs with the list number before them, and the settings of its level."""
        list_id, level = "", 0
        for element in settings:
            found = element.find(f"{W}numPr")
            if found is not None:
                list_id = _said(found, "numId") or list_id
                given = number(_said(found, "ilvl"))
                level = level if given is None else given
        if not list_id or list_id == "0":
            return runs, None
        label, item, level_settings = self._numbering.label(list_id, min(max(level, 0), LEVELS - 1))
        if not label:
            return runs, level_settings
        look = runs[0].look if runs else reader.look(None)
        return [Run(f"{label} ", look, "label", item=item), *runs], level_settings

    def _note_mark(self, kind: str, identifier: str) -> str:
        mark = self._notes.setdefault((kind, identifier), len(self._notes) + 1)
        return f"[{mark}]"  # a bare figure would lengthen the number before it

    def _read_notes(self) -> Iterator[Note]:
        """The notes that the text refers to, with their marks, in the order of the marks."""
        parts = {kind: part for kind in ("footnotes", "endnotes") for part in self._package.related(kind)}
        roots = {kind: self._package.xml(part) for kind, part in parts.items()}
        read = 0
        while read < len(self._notes):  # a note may refer to another one
            kind, identifier = list(self._notes)[read]
            read += 1
            note = note_of(roots.get(kind), identifier)
            blocks = self._story(note, kind, parts[kind]) if note is not None else []
            yield Note(kind, labelled(blocks, read, self._styles.default_look))
        for kind, root in roots.items():
            self._unused_notes(kind, root)

    def _unused_notes(self, kind: str, root: etree._Element | None) -> None:
        for note in root if root is not None else ():
            ordinary = note.get(f"{W}type", "normal") == "normal"
            if ordinary and (kind, note.get(f"{W}id", "")) not in self._notes and all_text(note):
                self._hide("hidden-text", kind, all_text(note))

    def _table(self, element: etree._Element, story: Story, around: Around, depth: int) -> Iterator[Block]:
        properties = element.find(f"{W}tblPr")
        settings = self._styles.table_settings(properties)
        style = self._styles.table_style(properties)
        said = merged(settings)
        widths = [number(column.get(f"{W}w")) or 0 for column in element.findall(f"{W}tblGrid/{W}gridCol")]
        indent = said.get(f"{W}tblInd")
        left = (number(indent.get(f"{W}w")) or 0) if indent is not None else 0
        if not (self._paper.has_table(left, sum(widths)) and self._paper.has(said.get(f"{W}tblpPr"), "tblp")):
            self._unseen(element, story)
            return
        within = replace(around, ground=self._styles.colours.fill(said.get(f"{W}shd"), around.ground))
        lines = list(_through(element, f"{W}tr"))
        rows = [
            row
            for index, child in enumerate(lines)
            if (row := self._row(child, story, within, style, Spot(index, len(lines), 0, 0), depth))
            and row.cells
        ]
        if not rows:
            return
        if is_on(said.get(f"{W}bidiVisual")):  # the first cell of a row is seen on the right
            widths.reverse()
            for row in rows:
                row.cells.reverse()
        table = Table(rows, widths, indent=left)
        for of_table in settings:
            table.lines |= lines_of(of_table.find(f"{W}tblBorders"), self._styles.colours)
            table.padding = padding(of_table, table.padding)
            align = _said(of_table, "jc")
            table.align = align if align in ("center", "right") else table.align
        table.lines = drawn(table.lines)
        yield table

    def _row(
        self, element: etree._Element, story: Story, around: Around, style: TableStyle, spot: Spot, depth: int
    ) -> Row | None:
        properties = element.find(f"{W}trPr")
        if properties is None:
            properties = etree.Element(f"{W}trPr")
        if properties.find(f"{W}del") is not None:
            self._hide("tracked-change", story.place, self._account.all_text(element))
            return None
        settings = [*style.settings(spot, "trPr"), properties]
        if is_hidden_row(settings):
            self._unseen(element, story)
            return None
        height = merged(settings).get(f"{W}trHeight")
        if height is not None and height.get(f"{W}hRule") == "exact":
            around = replace(around, room=narrower(around.room, number(value(height)) or 0))
        cells: list[Cell] = []
        lines = list(_through(element, f"{W}tc"))
        for index, child in enumerate(lines):
            at = replace(spot, column=index, columns=len(lines))
            cell = self._cell(child, story, around, style, at, depth)
            if cell is not None:
                cells.append(cell)
        return Row(cells, properties.find(f"{W}tblHeader") is not None)

    def _cell(
        self, element: etree._Element, story: Story, around: Around, style: TableStyle, spot: Spot, depth: int
    ) -> Cell | None:
        properties = element.find(f"{W}tcPr")
        if properties is None:
            properties = etree.Element(f"{W}tcPr")
        if properties.find(f"{W}cellDel") is not None:
            self._hide("tracked-change", story.place, self._account.all_text(element))
            return None
        shade = merged([*style.settings(spot, "tcPr"), properties]).get(f"{W}shd")
        ground = self._styles.colours.fill(shade, around.ground)
        fill = ground if ground != around.ground else ""
        within = replace(
            around,
            ground=ground,
            kept=fill or around.kept,
            table_run=style.settings(spot, "rPr"),
            table_paragraph=style.settings(spot, "pPr"),
        )
        merge = properties.find(f"{W}vMerge")
        regions = style.regions(spot, "tcPr")
        cell = Cell([], fill=fill, lines=cell_lines(regions, properties, spot, self._styles.colours))
        if merge is not None:
            cell.down = "begin" if merge.get(f"{W}val") == "restart" else "go on"
        if cell.down == "go on" and spot.row:
            self._unseen(element, story)  # the cell above lies over it
        else:
            cell.blocks = list(self._blocks(element, story, within, depth + 1))
        if not any(isinstance(block, (Paragraph, Table)) for block in cell.blocks):
            cell.blocks.append(Paragraph([]))
        width = properties.find(f"{W}tcW")
        if width is not None and width.get(f"{W}type", "dxa") == "dxa":
            cell.width = number(width.get(f"{W}w")) or 0
        cell.across = max(1, min(63, number(_said(properties, "gridSpan")) or 1))
        align = _said(properties, "vAlign")
        cell.align = align if align in ("center", "bottom") else ""
        return cell

    def _section(self, element: etree._Element) -> Section:
        section = Section()
        size, margins = element.find(f"{W}pgSz"), element.find(f"{W}pgMar")
        if size is not None:
            section.width = length(size, "w", section.width)
            section.height = length(size, "h", section.height)
            section.landscape = size.get(f"{W}orient") == "landscape"
        if margins is not None:
            for side in ("top", "right", "bottom", "left", "header", "footer"):
                section.margins[side] = length(margins, side, 1440)
        columns = element.find(f"{W}cols")
        section.columns = max(1, min(6, length(columns, "num", 1))) if columns is not None else 1
        section.continuous = _said(element, "type") == "continuous"
        section.counts = counts_of(element, *self._settings)
        section.title_page = element.find(f"{W}titlePg") is not None
        for kind, stories in (("header", section.heads), ("footer", section.feet)):
            for reference in element.findall(f"{W}{kind}Reference"):
                self._refer(kind, reference, section, stories)
        self._papers = self._papers[1:] or self._papers
        return section

    def _refer(self, kind: str, reference: etree._Element, section: Section, stories: dict[str, int]) -> None:
        """Read a head or foot at its first reference; later ones mean the same."""
        which = reference.get(f"{W}type", "default")
        relation = self._relations.get(reference.get(f"{R}id", ""))
        shown = abs(section.margins.get(kind, 0)) < section.height and (
            which == "default"
            or (which == "first" and section.title_page)
            or (which == "even" and self._even_and_odd)
        )
        if relation is None or relation.external or which not in SECTION_KINDS or not shown:
            return
        known = self._margins[kind]
        if relation.target not in known:
            root = self._package.xml(relation.target)
            if root is None:
                return
            known[relation.target] = len(self._stories[kind])
            self._stories[kind].append(self._story(root, kind, relation.target))
        stories[which] = known[relation.target]

    def _unused_margins(self) -> None:
        """Heads and feet that no page shows."""
        for kind, known in self._margins.items():
            for part in self._package.related(kind):
                root = self._package.xml(part) if part not in known else None
                if root is not None and all_text(root):
                    self._hide("hidden-text", kind, all_text(root))


def _within(element: etree._Element) -> list[etree._Element]:
    """The elements whose paragraphs and tables stand where ``element`` stands."""
    if element.tag == f"{W}sdt":
        contents: list[etree._Element] = element.findall(f"{W}sdtContent")
        return contents
    if element.tag == f"{MC}AlternateContent":
        return [
            shown
            for shown in (element.find(f"{MC}Choice"), element.find(f"{MC}Fallback"))
            if shown is not None
        ][:1]
    return [element] if element.tag in BLOCK_CONTAINERS else []


def _through(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows or cells, also those in controls and tracked insertions."""
    for child in parent:
        if child.tag == tag:
            yield child
        for inner in _within(child):
            yield from _through(inner, tag)


def _heading(settings: list[etree._Element]) -> int:
    level = 0
    for element in settings:
        outline = number(_said(element, "outlineLvl"))
        if outline is not None:
            level = outline + 1 if 0 <= outline < HEADINGS else 0
    return level


def _said(element: etree._Element, tag: str) -> str | None:
    return value(element.find(f"{W}{tag}"))
