"""The boundary of each sum is exact: what rounding can explain passes, the next step does not."""

import pytest
from factcheck_rules.arithmetic.multiple_wrong import multiple_wrong
from factcheck_rules.arithmetic.percent_change_wrong import percent_change_wrong
from factcheck_rules.arithmetic.rate_wrong import rate_wrong
from factcheck_rules.arithmetic.share_wrong import share_wrong
from factcheck_rules.arithmetic.shares_do_not_sum import shares_do_not_sum
from factcheck_rules.arithmetic.sum_wrong import sum_wrong
from hypothesis import assume, example, given
from hypothesis import strategies as st
from strategies import (
    PrintedTrio,
    bounded_rises,
    bounded_shares,
    misses,
    print_number,
    round_to,
    roundings,
    true_changes,
    true_shares,
    whole_terms,
)

from factcheck import Finding, phrase_of, read
from factcheck.claims.lemmas import word_list
from factcheck.claims.sentence_forms import matches


def flagged(rule, text):
    """Whether the rule objects; that it read the figures at all is part of every law here."""
    results = list(rule.find(read(text)))
    assert results, f"not read: {text}"
    return any(isinstance(one, Finding) for one in results)


def change(trio):
    way = "rose" if trio.rises else "fell"
    return f"The toll {way} {trio.percent} percent, from ${trio.first} to ${trio.second}."


@given(true_changes)
@example(PrintedTrio("2.50", "2.80", "12", rises=True))
def test_a_true_change_passes_however_each_figure_is_rounded(trio):
    assert not flagged(percent_change_wrong, change(trio))


@given(true_shares)
def test_a_true_share_passes_however_each_figure_is_rounded(trio):
    text = f"The mill has ${trio.first}, or {trio.percent} percent of the ${trio.second}."
    assert not flagged(share_wrong, text)


def rise(bounds, percent):
    written = print_number(percent, bounds.fine)
    return f"The toll rose {written} percent, from ${bounds.first} to ${bounds.second}."


@given(bounded_rises)
def test_a_rise_passes_up_to_the_last_percentage_that_rounding_allows_and_no_further(bounds):
    assume(bounds.least - bounds.fine > 0)
    assert not flagged(percent_change_wrong, rise(bounds, bounds.least))
    assert not flagged(percent_change_wrong, rise(bounds, bounds.most))
    assert flagged(percent_change_wrong, rise(bounds, bounds.least - bounds.fine))
    assert flagged(percent_change_wrong, rise(bounds, bounds.most + bounds.fine))


def share(bounds, percent):
    written = print_number(percent, bounds.fine)
    return f"The mill has ${bounds.first}, or {written} percent of the ${bounds.second}."


@given(bounded_shares)
def test_a_share_passes_up_to_the_last_percentage_that_rounding_allows_and_no_further(bounds):
    assert not flagged(share_wrong, share(bounds, bounds.least))
    assert not flagged(share_wrong, share(bounds, bounds.most))
    assert flagged(share_wrong, share(bounds, bounds.least - bounds.fine))
    assert flagged(share_wrong, share(bounds, bounds.most + bounds.fine))


@given(whole_terms, misses)
def test_a_sum_of_counts_in_full_passes_only_if_it_is_exact(terms, miss):
    first, second = terms
    text = "The fair drew {:,} adults and {:,} children, {:,} in all."
    assert not flagged(sum_wrong, text.format(first, second, first + second))
    assume((first + second + miss) % 10)
    assert flagged(sum_wrong, text.format(first, second, first + second + miss))


@given(whole_terms, misses)
def test_a_margin_of_counts_in_full_passes_only_if_it_is_exact(terms, miss):
    low, margin = terms
    text = "Ana Prul won by {:,} votes, {:,} to {:,}."
    assert not flagged(sum_wrong, text.format(margin, low + margin, low))
    assume((margin + miss) % 10 and margin + miss > 0)
    assert flagged(sum_wrong, text.format(margin + miss, low + margin, low))


@given(st.lists(st.integers(1, 997), min_size=3, max_size=3), roundings)
def test_shares_of_a_whole_pass_however_they_are_rounded(parts, rounding):
    from fractions import Fraction

    shares = [round_to(Fraction(100 * part, sum(parts)), Fraction(1), rounding) for part in parts]
    assume(all(shares))
    text = "In the poll {} percent said yes, {} percent said no and {} percent did not know."
    assert not flagged(shares_do_not_sum, text.format(*shares))


@given(st.lists(st.integers(11, 49), min_size=3, max_size=3), roundings)
def test_shares_that_come_to_two_more_or_less_than_a_hundred_are_flagged(parts, rounding):
    assume(abs(sum(parts) - 100) >= 2)
    text = "In the poll {} percent said yes, {} percent said no and {} percent did not know."
    assert flagged(shares_do_not_sum, text.format(*parts))


@given(whole_terms, st.integers(3, 40))
def test_a_price_times_a_number_is_its_total_and_nothing_ten_times_as_much(terms, price):
    number = terms[0]
    text = f"The farm sold {number:,} litres at ${price} a litre, or ${{:,}}."
    assert not flagged(rate_wrong, text.format(number * price))
    assert flagged(rate_wrong, text.format(number * price * 10))


@pytest.mark.parametrize(
    ("word", "times"), [("doubled", 2), ("tripled", 3), ("quadrupled", 4), ("halved", 0.5)]
)
@given(st.integers(101, 999))
def test_what_moved_by_the_factor_passes_and_by_one_more_is_flagged(word, times, before):
    before *= 2
    text = f"Sales {word} from {before:,} to {{:,}} sacks."
    assert not flagged(multiple_wrong, text.format(int(before * times)))
    assert flagged(multiple_wrong, text.format(int(before * (times + 1))))


@pytest.mark.parametrize("name", [name for name in word_list("arithmetic") if name != "pieces"])
def test_each_wording_finds_its_sentence(name):
    for row in word_list("arithmetic")[name]:
        document = read(row["like"])
        assert any(matches(phrase_of(document, document.claims[0]), name)), row["like"]


@pytest.mark.parametrize(
    ("first", "second", "compared"),
    [
        ("before tax", "after tax", False),
        ("pre-tax", "after tax", False),
        ("excluding one-off charges", "including charges", False),
        ("before interest", "after tax", False),
        ("after tax", "after tax", True),
    ],
)
def test_figures_before_and_after_tax_are_no_two_ends_of_a_change(first, second, compared):
    text = f"Profit rose 80 percent to $60m {first}, from $45m {second}."
    assert bool(list(percent_change_wrong.find(read(text)))) is compared
