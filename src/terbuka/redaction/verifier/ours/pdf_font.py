"""The font of the real text of a copy of ours: nothing in it but the outlines of the letters that are shown.

A font can hold what nobody sees: a letter that no page shows, a remark in a table, a map that spells what was
hidden. So each byte of its program is accounted for, each letter must stand on some page, and its map and its
widths say of each the one thing that they have to say.
"""

import re
import struct
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from terbuka.redaction.lettering import SPACE_WIDTH
from terbuka.redaction.verifier.not_ours import NotOurs, hold

SPACE = 1
UNITS = 1000
TABLES = (b"glyf", b"hhea", b"head", b"hmtx", b"loca", b"maxp")
MAGIC, CHECKED = 0x5F0F3CF5, 0xB1B0AFBA
ON, SHORT_X, SHORT_Y, REPEAT, SAME_X, SAME_Y = (1 << bit for bit in range(6))
LONGEST = 4
"""Characters that one letter may mean: "ffi" has three."""
FARTHEST = 8000

_ROW = re.compile(rb"<([\da-f]{4})> <((?:[\da-f]{4}){1,%d})>\n" % LONGEST)
MAP = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
%bendcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
"""A map to Unicode around what it maps."""
_BLOCK = 100


def letters_of_map(data: bytes) -> list[str]:
    """What the letters mean that a map to Unicode names, the space being the first. Raises ``NotOurs``."""
    rows = _ROW.findall(data.partition(b"endcodespacerange\n")[2])
    hold(bool(rows) and rows[0] == (b"0001", b"0020"))
    hold([int(number, 16) for number, _ in rows] == list(range(SPACE, SPACE + len(rows))))
    written = [b"<%b> <%b>\n" % row for row in rows]
    blocks = [written[at : at + _BLOCK] for at in range(0, len(written), _BLOCK)]
    listed = b"".join(b"%d beginbfchar\n%bendbfchar\n" % (len(block), b"".join(block)) for block in blocks)
    hold(data == MAP % listed)
    return [bytes.fromhex(text.decode()).decode("utf-16-be", "replace") for _, text in rows]


def widths_of_program(data: bytes) -> list[int]:
    """The widths of the glyphs of a font program, in its own order. Raises ``NotOurs``."""
    try:
        tables = _tables(data)
        glyphs = list(_glyphs(tables))
        hold(len(glyphs) > SPACE + 1 and not (glyphs[0] or glyphs[SPACE]) and all(glyphs[SPACE + 1 :]))
        widths, bearings = _metrics(tables[b"hmtx"], tables[b"hhea"], len(glyphs))
        hold(tables[b"maxp"] == _maxp(glyphs))
        hold(tables[b"head"] == _head(glyphs, data))
        hold(tables[b"hhea"] == _hhea(glyphs, widths, bearings, tables[b"hhea"]))
    except (struct.error, IndexError):
        raise NotOurs from None
    hold(bearings == [glyph.box[0] if glyph else 0 for glyph in glyphs])
    hold(widths[: SPACE + 1] == [0, SPACE_WIDTH])
    return widths


