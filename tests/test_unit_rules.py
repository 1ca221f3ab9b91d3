from fractions import Fraction

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from strategies import (
    UnitPair,
    four_digit_numbers,
    measured_numbers,
    near_unit_pairs,
    roundings,
    three_digit_numbers,
    unit_pairs,
)

from factcheck import check, converted, units, write_number
from factcheck.plugins import installed_rules

RULES = {rule.name: rule for rule in installed_rules().rules}
YARDS = UnitPair("yards", "feet", Fraction(3), ())


def findings(rule, text):
    report = check(text, rules=[RULES[rule]])
    assert report.failures == ()
    return report.findings


def objects_to(first, pair, second):
    numbers = [write_number(number) for number in (first, second)]
    text = f"The bell has {numbers[0]} {pair.first} ({numbers[1]} {pair.second}) in all."
    return bool(findings("conversion-wrong", text))


def rounded_to(value, digits, rounding):
    """The number to so many significant digits."""
    step = Fraction(1)
    while abs(value) >= 10**digits * step:
        step *= 10
    while abs(value) < 10 ** (digits - 1) * step:
        step /= 10
    if rounding == "half to even":
        return round(value / step) * step
    return (value / step + Fraction(1, 2)).__floor__() * step


@pytest.mark.parametrize(
    ("first", "second", "worth"),
    [
        ("mile", "kilometre", "1.609344"),
        ("inch", "centimetre", "2.54"),
        ("acre", "hectare", "0.40468564224"),
        ("square_mile", "square_kilometre", "2.589988110336"),
        ("gallon", "litre", "3.785411784"),
        ("barrel", "gallon", "42"),
        ("pound", "kilogram", "0.45359237"),
        ("stone", "pound", "14"),
        ("ton", "pound", "2000"),
        ("long_ton", "pound", "2240"),
        ("nautical_mile", "kilometre", "1.852"),
        ("millibar", "hectopascal", "1"),
    ],
)
def test_a_unit_is_worth_what_its_standard_says(first, second, worth):
    assert converted(Fraction(1), units()[first], units()[second]) == Fraction(worth)


@given(measured_numbers, unit_pairs, st.integers(2, 5), roundings)
def test_a_conversion_may_be_rounded_to_two_digits_or_more(value, pair, digits, rounding):
    assert not objects_to(value, pair, rounded_to(value * pair.factor, digits, rounding))


@given(st.integers(1, 9), st.integers(-1, 3), unit_pairs, roundings)
def test_a_figure_of_one_digit_may_be_converted_to_one(digit, place, pair, rounding):
    value = digit * Fraction(10) ** place
    assert not objects_to(value, pair, rounded_to(value * pair.factor, 1, rounding))


@given(measured_numbers, unit_pairs, st.integers(2, 5), roundings)
def test_either_of_the_two_may_be_the_one_converted(value, pair, digits, rounding):
    assert not objects_to(rounded_to(value / pair.factor, digits, rounding), pair, value)


@given(measured_numbers, unit_pairs, st.sampled_from([Fraction(10), Fraction(1, 10)]))
def test_a_slip_of_the_decimal_point_is_found(value, pair, slip):
    assume(pair.factor * slip not in pair.others)
    assert objects_to(value, pair, rounded_to(value * pair.factor * slip, 3, "half up"))


def fair(first, factor, second):
    """What is granted two numbers of three digits, the first not a whole hundred."""
    halves = [Fraction(5) if number % 10 == 0 else Fraction(1, 2) for number in (first, second)]
    there = abs(second - first * factor) <= 5 + halves[0] * factor
    back = abs(first - second / factor) <= 5 + halves[1] / factor
    return there or back


@given(three_digit_numbers, near_unit_pairs, st.integers(-80, 80))
@example(110, YARDS, 20)
@example(110, YARDS, 21)
@example(115, YARDS, -15)
def test_the_boundary_of_what_is_fair_is_exact_on_both_sides(first, pair, off):
    second = round(first * pair.factor) + off
    assume(100 < second < 1000)
    granted = any(fair(first, factor, second) for factor in (pair.factor, *pair.others))
    assert objects_to(first, pair, second) == (not granted)


