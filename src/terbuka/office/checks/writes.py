"""A desk's rows are written in its ``actions.py`` and nowhere else.

Only there is the rule asked, the journal written and the job enqueued. The check reads the source; it
cannot know types, so it goes by the shape of a call: ``x.save()`` and ``x.delete()`` without a positional
argument (stores take one), ``x.update(name=value)`` with keywords (dictionaries and hashes take an
argument), and the writers of querysets by their names.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

_ALWAYS = {
    "create",
    "acreate",
    "bulk_create",
    "abulk_create",
    "bulk_update",
    "abulk_update",
    "get_or_create",
    "aget_or_create",
    "update_or_create",
    "aupdate_or_create",
    "raw",
    "execute",
    "executemany",
}
_WITHOUT_ARGUMENT = {"save", "asave", "delete", "adelete"}
_WITH_KEYWORDS = {"update", "aupdate"}
# What may write: the actions of a desk and of its rooms.
_MAY = {"actions.py"}


def problems(package: Path) -> Iterator[str]:
    """One sentence per forbidden call below ``package``, a directory of desks."""
    for desk in sorted(path.parent for path in package.glob("*/models.py")):
        if desk.name == "office" or not (desk / "apps.py").exists():
            continue
        for path in sorted(desk.rglob("*.py")):
            if path.name not in _MAY and "migrations" not in path.parts:
                yield from _in_file(path, package)


def _in_file(path: Path, package: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and _writes(node, node.func.attr)
        ):
            place = f"{path.relative_to(package)}:{node.lineno}"
            yield f"{place}: .{node.func.attr}( writes rows; that belongs into actions.py"


def _writes(call: ast.Call, name: str) -> bool:
    if name in _ALWAYS:
        return True
    if name in _WITHOUT_ARGUMENT:
        return not call.args
    return name in _WITH_KEYWORDS and bool(call.keywords) and not call.args
