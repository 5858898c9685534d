"""Components, charts, paging, tables: small pieces with sharp edges."""

import csv
import io
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.http import QueryDict
from django.template import Context, Template
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from terbuka.errors import TerbukaError
from terbuka.office import charts, tables
from terbuka.office.components import Clock, Value, steps
from terbuka.office.paging import newest_first
from terbuka.office.workflow import State, Transition, Workflow
from terbuka.organisation.models import Person
from terbuka.organisation.roles import Role
from tests.rows import add_person

DUE = date(2021, 3, 24)


def draw(source: str, **values: Any) -> str:
    return Template(source).render(Context(values)).strip()


# --- Values


@pytest.mark.parametrize(
    ("left", "met", "tone", "late"),
    [
        (10, False, "plain", 0),
        (4, False, "plain", 0),
        (3, False, "soon", 0),
        (0, False, "soon", 0),
        (-2, False, "late", 2),
        (-2, True, "ok", 2),
    ],
)
def test_clock_tells_how_urgent_it_is(left: int, met: bool, tone: str, late: int) -> None:
    clock = Clock(DUE, left, "kantor", met=met)
    assert (clock.tone, clock.late_by) == (tone, late)


@pytest.mark.parametrize(
    ("left", "words"),
    [(8, "8 hari kerja lagi"), (0, "hari ini"), (-1, "lewat 1 hari kerja")],
)
def test_clock_is_written_in_words(left: int, words: str) -> None:
    page = draw('{% include "components/clock.html" %}', clock=Clock(DUE, left, "kantor"))
    assert "Rabu, 24 Maret 2021" in page and 'datetime="2021-03-24"' in page and words in page


def test_clock_counts_in_english_too() -> None:
    with translation.override("en"):
        assert "1 working day left" in draw(
            '{% include "components/clock.html" %}', clock=Clock(DUE, 1, "office")
        )
        assert "2 working days late" in draw(
            '{% include "components/clock.html" %}', clock=Clock(DUE, -2, "office")
        )


def test_steps_before_at_and_after_the_present_one() -> None:
    assert [step.state for step in steps(["a", "b", "c"], 1)] == ["done", "now", "todo"]
    assert [step.state for step in steps(["a", "b"], 2)] == ["done", "done"]


# --- Tags


@pytest.mark.parametrize(
    ("format", "words"), [("pdf", "PDF"), ("docx", "Word (DOCX)"), ("text", "Teks"), ("image", "Gambar")]
)
def test_format_is_told_in_words(format: str, words: str) -> None:
    assert draw('{% include "components/format.html" %}', format=format) == words


def test_chip_escapes_its_label_and_knows_its_tone() -> None:
    page = draw('{% chip word "late" %}', word="<b>x</b>")
    assert 'class="chip chip-late"' in page and "&lt;b&gt;x&lt;/b&gt;" in page
    with pytest.raises(KeyError):
        draw('{% chip "x" "pink" %}')


def test_chip_of_a_state_of_a_workflow() -> None:
    flow = Workflow(
        "test.chip",
        (State("a", "Draf"), State("b", "Terbit", "ok", final=True)),
        (Transition("go", ("a",), "b", {Role.PPID}),),
    )
    assert "chip-ok" in draw('{% state_chip flow "b" %}', flow=flow)


@pytest.mark.parametrize(
    ("language", "value", "expected"),
    [
        ("id", 1234567, "1.234.567"),
        ("en", 1234567, "1,234,567"),
        ("id", 12.5, "12,5"),
        ("id", None, ""),
        ("id", 0, "0"),
    ],
)
def test_number_has_the_separators_of_the_language(language: str, value: Any, expected: str) -> None:
    with translation.override(language):
        assert draw("{{ value|number }}", value=value) == expected


def test_bare_number_in_an_address_has_none() -> None:
    assert draw('{% load l10n %}<a href="/{{ pk }}/">', pk=1234567) == '<a href="/1234567/">'


def test_date_in_words_or_nothing() -> None:
    assert draw("{{ day|weekday_date }}", day=DUE) == "Rabu, 24 Maret 2021"
    assert draw("{{ day|weekday_date }}", day=None) == ""
    # Half past one in the night in Banjarmasin; in Greenwich it is still the day before.
    late = datetime(2021, 3, 23, 17, 30, tzinfo=UTC)
    assert draw("{{ day|weekday_date }}", day=late) == "Rabu, 24 Maret 2021"


def test_message_of_the_engine_is_spoken() -> None:
    assert draw("{{ error|spoken }}", error=TerbukaError("Halaman %(page)d", page=3)) == "Halaman 3"
    assert draw("{{ text|spoken }}", text="Unit") == "Unit"


def test_blocks_put_their_content_where_it_belongs() -> None:
    assert (
        draw('{% card "Judul" 3 %}<p>x</p>{% endcard %}')
        == '<section class="card"><h3>Judul</h3><p>x</p></section>'
    )
    assert draw("{% card %}x{% endcard %}") == '<section class="card">x</section>'
    assert 'class="notice notice-soon"' in draw('{% notice "soon" %}x{% endnotice %}')
    assert '<p class="notice-title">&lt;</p>' in draw('{% notice "ok" title %}x{% endnotice %}', title="<")
    wide = draw('{% table "Daftar" stacked=False hide_caption=True %}<tbody></tbody>{% endtable %}')
    assert 'class="table"' in wide and 'caption class="visually-hidden"' in wide and 'tabindex="0"' in wide
    assert "table-stacked" in draw('{% table "Daftar" %}{% endtable %}')
    assert 'aria-labelledby="hapus-title"' in draw('{% dialog "hapus" "Hapus?" %}x{% enddialog %}')
    head = draw('{% page_head "Judul" "Keterangan" %}<a>x</a>{% endpage_head %}')
    assert "<h1>Judul</h1>" in head and 'class="lead"' in head and 'class="button-row"' in head
    assert "button-row" not in draw('{% page_head "Judul" %} {% endpage_head %}')


