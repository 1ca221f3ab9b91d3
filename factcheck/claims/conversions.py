"""One measure told twice: "30 miles (48 km)", "£5m ($9.3m)", "6-foot, 2-inch (1.88 m)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from factcheck.model import Document, Quantity, Span
from factcheck.quantities.units import smaller_units, units
from factcheck.values import dataclass, replace

_SHAPE = r"\.?(?:[- ](?:long|high|tall|wide|deep|thick|across|square|away|long-distance))?"
_ALIKE = r"(?:that is,?|that’s|that's|i\.e\.,?|=|equal to|(?:the )?equivalent (?:to|of))"
# What stands between the two, and what must stand behind the second: a bracket with more in it
# ("40 feet (9 m by 12 m)", "100 miles (60 km of it paved)") is no conversion.
_FORMS = tuple(
    (re.compile(between, re.IGNORECASE), re.compile(behind, re.IGNORECASE), certain)
    for between, behind, certain in (
        (rf"{_SHAPE} ?[(\[] ?(?:(?:or|{_ALIKE}) )?", rf"{_SHAPE} ?[)\];,]", True),
        (rf"{_SHAPE}, (?:or|{_ALIKE}) ", rf"{_SHAPE}(?:[,.;:)]|\s*$| [—–-])", True),
        (rf"{_SHAPE},? {_ALIKE} ", r"", True),
        (rf"{_SHAPE} ?(?:—|–|--| - ) ?", rf"{_SHAPE} ?(?:—|–|--| - )", True),
        # "A run of 5 miles or 10 kilometres" leaves the choice.
        (rf"{_SHAPE} or ", r"", False),
    )
)
_LONGEST = 40
# "11st 7lb (73kg)", "5 x 10 m (33 ft)": the figure is only the end of what is converted.
_AFTER_A_FIGURE = re.compile(r"[\d′'’\"″][ -]?[A-Za-z×]{0,6}[.,]?[ -]?(?:and |by )?$")
_COMPOUND = re.compile(r"[- ]|, (?:and )?| and ")


@dataclass(frozen=True, slots=True)
class Conversion:
    """A figure and the one right behind it that tells the same measure in another unit.

    Both have one dimension: each unit is a key of `units()`. Pounds beside a weight are those
    that weigh. `certain` is False where the two may be a choice ("5 miles or 10 kilometres").
    """

    first: Quantity
    second: Quantity
    certain: bool = True


@lru_cache(maxsize=1)
def find_conversions(document: Document) -> tuple[Conversion, ...]:
    """Every conversion of a story, in reading order."""
    return tuple(
        conversion for run in _runs(document.quantities) for conversion in _restated(run, document)
    )


def _runs(quantities: tuple[Quantity, ...]) -> Iterator[list[Quantity]]:
    """Measures and sums of money of several units that stand close together."""
    run: list[Quantity] = []
    for quantity in quantities:
        if quantity.kind != "measure" and quantity.kind != "money":
            continue
        if run and quantity.span.start - run[-1].span.end > _LONGEST:
            if len(run) > 1:
                yield run
            run = []
        run.append(quantity)
    if len(run) > 1:
        yield run


def _restated(run: list[Quantity], document: Document) -> Iterator[Conversion]:
    for first, second in pairwise(_joined(run, document)):
        if first.unit == second.unit:
            continue
        first, second = _weighing(first, second, document), _weighing(second, first, document)
        if _dimension(first) != _dimension(second) or first.unit == second.unit:
            continue
        certain = _restates(document.prose, first.span, second.span)
        if certain is not None:
            yield Conversion(first, second, certain)


def _joined(run: list[Quantity], document: Document) -> Iterator[Quantity]:
    """Those with a unit that is listed, "7 feet, 8.5 inches" as one."""
    waiting: Quantity | None = None
    for quantity in run:
        if quantity.unit not in units():
            continue
        both = waiting and _compound(waiting, quantity, document)
        if waiting is not None and both is None:
            yield waiting
        waiting = both or quantity
    if waiting is not None:
        yield waiting


def _compound(larger: Quantity, smaller: Quantity, document: Document) -> Quantity | None:
    gap = document.prose[larger.span.end : smaller.span.start]
    if len(gap) > len(", and ") or not _COMPOUND.fullmatch(gap):
        return None
    larger, smaller = _weighing(larger, smaller, document), _weighing(smaller, larger, document)
    if smaller.unit not in smaller_units(larger.unit or "") or larger.step != 1:
        return None
    if _dimension(larger) != _dimension(smaller):
        return None
    ratio = units()[smaller.unit or ""].factor / units()[larger.unit or ""].factor
    added = smaller.range * ratio
    if not larger.range.is_point or not added.is_point or (added.low or 0) >= 1:
        return None
    span = Span(larger.span.start, smaller.span.end)
    return replace(
        larger, span=span, range=larger.range + added, step=Fraction(smaller.step) * ratio
    )


def _weighing(quantity: Quantity, other: Quantity, document: Document) -> Quantity:
    """Pounds beside a weight weigh; nobody converts sterling into kilograms."""
    if quantity.unit != "GBP" or _dimension(other) != "mass":
        return quantity
    written = quantity.span.of(document.prose).lower()
    if "pound" not in written or "sterling" in written or "£" in written:
        return quantity
    return replace(quantity, unit="pound", kind="measure")


def _dimension(quantity: Quantity) -> str:
    return units()[quantity.unit or ""].dimension


def _restates(prose: str, first: Span, second: Span) -> bool | None:
    """Whether the second says the first again: True, False for perhaps, None for no."""
    gap = prose[first.end : second.start]
    behind = prose[second.end : second.end + _LONGEST]
    for between, closing, certain in _FORMS:
        if between.fullmatch(gap) and closing.match(behind):
            ahead = prose[max(0, first.start - 16) : first.start]
            return None if _AFTER_A_FIGURE.search(ahead) else certain
    return None
