"""Units, currencies, rates, ages and compound measures."""

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.quantities import read_quantities
from factcheck.quantities.units import converted, units
from factcheck.tokens import tokenize


def read(text):
    return [
        (one.span.of(text), one.range.low, one.unit, one.kind)
        for one in read_quantities(tokenize(text), ())
    ]


FORMS = [
    (unit.name, form, wording)
    for unit in units().values()
    for forms, wordings in (
        (unit.words, ("{} {}", "{}-{}")),
        (unit.symbols, ("{} {}", "{}{}")),
        (unit.touching, ("{}{}",)),
    )
    for form in forms
    for wording in wordings
]
SIGNS = [
    (unit.name, wording.format(sign))
    for unit in units().values()
    for sign in unit.signs
    for wording in ("{}{{}}", "{} {{}}")
]


@pytest.mark.parametrize("unit", units().values(), ids=str)
def test_every_form_of_a_unit_is_read_back_with_its_number(unit):
    for name, form, wording in FORMS:
        if name == unit.name:
            amount = wording.format(7, form)
            assert read(f"It was {amount}.") == [(amount, 7, name, unit.kind)]


@pytest.mark.parametrize(("name", "wording"), SIGNS)
def test_every_sign_of_a_currency_is_read_back_with_its_number(name, wording):
    for number in ("7", "1,250", "7.5"):
        amount = wording.format(number)
        value = Fraction(number.replace(",", ""))
        assert read(f"It was {amount}.") == [(amount, value, name, "money")]


@given(st.integers(1, 10**9), st.sampled_from([row for row in FORMS if "-" not in row[2]]))
@settings(deadline=None)
def test_any_number_of_any_unit_is_read_back(number, row):
    name, form, wording = row
    amount = wording.format(f"{number:,}", form)
    (quantity,) = read_quantities(tokenize(f"It was {amount}."), ())
    assert (quantity.range.low, quantity.unit) == (number, name)


@pytest.mark.parametrize("code", [name for name in units() if name.isupper() and len(name) == 3])
def test_a_code_stands_before_or_after_its_number_or_touches_it(code):
    if code not in units()[code].symbols:
        return
    for amount in (f"{code} 200", f"{code}200", f"{code}1,200.50", f"{code}20m", f"200 {code}"):
        assert [row[0::2] for row in read(f"It was {amount} then.")] == [(amount, code)]


def test_no_form_stands_for_two_units():
    counted = Counter(
        form
        for unit in units().values()
        for form in {*unit.words, *unit.symbols, *unit.touching, *unit.signs}
    )
    assert [form for form, count in counted.items() if count > 1] == []


def test_there_are_units_enough_and_their_factors_are_exact():
    assert len(units()) >= 150
    assert all(isinstance(unit.factor, Fraction) for unit in units().values())


@pytest.mark.parametrize(
    ("number", "source", "target", "result"),
    [
        (1, "mile", "kilometre", Fraction(201168, 125000)),
        (100, "degree_celsius", "degree_fahrenheit", 212),
        (-40, "degree_fahrenheit", "degree_celsius", -40),
        (0, "degree_celsius", "kelvin", Fraction(27315, 100)),
        (1, "megawatt_hour", "kilowatt_hour", 1000),
        (1, "stone", "pound", 14),
        (8, "pint", "gallon", 1),
        (1, "acre", "square_yard", None),
        (100, "basis_point", "percentage_point", 1),
    ],
)
def test_a_measure_is_worth_as_much_in_another_unit(number, source, target, result):
    found = converted(Fraction(number), units()[source], units()[target])
    assert result is None or found == result


@pytest.mark.parametrize("dimension", sorted({unit.dimension for unit in units().values()}))
def test_conversion_there_and_back_changes_nothing(dimension):
    same = [unit for unit in units().values() if unit.dimension == dimension]
    for unit in same:
        there = converted(Fraction(7), same[0], unit)
        assert converted(there, unit, same[0]) == 7