def test_folded_part_is_open_where_it_says_something() -> None:
    assert (
        draw('{% folded "Saring" %}x{% endfolded %}')
        == '<details class="folded"><summary>Saring</summary>x</details>'
    )
    assert '<details class="folded" open>' in draw(
        '{% folded "Saring" query %}x{% endfolded %}', query="verb=x"
    )


def test_period_with_and_without_an_end() -> None:
    assert draw("{% period day None %}", day=DUE) == "sejak 24 Maret 2021"
    assert draw("{% period day day %}", day=DUE) == "24 Maret 2021 sampai 24 Maret 2021"


def test_label_of_a_redaction() -> None:
    assert draw('{% include "components/label.html" with word="NAMA" ground="17.h" %}').endswith(
        "[NAMA · 17.h]</span>"
    )


# --- Charts


def test_bars_begin_at_zero_and_unknown_is_not_zero() -> None:
    drawn = charts.bars([Value("a", 200), Value("b", 50), Value("c", 0), Value("d", None)])
    assert [bar.width for bar in drawn] == ["100.00%", "25.00%", "0.00%", None]
    page = draw('{% chart_bars "Judul" values "buah" %}', values=[Value("a", 1500), Value("d", None)])
    assert page.count("1.500 buah") == 2 and page.count("belum ada") == 2


def test_line_is_broken_where_a_value_is_not_known() -> None:
    line = charts.points([Value("1", 0), Value("2", 10), Value("3", None), Value("4", 5), Value("5", 5)])
    assert [point.y for point in line] == ["180.0", "0.0", None, "90.0", "90.0"]
    assert charts.stretches(line) == ["0.00,180.0 25.00,0.0", "75.00,90.0 100.00,90.0"]
    assert "<polyline" in draw('{% chart_line "Judul" values %}', values=[Value("1", 1), Value("2", 2)])


@pytest.mark.parametrize("values", [[], [Value("a", None)], [Value("a", 0)]])
def test_charts_of_nothing_are_drawn_without_error(values: list[Value]) -> None:
    assert "<svg" in draw('{% chart_bars "Judul" values %}', values=values)
    assert "<svg" in draw('{% chart_line "Judul" values %}', values=values)


def test_negative_figures_are_refused() -> None:
    with pytest.raises(ValueError, match="begins at zero"):
        charts.bars([Value("a", -1)])


@given(st.lists(st.one_of(st.none(), st.floats(0, 1e12)), max_size=30))
def test_bars_never_leave_their_track(values: list[float | None]) -> None:
    for bar in charts.bars([Value("x", value) for value in values]):
        assert bar.width is None or 0 <= float(bar.width[:-1]) <= 100


# --- Tables


def cells(rows: list[list[Any]]) -> list[list[str]]:
    answer = tables.csv_response("x.csv", ["Kolom"], rows)
    text = answer.getvalue().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))[1:]


@pytest.mark.parametrize("formula", ["=1+1", "+62811", "-2", "@SUM(A1)", "\tx", "\rx"])
def test_cell_that_a_spreadsheet_would_run_is_text(formula: str) -> None:
    assert cells([[formula]])[0][0].startswith("'")


def test_numbers_and_nothing_stay_what_they_are() -> None:
    assert cells([[-2, 1.5, None, "Banjarmasin; Kalimantan"]]) == [
        ["-2", "1.5", "", "Banjarmasin; Kalimantan"]
    ]


# --- Paging


def names(query: str, size: int = 3) -> tuple[list[str], str, str]:
    found = newest_first(Person.objects.all(), QueryDict(query), by="id", size=size)
    return [person.name for person in found.rows], found.newer, found.older


@pytest.fixture
def seven(db: None) -> list[int]:
    return [add_person(str(number)).pk for number in range(1, 8)]


def test_pages_lead_down_and_up_again(seven: list[int]) -> None:
    first = names("cari=x")
    assert first[0] == ["7", "6", "5"] and first[1] == ""
    second = names(first[2])
    assert second[0] == ["4", "3", "2"] and "cari=x" in second[1]
    last = names(second[2])
    assert (last[0], last[2]) == (["1"], "")
    assert names(last[1])[0] == ["4", "3", "2"]
    back = names(second[1])
    assert (back[0], back[1]) == (["7", "6", "5"], "")


def test_page_of_nonsense_is_the_first_page(seven: list[int]) -> None:
    for nonsense in ("sebelum=x", "sesudah=-1", "sebelum=99999999999999999999", "sebelum=²"):
        assert names(nonsense)[0] == ["7", "6", "5"]


def test_page_beyond_the_end_is_empty(seven: list[int]) -> None:
    assert names(f"sebelum={seven[0]}") == ([], "", "")
    assert names(f"sesudah={seven[-1]}") == ([], "", "")
