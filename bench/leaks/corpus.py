"""All cases. Whoever writes a family adds its module here."""

from importlib import import_module

from leaks.case import Case

MODULES: tuple[str, ...] = (
    "pdf_file",
    "pdf_catalogue",
    "pdf_text",
    "pdf_hidden_text",
    "pdf_glyphs",
    "pdf_geometry",
    "pdf_drawn",
    "pdf_lines",
    "pdf_pictures",
    "pdf_scans",
    "images",
    "docx",
    "xlsx",
    "mails",
    "pages",
    "texts",
    "disguises",
    "spread",
)


def cases(families: tuple[str, ...] = (), names: tuple[str, ...] = ()) -> list[Case]:
    """The cases of families that begin so and whose names hold one of ``names``; all where none is given."""
    every = [case for module in MODULES for case in import_module(f"leaks.{module}").FAMILY]
    return [
        case
        for case in every
        if (not families or any(case.family.startswith(family) for family in families))
        and (not names or any(name in case.name for name in names))
    ]
