"""The laws of ranges. A law with `x` and `y` speaks of numbers in `a` and `b`."""

import copy
import operator
import pickle
from decimal import Decimal
from fractions import Fraction

import portion
import pytest
from hypothesis import assume, example, given
from strategies import (
    exact_numbers,
    held_ranges,
    nested_ranges,
    points,
    positive_numbers,
    ranges,
    samples,
)

from factcheck import Range

EMPTY, ALL = Range.EMPTY, Range.ALL
OPERATORS = [operator.add, operator.sub, operator.mul, operator.truediv]
MIRRORED = {"inside": "contains", "contains": "inside"}
NEAR, NEARER, FAR = Fraction(1, 10**40), Fraction(1, 10**120), 10**240

each_operator = pytest.mark.parametrize("apply", OPERATORS)


def result_of(apply, x, y):
    return apply(Fraction(x), y)


def as_portion(a):
    """What the oracle calls the same set."""
    if a.empty:
        return portion.empty()
    return portion.Interval.from_atomic(
        portion.Bound(a.low_closed),
        -portion.inf if a.low is None else a.low,
        portion.inf if a.high is None else a.high,
        portion.Bound(a.high_closed),
    )


def telling_members(a):
    """Numbers of a range at or next to its ends, far out where it has none, and round zero."""
    low = [a.low, a.low + NEARER] if a.low is not None else [-FAR]
    high = [a.high, a.high - NEARER] if a.high is not None else [FAR]
    return [x for x in (*low, *high, 0, NEARER, -NEARER) if x in as_portion(a)]


def telling_results(apply, a, b):
    pairs = ((x, y) for x in telling_members(a) for y in telling_members(b))
    return [result_of(apply, x, y) for x, y in pairs if y or apply is not operator.truediv]


# What a range is


@given(ranges, ranges)
def test_ranges_are_equal_and_hash_alike_exactly_if_they_hold_the_same_numbers(a, b):
    assert (a == b) == (as_portion(a) == as_portion(b))
    assert a != b or hash(a) == hash(b)


@pytest.mark.parametrize(
    "nothing",
    [
        Range(2, 1),
        Range(1, 1, low_closed=False),
        Range(1, 1, high_closed=False),
        Range(Fraction(7, 2), 3, low_closed=False, high_closed=False),
    ],
)
def test_all_ranges_that_hold_no_number_are_equal(nothing):
    assert nothing == EMPTY
    assert hash(nothing) == hash(EMPTY)
    assert nothing.empty


def test_an_unbounded_end_is_never_closed():
    assert Range() == Range(low_closed=True, high_closed=False) == ALL
    assert not (ALL.low_closed or ALL.high_closed)


@given(ranges)
def test_a_range_is_true_unless_it_is_empty(a):
    assert bool(a) == (not a.empty) == (not as_portion(a).empty)


@given(exact_numbers)
def test_a_point_holds_one_number(number):
    a = Range.point(number)
    assert a.is_point
    assert number in a
    assert (number - NEAR not in a) and (number + NEAR not in a)
    assert a == Range(number, number)


@given(ranges)
def test_only_a_point_is_a_point(a):
    assert a.is_point == (a.width == 0 and not a.empty)


@given(ranges)
def test_a_range_is_as_wide_as_its_ends_are_apart(a):
    assert (a.width is None) == (a.low is None or a.high is None)
    assert a.width is None or a.width == (0 if a.empty else a.high - a.low)


@given(ranges)
def test_a_copied_or_pickled_range_is_the_same(a):
    assert pickle.loads(pickle.dumps(a)) == a == copy.deepcopy(a)


@pytest.mark.parametrize("name", ["low", "high_closed"])
def test_a_range_cannot_be_changed(name):
    with pytest.raises(AttributeError):
        setattr(Range(1, 2), name, 1)


def test_a_range_has_no_room_for_anything_else():
    assert not hasattr(Range(1, 2), "__dict__")


NOT_EXACT = [1.5, True, Decimal(1), "1", 1j]


