"""What the grammar's rules make of their parts: figures still without a place in the text."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, NamedTuple

from factcheck.model import Kind
from factcheck.quantities.lexicon import Vague
from factcheck.quantities.lexing import Lexeme
from factcheck.quantities.numerals import Numeral
from factcheck.quantities.units import units

Number = int | Fraction


class Draft(NamedTuple):
    """A figure, its places counted from the window's start.

    `base` is the number before its scale word: in "2.5 to 3 million" the left one takes the
    right one's `scale`. `ends` are the two figures a range was made of; with `apart` they are
    two figures and no range. `form` names the rule that made it.
    """

    start: int
    end: int
    low: Number | None
    high: Number | None
    low_closed: bool = True
    high_closed: bool = True
    approximate: bool = False
    step: Number = 1
    base: Number = 0
    scale: int = 1
    unit: str | None = None
    kind: Kind = "count"
    number: tuple[int, int] = (0, 0)
    ends: tuple[Draft, Draft] | None = None
    apart: bool = False
    inverted: bool = False
    form: str = "number"

    @property
    def point(self) -> bool:
        """Whether it is one number."""
        return self.low is not None and self.low == self.high


def _number(place: Lexeme | Draft, end: int, value: Number, step: Number = 1) -> Draft:
    return Draft(place.start, end, value, value, step=step, base=value, number=(place.start, end))


def _worth(draft: Draft) -> Number:
    return draft.low or 0


def _wider(draft: Draft, start: int, end: int) -> Draft:
    return draft._replace(start=min(draft.start, start), end=max(draft.end, end))


class Drafting:
    """The grammar's rules by name; Lark calls each with the rule's parts."""

    def start(self, figure: Draft) -> Draft:
        return figure

    # numbers

    def word(self, lexeme: Lexeme) -> Draft:
        value = lexeme.value
        if isinstance(value, Numeral):
            return _number(lexeme, lexeme.end, value.value, value.step)
        assert isinstance(value, int)
        return _number(lexeme, lexeme.end, value, 10 if lexeme.type == "TENS" else 1)

    def tens_ones(self, tens: Lexeme, ones: Lexeme) -> Draft:
        return _number(tens, ones.end, _int(tens) + _int(ones))

    def mixed(self, whole: Draft, part: Lexeme) -> Draft:
        value = _fraction(part)
        return _number(whole, part.end, _exact(_worth(whole) + value), Fraction(1, value.denominator))

    def digit(self, *parts: Any) -> Draft:
        if len(parts) == 1:
            return _number(parts[0], parts[0].end, Fraction(_int(parts[0]), 10), Fraction(1, 10))
        before, lexeme = parts
        step = Fraction(before.step) / 10
        return _number(before, lexeme.end, _worth(before) + _int(lexeme) * step, step)

    def decimal(self, whole: Draft, _point: Lexeme, digits: Draft) -> Draft:
        return _number(whole, digits.end, _exact(_worth(whole) + _worth(digits)), digits.step)

    def plus(self, left: Draft, right: Draft) -> Draft:
        return _number(left, right.end, _exact(_worth(left) + _worth(right)), right.step)

    def and_plus(self, left: Draft, _and: Lexeme, right: Draft) -> Draft:
        return self.plus(left, right)

    def times(self, left: Draft, scale: Lexeme) -> Draft:
        by = _int(scale)
        found = _number(left, scale.end, _exact(_worth(left) * by), _exact(left.step * by))
        return found._replace(base=left.base, scale=left.scale * by)

    def plus_times(self, total: Draft, group: Draft, scale: Lexeme) -> Draft:
        return self.plus(total, self.times(group, scale))

    def and_plus_times(self, total: Draft, _and: Lexeme, group: Draft, scale: Lexeme) -> Draft:
        return self.plus_times(total, group, scale)

    def fraction(self, top: Draft, part: Lexeme) -> Draft:
        value = Fraction(_worth(top)) / _int(part)
        return _number(top, part.end, value)._replace(kind="ratio", step=0)

    def part(self, lexeme: Lexeme) -> Draft:
        return _number(lexeme, lexeme.end, _fraction(lexeme))._replace(kind="ratio", step=0)

    def scaled_fraction(self, part: Draft, scale: Lexeme) -> Draft:
        return self.times(part, scale)._replace(step=_int(scale) // 10 or 1)

    def vague(self, lexeme: Lexeme, scale: int = 1) -> Draft:
        value = lexeme.value
        assert isinstance(value, Vague)
        found = _number(lexeme, lexeme.end, value.low * scale)
        return found._replace(
            high=value.high * scale, high_closed=value.high_closed, approximate=True, form="vague"
        )

    def vague_scaled(self, lexeme: Lexeme, scale: Lexeme) -> Draft:
        return _wider(self.vague(lexeme, _int(scale)), lexeme.start, scale.end)

    def negative(self, minus: Lexeme, number: Draft) -> Draft:
        assert number.low is not None and number.high is not None
        found = number._replace(low=-number.high, high=-number.low, base=-number.base)
        return _wider(found, minus.start, found.end)

    # amounts

    def measure(self, number: Draft, unit: Lexeme) -> Draft:
        return _with_unit(_wider(number, number.start, unit.end), str(unit.value))

    def money(self, sign: Lexeme, number: Draft) -> Draft:
        return _with_unit(_wider(number, sign.start, number.end), str(sign.value))

    def money_named(self, sign: Lexeme, number: Draft, unit: Lexeme) -> Draft:
        found = self.money(sign, number)
        money = units()[str(unit.value)].kind == "money"
        return _wider(found, found.start, unit.end) if money else found._replace(apart=False)

    def aged(self, word: Lexeme, number: Draft) -> Draft:
        return _with_unit(_wider(number, word.start, number.end), "year_of_age")

    def rate(self, amount: Draft, per: Lexeme, unit: Lexeme) -> Draft:
        name = f"{amount.unit or ''}/{unit.value}"
        kind = "measure" if amount.kind in ("count", "duration") else amount.kind
        return _wider(amount, per.start, unit.end)._replace(unit=name, kind=kind)

    def rate_of(self, amount: Draft, per: Lexeme, number: Draft) -> Draft:
        name = f"{amount.unit or ''}/{_worth(number)}"
        kind = "measure" if amount.kind == "count" else amount.kind
        return _wider(amount, per.start, number.end)._replace(unit=name, kind=kind)

    def ratio(self, part: Draft, _of: Lexeme, whole: Draft) -> Draft:
        if not _worth(whole) or _worth(part) > _worth(whole):
            return _pair(part, whole, part.start)
        value = Fraction(_worth(part)) / Fraction(_worth(whole))
        found = _number(part, whole.end, _exact(value))
        return found._replace(kind="ratio", step=0, ends=(part, whole), form="ratio")

    # bounds

    def above(self, word: Lexeme, figure: Draft) -> Draft:
        return _bound(word, figure, low=figure.low, low_closed=False)

    def below(self, word: Lexeme, figure: Draft) -> Draft:
        return _bound(word, figure, high=figure.high, high_closed=False)

    def at_least(self, *parts: Any) -> Draft:
        word, figure = _sides(parts)
        return _bound(word, figure, low=figure.low, low_closed=True)

    def at_most(self, *parts: Any) -> Draft:
        word, figure = _sides(parts)
        return _bound(word, figure, high=figure.high, high_closed=True)

    def about(self, *parts: Any) -> Draft:
        word, figure = _sides(parts)
        return _wider(figure, word.start, word.end)._replace(approximate=True)

    def exactly(self, word: Lexeme, figure: Draft) -> Draft:
        return figure

    # ranges

    def between(self, word: Lexeme, left: Draft, _and: Lexeme, right: Draft) -> Draft:
        return _range(left, right, word.start, "between")

    def from_to(self, word: Lexeme, left: Draft, _to: Lexeme, right: Draft) -> Draft:
        return _range(left, right, word.start, "from")

    def to(self, left: Draft, _to: Lexeme, right: Draft) -> Draft:
        return _range(left, right, left.start, "to")

    def dash(self, left: Draft, _dash: Lexeme, right: Draft) -> Draft:
        return _range(left, right, left.start, "dash")

    def either(self, left: Draft, _or: Lexeme, right: Draft) -> Draft:
        return _range(left, right, left.start, "or")

    def plus_minus(self, left: Draft, _sign: Lexeme, right: Draft) -> Draft:
        middle, by = _worth(left), abs(_worth(right))
        found = _range(left, right, left.start, "plus-minus")
        return found._replace(low=middle - by, high=middle + by, apart=False, inverted=False)


RULES: dict[str, Callable[..., Draft]] = {
    name: getattr(Drafting(), name) for name in vars(Drafting) if not name.startswith("_")
}


def _int(lexeme: Lexeme) -> int:
    assert isinstance(lexeme.value, int)
    return lexeme.value


def _fraction(lexeme: Lexeme) -> Fraction:
    assert isinstance(lexeme.value, Fraction)
    return lexeme.value


def _exact(value: Number) -> Number:
    return int(value) if value.denominator == 1 else value


def _sides(parts: tuple[Any, ...]) -> tuple[Lexeme, Draft]:
    """The words of a bound stand before its figure ("at least 5") or after ("5 or more")."""
    left, right = parts
    return (right, left) if isinstance(left, Draft) else (left, right)


def _with_unit(draft: Draft, name: str) -> Draft:
    return draft._replace(unit=name, kind=units()[name].kind)


def _bound(
    word: Lexeme,
    figure: Draft,
    *,
    low: Number | None = None,
    high: Number | None = None,
    low_closed: bool = True,
    high_closed: bool = True,
) -> Draft:
    if figure.low is None or figure.high is None:
        low, high = (figure.low, figure.high) if low is high else (low, high)
    found = figure._replace(
        low=low, high=high, low_closed=low_closed, high_closed=high_closed, ends=None, form="bound"
    )
    return _wider(found, word.start, word.end)


def _pair(left: Draft, right: Draft, start: int) -> Draft:
    return left._replace(start=start, end=right.end, ends=(left, right), apart=True, form="pair")


def _range(left: Draft, right: Draft, start: int, form: str) -> Draft:
    """One range, or two figures where the sides do not go together."""
    plain_left = left
    left, right = _shared_unit(*_shared_scale(left, right))
    low = left.low if left.low is not None else left.high
    high = right.high if right.high is not None else right.low
    if left.unit != right.unit or left.kind != right.kind or low is None or high is None:
        return _pair(plain_left, right, start)._replace(form=form)
    if low > high and form not in ("between", "from"):
        return _pair(plain_left, right, start)._replace(form=form)
    return left._replace(
        start=start, end=right.end, low=min(low, high), high=max(low, high), low_closed=True,
        high_closed=True, approximate=left.approximate or right.approximate,
        step=max(left.step, right.step), number=(left.number[0], right.number[1]),
        ends=(left, right), inverted=low > high, form=form,
    )  # fmt: skip


def _shared_scale(left: Draft, right: Draft) -> tuple[Draft, Draft]:
    """"2.5 to 3 million": the left number is in millions too, unless it would pass the right."""
    if left.scale > 1 or right.scale == 1 or left.low is None or right.high is None:
        return left, right
    by = right.scale
    if abs(left.low * by) > abs(right.high) or left.kind == "percent":
        return left, right
    high = None if left.high is None else _exact(left.high * by)
    scaled = left._replace(low=_exact(left.low * by), high=high, step=_exact(left.step * by))
    return scaled._replace(scale=by), right


def _shared_unit(left: Draft, right: Draft) -> tuple[Draft, Draft]:
    """"16 to 20 metres" and "$5 to 7": the unit of one side is the other's as well."""
    if left.unit is None and left.kind == "count" and right.unit:
        left = left._replace(unit=right.unit, kind=right.kind)
    elif right.unit is None and right.kind == "count" and left.kind == "money":
        right = right._replace(unit=left.unit, kind=left.kind)
    elif left.unit and right.unit and right.unit.startswith(f"{left.unit}/"):
        left = left._replace(unit=right.unit, kind=right.kind)
    return left, right
