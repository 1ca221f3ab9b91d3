"""Numbers as words, digits, fractions and mixtures of them."""

from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from strategies import Spoken, numerals, spoken_numbers

from factcheck.quantities import read_quantities
from factcheck.quantities.numerals import parse_numeral
from factcheck.tokens import tokenize


def values(text):
    return [quantity.range.low for quantity in read_quantities(tokenize(text), ())]


@given(spoken_numbers)
@settings(deadline=None)
@example(Spoken(200_002, "two hundred thousand two"))
@example(Spoken(1_200_240, "One million, two hundred thousand, two hundred and forty"))
def test_a_number_in_words_is_the_number(spoken):
    text = f"{spoken.words} sheep came."
    (quantity,) = read_quantities(tokenize(text), ())
    assert (quantity.range.low, quantity.range.high) == (spoken.number, spoken.number)
    assert quantity.span.of(text) == spoken.words


@given(numerals)
def test_a_numeral_is_the_number_with_the_worth_of_its_last_place(text):
    numeral = parse_numeral(text)
    assert numeral.value == Fraction(text.replace(",", ""))
    assert numeral.step == Fraction(1, 10 ** len(text.partition(".")[2]))


@pytest.mark.parametrize(
    "text",
    ["1.2.3", "1,23", "12,3456", "1,234,56", "0,123", "1.234,5", "1," * 30 + "000", "9" * 41],
)
def test_what_is_no_english_numeral_is_none(text):
    assert parse_numeral(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.5 tonnes", Fraction(2469, 2)),
        ("12,34,567 voters", 1_234_567),
        ("3 lakh voters", 300_000),
        ("two lakh crore rupees", 2_000_000_000_000),
        ("4 thousand 3 hundred and 21 ewes", 4321),
        ("twelve hundred ewes", 1200),
        ("1 250 000 ewes", 1_250_000),
        ("10 000 ewes", 10_000),
        ("a dozen ewes", 12),
        ("two dozen ewes", 24),
        ("3 dozens", 36),
        ("a hundred ewes", 100),
        ("half a million ewes", 500_000),
        ("half a dozen ewes", 6),
        ("a quarter of a million ewes", 250_000),
        ("three quarters of a million ewes", 750_000),
        ("quarter million ewes", 250_000),
        ("two and a half million ewes", 2_500_000),
        ("two-and-a-half million ewes", 2_500_000),
        ("one and a quarter million ewes", 1_250_000),
        ("2½ million ewes", 2_500_000),
        ("3 1/2 miles", Fraction(7, 2)),
        ("forty two and a third miles", Fraction(127, 3)),
        ("one hundred and three and two thirds miles", Fraction(311, 3)),
        ("five billion and three quarters", 5_750_000_000),
        ("one point two five million ewes", 1_250_000),
        ("fifty-two point three percent", Fraction(523, 10)),
        ("40 below zero", -40),
        ("nine point nought four percent", Fraction(226, 25)),
        ("two-thirds of them", Fraction(2, 3)),
        ("one-half of them", Fraction(1, 2)),
        ("3/4 of them", Fraction(3, 4)),
        ("7 / 9 of them", Fraction(7, 9)),
        ("three twenty-fifths of them", Fraction(3, 25)),
        ("⅔ of them", Fraction(2, 3)),
        ("a hit rate of .77 this year", Fraction(77, 100)),
        ("$.50 each", Fraction(1, 2)),
        ("15k ewes", 15_000),
        ("15 K ewes", 15_000),
        ("£1.5m", 1_500_000),
        ("£1.5 m", 1_500_000),
        ("$3 mn", 3_000_000),
        ("$2.1tn", 2_100_000_000_000),
        ("6.2e-4 grams", Fraction(31, 50_000)),
        ("6x10^4 cells", 60_000),
        ("minus 5 degrees", -5),
        ("minus-30 degrees", -30),
        ("-5C", -5),
        ("−12 °C", -12),
        ("negative two percent", -2),
        ("20 degrees below zero", -20),
        ("nil points", 0),
        ("zero cases", 0),
    ],
)  # fmt: skip
def test_each_spelling_of_a_number_is_the_number(text, value):
    assert values(f"It was {text}.") == [value]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("eight million 250ml bottles", [8_000_000, 250]),
        ("five million, two of them abroad", [5_000_000, 2]),
        ("a hundred and 200 ewes", [100, 200]),
        ("$5 million and 20 ewes", [5_000_000, 20]),
        ("twenty thirty ewes", [20, 30]),
        ("10 250 ewes", []),
        ("5/17/2018", []),
        ("3 million in 2003, 4 in 2004", [3_000_000, 4]),
    ],
)
def test_numbers_side_by_side_stay_apart(text, found):
    assert values(f"There were {text}.") == found
