"""Reading figures never fails, never overlaps, quotes what it read, and takes linear work."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import figure_texts

from factcheck.model import Span
from factcheck.quantities import candidates, parsing, read_quantities
from factcheck.tokens import tokenize


def figures(text):
    return read_quantities(tokenize(text), ())


def check_spans(text):
    quantities = figures(text)
    reached = 0
    for one in quantities:
        assert reached <= one.span.start < one.span.end <= len(text)
        assert one.span.start <= one.number.start < one.number.end <= one.span.end
        assert one.range
        assert text[one.span.start].strip() and text[one.span.end - 1].strip()
        reached = one.span.end


@given(st.text())
@settings(deadline=None)
def test_any_text_can_be_read_and_its_figures_are_ordered_and_apart(text):
    check_spans(text)


@given(figure_texts())
@settings(max_examples=500, deadline=None)
def test_so_can_any_text_of_the_lexicons_own_words(text):
    check_spans(text)


@given(figure_texts(max_size=8))
@settings(max_examples=500, deadline=None)
def test_what_a_figure_quotes_reads_as_that_figure(text):
    """Context may drop the quoted words or turn their "m", but gives them no other number."""
    for one in figures(text):
        quoted = one.span.of(text)
        alone = [again for again in figures(quoted) if again.span == Span(0, len(quoted))]
        # A conversion in brackets is hedged like what stands before it.
        if alone and alone[0].unit == one.unit and text[one.span.start - 1 : one.span.start] != "(":
            assert alone[0].range == one.range


@given(figure_texts(), figure_texts())
@settings(deadline=None)
def test_a_paragraphs_figures_do_not_depend_on_the_next_paragraph(first, second):
    alone = figures(f"{first}.\n\n")
    together = figures(f"{first}.\n\n{second}")
    length = len(first) + 3
    assert [one for one in together if one.span.end <= length] == list(alone)


PIECES = (
    "1", "1,", "1.", "-", "1-", "and ", "and a ", "(", "[", "((1", "1 2 3 ", "$ ", "$", "one ",
    "one hundred and ", "between ", "between 1 and ", "from 1 to ", "up to ", "more than ",
    "1/", "/", "a ", "million ", "half ", "of a ", "1e", "^", "x10^", "5 ft ", "one, ", "1 000 ",
    "no ", "per ", "%", "\n", " ", "\t", "− ", "thirds ", "USD1,", "$US1",
)  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_work_grows_no_faster_than_the_text(piece, monkeypatch):
    """Counted, not timed: lexemes read and parses tried, for a text and one four times as long."""
    small, large = (work(piece * (size // len(piece)), monkeypatch) for size in (4_000, 16_000))
    # Quadratic work would be sixteen times as much.
    assert large <= 5 * small + 100


@pytest.mark.parametrize("piece", ["1", "1,", "-", "and ", "((", "$ ", "one "])
def test_a_megabyte_of_one_thing_takes_work_in_proportion(piece, monkeypatch):
    assert work(piece * (10**6 // len(piece)), monkeypatch) <= 10**7


def work(text, monkeypatch):
    """How many tokens are lexed and how many terminals are handed to the parser."""
    done = 0
    lex, plan = parsing.lex, parsing.plan_for

    def counted_lex(raw):
        nonlocal done
        done += len(raw)
        return lex(raw)

    def counted_plan(kinds):
        nonlocal done
        done += len(kinds)
        return plan(kinds)

    nothing = Forgetful()
    monkeypatch.setattr(parsing, "_readings", lambda: nothing)
    monkeypatch.setattr(parsing, "lex", counted_lex)
    monkeypatch.setattr(parsing, "plan_for", counted_plan)
    figures(text)
    monkeypatch.undo()
    return done


class Forgetful(dict):
    """A memo that keeps nothing, so that all work is counted."""

    def __setitem__(self, key, value):
        pass


def test_a_window_has_no_more_tokens_than_its_limit():
    tokens = tokenize("one and " * 1000)
    windows = list(candidates.find_windows(tokens.raw, candidates.shape_of(tokens, [])))
    assert max(stop - start for start, stop in windows) <= 47


def test_the_memo_is_bounded(monkeypatch):
    monkeypatch.setattr(parsing, "_MOST_READINGS", 10)
    parsing._readings().clear()
    figures(" ".join(f"{number} ewes," for number in range(50)))
    assert len(parsing._readings()) <= 10
