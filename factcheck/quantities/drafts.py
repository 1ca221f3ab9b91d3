"""A figure as the grammar makes it: still without a place in the text."""

from __future__ import annotations

from fractions import Fraction

from factcheck.model import Kind
from factcheck.quantities.lexemes import Lexeme
from factcheck.quantities.numerals import exact
from factcheck.quantities.units import units
from factcheck.tuples import NamedTuple

Number = int | Fraction


class Declined(Exception):  # noqa: N818
    """The words would fit the rule, but what they say does not: "2 in 1", "3-2"."""


class Draft(NamedTuple):
    """A figure, its places counted from the window's start.

    `scale` is what its scale words multiply by: in "2.5 to 3 million" the left number takes the
    right one's. `ends` are the two figures a range was made of. `form` names the rule that made
    it. `either` is set where "5m" can be metres or millions, which the context decides.
    """

    start: int
    end: int
    low: Number | None
    high: Number | None
    low_closed: bool = True
    high_closed: bool = True
    approximate: bool = False
    step: Number = 1
    scale: int = 1
    unit: str | None = None
    kind: Kind = "count"
    number: tuple[int, int] = (0, 0)
    ends: tuple[Draft, ...] = ()
    inverted: bool = False
    form: str = "number"
    either: bool = False

    @property
    def point(self) -> bool:
        """Whether it is one number."""
        return self.low is not None and self.low == self.high


# The three below make most figures, so they do without keywords, which cost twice as much.
def numbered(start: int, end: int, value: Number, step: Number = 1) -> Draft:
    """A bare number."""
    fields = (
        start, end, value, value, True, True, False, step, 1, None, "count", (start, end), (),
        False, "number", False,
    )  # fmt: skip
    return tuple.__new__(Draft, fields)


def worth(draft: Draft) -> Number:
    """The one number of a draft that is still one."""
    return draft.low or 0


def wider(draft: Draft, start: int, end: int) -> Draft:
    """The draft with more words before or after it."""
    ends = (min(draft[0], start), max(draft[1], end))
    return tuple.__new__(Draft, ends + draft[2:])


def with_unit(draft: Draft, name: str) -> Draft:
    """The draft measured in a unit."""
    return tuple.__new__(Draft, (*draft[:9], name, units()[name].kind, *draft[11:]))


def scaled(draft: Draft, by: Number) -> Draft:
    """The draft with its numbers multiplied."""
    return draft._replace(
        low=None if draft.low is None else exact(draft.low * by),
        high=None if draft.high is None else exact(draft.high * by),
        step=exact(draft.step * by),
    )


def bounded(word: Lexeme, figure: Draft, *, upper: bool, closed: bool) -> Draft:
    """The draft with one end only; the end that is left is the one the bound speaks of."""
    if figure.low is None or figure.high is None:
        # A bound on a bound: "over more than 40 percent".
        end = figure.low if figure.high is None else figure.high
    else:
        end = figure.high if upper else figure.low
    found = figure._replace(
        low=None if upper else end, high=end if upper else None, low_closed=closed,
        high_closed=closed, ends=(), form="bound", inverted=False,
    )  # fmt: skip
    return wider(found, word.start, word.end)
