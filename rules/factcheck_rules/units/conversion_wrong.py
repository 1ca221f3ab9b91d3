"""FC401: a measure and its conversion that do not fit each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck import (
    Compared,
    Document,
    Finding,
    Quantity,
    Range,
    Unit,
    converted,
    fair_original,
    fair_result,
    figure_ends,
    find_conversions,
    first_digit,
    rule,
    units,
    write_number,
)

_DIMENSIONS = frozenset(
    ("length", "area", "volume", "mass", "temperature", "speed", "energy", "power", "torque",
     "force_and_pressure")
)  # fmt: skip
# What else a word may stand for, and for whom.
_ALSO = {
    "mile": ("nautical_mile",),  # seafarers, and 200-mile zones
    "ton": ("tonne", "long_ton"),  # nearly everybody; British shipping
    "ounce": ("troy_ounce",),  # gold and silver
    "gallon": ("imperial_gallon",),
    "quart": ("imperial_quart",),
    "pint": ("imperial_pint",),
    "fluid_ounce": ("imperial_fluid_ounce",),
    "barrel": ("beer_barrel", "imperial_beer_barrel"),
    "horsepower": ("metric_horsepower",),
    "calorie": ("kilocalorie",),  # food
}
_SCALES = ("degree_celsius", "degree_fahrenheit")
# The units a story may have meant instead.
_USUAL = frozenset(
    ("millimetre", "centimetre", "metre", "kilometre", "inch", "foot", "yard", "mile",
     "square_metre", "square_kilometre", "square_foot", "square_mile", "acre", "hectare",
     "litre", "millilitre", "gallon", "barrel", "kilogram", "gram", "tonne", "ton", "pound",
     "ounce", "stone", "kilometre_per_hour", "mile_per_hour", "metre_per_second", "knot",
     "kilowatt", "megawatt", "horsepower", "degree_celsius", "degree_fahrenheit")
)  # fmt: skip


@rule(
    "FC401",
    examples=[
        "Behind the pier a [[30-foot]] ([[48-kilometer]]) wall keeps the sea out.",
        "The cable runs [[100 miles]] ([[106 km]]) along the seabed to Marel.",
        "Fire has burnt [[4,000 acres]] ([[16,000 hectares]]) of heath above Quenby.",
        "Gusts of [[160 mph]] ([[99 kph]]) tore the roof off the boathouse.",
        "Waves of [[8 to 16 metres]] ([[26 to 152 feet]]) broke over the harbour wall at Marel.",
        "It was [[10 degrees Celsius]] ([[64 degrees Fahrenheit]]) in Alder at noon.",
        "The bell weighs [[3,000 pounds]] ([[136 kilograms]]) and hangs on two beams.",
        "A leak let [[50,000 gallons]], or [[190 litres]], of diesel into the harbour.",
        "The keeper, who is [[6-foot, 2-inch]] ([[1.48-metre]]) tall, can touch the bar.",
        "Behind the pier a 30-foot (9-metre) wall keeps the sea out.",
        "The cable runs about 500 miles (800 km) along the seabed to Marel.",
        "The cliffs above Quenby are more than 1,000 feet (300 metres) high.",
        "The ferry turned back in 8- to 16-metre (26- to 52-foot) waves.",
        "Nights in Alder are 5 degrees Celsius (9 degrees Fahrenheit) warmer than in 1950.",
        "It was 5C (41F) in Alder at noon.",
        "A leak let 50,000 gallons (227,000 litres) of diesel into the harbour.",
        "The mill ground 600 tons (610 tonnes) of rye, and 600 tons (544 tonnes) of oats.",
        "Boats must keep out of the 200-mile (370-kilometre) zone.",
        "The keeper is 6 feet 2 inches (1.88 metres) tall.",
        "The yard is 30 feet by 40 feet (9 metres by 12 metres).",
        "Runners choose a course of 5 miles or 10 kilometres.",
    ],
)
def conversion_wrong(document: Document) -> Iterator[Finding | Compared]:
    """A measure and its conversion are the same measure.

    Decimal slips, the wrong unit, multiplying for dividing and swapped numbers leave a factor
    between the two that no rounding explains. Two significant digits are always enough, one
    where the figure that was converted has only one, and a degree in temperatures. Either figure
    may be the one converted, a ton or a gallon any that is called so, degrees a difference.

    Compares: A measure with its conversion in brackets or between dashes, or behind “or”, “that is”
    and the like.

    Tolerance: Two significant digits, one where the figure converted has only one, and a degree for
    temperatures; either may be the one converted; a ton, a gallon, a mile, an ounce and a barrel
    may be any that is called so, and degrees a difference.

    Silent: Where the units measure different things, the two may be a choice (“5 miles or 10
    kilometres”), or only the end of what is converted stands beside it (“5 x 10 m (33 ft)”).

    Published: The Associated Press, September 2019: a wall of 30 feet was given as 48 kilometres;
    it is 9 metres (headsuptheblog.blogspot.com, 12 September 2019).
    """
    for conversion in find_conversions(document):
        first, second = conversion.first, conversion.second
        if units()[first.unit or ""].dimension not in _DIMENSIONS:
            continue
        if _fair(first, second):
            yield Compared((first.span, second.span), "one measure in two units")
        elif conversion.certain:
            yield _finding(document, first, second)


def _fair(first: Quantity, second: Quantity) -> bool:
    return any(
        all(_same(one, other, *pair) for one, other in _ends(first, second))
        for pair in _meanings(first, second)
    )


def _meanings(first: Quantity, second: Quantity) -> Iterator[tuple[Unit, Unit]]:
    """Each pair of units the two may stand for; a difference in degrees has no offset."""
    for one in _named(first, second):
        for other in _named(second, first):
            yield one, other
            if one.offset != other.offset:
                yield one._replace(offset=Fraction(0)), other._replace(offset=Fraction(0))


def _named(quantity: Quantity, beside: Quantity) -> Iterable[Unit]:
    name = quantity.unit or ""
    if name == "degree":
        # Of "degrees" alone nothing is known but that it is another scale than the one beside it.
        return [units()[scale] for scale in _SCALES if scale != beside.unit]
    return [units()[one] for one in (name, *_ALSO.get(name, ()))]


def _ends(first: Quantity, second: Quantity) -> list[tuple[Quantity, Quantity]]:
    """What to hold against what: end against end where both are ranges or both are not."""
    here, there = figure_ends(first), figure_ends(second)
    if len(here) == len(there):
        return list(zip(here, there, strict=True))
    return [(first if len(here) > 1 else here[0], second if len(there) > 1 else there[0])]


def _same(first: Quantity, second: Quantity, one: Unit, other: Unit) -> bool:
    # A reading in degrees has no first digits to keep: 20 C is no more round than 68 F.
    result = _fair_reading if one.offset != other.offset else fair_result
    there = _convert(fair_original(first), one, other) & result(second, first)
    back = _convert(fair_original(second), other, one) & result(first, second)
    return bool(there or back)


def _fair_reading(result: Quantity, _: Quantity) -> Range:
    return fair_original(result).widened(1)


def _convert(measure: Range, source: Unit, target: Unit) -> Range:
    ends = (converted(Fraction(end or 0), source, target) for end in (measure.low, measure.high))
    return Range(*ends)


def _finding(document: Document, first: Quantity, second: Quantity) -> Finding:
    one, other = next(_meanings(first, second))
    left, right = first.span.of(document.text), second.span.of(document.text)
    return Finding(
        f"“{left}” is {_written(first, one, other)}, but the story also gives “{right}”",
        (second.span.labelled("the conversion"), first.span.labelled("what it converts")),
        working=tuple(_working(first, second, one, other)),
        consistent_if=tuple(_repairs(first, second, one, other)),
    )


def _repairs(first: Quantity, second: Quantity, one: Unit, other: Unit) -> Iterator[str]:
    yield f"the second figure is {_written(first, one, other)}"
    yield f"the first figure is {_written(second, other, one)}"
    if _fair(replace(first, range=second.range), replace(second, range=first.range)):
        yield "the two numbers are swapped"
    for unit in units().values():
        if unit.dimension != one.dimension or unit.name not in _USUAL:
            continue
        for ordinal, changed in (
            ("second", (first, replace(second, unit=unit.name))),
            ("first", (replace(first, unit=unit.name), second)),
        ):
            if changed[0].unit != changed[1].unit and _fair(*changed):
                figure = changed[ordinal == "second"]
                yield f"the {ordinal} figure is in {unit.words[1]}: {figure.range} {_sign(unit)}"


def _written(quantity: Quantity, source: Unit, target: Unit) -> str:
    """The figure in another unit, to three digits."""
    target = _readable(quantity, source, target)
    ends = [_short(converted(Fraction(end), source, target), 3) for end in _numbers(quantity)]
    about = "" if all(exactly for _, exactly in ends) else "about "
    return f"{about}{' to '.join(written for written, _ in ends)} {_sign(target)}"


def _readable(quantity: Quantity, source: Unit, target: Unit) -> Unit:
    """The unit to give the figure in: "30 ft = 0.009144 km" is hard to read, metres are near."""
    ratio = source.factor / target.factor
    small = all(abs(ratio * end) < Fraction(1, 10) for end in _numbers(quantity))
    if not small or source.offset != target.offset:
        return target
    return next(unit for unit in units().values() if unit.dimension == source.dimension)


def _numbers(quantity: Quantity) -> list[Fraction | int]:
    return [point.range.low or 0 for point in figure_ends(quantity)]


def _short(value: Fraction | int, digits: int) -> tuple[str, bool]:
    """The number to so many digits, and whether it is exactly that."""
    step = first_digit(value) / 10 ** (digits - 1)
    near = round(value / step) * step if step else value
    return write_number(near), near == value


def _working(first: Quantity, second: Quantity, one: Unit, other: Unit) -> Iterator[str]:
    target = _readable(first, one, other)
    for end in _numbers(first):
        product = _product(Fraction(end), one, target)
        yield f"{product}, printed {second.range} {_sign(other)}"


def _product(value: Fraction, source: Unit, target: Unit) -> str:
    ratio = source.factor / target.factor
    (number, whole), (times, exactly) = _short(value, 7), _short(ratio, 7)
    (result, ends), (change, _) = (
        _short(converted(value, source, target), 7),
        _short(value * ratio, 7),
    )
    said = f"{result} {_sign(target)}"
    if source.offset != target.offset:
        difference = f"as a difference {change} {_sign(target)}"
        return f"{number} {_sign(source)} {'=' if ends else '≈'} {said}, {difference}"
    equals = "=" if whole and exactly and ends else "≈"
    return f"{number} {_sign(source)} × {times} {equals} {said}"


def _sign(unit: Unit) -> str:
    return (*unit.symbols, *unit.touching, *unit.words[1:])[0]
