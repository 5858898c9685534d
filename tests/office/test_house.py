"""The checks of the house find what they look for; and our own house passes them."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message

from terbuka.office import catalogues
from terbuka.office.checks import __main__ as house
from terbuka.office.checks import pages, translations, writes
from terbuka.office.keys import kept_secret, new_secret_key, private_directory

PACKAGE = catalogues.PACKAGE


# --- Writes


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A package with one desk."""
    folder = tmp_path / "desk"
    (folder / "migrations").mkdir(parents=True)
    (folder / "templates").mkdir()
    for name in ("models.py", "apps.py"):
        (folder / name).write_text("")
    return folder


@pytest.mark.parametrize(
    "call",
    [
        "case.save()",
        "case.save(update_fields=['x'])",
        "case.delete()",
        "Case.objects.filter(pk=1).update(state='x')",
        "Case.objects.create(state='x')",
        "Case.objects.bulk_create(rows)",
        "Case.objects.get_or_create(pk=1)",
        "await case.asave()",
        "cursor.execute('DELETE FROM case')",
    ],
)
def test_write_outside_actions_is_found(desk: Path, call: str) -> None:
    code = f"async def view():\n    {call}\n"
    (desk / "views.py").write_text(code)
    assert [problem.split(": ")[0] for problem in writes.problems(desk.parent)] == ["desk/views.py:2"]
    for allowed in ("views.py", "actions.py"):
        (desk / allowed).unlink(missing_ok=True)
    (desk / "actions.py").write_text(code)
    (desk / "migrations" / "0001.py").write_text(code)
    assert list(writes.problems(desk.parent)) == []


@pytest.mark.parametrize(
    "call",
    [
        "store.save(None, content)",
        "store.delete(name)",
        "digest.update(chunk)",
        "context.update({'a': 1})",
        "save(x)",
    ],
)
def test_what_only_looks_like_a_write_is_left_alone(desk: Path, call: str) -> None:
    (desk / "views.py").write_text(f"{call}\n")
    assert list(writes.problems(desk.parent)) == []


def test_what_is_no_desk_is_left_alone(desk: Path) -> None:
    (desk / "apps.py").unlink()
    (desk / "views.py").write_text("case.save()\n")
    assert list(writes.problems(desk.parent)) == []


# --- Templates


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ('<p style="color: red">', "an inline style"),
        ("<style>p {}</style>", "a style element"),
        ('<a onclick="x()">', "an inline event handler"),
        ("<script>x()</script>", "a script with a body"),
        ('<a href="javascript:x()">', "a javascript: address"),
        ("{{ name|safe }}", "unescaped output"),
        ("{% autoescape off %}{{ x }}{% endautoescape %}", "unescaped output"),
        ("{% if %}", "Unexpected end of expression"),
        ("{% unknown_tag %}", "Invalid block tag"),
    ],
)
def test_bad_template_is_found(desk: Path, source: str, problem: str) -> None:
    (desk / "templates" / "x.html").write_text(f"\n{source}\n")
    assert any(problem in found for found in pages.problems(desk.parent))


def test_bad_template_tag_is_found(desk: Path) -> None:
    (desk / "templatetags").mkdir()
    (desk / "templatetags" / "x.py").write_text("format_html('<p style=\"color: red\">')\n")
    assert list(pages.problems(desk.parent)) == ["desk/templatetags/x.py:1: an inline style"]


@pytest.mark.parametrize(
    "source",
    [
        '<script src="x.js"></script>',
        '<script type="application/json">{}</script>',
        '<script type="application/ld+json">{}</script>',
        '<p class="style">onclick</p>',
    ],
)
def test_good_template_passes(desk: Path, source: str) -> None:
    (desk / "templates" / "x.html").write_text(source)
    assert list(pages.problems(desk.parent)) == []


# --- Translations


def said(*messages: tuple[Any, Any]) -> Catalog:
    catalogue = Catalog(locale="en")
    for text, string in messages:
        catalogue.add(text, string, locations=[("x.py", 1)])
    return catalogue


@pytest.mark.parametrize(
    ("source", "string", "problem"),
    [
        ("Simpan", "", "no translation"),
        ("Halaman %(page)d", "Page", "other placeholders"),
        ("Halaman %(page)d", "Page %(side)d", "other placeholders"),
        (("%(n)d hari", "%(n)d hari"), ("%(n)d day", ""), "no translation"),
        (("%(n)d hari", "%(n)d hari"), ("%(n)d day", "days"), "other placeholders"),
    ],
)
def test_translation_that_does_not_fit_is_found(
    monkeypatch: pytest.MonkeyPatch, source: Any, string: Any, problem: str
) -> None:
    monkeypatch.setattr(translations, "extracted", lambda: said((source, "")))
    monkeypatch.setattr(translations, "read_catalogue", lambda language: said((source, string)))
    found = list(translations._own())
    assert len(found) == 1 and problem in found[0] and "x.py" in found[0]


def test_missing_guessed_and_obsolete_messages_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    written = said(("Lama", "Old"), ("Kira-kira", "Roughly"))
    written["Kira-kira"].flags.add("fuzzy")
    monkeypatch.setattr(translations, "extracted", lambda: said(("Baru", ""), ("Kira-kira", "")))
    monkeypatch.setattr(translations, "read_catalogue", lambda language: written)
    found = " ".join(translations._own())
    assert "no translation: x.py: 'Baru'" in found
    assert "only guessed (fuzzy): x.py: 'Kira-kira'" in found
    assert "nobody says this any more: x.py: 'Lama'" in found


