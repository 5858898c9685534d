"""Axe on a page of the browser, against WCAG 2.2 AA and the good practices it knows."""

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page


def refuse_violations(page: Page) -> None:
    """Fail with one line per violation: the rule, its help and where."""
    found = Axe().run(page).response["violations"]
    lines = [
        f"{violation['id']}: {violation['help']} ({node['html'][:120]})"
        for violation in found
        for node in violation["nodes"]
    ]
    assert lines == [], f"{page.url}\n" + "\n".join(lines)
