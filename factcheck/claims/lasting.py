"""How long something took, beside its two dates: "from 2011 to 2015, six years"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache

from factcheck.claims.lemmas import word_list
from factcheck.dates.halves import halves
from factcheck.model import Date, Document, Quantity, Span
from factcheck.ranges import Range
from factcheck.values import dataclass

_KNOWN = ("year", "month", "day")
# So far before a date stands what ties it to a length: "four years after the fire in".
_REACH = 52


@dataclass(frozen=True, slots=True)
class Lasting:
    """A length of time and the two dates that the story gives it, the earlier one first.

    "In 2011, a decade after 2003" runs from 2003 to 2011. `dates` is where they stand: two
    places, or the one of a stretch.
    """

    length: Quantity
    first: Date
    last: Date
    dates: tuple[Span, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The length, then its dates."""
        return self.length.span, *self.dates


@lru_cache(maxsize=1)
def find_lastings(document: Document) -> tuple[Lasting, ...]:
    """Each length of time with its two dates, in reading order of the later-named date."""
    return tuple(_lastings(document))


def _lastings(document: Document) -> Iterator[Lasting]:
    for place, date in enumerate(document.dates):
        if date.precision not in _KNOWN or date.relative or date.part or date.clock is not None:
            continue
        if date.end is not None:
            if length := _length_beside(document, date):
                first, last = halves(document, date)
                yield Lasting(length, first, last, (date.span,))
        elif date.year is not None or date.day is not None:
            yield from _reckoned(document, place, date)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = {key: "|".join(row.split()) for key, row in word_list("dated")["lasting"].items()}
    whole = rf"(?:\s(?:of\s)?(?:{words['wholes']}))"
    happening = rf"(?:(?:\s[\w'’-]+)?\s(?:{words['happenings']})\b)?"
    small = "(?:it|he|she|they|its|his|her|their|the|a|an)"
    patterns = {
        # six years from (2011 to 2015) · a six-year reign (2011-2015)
        "from": rf"{whole}?(?:(?:,|\s[-–—])?\sfrom\s|\s\()\Z",
        # the six years between (2011 and 2015)
        "between": rf"{whole}?\sbetween\s\Z",
        # (2011 to 2015), a total of six years
        "to": r"(?:,\s|\s[-–—]\s|\s\()"
        rf"(?:an?\s(?:(?:total|{words['wholes']})\sof\s)?|for\s|or\s)?",
        "closed": rf"{whole}?(?:\s*[.,;)–—]|\s*\Z|\s(?:in\s(?:all|total)|altogether)\b)",
        # six years after (2005)
        "after": r"\s(?P<way>after|before|following)\s(?:the\s)?\Z",
        # four years after it opened in (2005), four years after the fire in (2005)
        "after it": rf"\s(?P<way>after|before)\s{small}\s[\w'’-]+(?:\s[\w'’-]+)?\s(?:in|on)\s\Z",
        # six years later, in (2015)
        "later": r"\s(?P<way>later|earlier),?\s(?:in|on)\s\Z",
        # (2003) war, in (2011)
        "in": rf"{happening},?\s(?:in|on)\s",
        "done": rf"{happening}(?:\s*[.,;)–—]|\s*\Z)",
        # (2011), just (six years)
        "then": r",\s(?:just\s|only\s|exactly\s)?",
        # (1911) and closed (20 years)
        "and": r"[,;]?\s(?:and|but)\s(?:(?:was|it\swas|it)\s)?(?:[a-z]+ed\s|again\s)?"
        r"(?:just\s|only\s)?",
        # a decade
        "one": r"(?:\A|(?P<before>[\w'’-]+)\s|[^\w\s]\s?)(?P<one>(?P<article>an?|the|one)\s"
        r"(?P<unit>decade|century|year|fortnight|week|month|day))\Z",
    }
    return re.compile(patterns[name], re.IGNORECASE if name == "one" else 0)


def _length_beside(document: Document, date: Date) -> Quantity | None:
    """The length right before or right behind a stretch."""
    prose, start, end = document.prose, date.span.start, date.span.end
    for name in ("from", "between"):
        lead = _pattern(name).search(prose, max(0, start - _REACH), start)
        length = _length_ending(document, lead.start()) if lead else None
        if lead and length and _is_whole(document, length, lead[0]):
            return length
    lead = _pattern("to").match(prose, end)
    length = _length_starting(document, lead.end()) if lead else None
    return length if length and _pattern("closed").match(prose, length.span.end) else None


