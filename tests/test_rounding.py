from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, example, given
from strategies import eighths, printed_figures, widenings

from factcheck import Range, agree, find_quantities, rounded
from factcheck.model import Quantity, Span
from factcheck.quantities.rounding import fair_step


def figure(value, step=1, *, approximate=False):
    return Quantity(Span(0, 1), Range.point(value), step=step, approximate=approximate)


def read(text):
    (quantity,) = find_quantities(text)
    return quantity


@given(printed_figures)
def test_a_figure_agrees_with_itself(one):
    assert agree(one, one)


@given(printed_figures, printed_figures)
@example(figure(Fraction(5, 2), Fraction(1, 10)), figure(3))
def test_agreement_has_no_order(one, other):
    assert agree(one, other) == agree(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("7.15 billion people", "7.2 billion people"),
        ("706 people", "about 700 people"),
        ("two dozen people", "about 25 people"),
        ("19,600 people", "20,000 people"),
        ("9.23 metres", "9 metres"),
        ("half a million people", "500,000 people"),
    ],
)
def test_one_is_a_rounding_of_the_other(one, other):
    assert agree(read(one), read(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("8 people", "9 people"),
        ("20,000 people", "21,000 people"),
        ("24 people", "25 people"),
        ("40 people", "about 50 people"),
        ("7.1 billion people", "7.2 billion people"),
        ("$5.24", "$5.25"),
    ],
)
def test_neither_is_a_rounding_of_the_other(one, other):
    assert not agree(read(one), read(other))


@given(printed_figures)
def test_a_figure_is_among_the_numbers_printed_so(one):
    assert one.range.low in rounded(one)


@given(printed_figures)
def test_two_digits_stay_unless_the_story_says_about(one):
    assume(not one.approximate and one.range.low >= 10)
    assert fair_step(one) * 10 <= one.range.low


@pytest.mark.parametrize("whole", [2, 3])
def test_half_up_and_half_to_even_are_both_fair(whole):
    assert agree(figure(Fraction(5, 2), Fraction(1, 10)), figure(whole))


@pytest.mark.parametrize("beyond", [Fraction(249, 100), Fraction(351, 100)])
def test_beyond_the_boundary_nothing_was_rounded(beyond):
    assert not agree(figure(beyond, Fraction(1, 100)), figure(3))


@given(printed_figures, eighths, widenings)
def test_widening_a_range_by_whole_steps_never_makes_two_figures_disagree(one, part, by):
    step = fair_step(one)
    finer = figure(one.range.low + step * part, Fraction(step, 8))
    low, high = one.range.low - by[0] * step, one.range.high + by[1] * step
    assert agree(one, finer)
    assert agree(replace(one, range=Range(low, high)), finer)
