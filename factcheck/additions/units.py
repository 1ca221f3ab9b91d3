"""The units of a plugin: dimensions and rows as in units.toml."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from factcheck.added import Tables, joined
from factcheck.additions.answers import one_of, rows_of, text_of
from factcheck.quantities.lexicon import Entry, entries_with
from factcheck.quantities.units import Unit, units_table, units_with
from factcheck.rules import RuleError

_FORMS = ("words", "symbols", "touching", "signs")
_PARTS = dict.fromkeys((*_FORMS, "factor", "offset"))


def added_units(answer: object, so_far: Tables) -> Tables:
    """The table that `provide_units()` gave, as an addition; raises RuleError."""
    known = units_table(so_far)
    before = units_with(so_far)
    fresh = {
        dimension: _dimension(dimension, rows, known, before)
        for dimension, rows in rows_of(answer, "its units")
    }
    _require_own_words(before, so_far, {"units": fresh})
    return {"units": fresh}


def _dimension(
    name: str, answer: object, known: dict[str, Any], before: dict[str, Unit]
) -> dict[str, Any]:
    rows = dict(rows_of(answer, f"the dimension {name!r}"))
    old, kind = known.get(name), rows.pop("kind", None)
    made: dict[str, Any] = {} if old else {"kind": kind}
    if kind is None and old:
        kind = old["kind"]
    kinds = dict.fromkeys(one["kind"] for one in known.values())
    one_of(text_of(kind, f"the kind of {name!r}"), kinds, f"the kind of {name!r}")
    if old and kind != old["kind"]:
        raise RuleError(f"gave the kind {kind!r} for {name!r}, which is of the kind {old['kind']}")
    for unit, row in rows.items():
        # Currencies have no factor: what one is worth changes by the day.
        based = kind == "money" or (not old and len(made) == 1)
        made[unit] = _row(unit, name, row, before.get(unit), based=based)
    return made


def _row(
    name: str, dimension: str, answer: object, old: Unit | None, *, based: bool
) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for part, value in rows_of(answer, f"the unit {name!r}"):
        one_of(part, _PARTS, f"a part of the unit {name!r}")
        what = f"the {part} of {name!r}"
        row[part] = text_of(value, what) if part in _FORMS else _exact(value, what)
    if old is None:
        if not based and "factor" not in row:
            raise RuleError(f"gave no factor for {name!r}")
        if row.get("factor", 1) <= 0:
            raise RuleError(f"gave the factor {row['factor']} for {name!r}, which must be above 0")
        if not row.keys() & set(_FORMS):
            raise RuleError(f"gave no words, symbols, touching or signs for {name!r}")
        return row
    if old.dimension != dimension:
        raise RuleError(f"gave {name!r} under {dimension!r}; it is a unit of {old.dimension}")
    if (row.pop("factor", old.factor), row.pop("offset", old.offset)) != (old.factor, old.offset):
        raise RuleError(f"gave another factor or offset for {name!r} than it has")
    return row


def _exact(value: object, what: str) -> Fraction:
    if isinstance(value, str | int | Fraction) and not isinstance(value, bool):
        try:
            return Fraction(value)
        except (ValueError, ZeroDivisionError):
            pass
    raise RuleError(
        f"gave {value!r} for {what}, not an exact number such as '0.3048' or '381/1250'"
    )


def _require_own_words(before: dict[str, Unit], so_far: Tables, more: Tables) -> None:
    """No word may mean two things: each form is new, or already this unit's."""
    taken = entries_with(so_far)
    taken |= {form: Entry("UNIT", one.name) for one in before.values() for form in one.touching}
    for unit in units_with(joined(so_far, more)).values():
        old = before.get(unit.name)
        for form in _forms(unit):
            if old and form in _forms(old):
                continue
            entry = taken.get(form) or taken.get(form.lower())
            if form[0].isdecimal():
                raise RuleError(f"gave {form!r} for {unit.name!r}, which begins as a number")
            if entry and entry.terminal in ("UNIT", "SIGN"):
                if entry.value != unit.name:
                    raise RuleError(
                        f"gave {form!r} for {unit.name!r}; it is the unit {entry.value}"
                    )
            elif entry:
                raise RuleError(
                    f"gave {form!r} for {unit.name!r}, which in figures means another thing"
                )
            taken[form] = Entry("UNIT", unit.name)


def _forms(unit: Unit) -> Iterator[str]:
    yield from (word.lower() for word in unit.words)
    yield from (*unit.symbols, *unit.touching, *unit.signs)
