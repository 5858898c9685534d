"""A foreign PDF whose pictures show all of their samples, whatever its pages make of them.

A palette of one colour, a range of one level or a mask hides what is in a picture and changes no bit of it.
"""

import io
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
from pikepdf import Name
from PIL import Image

BY_COLOURS = {1: Name.DeviceGray, 3: Name.DeviceRGB, 4: Name.DeviceCMYK}
NARROW = 0.8
"""Of the range of a colour; what is spread over less of it shows less than it holds."""
ALIKE = 16
"""Of 255; colours of a palette nearer to each other than this show nothing."""
OF_SAMPLES = ("/Width", "/Height", "/BitsPerComponent", "/ColorSpace", "/ImageMask")
UNREADABLE = (pikepdf.PdfError, ValueError, TypeError, RuntimeError, LookupError, ArithmeticError)

Change = Callable[[Any], bool]


def laid_bare(data: bytes) -> Iterator[bytes]:
    """The file with the samples of its pictures shown, and with their masks in their place; neither where
    that changes nothing."""
    for change in (_show_samples, _show_mask):
        if made := _changed(data, change):
            yield made


def _changed(data: bytes, change: Change) -> bytes | None:
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            changed = [_tried(change, item) for item in pdf.objects if _is_picture(item)]
            if not any(changed):
                return None
            made = io.BytesIO()
            pdf.save(made, fix_metadata_version=False)
            return made.getvalue()
    except UNREADABLE:
        return None  # that it cannot be walked is told elsewhere


def _is_picture(item: Any) -> bool:
    return isinstance(item, pikepdf.Stream) and item.get("/Subtype") == Name.Image


def _tried(change: Change, picture: Any) -> bool:
    try:
        return change(picture)
    except UNREADABLE:
        return False


def _show_samples(picture: Any) -> bool:
    """Take away what makes different samples look alike."""
    is_changed = False
    if _is_narrow(picture):
        del picture.Decode
        is_changed = True
    if space := _plain_space(picture):
        picture.ColorSpace = space
        is_changed = True
    return is_changed


def _show_mask(picture: Any) -> bool:
    """Put its mask into the picture's place."""
    mask = picture.get("/SMask", picture.get("/Mask"))
    if not _is_picture(mask):
        return False
    picture.write(mask.read_raw_bytes(), filter=mask.get("/Filter"), decode_parms=mask.get("/DecodeParms"))
    for key in (*OF_SAMPLES, "/SMask", "/Mask", "/Decode"):
        if key in picture:
            del picture[key]
        if key in OF_SAMPLES and key in mask:
            picture[key] = mask[key]
    return True


def _is_narrow(picture: Any) -> bool:
    """Whether its range of levels is cut down so that some show nothing."""
    levels = [float(level) for level in picture.get("/Decode", [])]
    space = picture.get("/ColorSpace")
    most = 2 ** int(picture.get("/BitsPerComponent", 1)) - 1 if _called(space) == "/Indexed" else 1
    return any(abs(high - low) < NARROW * most for low, high in zip(levels[::2], levels[1::2], strict=False))


def _called(space: Any) -> str:
    return str(space[0] if isinstance(space, pikepdf.Array) else space)


def _plain_space(picture: Any) -> Name | None:
    """The colours of the device for a space in which some samples look alike; None for any other."""
    space = picture.get("/ColorSpace")
    if _called(space) == "/Indexed":
        return Name.DeviceGray if _looks_alike(picture, space) else None
    if _called(space) in ("/Separation", "/DeviceN"):
        return BY_COLOURS.get(len(space[1]) if _called(space) == "/DeviceN" else 1)
    return None


def _looks_alike(picture: Any, space: Any) -> bool:
    """Whether samples of several numbers have one colour, or all of them nearly so."""
    table = space[3].read_bytes() if isinstance(space[3], pikepdf.Stream) else bytes(space[3])
    width = max(1, len(table) // (int(space[2]) + 1))
    used = [table[number * width : (number + 1) * width] for number in _numbers(picture)]
    apart = max((max(levels) - min(levels) for levels in zip(*used, strict=False)), default=0)
    return len(used) > 1 and (len(set(used)) < len(used) or apart < ALIKE)


def _numbers(picture: Any) -> list[int]:
    """The numbers of the palette that its samples have."""
    bits, width, height = (int(picture[key]) for key in ("/BitsPerComponent", "/Width", "/Height"))
    if bits == 1:
        return [0, 1]  # packed in ways of their own
    samples = picture.read_bytes()
    if 8 * len(samples) < bits * width * height:
        return []  # a size that is none
    shown = Image.frombytes("P", (width, height), samples, "raw", "P" if bits == 8 else f"P;{bits}")
    return [number for number, count in enumerate(shown.histogram()) if count]
