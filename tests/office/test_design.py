"""The design's promises as numbers: contrast, the same tokens in both themes, page weight, no inline code."""

import re
from pathlib import Path

import pytest
from django.test import Client

import terbuka.office

STATIC = Path(terbuka.office.__file__).parent / "static" / "office"
SHEETS = {name: (STATIC / f"{name}.css").read_text() for name in ("base", "dark", "components")}
TEXT_ON = {
    "paper": ("ink", "muted", "act", "soon", "late", "ok"),
    "paper-2": ("ink", "muted", "act", "late"),
    "act-soft": ("ink", "act"),
    "soon-soft": ("ink", "soon"),
    "late-soft": ("ink", "late", "act"),
    "ok-soft": ("ink", "ok"),
    "act": ("act-ink",),
    "bar": ("bar-ink",),
    "ink": ("paper",),
    "late": ("paper",),
}


def tokens(sheet: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", SHEETS[sheet]))


def luminance(colour: str) -> float:
    channels = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("sheet", ["base", "dark"])
@pytest.mark.parametrize(("ground", "inks"), TEXT_ON.items())
def test_text_has_a_contrast_of_seven_to_one(sheet: str, ground: str, inks: tuple[str, ...]) -> None:
    colours = tokens(sheet)
    for ink in inks:
        assert contrast(colours[ground], colours[ink]) >= 7, (sheet, ground, ink)


@pytest.mark.parametrize("sheet", ["base", "dark"])
def test_borders_of_fields_have_a_contrast_of_three_to_one(sheet: str) -> None:
    colours = tokens(sheet)
    assert contrast(colours["paper"], colours["line-strong"]) >= 3


def test_both_themes_name_the_same_colours() -> None:
    assert tokens("base").keys() == tokens("dark").keys()


def test_every_token_that_is_used_exists() -> None:
    declared = set(re.findall(r"--([\w-]+):", SHEETS["base"]))
    for text in SHEETS.values():
        assert set(re.findall(r"var\(--([\w-]+)\)", text)) <= declared


def test_colours_stand_in_tokens_only() -> None:
    """White paper under a QR code is the one exception: a scanner needs it."""
    assert re.findall(r"#[0-9a-f]{3,6}\b", SHEETS["components"]) == ["#ffffff"]


def test_motion_is_only_for_who_did_not_refuse_it() -> None:
    for text in SHEETS.values():
        for match in re.finditer(r"(transition|animation):", text):
            assert "prefers-reduced-motion: no-preference" in text[: match.start()]


def test_public_page_weighs_less_than_100_kilobytes(client: Client, db: None) -> None:
    page = client.get("/tidak-ada/").content
    linked = re.findall(rb'(?:href|src)="/static/(office/[\w.-]+\.(?:css|js))"', page)
    assert len(linked) == 5
    weight = len(page) + sum((STATIC.parent / name.decode()).stat().st_size for name in linked)
    assert weight < 60_000


def test_scripts_need_no_eval_and_no_inline_style() -> None:
    for script in STATIC.glob("*.js"):
        text = script.read_text()
        assert not re.search(r"\beval\(|new Function|\.style\b|innerHTML|document\.write", text), script.name
