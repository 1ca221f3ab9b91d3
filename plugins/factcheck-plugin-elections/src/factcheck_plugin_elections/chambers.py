"""How many seats a chamber has, wherever a story says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from factcheck import Document, Quantity, Range, Span, find_mentions, rounded
from factcheck_plugin_elections.wording import NAME, one_of

# Who won what is told within so many paragraphs of how large the chamber is.
NEAR = 3
_OF_HOW_MANY = re.compile(
    r"\b(?:[Oo]f|[Oo]ut of|[Aa]ll)(?: of)?(?: (?:the|its|all|all the))?(?: [a-z-]+(?:’s|'s))? $"
)
_PART_OF_IT = re.compile(
    r" (?:seats )?(?:that are |that were )?(?:up for|being contested|at stake)"
)


@dataclass(frozen=True, slots=True)
class Chamber:
    """A chamber's size. `kind` is what it is called, "" where only its seats are named.

    `partly` says that these are the seats of one election, not of the whole chamber.
    """

    quantity: Quantity
    kind: str
    sentence: int
    partly: bool = False

    @property
    def size(self) -> Range:
        """How many seats it may have: seats are counted, never rounded, unless it says "about"."""
        return count_of_seats(self.quantity)


def count_of_seats(quantity: Quantity) -> Range:
    """A number of seats as a story means it, which is exact: nobody says 60 seats for 61."""
    return rounded(quantity) if quantity.approximate else quantity.range


def find_counts(document: Document) -> list[Quantity]:
    """Every number that may count seats, those too that stand right behind a name: "Greens 12"."""
    found = {
        one.span.start: one
        for one in document.quantities
        if one.unit is None and one.kind == "count"
    }
    taken = [one.span for one in document.quantities] + [one.span for one in document.dates]
    for mention in find_mentions(document.tokens, 0, len(document.tokens)):
        span = mention.span
        if span.of(document.text).isdecimal() and not any(map(span.overlaps, taken)):
            found[span.start] = Quantity(span, Range.point(mention.value), number=span)
    return [found[start] for start in sorted(found)]


def find_chambers(document: Document) -> Iterator[Chamber]:
    """The chambers whose size the story gives."""
    prose = document.prose
    for one in document.quantities:
        if one.unit is not None or one.kind != "count":
            continue
        before = prose[max(0, one.span.start - 60) : one.span.start]
        after = prose[one.span.end : one.span.end + 80]
        kind = _kind(before, after)
        if kind is not None and (one.range.low or 0) > 2:
            partly = _PART_OF_IT.match(after) is not None
            yield Chamber(one, kind.lower(), document.sentence_at(one.span.start), partly)


def chambers_named(text: str) -> set[str]:
    """What the text calls chambers: "the senate", "the council"."""
    return {_last_word(found[0]) for found in _a_chamber().finditer(text)}


def same_kind(chamber: Chamber, text: str) -> bool:
    """Whether the text names no other chamber than this."""
    named = chambers_named(text)
    return not named or not chamber.kind or _last_word(chamber.kind) in named


def _kind(before: str, after: str) -> str | None:
    """What a chamber of so many seats is called; None where it is no chamber's size."""
    if found := _sized().match(after):
        return found["kind"] or found["name"].rstrip(".’'")
    if (found := _called().search(before)) and _seats().match(after):
        return found["kind"]
    if _OF_HOW_MANY.search(before) and (found := _seats().match(after)):
        return found["kind"] or ""
    return None


def _last_word(kind: str) -> str:
    return kind.lower().rpartition(" ")[2]


@cache
def _a_chamber() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?i:{one_of('chambers')})(?![\w-])")


@cache
def _sized() -> re.Pattern[str]:
    """As in "120-seat regional assembly", "120-member Storting"."""
    kind = rf"(?:[a-z-]+ ){{0,3}}?(?P<kind>(?i:{one_of('chambers')}))\b"
    return re.compile(rf"[- ](?:seat|member)s? (?:{kind}|(?P<name>{NAME}))")


@cache
def _seats() -> re.Pattern[str]:
    """As in "120 seats in the new assembly", "120 council seats"."""
    kind = rf"(?:[\w-]+ ){{0,2}}?(?P<kind>(?i:{one_of('chambers')}))\b"
    return re.compile(
        r" (?:(?:council|assembly|parliamentary|house|senate) )?"
        r"(?:seats|members|MPs|deputies|lawmakers)\b"
        rf"(?: (?:in|on|of) (?:the |its )?{kind})?"
    )


@cache
def _called() -> re.Pattern[str]:
    """As in "a council of 30 members", "the assembly has 120 seats"."""
    return re.compile(
        rf"(?<![\w-])(?P<kind>(?i:{one_of('chambers')})) "
        r"(?:of|with|has|which has|which counts|counts) (?:a total of )?$"
    )


def span_of(chamber: Chamber) -> Span:
    """Where the size stands, labelled as such."""
    return chamber.quantity.span.labelled("the chamber")