@pytest.mark.parametrize(
    ("amount", "value", "unit"),
    [
        ("6 feet 2 inches", Fraction(37, 6), "foot"),
        ("5ft 11in", Fraction(71, 12), "foot"),
        ("5 ft 2 in", Fraction(31, 6), "foot"),
        ("two hours and 10 minutes", Fraction(13, 6), "hour"),
        ("2 hours 10 minutes 30 seconds", Fraction(87, 40), "hour"),
        ("2 hours 10 minutes and 30 seconds", Fraction(87, 40), "hour"),
        ("6-foot, 2-inch", Fraction(37, 6), "foot"),
        ("5lb 3oz", Fraction(83, 16), "pound"),
        ("thirteen dollars forty-five cents", Fraction(269, 20), "USD"),
        ("15 dollars 50", Fraction(31, 2), "USD"),
        ("more than a dollar and 42 cents", Fraction(71, 50), "USD"),
    ],
)
def test_a_compound_measure_is_one_figure_in_its_larger_unit(amount, value, unit):
    ((quoted, low, name, kind),) = read(f"It came to {amount}.")
    assert (quoted, low, name, kind) == (amount, value, unit, units()[unit].kind)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("He served 10 years and 40 months.", ["10 years", "40 months"]),
        ("It took 2 hours and 3 litres.", ["2 hours", "3 litres"]),
        ("He ran 3 minutes 2 hours ago.", ["3 minutes", "2 hours"]),
        ("It took 3 years, 2 months.", ["3 years", "2 months"]),
        ("He paid 15 dollars 50 times.", ["15 dollars", "50"]),
    ],
)
def test_what_is_no_compound_stays_apart(text, amounts):
    assert [row[0] for row in read(text)] == amounts


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It costs $3.50 a gallon.", "USD/gallon"),
        ("It costs £5 a share.", "GBP/share"),
        ("It costs $40 per barrel.", "USD/barrel"),
        ("It makes 52,000 barrels-a-day.", "barrel/day"),
        ("It grew 3 percent a year.", "percent/year"),
        ("There were 14 per 100,000 then.", "/100000"),
        ("It takes 8 litres per 100 km.", "litre/100 kilometre"),
        ("They drove at 70 miles an hour.", "mile_per_hour"),
        ("They drove at 110 km/h.", "kilometre_per_hour"),
        ("They made 5 MW.", "megawatt"),
        ("They made 5 MWh.", "megawatt_hour"),
        ("It fell 3 percentage points.", "percentage_point"),
        ("It fell 3 percent.", "percent"),
        ("It fell 30 basis points.", "basis_point"),
        ("It cost 7,000 Danish crowns.", "DKK"),
        ("It cost 7,000 crowns.", "crown"),
        ("It cost A$50.", "AUD"),
        ("It cost US$50.", "USD"),
        ("It cost $US50 million.", "USD"),
        ("It cost $A50.", "AUD"),
        ("A $5 note was found.", "USD"),
        ("It cost 50€ there.", "EUR"),
        ("It cost 52m euros.", "EUR"),
        ("It cost 22 euro cents.", "cent"),
        ("He is 44 years old.", "year_of_age"),
        ("The 44-year-old won.", "year_of_age"),
        ("He was aged 44.", "year_of_age"),
        ("Ruth Hale, 44, won.", "year_of_age"),
        ("The winner, Ruth Hale, 44.", "year_of_age"),
        ("The striker, 30, won.", "year_of_age"),
        ("Ewes, rams, 30 in all.", None),
        ("It was 5m high.", "metre"),
        ("He won the 100m final.", "metre"),
        ("It was 5 m high.", "metre"),
        ("It had 2.7m combined sales.", None),
        ("It has 35m of them.", None),
        ("It drew 100m viewers.", None),
        ("It was 5mm thick.", "millimetre"),
        ("She jumped 1.92m in the final.", "metre"),
        ("It sold 1.9m in the first year.", None),
        ("It was half an hour.", "hour"),
        ("It was a quarter mile.", "mile"),
    ],
)
def test_what_follows_or_leads_a_number_is_its_unit(text, unit):
    assert [row[2] for row in read(text)] == [unit]