def _is_whole(document: Document, length: Quantity, lead: str) -> bool:
    """Whether it is all of the stretch: not "a six-year sentence from", "six years between"."""
    if "between" in lead and _word_before(document, length) != "the":
        return False
    return "-" not in length.span.of(document.prose) or lead.strip("( ,–—-") not in ("", "from")


def _reckoned(document: Document, place: int, date: Date) -> Iterator[Lasting]:
    """A date reckoned from another: "a decade after 2003, in 2011", "six years later, in 2015"."""
    prose, start = document.prose, date.span.start
    look = prose[max(0, start - _REACH) : start]
    name = _tie(look)
    lead = _pattern(name).search(prose, start - len(look), start) if name else None
    length = _length_ending(document, lead.start()) if lead else None
    if lead is None or length is None:
        return
    other = _other(document, place, date, length, name)
    # "10 days after the 11 September attacks in 2001" has one date.
    if other and (other.year is None) == (date.year is None):
        # "20 years after 1911" and "20 years earlier, in 1911" both end in the earlier date.
        is_first = lead["way"] in (("earlier",) if name == "later" else ("after", "following"))
        first, last = (date, other) if is_first else (other, date)
        yield Lasting(length, first, last, (first.span, last.span))


def _tie(look: str) -> str:
    """Which pattern may end here; most dates have none."""
    if look.endswith(("later in ", "later, in ", "earlier, in ", "later on ", "later, on ")):
        return "later"
    if not ("after" in look or "before" in look or "following " in look):
        return ""
    return "after it" if look.endswith((" in ", " on ")) else "after"


def _other(document: Document, place: int, date: Date, length: Quantity, name: str) -> Date | None:
    """The date at the other end: in "a decade after 2003, in 2011" the one behind."""
    prose, dates = document.prose, document.dates
    if name == "after" and place + 1 < len(dates):
        after = dates[place + 1]
        between = _pattern("in").match(prose, date.span.end)
        if between and between.end() == after.span.start and _is_plain(after):
            return after
    # "20 years later" is itself a date, one that hangs on another.
    at = place - 2 if place > 1 and dates[place - 1].span.overlaps(length.span) else place - 1
    if at < 0 or not _is_plain(dates[at]):
        return None
    before = dates[at]
    between = _pattern("and" if name == "later" else "then").match(prose, before.span.end)
    closed = name == "later" or _pattern("done").match(prose, date.span.end)
    return before if between and closed and between.end() == length.span.start else None


def _is_plain(date: Date) -> bool:
    known = date.precision in _KNOWN and not (date.relative or date.part or date.end)
    return known and date.clock is None and (date.year is not None or date.day is not None)


def _length_ending(document: Document, offset: int) -> Quantity | None:
    """The length of time that ends here: "six years", "a decade"; None for a part or a rhythm."""
    quantities = document.quantities
    at = bisect_left(quantities, offset, key=lambda one: one.span.start) - 1
    if at >= 0 and quantities[at].span.end == offset:
        length = quantities[at]
        # "Three years and six months" is one length in two figures.
        near = at and offset - quantities[at - 1].span.end < 18
        compound = near and _is_length(quantities[at - 1])
        is_part = _word_before(document, length) in _words("parts")
        return length if _is_length(length) and not compound and not is_part else None
    found = _pattern("one").search(document.prose, max(0, offset - 30), offset)
    if found is None or (found["before"] or "").lower() in _words("inexact"):
        return None
    return Quantity(Span(*found.span("one")), Range.point(1), found["unit"].lower(), "duration")


def _length_starting(document: Document, offset: int) -> Quantity | None:
    quantities = document.quantities
    at = bisect_left(quantities, offset, key=lambda one: one.span.start)
    found = at < len(quantities) and quantities[at].span.start == offset
    return quantities[at] if found and _is_length(quantities[at]) else None


def _is_length(quantity: Quantity) -> bool:
    return quantity.kind == "duration" and quantity.unit in word_list("dated")["units"]


def _word_before(document: Document, length: Quantity) -> str:
    tokens = document.tokens
    return tokens.word(tokens.at(length.span.start) - 1).lower()


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_list("dated")["lasting"][name].split())
