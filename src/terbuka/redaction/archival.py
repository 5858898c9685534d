"""What makes a copy a PDF/A-2u: a remark that it is one, and the colours that its numbers mean.

The same bytes in every copy: for who writes one and for who looks whether it is one.
"""

from functools import cache
from importlib.resources import files

REMARK = b"""<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>U</pdfaid:conformance>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""
"""The metadata of every copy: of which there are no others."""
COLOURS = "sRGB"
"""The name of the colours."""


@cache
def profile() -> bytes:
    """The ICC profile of sRGB, made by ``scripts/make-colour-profile.py``."""
    return files("terbuka.redaction.writers").joinpath("srgb.icc").read_bytes()
