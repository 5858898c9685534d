"""Templates: each compiles, and none holds what the Content-Security-Policy would not run anyway.

An inline style or script that only some browsers refuse would work for its author and break for others.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from django.template import TemplateSyntaxError, engines

_FORBIDDEN = (
    (re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE), "an inline style"),
    (re.compile(r"<style\b", re.IGNORECASE), "a style element"),
    (re.compile(r"<[^>]*\son[a-z]+\s*=\s*[\"']", re.IGNORECASE), "an inline event handler"),
    (
        re.compile(
            r"<script\b(?![^>]*\bsrc=)(?![^>]*type=[\"']application/(?:ld\+)?json[\"'])", re.IGNORECASE
        ),
        "a script with a body",
    ),
    (re.compile(r"javascript:", re.IGNORECASE), "a javascript: address"),
    (re.compile(r"\|\s*safe\b|\{%\s*autoescape\s+off"), "unescaped output"),
)


def problems(package: Path) -> Iterator[str]:
    """One sentence per problem in the templates and template tags below ``package``."""
    for path in sorted(package.glob("*/templates/**/*.html")):
        yield from _compiles(path, package)
        yield from _is_clean(path, package)
    for path in sorted(package.glob("*/templatetags/*.py")):
        yield from _is_clean(path, package)


def _compiles(path: Path, package: Path) -> Iterator[str]:
    try:
        engines["django"].from_string(path.read_text(encoding="utf-8"))
    except TemplateSyntaxError as error:
        yield f"{path.relative_to(package)}: {error}"


def _is_clean(path: Path, package: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    for pattern, name in _FORBIDDEN:
        for match in pattern.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            yield f"{path.relative_to(package)}:{line}: {name}"