@given(st.integers(-60, 120))
def test_degrees_may_be_a_reading_or_a_difference(celsius):
    for fahrenheit in (celsius * Fraction(9, 5) + 32, celsius * Fraction(9, 5)):
        low, high = (write_number(number) for number in (celsius, round(fahrenheit)))
        text = f"It was {low} degrees Celsius ({high} degrees Fahrenheit) in Alder."
        assert findings("conversion-wrong", text) == ()


def test_below_a_power_of_ten_one_digit_is_as_fine_as_two():
    assert objects_to(2, YARDS, 10)
    assert not objects_to(2, YARDS, 8)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("97 miles", "180 kilometres"),
        ("950 tons", "965 tonnes"),
        ("950 tons", "950 tonnes"),
        ("97 ounces", "3,017 grams"),
        ("97 gallons", "441 litres"),
        ("97 pints", "55 litres"),
        ("95 barrels", "11,150 litres"),
        ("95 barrels", "15,550 litres"),
        ("980 horsepower", "721 kilowatts"),
    ],
)
def test_a_unit_may_be_any_that_is_called_so(first, second):
    assert findings("conversion-wrong", f"The tally came to {first} ({second}) in all.") == ()
    assert findings("conversion-wrong", f"The tally came to 4{first} ({second}) in all.")


@given(st.integers(11, 33), st.integers(-8, 8))
@example(30, 3)
@example(30, 4)
def test_the_boundary_of_what_is_fair_is_exact_for_readings_in_degrees(celsius, off):
    exact = celsius * Fraction(9, 5) + 32
    fahrenheit = round(exact) + off
    # Half a degree to either figure for rounding, and one more degree to the result.
    there = abs(fahrenheit - exact) <= Fraction(3, 2) + Fraction(1, 2) * Fraction(9, 5)
    back = abs(fahrenheit - exact) <= Fraction(1, 2) + Fraction(3, 2) * Fraction(9, 5)
    text = f"It was {celsius} degrees Celsius ({fahrenheit} degrees Fahrenheit) in Alder."
    assert bool(findings("conversion-wrong", text)) == (not (there or back))


@pytest.mark.parametrize(
    "text",
    [
        "The cliffs are more than 1,000 feet (300 metres) high.",
        "The wall is 100ft-high (30m-high) and old.",
        "He is 6 feet, 2 inches (1.88 metres) tall.",
        "She jumped 2.35 metres (7 feet, 8.5 inches) in Alder.",
        "The baby weighed 7 pounds, 8 ounces (3.4 kilograms) at birth.",
        "He weighs 11st 7lb (73kg) these days.",
        "It is 10 miles, or 16 kilometres, to Marel.",
        "It is 10 miles — 16 kilometres — to Marel.",
        "It is 10 miles, that is 16 kilometres, to Marel.",
        "Pick 5 miles or 10 kilometres.",
        "The yard is 30 feet by 40 feet (9 metres by 12 metres).",
        "It costs £5 (2.3 kilograms).",
        "They ran 3 miles (60 metres of it uphill) to Marel.",
        "Highs of 95 degrees (35 Celsius) are expected.",
    ],
)
def test_what_is_sound_or_no_conversion_passes(text):
    assert findings("conversion-wrong", text) == ()


