"""Colours as style sheets and old attributes write them."""

import re

from PIL import ImageColor

from terbuka.documents.docx.colours import mixed

_RGBA = re.compile(r"(rgb|hsl)a?\(\s*([^()]*?)\s*\)")
_FUNCTION = re.compile(r"[\w\-]+\((?:[^()]|\([^()]*\))*\)|[^\s,]+")


def colour_of(value: str, behind: str | None, usual: str | None = None) -> str | None:
    """Six figures, mixed with the colour ``behind`` where it is translucent; ``usual`` where none is said.

    None where it is not known.
    """
    value = value.strip().lower()
    if value in ("", "inherit", "unset", "revert", "currentcolor"):
        return usual
    if value == "transparent":
        return behind
    parts = _parts(value)
    if parts is None:
        return None
    *plain, alpha = parts
    colour = "".join(f"{max(0, min(255, round(part))):02X}" for part in plain)
    if alpha >= 1:
        return colour
    return mixed(colour, behind, max(0.0, alpha)) if behind else None


def ground_of(background: str, behind: str | None) -> str | None:
    """What a ``background`` puts over the colour behind it; None where it is a picture, or not known."""
    if "url(" in background or "gradient(" in background:
        return None
    for word in _FUNCTION.findall(background):
        if _parts(word) is not None:
            return colour_of(word, behind)
    return None if "(" in background else behind


def _parts(value: str) -> tuple[float, float, float, float] | None:
    """Red, green, blue of 255, and how opaque it is of 1."""
    if found := _RGBA.fullmatch(value):
        numbers = found[2].replace(",", " ").replace("/", " ").split()
        if len(numbers) not in (3, 4):
            return None
        try:
            alpha = _share(numbers[3]) if len(numbers) == 4 else 1.0
            if found[1] == "rgb":
                red, green, blue = (_share(n) * 255 if n.endswith("%") else float(n) for n in numbers[:3])
                return red, green, blue, alpha
            value = f"hsl({numbers[0].removesuffix('deg')},{numbers[1]},{numbers[2]})"
        except ValueError:
            return None
    else:
        alpha = 1.0
    try:
        rgb = ImageColor.getrgb(value)
    except ValueError:
        return None
    return rgb[0], rgb[1], rgb[2], rgb[3] / 255 if len(rgb) == 4 else alpha


def _share(number: str) -> float:
    return float(number.removesuffix("%")) / (100 if number.endswith("%") else 1)