@pytest.mark.parametrize("wrong", NOT_EXACT)
@pytest.mark.parametrize(
    "use",
    [
        Range,
        lambda wrong: Range(high=wrong),
        Range.point,
        Range(1, 2).scaled,
        Range(1, 2).widened,
        Range(1, 2).__contains__,
        Range(1, 2).relation,
        Range(1, 2).overlap,
        Range(1, 2).gap,
        Range(1, 2).certainly_less,
        Range(1, 2).possibly_less,
    ],
)
def test_a_number_that_is_not_exact_is_refused_in_one_sentence(use, wrong):
    with pytest.raises(TypeError, match=r"^Ranges are exact and take .*\.$"):
        use(wrong)


@pytest.mark.parametrize("wrong", [*NOT_EXACT, None])
@pytest.mark.parametrize("apply", [*OPERATORS, operator.and_, operator.or_])
def test_an_operand_that_is_not_exact_is_refused_on_either_side(apply, wrong):
    with pytest.raises(TypeError, match="exact"):
        apply(Range(1, 2), wrong)
    with pytest.raises(TypeError, match="exact"):
        apply(wrong, Range(1, 2))


# Arithmetic


@each_operator
@given(samples, samples)
def test_the_result_holds_every_result_of_members(apply, of_a, of_b):
    """The fundamental theorem of interval arithmetic."""
    (a, x), (b, y) = of_a, of_b
    assume(y or apply is not operator.truediv)
    assert result_of(apply, x, y) in as_portion(apply(a, b))


@each_operator
@given(held_ranges, held_ranges)
def test_the_result_is_no_wider_than_the_results_of_members(apply, a, b):
    """A closed end is some result, an open one is approached, an unbounded one passes any."""
    result, results = apply(a, b), telling_results(apply, a, b)
    assert result.empty == (not results)
    if results:
        lowest, highest = min(results), max(results)
        assert lowest < -1 / NEAR if result.low is None else lowest - result.low < NEAR
        assert highest > 1 / NEAR if result.high is None else result.high - highest < NEAR
        assert result.low_closed == (lowest == result.low)
        assert result.high_closed == (highest == result.high)


@each_operator
@given(held_ranges, exact_numbers)
def test_a_plain_number_stands_for_its_point_on_either_side(apply, a, number):
    assert apply(a, number) == apply(a, Range.point(number))
    assert apply(number, a) == apply(Range.point(number), a)
    assert apply(Fraction(number), a) == apply(number, a)


@each_operator
@given(ranges)
def test_what_is_empty_stays_empty(apply, a):
    assert apply(a, EMPTY) == apply(EMPTY, a) == EMPTY


@each_operator
@given(nested_ranges, nested_ranges)
def test_narrower_operands_give_a_narrower_result(apply, one, another):
    assert apply(one.inner, another.inner) in apply(one.outer, another.outer)


@each_operator
@given(points, points)
def test_the_result_of_points_is_their_exact_result(apply, a, b):
    result = apply(a, b)
    if apply is operator.truediv and b.low == 0:
        assert result == EMPTY
    else:
        assert result == Range.point(result_of(apply, a.low, b.low))


@each_operator
@given(ranges, ranges)
def test_ends_are_ints_where_whole_and_fractions_elsewhere(apply, a, b):
    result = apply(a, b)
    for end in (result.low, result.high, result.width):
        assert end is None or type(end) is (int if end.denominator == 1 else Fraction)


@pytest.mark.parametrize("apply", [operator.add, operator.mul])
@given(ranges, ranges)
def test_sums_and_products_commute(apply, a, b):
    assert apply(a, b) == apply(b, a)


# Both hold because ranges have no holes: each result is exactly the set of all results.
@pytest.mark.parametrize("apply", [operator.add, operator.mul])
@given(ranges, ranges, ranges)
def test_sums_and_products_associate(apply, a, b, c):
    assert apply(apply(a, b), c) == apply(a, apply(b, c))


@given(ranges)
def test_zero_and_one_are_the_identities(a):
    assert a + 0 == a == a - 0
    assert a * 1 == a == a / 1


@given(held_ranges)
def test_times_zero_is_zero_even_if_unbounded(a):
    assert a * 0 == Range.point(0)


@given(ranges, ranges, ranges)
def test_a_product_with_a_sum_lies_in_the_sum_of_products(a, b, c):
    """Subdistributivity."""
    assert a * (b + c) in a * b + a * c


