"""The checks of the house find what they look for; and our own house passes them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import write_po

from terbuka.office import catalogues
from terbuka.office.catalogues import po_file
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

DAYS = 'ngettext("%(n)d hari", "%(n)d hari", n)'


def spoken(package: Path, code: str, *written: tuple[Any, Any], guessed: Collection[str] = ()) -> Path:
    """A package that says what is in ``code`` and is translated as ``written``."""
    catalogue = Catalog(locale="en")
    for text, string in written:
        catalogue.add(text, string, locations=[("x.py", 1)], flags=["fuzzy"] if text in guessed else ())
    package.mkdir(exist_ok=True)
    (package / "x.py").write_text(code)
    for language in catalogues.LANGUAGES:
        po_file(language, package).parent.mkdir(parents=True)
    with po_file("en", package).open("wb") as file:
        write_po(file, catalogue)
    shutil.copy(po_file("id"), po_file("id", package))
    return package


@pytest.mark.parametrize(
    ("code", "source", "string", "problem"),
    [
        ('_("Simpan")', "Simpan", "", "no translation"),
        ('_("Halaman %(page)d")', "Halaman %(page)d", "Page", "other placeholders"),
        ('_("Halaman %(page)d")', "Halaman %(page)d", "Page %(side)d", "other placeholders"),
        (DAYS, ("%(n)d hari", "%(n)d hari"), ("%(n)d day", ""), "no translation"),
        (DAYS, ("%(n)d hari", "%(n)d hari"), ("%(n)d day", "days"), "other placeholders"),
    ],
)
def test_translation_that_does_not_fit_is_found(
    tmp_path: Path, code: str, source: Any, string: Any, problem: str
) -> None:
    found = list(translations.problems(spoken(tmp_path, code, (source, string))))
    assert len(found) == 1 and problem in found[0] and "x.py" in found[0]


def test_missing_guessed_and_obsolete_messages_are_found(tmp_path: Path) -> None:
    written = (("Lama", "Old"), ("Kira-kira", "Roughly"))
    package = spoken(tmp_path, '_("Baru")\n_("Kira-kira")\n', *written, guessed=["Kira-kira"])
    assert sorted(translations.problems(package)) == [
        "en: no translation: x.py: 'Baru'",
        "en: nobody says this any more: x.py: 'Lama'",
        "en: only guessed (fuzzy): x.py: 'Kira-kira'",
    ]


def test_message_of_another_package_without_indonesian_is_found(tmp_path: Path) -> None:
    foreign = spoken(tmp_path / "foreign", "")
    for shown in ("mfa", "usersessions"):  # the second is not installed
        (foreign / shown).mkdir()
        (foreign / shown / "x.py").write_text(f'_("Never said before by {shown}")\n_("Password")')
    found = list(translations._foreign(spoken(tmp_path / "ours", ""), foreign))
    assert found == ["id: allauth says this in English: 'Never said before by mfa'"]


def test_message_without_a_place_is_named_all_the_same() -> None:
    assert translations._short(Message("Simpan")) == "?: 'Simpan'"


# --- Our own house


def test_our_own_rooms_keep_the_rules() -> None:
    assert [*writes.problems(PACKAGE), *pages.problems(PACKAGE), *translations.problems(PACKAGE)] == []


def test_command_prints_what_it_found_and_says_so_to_scripts(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    package = spoken(desk.parent, '_("Simpan")', ("Simpan", "Save"))
    assert house.main(package) == 0
    assert "are kept" in capsys.readouterr().out
    (desk / "views.py").write_text("case.save()\n")
    assert house.main(package) == 1
    said = capsys.readouterr().out
    assert said == "desk/views.py:1: .save( writes rows; that belongs into actions.py\n1 problems\n"


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
def home(tmp_path: Path) -> Path:
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
    return package


def test_messages_come_from_code_and_templates(home: Path) -> None:
    texts = [text for _file, _line, text, _context in catalogues.messages(home)]
    assert texts == ["Batal", "Halo %(x)s", "Simpan", ("%(n)d hari", "%(n)d hari")]


def test_update_adds_keeps_and_drops_and_does_so_once(home: Path) -> None:
    missing, obsolete = catalogues.update(home)
    assert sorted(missing) == ["('%(n)d hari', '%(n)d hari')", "Halo %(x)s", "Simpan"]
    assert obsolete == ["Usang"]
    first = po_file("en", home).read_text()
    assert 'msgid "Batal"\nmsgstr "Cancel"' in first and "Usang" not in first
    catalogues.update(home)
    assert po_file("en", home).read_text() == first


def test_update_keeps_the_forms_that_english_has_of_a_marked_message(home: Path) -> None:
    """``counted`` says what ``N_`` marked, in one form or two."""
    (home / "desk" / "views.py").write_text('N_("%(n)d hari")\n')
    forms = 'msgid "%(n)d hari"\nmsgid_plural "%(n)d hari"\nmsgstr[0] "%(n)d day"\nmsgstr[1] "%(n)d days"\n'
    with po_file("en", home).open("a") as file:
        file.write("\n" + forms)
    missing, obsolete = catalogues.update(home)
    assert (missing, obsolete) == (["Halo %(x)s"], ["Usang"])
    assert forms in po_file("en", home).read_text()


def test_catalogues_are_compiled_when_missing_or_old(home: Path) -> None:
    assert catalogues.uncompiled(home) == ["id", "en"]
    catalogues.compile_catalogues(home)
    assert catalogues.uncompiled(home) == []
    compiled = po_file("en", home).with_suffix(".mo")
    os.utime(compiled, (0, 0))
    assert catalogues.uncompiled(home) == ["en"]


def test_catalogues_compiled_by_many_at_once_are_whole_and_leave_nothing_else(home: Path) -> None:
    with ThreadPoolExecutor(8) as many:
        list(many.map(catalogues.compile_catalogues, [home] * 64))
    assert catalogues.uncompiled(home) == []
    folder = po_file("en", home).parent
    assert sorted(path.name for path in folder.iterdir()) == ["django.mo", "django.po"]


def test_command_updates_only_when_asked(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = po_file("en", home).read_text()
    catalogues.main([], home)
    assert (po_file("en", home).read_text(), capsys.readouterr().out) == (before, "")
    catalogues.main(["--update"], home)
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
