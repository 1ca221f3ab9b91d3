"""What figures a house rule is about: their noun, kind, unit, bound, size, place and voice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from factcheck import Claim, Document, Quantity, Range, RuleError, noun_class, read
from factcheck_plugin_housestyle.style import require_known

KINDS = ("count", "money", "percent", "measure", "duration", "age", "ratio")
REGIONS = ("headline", "deck", "heading", "body", "caption", "quotation")
VOICES = ("author", "official", "political", "expert", "document", "person", "unnamed")
Test = Callable[[Document, Claim], bool]

_BOUNDS: dict[str, Callable[[Quantity], bool]] = {
    "exact": lambda one: one.range.is_point and not one.approximate,
    "about": lambda one: one.range.is_point and one.approximate,
    "at-least": lambda one: one.range.low is not None and one.range.high is None,
    "at-most": lambda one: one.range.low is None and one.range.high is not None,
    "between": lambda one: None not in (one.range.low, one.range.high) and not one.range.is_point,
}


@dataclass(frozen=True, slots=True)
class Pattern:
    """All of these must hold of a figure."""

    tests: tuple[Test, ...]

    def fits(self, document: Document, claim: Claim) -> bool:
        """Whether the rule is about this figure."""
        return all(test(document, claim) for test in self.tests)


def pattern_of(table: Mapping[str, Any]) -> Pattern:
    """The pattern under `[rule.figure]`; raises `RuleError` for what it cannot mean."""
    if not table:
        raise RuleError("its [rule.figure] says nothing of which figures it is about")
    for key in table:
        require_known(key, tuple(_MAKERS), "no key of [rule.figure]")
    return Pattern(tuple(_MAKERS[key](key, value) for key, value in table.items()))


def _words(key: str, value: object, known: tuple[str, ...] = ()) -> tuple[str, ...]:
    """One word or a list of words, each of those that are known."""
    words = (value,) if isinstance(value, str) else value
    if not isinstance(words, list | tuple) or not words:
        raise RuleError(f"its {key} is {value!r}, not a word or a list of words")
    for word in words:
        if not isinstance(word, str) or not word.strip():
            raise RuleError(f"its {key} has {word!r}, not a word")
        if known:
            require_known(word, known, f"no {key}")
    return tuple(words)


def _number(key: str, value: object) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise RuleError(f"its {key} is {value!r}, not a number")
    # As written: 0.1 is a tenth, not what a float makes of it.
    return Fraction(str(value))


@cache
def _class_of(noun: str) -> str:
    """The noun as factcheck counts it: "spectators" and "fans" may be one."""
    counted = [claim.subject for claim in read(f"There were 3 {noun}.").claims if claim.subject]
    if not counted:
        raise RuleError(f"its noun is {noun!r}, which is nothing that can be counted")
    return noun_class(counted[0])


def _noun(key: str, value: object) -> Test:
    classes = {_class_of(word) for word in _words(key, value)}
    return lambda _, claim: noun_class(claim.subject) in classes


def _unit(key: str, value: object) -> Test:
    words = _words(key, value)
    return lambda _, claim: claim.quantity.unit in words


def _kind(key: str, value: object) -> Test:
    kinds = _words(key, value, KINDS)
    return lambda _, claim: claim.quantity.kind in kinds


def _bound(key: str, value: object) -> Test:
    chosen = [_BOUNDS[word] for word in _words(key, value, tuple(_BOUNDS))]
    return lambda _, claim: any(holds(claim.quantity) for holds in chosen)


def _above(key: str, value: object) -> Test:
    limit = Range.point(_number(key, value))
    # Certainly above: "up to 45,000" need not be more than 40,000.
    return lambda _, claim: limit.certainly_less(claim.quantity.range)


def _below(key: str, value: object) -> Test:
    limit = Range.point(_number(key, value))
    return lambda _, claim: claim.quantity.range.certainly_less(limit)


def _place(key: str, value: object) -> Test:
    regions = _words(key, value, REGIONS)
    return lambda document, claim: document.region_at(claim.quantity.span.start) in regions


def _said_by(key: str, value: object) -> Test:
    voices = _words(key, value, VOICES)
    return lambda _, claim: claim.source.kind in voices


def _quoted(key: str, value: object) -> Test:
    if not isinstance(value, bool):
        raise RuleError(f"its {key} is {value!r}, neither true nor false")
    return lambda _, claim: claim.quoted == value


_MAKERS: dict[str, Callable[[str, object], Test]] = {
    "noun": _noun,
    "kind": _kind,
    "unit": _unit,
    "bound": _bound,
    "above": _above,
    "below": _below,
    "in": _place,
    "said-by": _said_by,
    "quoted": _quoted,
}
