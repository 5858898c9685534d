"""QR and bar codes, as a printer puts them on a page."""

import zxingcpp
from PIL import Image

QR, BARS = zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.Code128


def code_image(
    text: str, kind: zxingcpp.BarcodeFormat = QR, *, scale: int = 5, height: int = 0
) -> Image.Image:
    """A code that says ``text``; ``scale`` pixels for a square or the thinnest bar."""
    drawn = zxingcpp.create_barcode(text, kind).to_image(scale=scale)
    picture = Image.frombytes("L", drawn.shape[::-1], bytes(drawn))
    return (picture.resize((picture.width, height)) if height else picture).convert("RGB")
