"""What the grammar's rules for measures and money make of their parts."""

# ruff: noqa: D103 - grammar.lark shows above each rule a phrase that it matches.

from __future__ import annotations

from fractions import Fraction

from factcheck.quantities.drafts import Declined, Draft, numbered, wider, with_unit, worth
from factcheck.quantities.lexemes import Lexeme
from factcheck.quantities.numbering import negative
from factcheck.quantities.numerals import Numeral, exact
from factcheck.quantities.units import smaller_units, units


def measure(number: Draft, unit: Lexeme) -> Draft:
    found = with_unit(wider(number, number.start, unit.end), str(unit.value))
    return found._replace(either=True) if unit.word == "m" else found


def money(sign: Lexeme, number: Draft) -> Draft:
    return with_unit(wider(number, sign.start, number.end), str(sign.value))


def money_named(sign: Lexeme, number: Draft, unit: Lexeme) -> Draft:
    """“$5 USD” and “$5 Canadian dollars”; in “$30 cent” the sign was a slip."""
    name = str(unit.value)
    if units()[name].kind != "money":
        raise Declined
    found = money(sign, number)
    found = with_unit(found, name) if units()[name].dimension == "money" else found
    return wider(found, found.start, unit.end)


def aged(word: Lexeme, figure: Draft) -> Draft:
    if figure.unit not in (None, "year", "year_of_age", "month"):
        raise Declined
    unit = "month_of_age" if figure.unit == "month" else "year_of_age"
    return with_unit(wider(figure, word.start, figure.end), unit)


def below_zero(figure: Draft, words: Lexeme) -> Draft:
    return wider(negative(words, figure), figure.start, words.end)


def rate(amount: Draft, _per: Lexeme, each: Lexeme) -> Draft:
    return _per_unit(amount, str(each.value or each.word.lower()), each.end)


def rate_of(amount: Draft, _per: Lexeme, number: Draft, unit: Lexeme | None = None) -> Draft:
    counted = f"{worth(number)} {unit.value}" if unit else str(worth(number))
    return _per_unit(amount, counted, unit.end if unit else number.end)


def _per_unit(amount: Draft, counted: str, end: int) -> Draft:
    kind = "measure" if amount.kind in ("count", "duration") else amount.kind
    unit = f"{amount.unit or ''}/{counted}"
    return wider(amount, amount.start, end)._replace(unit=unit, kind=kind, either=False)


def compound(left: Draft, right: Draft) -> Draft:
    """Feet and inches as feet, hours and minutes as hours, dollars and cents as dollars."""
    if not left.unit or not right.unit or right.unit not in smaller_units(left.unit):
        raise Declined
    larger, smaller = units()[left.unit], units()[right.unit]
    cents = smaller.dimension != larger.dimension
    ratio = Fraction(1, 100) if cents else smaller.factor / larger.factor
    added = worth(right) * ratio
    # "10 years 40 months" is a list of two terms, no measure of one thing.
    if not (left.point and right.point and added < 1 and left.step == 1):
        raise Declined
    found = numbered(left.start, right.end, exact(worth(left) + added), exact(right.step * ratio))
    return with_unit(found, left.unit)


def also_compound(left: Draft, _and: Lexeme, right: Draft) -> Draft:
    return compound(left, right)


def compounds(left: Draft, middle: Draft, right: Draft) -> Draft:
    smaller = compound(middle, right)
    return compound(left, smaller._replace(step=1))._replace(end=right.end)


def also_compounds(left: Draft, middle: Draft, _and: Lexeme, right: Draft) -> Draft:
    return compounds(left, middle, right)


def and_hundredths(left: Draft, hundredths: Lexeme) -> Draft:
    """“15 dollars 50”; whether something is counted after all, the context decides."""
    value = hundredths.value
    two_digits = isinstance(value, Numeral) and len(hundredths.word) == 2 and value.step == 1
    if not two_digits or not left.unit or units()[left.unit].dimension != "money":
        raise Declined
    assert isinstance(value, Numeral)
    if not left.point or left.step != 1:
        raise Declined
    total = exact(worth(left) + Fraction(value.value) / 100)
    found = numbered(left.start, hundredths.end, total, Fraction(1, 100))
    right = numbered(hundredths.start, hundredths.end, value.value)
    return with_unit(found, left.unit)._replace(ends=(left, right), form="hundredths")


RULES = (
    measure, money, money_named, aged, below_zero, rate, rate_of, compound, also_compound,
    compounds, also_compounds, and_hundredths,
)  # fmt: skip
