"""Parts → the ZIP package of an Office copy: the same parts give the same bytes, on any day and machine."""

import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from lxml import etree

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGES = "http://schemas.openxmlformats.org/package/2006"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment a ZIP entry can have: the copy tells nothing of when it was made."""


def pack(destination: Path, parts: Mapping[str, bytes]) -> None:
    """Write the package with these parts, in their order."""
    with zipfile.ZipFile(destination, "w") as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, content)


def content_types(kinds: Mapping[str, str], pictures: Iterable[str] = ()) -> bytes:
    """The part that names the content types; ``kinds``: by part, without the ending that all have;
    ``pictures``: how the names of pictures end."""
    shown = "".join(f'<Default Extension="{kind}" ContentType="image/{kind}"/>' for kind in pictures)
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}+xml"/>' for name, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{PACKAGES}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{shown}{overrides}</Types>'
    ).encode()


def relations(relations: Mapping[str, tuple[str, str]]) -> bytes:
    """A part of relations: by identifier the kind and the target of each."""
    items = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>'
        for key, (kind, target) in relations.items()
    )
    return f'<Relationships xmlns="{PACKAGES}/relationships">{items}</Relationships>'.encode()


def xml(root: etree._Element) -> bytes:
    """A part of XML."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)  # type: ignore[no-any-return]
