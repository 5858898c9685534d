#!/usr/bin/env python3
"""Make the colour profile of public copies (src/terbuka/redaction/writers/srgb.icc) with LittleCMS in Pillow.

It tells neither when nor where it was made: date and platform are fixed. Its version is 4.2, the last one
that PDF/A-2 knows; the tags of a plain matrix profile are the same in 4.4.
"""

import struct
from pathlib import Path

from PIL import ImageCms

TARGET = Path(__file__).parent.parent / "src/terbuka/redaction/writers/srgb.icc"
VERSION, DATE, PLATFORM = slice(8, 12), slice(24, 36), slice(40, 44)

data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
data[VERSION] = b"\x04\x20\x00\x00"
data[DATE] = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
data[PLATFORM] = bytes(4)
TARGET.write_bytes(data)