@given(points, ranges, ranges)
def test_a_point_distributes_over_a_sum(a, b, c):
    assert a * (b + c) == a * b + a * c


@given(ranges)
def test_negation_undoes_itself(a):
    assert operator.neg(-a) == a


@given(samples)
def test_negation_holds_the_negatives(of_a):
    a, x = of_a
    assert -x in as_portion(-a)
    assert (x in as_portion(-a)) == (-x in as_portion(a))


@given(ranges, ranges)
def test_subtracting_is_adding_the_negative(a, b):
    assert a - b == a + -b == -(b - a)


@given(ranges, ranges)
def test_dividing_is_multiplying_by_the_reciprocal(a, b):
    assert a / b == a * (1 / b)


ABOVE_ZERO = Range(0, low_closed=False)


@pytest.mark.parametrize(
    ("quotient", "expected"),
    [
        (Range(1, 2) / Range.point(0), EMPTY),
        (Range.point(0) / Range.point(0), EMPTY),
        (1 / Range(-1, 1), ALL),
        (Range(1, 2) / Range(0, 1), Range(1)),
        (Range(1, 2) / Range(-1, 0), Range(high=-1)),
        (Range(0, 1) / Range(-1, 1), ALL),
        (0 / Range(-1, 1), Range.point(0)),
        (1 / ABOVE_ZERO, ABOVE_ZERO),
        (-1 / Range(2), Range(Fraction(-1, 2), 0, high_closed=False)),
        (Range(6, 9, high_closed=False) / -3, Range(-3, -2, low_closed=False)),
    ],
)  # fmt: skip
def test_division_by_a_range_with_zero_follows_ieee_1788(quotient, expected):
    assert quotient == expected


@given(ranges, positive_numbers)
def test_scaling_multiplies_and_undoes_itself(a, factor):
    for each in (factor, -factor):
        assert a.scaled(each) == a * each
        assert a.scaled(each).scaled(1 / Fraction(each)) == a


@given(held_ranges, positive_numbers)
def test_widening_moves_both_ends_out_and_undoes_itself(a, by):
    assert a.widened(by) == a + Range(-by, by)
    assert a.widened(by).widened(-by) == a
    assert EMPTY.widened(by) == EMPTY


# Sets


@given(ranges, ranges)
def test_an_intersection_holds_what_both_hold(a, b):
    assert as_portion(a & b) == as_portion(a) & as_portion(b)


@given(ranges, ranges)
def test_a_hull_encloses_both_and_no_more(a, b):
    assert as_portion(a | b) == (as_portion(a) | as_portion(b)).enclosure


@given(ranges, exact_numbers)
def test_a_number_is_in_the_range_that_holds_it(a, number):
    assert (number in a) == (number in as_portion(a))


@given(ranges, ranges)
def test_a_range_is_in_another_that_holds_all_of_it(a, b):
    assert (a in b) == (as_portion(a) in as_portion(b))


lattice = pytest.mark.parametrize("apply", [operator.and_, operator.or_])


@lattice
@given(ranges)
def test_intersection_and_hull_are_idempotent(apply, a):
    assert apply(a, a) == a


@lattice
@given(ranges, ranges)
def test_intersection_and_hull_commute(apply, a, b):
    assert apply(a, b) == apply(b, a)


@lattice
@given(ranges, ranges, ranges)
def test_intersection_and_hull_associate(apply, a, b, c):
    assert apply(apply(a, b), c) == apply(a, apply(b, c))


@given(ranges, ranges)
def test_intersection_and_hull_absorb_each_other(a, b):
    assert a & (a | b) == a == a | (a & b)


@given(ranges)
def test_nothing_and_everything_are_the_bounds(a):
    assert a | EMPTY == a == a & ALL
    assert a & EMPTY == EMPTY
    assert a | ALL == ALL


@given(held_ranges, exact_numbers)
def test_intersection_and_hull_take_numbers_on_either_side(a, number):
    assert number & a == a & Range.point(number)
    assert number | a == a | Range.point(number)


# How two ranges lie


@given(ranges, ranges)
def test_the_relation_mirrors(a, b):
    assert b.relation(a) == MIRRORED.get(a.relation(b), a.relation(b))