def _tables(data: bytes) -> dict[bytes, bytes]:
    """The tables, if they and the zeros that fill them up are the whole file."""
    count = len(TABLES)
    hold(data[:12] == struct.pack(">IHHHH", 0x10000, count, 64, 2, count * 16 - 64))
    rows = [struct.unpack_from(">4sIII", data, 12 + 16 * at) for at in range(count)]
    hold(sorted(row[0] for row in rows) == [row[0] for row in rows] and {r[0] for r in rows} == set(TABLES))
    tables, reached = {}, 12 + 16 * count
    for tag, checksum, offset, length in sorted(rows, key=lambda row: row[2]):
        hold(offset == reached)
        table = data[offset : offset + length]
        padded = data[offset : offset + (length + 3) // 4 * 4]
        hold(not padded[length:].strip(b"\0") and len(table) == length)
        summed = padded[:8] + bytes(4) + padded[12:] if tag == b"head" else padded
        hold(checksum == _sum(summed))
        tables[tag], reached = table, offset + len(padded)
    hold(reached == len(data))
    return tables


def _sum(data: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(data) // 4}I", data)
    return sum(words) & 0xFFFFFFFF


class Outline:
    """A simple glyph: ``box``, ``area`` (square units) and how many points and shapes it has, ``data``: the
    bytes that say so.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.shapes, *box = struct.unpack_from(">5h", data)
        self.box = tuple(box)
        hold(self.shapes > 0)
        ends = struct.unpack_from(f">{self.shapes}H", data, 10)
        hold(all(before < after for before, after in pairwise(ends)))
        self.points = ends[-1] + 1
        at = 10 + 2 * self.shapes
        hold(struct.unpack_from(">H", data, at) == (0,))  # no instructions
        flags, at = self._flags(data, at + 2)
        xs, at = _places(data, at, flags, SHORT_X, SAME_X)
        ys, at = _places(data, at, flags, SHORT_Y, SAME_Y)
        self.area = _area(xs, ys)
        hold(self.box == (min(xs), min(ys), max(xs), max(ys)) and max(map(abs, self.box)) <= FARTHEST)
        hold(len(data) - at < 4 and not data[at:].strip(b"\0"))

    def _flags(self, data: bytes, at: int) -> tuple[list[int], int]:
        flags: list[int] = []
        while len(flags) < self.points:
            flag, at = data[at], at + 1
            hold(flag < 1 << 6)
            flags.append(flag & ~REPEAT)
            if flag & REPEAT:
                flags += [flag & ~REPEAT] * data[at]
                at += 1
        hold(len(flags) == self.points)
        return flags, at


def _area(xs: Sequence[int], ys: Sequence[int]) -> float:
    """What points that go round enclose; of several shapes it means nothing."""
    corners = list(zip(xs, ys, strict=True))
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairwise([*corners, corners[0]]))) / 2


def _places(data: bytes, at: int, flags: Sequence[int], short: int, same: int) -> tuple[list[int], int]:
    """The coordinates of the points on one axis, and where they end."""
    steps = []
    for flag in flags:
        if flag & short:
            steps.append(data[at] if flag & same else -data[at])
            at += 1
        elif flag & same:
            steps.append(0)
        else:
            steps.append(struct.unpack_from(">h", data, at)[0])
            at += 2
    return list(accumulate(steps)), at


def _glyphs(tables: dict[bytes, bytes]) -> Iterator[Outline | None]:
    glyf, loca = tables[b"glyf"], tables[b"loca"]
    is_long = struct.unpack_from(">h", tables[b"head"], 50) == (1,)
    size = 4 if is_long else 2
    hold(len(loca) % size == 0)
    offsets = struct.unpack(f">{len(loca) // size}{'I' if is_long else 'H'}", loca)
    offsets = offsets if is_long else tuple(2 * offset for offset in offsets)
    hold(offsets[0] == 0 and offsets[-1] == len(glyf))
    for start, end in pairwise(offsets):
        hold(start <= end)
        yield Outline(glyf[start:end]) if start < end else None


def outlines_of_program(data: bytes) -> list[Outline | None]:
    """What the glyphs of a font program draw, in its own order. Raises ``NotOurs``."""
    try:
        return list(_glyphs(_tables(data)))
    except (struct.error, IndexError):
        raise NotOurs from None


def _metrics(hmtx: bytes, hhea: bytes, count: int) -> tuple[list[int], list[int]]:
    """Widths and left bearings of ``count`` glyphs."""
    (told,) = struct.unpack_from(">H", hhea, 34)
    hold(0 < told <= count and len(hmtx) == 4 * told + 2 * (count - told))
    pairs = [struct.unpack_from(">Hh", hmtx, 4 * at) for at in range(told)]
    rest = struct.unpack_from(f">{count - told}h", hmtx, 4 * told)
    widths = [width for width, _ in pairs] + [pairs[-1][0]] * len(rest)
    return widths, [bearing for _, bearing in pairs] + list(rest)


def _around(glyphs: Sequence[Outline | None]) -> tuple[int, ...]:
    boxes = [glyph.box for glyph in glyphs if glyph]
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)


def _head(glyphs: Sequence[Outline | None], data: bytes) -> bytes:
    at = data.index(b"head") + 8
    (offset,) = struct.unpack_from(">I", data, at)
    adjustment = (CHECKED - _sum(data[: offset + 8] + bytes(4) + data[offset + 12 :])) & 0xFFFFFFFF
    (form,) = struct.unpack_from(">h", data, offset + 50)
    return struct.pack(
        ">IIIIHHQQ4hHHhhh",
        0x10000, 0x10000, adjustment, MAGIC, 3, UNITS, 0, 0, *_around(glyphs), 0, 3, 2, int(form != 0), 0,
    )  # fmt: skip


def _hhea(
    glyphs: Sequence[Outline | None], widths: Sequence[int], bearings: Sequence[int], hhea: bytes
) -> bytes:
    drawn = [(glyph.box, width) for glyph, width in zip(glyphs, widths, strict=True) if glyph]
    left = min(box[0] for box, _ in drawn)
    right = min(width - box[2] for box, width in drawn)
    most = max(box[2] for box, _ in drawn)
    return struct.pack(
        ">IhhhHhhhhhh8xhH",
        0x10000, 800, -200, 0, max(widths), left, right, most, 1, 0, 0, 0,
        struct.unpack_from(">H", hhea, 34)[0],
    )  # fmt: skip


def _maxp(glyphs: Sequence[Outline | None]) -> bytes:
    points = max(glyph.points for glyph in glyphs if glyph)
    shapes = max(glyph.shapes for glyph in glyphs if glyph)
    return struct.pack(">IHHHHHH8H", 0x10000, len(glyphs), points, shapes, 0, 0, 2, *[0] * 8)
