"""Who has how much of one race, and whether figures that stand together are of one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck import Document, Quantity, Range, Span
from factcheck_plugin_elections.wording import whole_words, words

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_PLACE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Aa]mong|[Aa]cross|[Aa]mongst) (?:the )?([\w’'-]+)")


@dataclass(frozen=True, slots=True)
class Part:
    """A figure and who has it."""

    holder: str
    quantity: Quantity

    @property
    def label(self) -> Span:
        """Where the figure stands, labelled with who has it."""
        return self.quantity.span.labelled(self.holder)


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures of one race or one chamber. `span` runs over all sentences that give them."""

    parts: tuple[Part, ...]
    span: Span
    listed: bool = False

    @property
    def sum(self) -> Range:
        """What the figures add up to, as printed."""
        return sum((part.quantity.range for part in self.parts), Range.point(0))

    def without(self, part: Part) -> Range:
        """What the other figures add up to."""
        others = (one.quantity.range for one in self.parts if one is not part)
        return sum(others, Range.point(0))


def join_names(names: Iterable[str]) -> str:
    """As in "Brook, Marsh and Lind"."""
    *rest, last = names
    return f"{', '.join(rest)} and {last}" if rest else last


def is_one_race(document: Document, tally: Tally) -> bool:
    """Whether nothing near the figures says that they are of two races, places or years."""
    text = tally.span.of(document.prose)
    first, last = tally.parts[0].quantity.span, tally.parts[-1].quantity.span
    if whole_words("other_races").search(text) or _YEAR.search(
        document.prose, first.end, last.start
    ):
        return False
    races = {found[0].lower() for found in whole_words("races").finditer(text)}
    places = {found[1].lower() for found in _PLACE.finditer(text)} - words("no_place")
    places = {place for place in places if not place[0].isdigit()}
    return len(races) < 2 and len(places) < 2 and not _has_subtotal(tally)


def _has_subtotal(tally: Tally) -> bool:
    """Whether one figure is the sum of those next to it: an alliance given with its members."""
    values = [part.quantity.range for part in tally.parts]
    for index, value in enumerate(values):
        for others in (values[index + 1 :], values[:index][::-1]):
            total = Range.point(0)
            for count, other in enumerate(others, 1):
                total = total + other
                if count > 1 and total == value:
                    return True
    return False