def test_message_of_another_package_without_indonesian_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        translations, "messages", lambda package: iter([("mfa/x.py", 1, "Never said before", None)])
    )
    assert list(translations._foreign()) == ["id: allauth says this in English: 'Never said before'"]


def test_message_without_a_place_is_named_all_the_same() -> None:
    assert translations._short(Message("Simpan")) == "?: 'Simpan'"


# --- Our own house


def test_our_own_rooms_keep_the_rules() -> None:
    assert [*writes.problems(PACKAGE), *pages.problems(PACKAGE), *translations.problems(PACKAGE)] == []


def test_command_prints_what_it_found_and_says_so_to_scripts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for module in (writes, pages, translations):
        monkeypatch.setattr(module, "problems", lambda package: iter(()))
    assert house.main() == 0
    assert "are kept" in capsys.readouterr().out
    monkeypatch.setattr(writes, "problems", lambda package: iter(["x.py:1: bad"]))
    assert house.main() == 1
    assert capsys.readouterr().out == "x.py:1: bad\n1 problems\n"


def test_command_runs_by_itself() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "terbuka.office.checks"],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "terbuka.office.settings"},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


# --- Catalogues


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with one file that speaks, and catalogues of its own."""
    package = tmp_path / "package"
    (package / "desk" / "templates").mkdir(parents=True)
    (package / "desk" / "views.py").write_text(
        '_("Simpan")\nngettext("%(n)d hari", "%(n)d hari", n)\n_(variable)\n'
    )
    (package / "desk" / "templates" / "x.html").write_text(
        '<p>\n    {% translate "Batal" %}\n  {% blocktranslate with x=y trimmed %}\n Halo\n {{ x }}\n'
        "{% endblocktranslate %}</p>"
    )
    (package / "desk" / "data.html").write_text('{% translate "Bukan" %}')
    for language in catalogues.LANGUAGES:
        folder = package / "locale" / language / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / "django.po").write_text(
            'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
            'msgid "Batal"\nmsgstr "Cancel"\n\n'
            'msgid "Usang"\nmsgstr "Obsolete"\n'
        )
    monkeypatch.setattr(catalogues, "PACKAGE", package)
    monkeypatch.setattr(catalogues, "LOCALE", package / "locale")
    monkeypatch.setattr(catalogues, "messages", lambda: original_messages(package))
    return package


original_messages = catalogues.messages


def test_messages_come_from_code_and_templates(home: Path) -> None:
    texts = [text for _file, _line, text, _context in original_messages(home)]
    assert texts == ["Batal", "Halo %(x)s", "Simpan", ("%(n)d hari", "%(n)d hari")]


def test_update_adds_keeps_and_drops_and_does_so_once(home: Path) -> None:
    missing, obsolete = catalogues.update()
    assert sorted(missing) == ["('%(n)d hari', '%(n)d hari')", "Halo %(x)s", "Simpan"]
    assert obsolete == ["Usang"]
    first = catalogues.po_file("en").read_text()
    assert 'msgid "Batal"\nmsgstr "Cancel"' in first and "Usang" not in first
    catalogues.update()
    assert catalogues.po_file("en").read_text() == first


def test_catalogues_are_compiled_when_missing_or_old(home: Path) -> None:
    assert catalogues.uncompiled() == ["id", "en"]
    catalogues.compile_catalogues()
    assert catalogues.uncompiled() == []
    compiled = catalogues.po_file("en").with_suffix(".mo")
    os.utime(compiled, (0, 0))
    assert catalogues.uncompiled() == ["en"]


def test_command_updates_only_when_asked(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = catalogues.po_file("en").read_text()
    catalogues.main([])
    assert (catalogues.po_file("en").read_text(), capsys.readouterr().out) == (before, "")
    catalogues.main(["--update"])
    out = capsys.readouterr().out
    assert "+ Simpan\n" in out and "- Usang\n" in out


# --- Keys


def test_secret_is_made_once_and_closed_to_others(tmp_path: Path) -> None:
    directory = tmp_path / "secrets"
    first = kept_secret(directory, "key", new_secret_key)
    assert kept_secret(directory, "key", new_secret_key) == first
    assert len(first) == 64
    assert (directory / "key").stat().st_mode & 0o777 == 0o600
    assert directory.stat().st_mode & 0o777 == 0o700
    assert [path.name for path in directory.iterdir()] == ["key"]


def test_two_that_start_at_once_agree_on_one_secret(tmp_path: Path) -> None:
    def slow() -> str:
        (tmp_path / "key").write_text("the other was first")
        return "mine"

    assert kept_secret(tmp_path, "key", slow) == "the other was first"


def test_open_directory_is_closed(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    private_directory(tmp_path)
    assert tmp_path.stat().st_mode & 0o777 == 0o700


def test_messages_under_a_name_that_nobody_collects_are_found(tmp_path: Path) -> None:
    (tmp_path / "said.py").write_text("from django.utils.translation import gettext as _, ngettext as now\n")
    assert list(translations._overheard(tmp_path)) == ["said.py: messages said with now are not collected"]
