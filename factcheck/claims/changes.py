"""The two ends of a change and what it is said to come to: found here once, checked by rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from factcheck.claims.bases import two_bases
from factcheck.claims.granting import granted
from factcheck.claims.meanings import noun_class
from factcheck.claims.phrases import Phrase, find_phrases, neighbours, unit_of
from factcheck.claims.sentence_forms import matches
from factcheck.model import Claim, Document
from factcheck.ranges import Range
from factcheck.values import dataclass

# "From 1.2 to 5 million" has lost a scale: no change that a story tells is so large.
_FARTHEST = 1000


@dataclass(frozen=True, slots=True)
class Change:
    """What a figure was, what it became and what that is said to come to.

    `by` is a percentage, percentage points or an amount in the unit of the ends. `before` is
    None where the story gives the amount in its place ("fell 120 points, or 2 percent, to
    5,880"); `amount` then holds it. `rises` is False for a fall.
    """

    before: Claim | None
    after: Claim
    by: Claim
    rises: bool
    amount: Claim | None = None

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The stated change, then the other figures in the order of time."""
        return tuple(one for one in (self.by, self.before, self.amount, self.after) if one)


def percent_of(document: Document, change: Change) -> Range:
    """What the change may come to in percent of where it began, below 0 where it fell.

    Each figure is taken once, so the range is as narrow as the granted figures allow.
    """
    after = granted(document, change.after)
    if change.before is not None:
        return (after / granted(document, change.before) - 1) * 100
    amount = granted(document, change.amount or change.by)
    # amount / (after - amount), and less than nothing of (after + amount)
    return 100 / (after / amount - 1) if change.rises else -100 / (after / amount + 1)


def difference_of(document: Document, change: Change) -> Range:
    """What lies between the ends, below 0 where the later one is less."""
    before = change.before or change.after
    return granted(document, change.after) - granted(document, before)


@lru_cache(maxsize=1)
def find_changes(document: Document) -> tuple[Change, ...]:
    """Every change of a story that gives enough to work out what it comes to, in reading order."""
    phrases = find_phrases(document)
    found = [change for phrase in phrases for change in _within(document, phrase)]
    found += _across(document, phrases)
    return tuple(sorted(found, key=lambda one: one.after.quantity.span))


def _within(document: Document, phrase: Phrase) -> Iterator[Change]:
    if len(phrase.claims) < 3 or not (
        "P" in phrase.text or "↑" in phrase.text or "↓" in phrase.text
    ):
        return
    taken: set[Claim] = set()
    for match in matches(phrase, "changes"):
        change = _read(document, phrase, match)
        if change and change.by not in taken:
            taken.add(change.by)
            yield change


def _read(document: Document, phrase: Phrase, match: re.Match[str]) -> Change | None:
    groups = match.groupdict()
    by = phrase.group(match, "by" if groups["by"] else "by2")
    way = groups.get("way") or groups.get("way2") or ("↑" if groups.get("added") else "↓")
    if groups.get("amount"):
        amount, after = phrase.group(match, "amount"), phrase.group(match, "after")
        change = Change(None, after, by, way == "↑", amount)
        return change if _fits(document, after, amount) else None
    return _made(document, phrase.group(match, "before"), phrase.group(match, "after"), by, way)


def _made(document: Document, before: Claim, after: Claim, by: Claim, way: str) -> Change | None:
    comparable = by.quantity.kind == "percent" or _alike(document, by, after)
    fits = comparable and _fits(document, before, after) and not two_bases(document, before, after)
    return Change(before, after, by, way == "↑") if fits else None


def _alike(document: Document, first: Claim, second: Claim) -> bool:
    kinds = {first.quantity.kind, second.quantity.kind}
    units = [unit_of(document, one.quantity) or "" for one in (first, second)]
    if any("/" not in unit for unit in units):
        # "From an average of $50 to $60 a year" is so much a year both times.
        units = [re.sub("/(?:year|month|week|day|hour)$", "", unit) for unit in units]
    return len(kinds) == 1 and units[0] == units[1]


def _fits(document: Document, first: Claim, second: Claim) -> bool:
    """Whether the two can be ends of one change: one unit, above zero, of like size."""
    lows = [granted(document, one).low or 0 for one in (first, second)]
    near = min(lows) > 0 and max(lows) <= _FARTHEST * min(lows)
    return near and _alike(document, first, second)


def _across(document: Document, phrases: tuple[Phrase, ...]) -> Iterator[Change]:
    for first, second in neighbours(phrases):
        if len(second.claims) == 1:
            change = _summed_up(document, first, second) or _looked_back(document, first, second)
            if change:
                yield change


def _summed_up(document: Document, first: Phrase, second: Phrase) -> Change | None:
    """As in "It fell from 146,000 to 100,000. That is a cut of 50 percent"."""
    summed = next(matches(second, "summed_up"), None)
    if summed is None or "P" in first.text or "Q" in first.text:
        return None
    ends = list(matches(first, "ends"))
    if len(ends) != 1:
        return None
    before, after = (first.group(ends[0], end) for end in ("before", "after"))
    return _made(document, before, after, second.claims[0], summed["way"] or summed["way2"])


def _looked_back(document: Document, first: Phrase, second: Phrase) -> Change | None:
    """As in "Profit rose 12% to £450m. A year earlier it was £400m"."""
    arrived = next(matches(first, "arrived"), None) if any(matches(second, "looked_back")) else None
    if arrived is None:
        return None
    before, after = second.claims[0], first.group(arrived, "after")
    nouns = {noun_class(one.subject) for one in (before, after)} - {""}
    if before.quantity.kind == "count" and len(nouns) > 1:
        return None
    return _made(document, before, after, first.group(arrived, "by"), arrived["way"])
