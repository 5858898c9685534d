"""Axe on a page of the browser, against WCAG 2.2 AA and the good practices it knows, in both themes."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page

# Colours fade from one theme to the other. Only that is waited for: a loading bar moves for ever.
_FADED = """Promise.allSettled(
    document.getAnimations().filter(one => one instanceof CSSTransition).map(fade => fade.finished)
)"""


def refuse_violations(page: Page) -> None:
    """Fail with one line per violation: the rule, its help and where.

    The themes differ in nothing but colours, so the dark one is asked for contrast alone.
    """
    found = _violations(page)
    page.emulate_media(color_scheme="dark")
    page.evaluate(_FADED)
    found += _violations(page, {"runOnly": ["color-contrast"]})
    page.emulate_media(color_scheme="light")
    lines = [
        f"{violation['id']}: {violation['help']} ({node['html'][:120]})"
        for violation in found
        for node in violation["nodes"]
    ]
    assert lines == [], f"{page.url}\n" + "\n".join(lines)


def _violations(page: Page, options: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = Axe().run(page, options=options).response["violations"]
    return found
