"""What stands around the blocks of an HTML copy: its head with the one style sheet, and its end.

The same in every copy: for who writes one and for who looks whether it is one.
"""

import base64
import hashlib

from terbuka.documents.html.attributes import TITLE

DEEPEST = 8
"""Levels of indentation."""
ALIGNED = {"center": "c", "right": "r", "justify": "j"}
"""By how lines stand the class of their paragraph."""
STYLE = (
    "body{font-family:sans-serif;line-height:1.5;max-width:48em;margin:2em auto;padding:0 1em}"
    "h1,h2,h3,h4,h5,h6,p,td,th,li{white-space:pre-wrap;overflow-wrap:break-word}"
    "ul,ol{margin:1em 0;padding-left:2em;white-space:normal}"
    "li ul,li ol,td ul,td ol,th ul,th ol{margin:0}"
    "table{border-collapse:collapse;margin:1em 0}"
    "td,th{border:1px solid #777;padding:.25em .5em;text-align:left;vertical-align:top}"
    "td p,th p{margin:0}"
    "mark{background:#000;color:#fff;font-weight:bold;padding:0 .25em;white-space:nowrap}"
    + "".join(f".{name}{{text-align:{align}}}" for align, name in ALIGNED.items())
    + "".join(f".i{level}{{margin-left:{2 * level}em}}" for level in range(1, DEEPEST + 1))
)
_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
HEAD = (
    '<!DOCTYPE html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
    '<meta http-equiv="Content-Security-Policy"'
    f" content=\"default-src 'none'; style-src 'sha256-{_HASH}'\">\n"
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    f"<title>{TITLE}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
)
TAIL = "</body>\n</html>\n"
