"""The units figures are measured in, from units.toml."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Any, cast

from factcheck.added import Tables, added, joined
from factcheck.model import Kind
from factcheck.tables import beside, load_table
from factcheck.tuples import NamedTuple


class Unit(NamedTuple):
    """A unit: one of it is `factor` of its dimension's first, counted from `offset` of its own.

    `words` take a plural; `symbols` stand as they are; `touching` only where they touch their
    number; `signs` stand before it.
    """

    name: str
    dimension: str
    kind: Kind
    factor: Fraction
    offset: Fraction
    words: tuple[str, ...]
    symbols: tuple[str, ...]
    touching: tuple[str, ...]
    signs: tuple[str, ...]


def _read(table: dict[str, Any]) -> Iterator[Unit]:
    for dimension, rows in table.items():
        kind = cast(Kind, rows["kind"])
        for name, row in rows.items():
            if name != "kind":
                yield _unit(name, dimension, kind, row)


def _unit(name: str, dimension: str, kind: Kind, row: dict[str, Any]) -> Unit:
    def forms(key: str) -> tuple[str, ...]:
        # Most units have few of them, and 200 are read at each start.
        written = row.get(key)
        return tuple(form.replace("+", " ") for form in written.split()) if written else ()

    words = [plural for word in forms("words") for plural in _plurals(word)]
    return Unit(
        name, dimension, kind, Fraction(row.get("factor", 1)), Fraction(row.get("offset", 0)),
        tuple(dict.fromkeys(words)), forms("symbols"), forms("touching"), forms("signs"),
    )  # fmt: skip


def _plurals(word: str) -> tuple[str, ...]:
    return (word,) if word.endswith("s") else (word, f"{word}s")


@cache
def units() -> dict[str, Unit]:
    """Every unit by its name, those of plugins from the first story on that is read."""
    return units_with(added())


def units_with(more: Tables) -> dict[str, Unit]:
    """Every unit by its name, those of added tables among them."""
    return {unit.name: unit for unit in _read(units_table(more))}


def units_table(more: Tables) -> dict[str, Any]:
    """units.toml, with what is added to it."""
    return joined(load_table(beside(__file__, "units.toml")), more.get("units", {}))


def converted(value: Fraction, source: Unit, target: Unit) -> Fraction:
    """The same measure in another unit of the same dimension."""
    return (value + source.offset) * source.factor / target.factor - target.offset


@cache
def smaller_units(name: str) -> frozenset[str]:
    """The units that can follow another in one measure: inches after feet, pence after pounds."""
    whole = units()[name]
    return frozenset(
        unit.name
        for unit in units().values()
        if (unit.dimension == whole.dimension and unit.factor < whole.factor)
        or (unit.dimension == "small_money" and whole.dimension == "money")
    )