@pytest.mark.parametrize(
    ("text", "repair"),
    [
        ("A 30-foot (48-kilometer) wall stands here.", "the first figure is in miles: 30 mi"),
        ("It is 30 feet (9 kilometres) high.", "the second figure is in metres: 9 m"),
        ("The gate is 6 ft. (1.2 m) high.", "the second figure is about 1.83 m"),
        ("It is 160 miles (100 km) away.", "the two numbers are swapped"),
        ("It is 100 miles, or 106 kilometres, away.", "the second figure is about 161 km"),
        (
            "The baby weighed 7 pounds, 8 ounces (4.3 kilograms).",
            "the first figure is about 9.48 lbs",
        ),
        ("Highs of 95 degrees (45 Celsius) are due.", "the second figure is 35 °C"),
    ],
)
def test_every_single_change_that_repairs_a_conversion_is_named(text, repair):
    (finding,) = findings("conversion-wrong", text)
    assert repair in finding.consistent_if


def test_the_sum_is_shown():
    (finding,) = findings("conversion-wrong", "A 30-foot (48-kilometer) wall stands here.")
    assert finding.working == ("30 ft × 0.3048 = 9.144 m, printed 48 km",)


rates = st.fractions(Fraction(1, 200), 200, max_denominator=500)
amounts = st.integers(11, 9999)


def exchanged(*amounts):
    return "\n\n".join(
        f"The board paid €{write_number(euros)} (${write_number(dollars)}) for part {number}."
        for number, (euros, dollars) in enumerate(amounts)
    )


@given(rates, st.lists(st.tuples(amounts, st.integers(2, 4)), min_size=2, max_size=4), roundings)
def test_conversions_at_one_rate_agree_however_they_are_rounded(rate, sums, rounding):
    story = exchanged(*((paid, rounded_to(paid * rate, digits, rounding)) for paid, digits in sums))
    assert findings("currency-conversions-disagree", story) == ()


def fair_rates(base, quote):
    """The lowest and the highest rate granted numbers of four digits that do not end in 0."""
    half, two_digits = Fraction(1, 2), 50
    return (
        min((quote - two_digits) / (base + half), (quote - half) / (base + two_digits)),
        max((quote + two_digits) / (base - half), (quote + half) / (base - two_digits)),
    )


@given(four_digit_numbers, four_digit_numbers, st.fractions(Fraction(11, 10), Fraction(13, 10)))
def test_rates_may_lie_as_far_apart_as_rounding_and_one_day_in_twenty_leave(first, second, off):
    printed = round(second * off) | 1
    assume(printed < 10_000 and printed % 10)
    _, highest = fair_rates(first, first)
    lowest, _ = fair_rates(second, printed)
    story = exchanged((first, first), (second, printed))
    granted = highest * Fraction(21, 20) >= lowest
    assert bool(findings("currency-conversions-disagree", story)) == (not granted)


@given(rates, three_digit_numbers, three_digit_numbers, st.sampled_from(["0.1", "1.5", "10"]))
def test_a_conversion_at_another_rate_is_found(rate, first, second, slip):
    printed = [
        rounded_to(paid * rate, 3, "half up")
        for paid, rate in ((first, rate), (second, rate * Fraction(slip)))
    ]
    (finding,) = findings(
        "currency-conversions-disagree", exchanged((first, printed[0]), (second, printed[1]))
    )
    assert finding.consistent_if


def test_of_three_conversions_the_odd_one_is_marked():
    story = exchanged((50, 25), (50, 60), (70, 84))
    (finding,) = findings("currency-conversions-disagree", story)
    assert [span.of(story) for span in finding.spans] == ["€50", "$25"]


@given(st.integers(1, 9), st.integers(1, 59))
@example(1, 30)
def test_minutes_written_as_decimals_are_found_unless_the_point_makes_no_difference(whole, rest):
    story = f"Orme needed {whole}.{rest:02} minutes. His {whole} min {rest:02} sec stand."
    assert len(findings("time-notation", story)) == 1


@given(st.integers(1, 9), st.integers(1, 59), st.integers(1, 59))
def test_two_different_times_may_have_two_notations(whole, rest, other):
    assume(rest != other)
    story = f"Orme needed {whole}.{rest:02} minutes. Quenby needed {whole} min {other:02} sec."
    assert findings("time-notation", story) == ()