@given(ranges, ranges)
def test_the_relation_says_what_membership_says(a, b):
    one, another, relation = as_portion(a), as_portion(b), a.relation(b)
    assert (relation == "equal") == (one == another)
    assert (relation in ("equal", "inside")) == (one in another)
    assert (relation in ("equal", "contains")) == (another in one)
    assert (relation == "disjoint") == bool(a and b and (one & another).empty)


@given(ranges, ranges)
def test_the_overlap_is_a_share_and_mutual(a, b):
    share = a.overlap(b)
    assert type(share) is Fraction
    assert 0 <= share <= 1
    assert share == b.overlap(a)


@given(nested_ranges)
def test_the_overlap_with_what_lies_inside_is_whole(pair):
    assert pair.outer.overlap(pair.inner) == bool(pair.inner)


@given(ranges, ranges)
def test_without_a_common_number_there_is_no_overlap(a, b):
    assert a & b or a.overlap(b) == 0


@given(ranges, ranges)
def test_the_overlap_is_the_common_width_in_the_narrower(a, b):
    if a.width and b.width:
        assert a.overlap(b) * min(a.width, b.width) == (a & b).width


@given(ranges, ranges, positive_numbers, exact_numbers)
def test_neither_unit_nor_origin_changes_the_overlap(a, b, factor, shift):
    assert (a * -factor + shift).overlap(b * -factor + shift) == a.overlap(b)


def test_a_bounded_part_of_two_unbounded_ranges_is_no_share():
    assert Range(3).overlap(Range(high=5)) == 0
    assert Range(3).overlap(Range(3, 5)) == Range(3).overlap(Range(5)) == 1


@given(samples, samples)
def test_members_are_at_least_the_gap_apart(of_a, of_b):
    (a, x), (b, y) = of_a, of_b
    assert abs(x - y) >= a.gap(b) == b.gap(a) >= 0


@given(held_ranges, held_ranges)
def test_two_ranges_meet_once_one_is_wider_by_more_than_the_gap(a, b):
    assert a.widened(a.gap(b) + NEAR) & b


def test_nothing_lies_between_a_range_and_the_empty_one():
    assert EMPTY.gap(Range(1, 2)) == Range(1, 2).gap(EMPTY) == EMPTY.gap(EMPTY) == 0


# Which is less


@given(ranges, ranges)
@example(Range(1, 2), Range(2, 3))
@example(Range(1, 2), Range(2, 3, low_closed=False))
def test_certainly_less_means_every_number_is(a, b):
    pairs = [(x, y) for x in telling_members(a) for y in telling_members(b)]
    assert a.certainly_less(b) == (bool(pairs) and all(x < y for x, y in pairs))


@given(ranges, ranges)
def test_possibly_less_means_some_number_is(a, b):
    pairs = [(x, y) for x in telling_members(a) for y in telling_members(b)]
    assert a.possibly_less(b) == any(x < y for x, y in pairs)


@given(ranges, ranges)
def test_what_is_certainly_less_is_possibly_less_and_never_the_reverse(a, b):
    if a.certainly_less(b):
        assert a.possibly_less(b)
        assert not b.possibly_less(a)


# Words


@pytest.mark.parametrize(
    ("a", "words"),
    [
        (Range(15500, 17100), "15,500 to 17,100"),
        (Range.point(14000), "14,000"),
        (Range(1000, low_closed=False), "more than 1,000"),
        (Range(1000), "at least 1,000"),
        (Range(high=200), "up to 200"),
        (Range(high=200, high_closed=False), "less than 200"),
        (Range(24, 100, high_closed=False), "at least 24 and less than 100"),
        (Range(24, 100, low_closed=False), "more than 24 and up to 100"),
        (Range(-5, Fraction(-5, 2)), "-5 to -2.5"),
        (ALL, "everything"),
        (EMPTY, "nothing"),
    ],
)
def test_a_range_is_worded_as_in_a_story(a, words):
    assert str(a) == words


@given(ranges, ranges)
def test_only_equal_ranges_are_worded_alike(a, b):
    assert (str(a) == str(b)) == (a == b)


@given(ranges)
def test_python_reads_a_range_back(a):
    assert eval(repr(a)) == a
