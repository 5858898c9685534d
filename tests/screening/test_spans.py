import itertools

from hypothesis import given
from hypothesis import strategies as st

from terbuka.documents import Box, Document, Page, PageSource, Word
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.spans import boxes, pages_of, settle

TEXT = "Saksi Budi Santoso tinggal di Banjarmasin, HP 0812."


def candidate(start: int, end: int, rank: Rank = Rank.NAME) -> Candidate:
    return Candidate("PERSON", start, end, "test", 0.9, "", rank)


def spans(found: list[Candidate]) -> list[tuple[int, int]]:
    return [(c.start, c.end) for c in found]


def test_the_higher_rank_wins_and_the_rest_stays_hidden() -> None:
    low, high = candidate(6, 18), candidate(11, 18, Rank.TERM)
    assert spans(settle(TEXT, [low, high], set())) == [(6, 10), (11, 18)]


def test_what_only_a_model_saw_yields_to_the_same_stretch_and_to_nothing_shorter() -> None:
    seen, told, part = candidate(6, 18, Rank.MODEL), candidate(6, 18, Rank.CONTEXT), candidate(6, 10)
    assert [c.rank for c in settle(TEXT, [seen, told], set())] == [Rank.CONTEXT]
    longer = candidate(0, 18, Rank.MODEL)
    assert spans(settle(TEXT, [longer, told], set())) == [(0, 18)]
    assert spans(settle(TEXT, [longer, part], set())) == [(0, 5), (6, 10), (11, 18)]


def test_what_stays_open_gives_way_to_what_is_hidden() -> None:
    kept, hidden = candidate(0, 18, Rank.TERM), candidate(6, 10)
    assert spans(settle(TEXT, [kept, hidden], {id(kept)})) == [(6, 10)]
    assert spans(settle(TEXT, [kept], {id(kept)})) == [(0, 18)]


def test_signs_and_blanks_at_the_ends_are_no_part() -> None:
    assert spans(settle(TEXT, [candidate(5, 11)], set())) == [(6, 10)]
    assert settle(TEXT, [candidate(41, 43)], set()) == []


def test_letters_in_circles_are_a_part() -> None:
    assert spans(settle("kode Ⓗⓘ,", [candidate(4, 8)], set())) == [(5, 7)]


@given(
    st.lists(
        st.tuples(st.integers(0, 50), st.integers(1, 20), st.sampled_from(list(Rank)), st.booleans()),
        max_size=12,
    )
)
def test_settled_spans_never_overlap_and_lose_nothing_hidden(rows: list[tuple[int, int, Rank, bool]]) -> None:
    made = [candidate(a, min(a + n, len(TEXT)), rank) for a, n, rank, _ in rows]
    opens = {id(c) for c, row in zip(made, rows, strict=True) if row[3]}
    found = settle(TEXT, made, opens)
    covered = {i for c in found for i in range(c.start, c.end)}
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(0 <= c.start < c.end <= len(TEXT) for c in found)
    wanted = {i for c in made if id(c) not in opens for i in range(c.start, c.end) if TEXT[i].isalnum()}
    assert wanted <= covered


def page_of(*words: Word, number: int = 1, start: int = 0, end: int = 51) -> Page:
    return Page(number, start, end, 595, 842, PageSource.TEXT, words)


def test_boxes_join_words_on_a_line_and_part_lines() -> None:
    page = page_of(
        Word(6, 10, Box(100, 10, 130, 22)),
        Word(11, 18, Box(133, 10, 180, 22)),
        Word(19, 26, Box(100, 30, 150, 42)),
    )
    assert boxes(page, 6, 18) == (Box(100, 10, 180, 22),)
    assert boxes(page, 11, 26) == (Box(133, 10, 180, 22), Box(100, 30, 150, 42))
    assert boxes(page, 0, 5) == ()


def test_a_part_of_a_word_gives_a_part_of_its_box() -> None:
    word = Word(6, 10, Box(100, 10, 140, 22), (100, 110, 120, 130, 140))
    assert boxes(page_of(word), 6, 8) == (Box(100, 10, 120, 22),)
    turned = Word(6, 10, Box(100, 10, 140, 22), (100, 110, 120, 130, 140), turn=90)
    assert boxes(page_of(turned), 6, 8) == (Box(100, 10, 140, 22),)


def test_words_without_geometry_give_no_box() -> None:
    assert boxes(page_of(Word(6, 10)), 6, 10) == ()


def test_a_stretch_over_a_page_break_has_a_part_on_each_page() -> None:
    pages = (page_of(end=10), page_of(number=2, start=11, end=20), page_of(number=3, start=21, end=51))
    document = Document("pdf", "0" * 64, 1, TEXT, pages)
    assert [(p.number, a, b) for p, a, b in pages_of(document, 6, 18)] == [(1, 6, 10), (2, 11, 18)]
    assert [(p.number, a, b) for p, a, b in pages_of(document, 22, 25)] == [(3, 22, 25)]


def test_what_lies_on_no_page_is_not_lost() -> None:
    document = Document("text", "0" * 64, 1, TEXT, (page_of(end=5),))
    assert [(p.number, a, b) for p, a, b in pages_of(document, 6, 10)] == [(1, 6, 10)]
