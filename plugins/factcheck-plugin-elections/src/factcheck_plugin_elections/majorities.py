"""What a story calls a majority, held against the share that it takes to be one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from factcheck import Compared, Document, Finding, Quantity, Range, Span, rounded
from factcheck_plugin_elections.told import told_already
from factcheck_plugin_elections.wording import NAME, in_percent, number, one_of, whole_words, words

# A margin: "a majority of 24 seats", "by a majority of 4.2 percent".
_FAR_FROM_HALF = 30
# Up to so many characters may lie between a figure and the word.
_LONGEST = 90
_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Share:
    """The share that a story calls a majority, the figures it comes from, and the sum."""

    range: Range
    figures: tuple[Quantity, ...]
    working: str


def compare_majorities(document: Document) -> Iterator[Finding | Compared]:
    """Each majority whose share the story gives, and where that is too small for one."""
    for found in _find_majorities(document.prose):
        share = _claimed_share(document, found)
        if share is None or told_already(document, share.figures):
            continue
        needed = _threshold(found["size"] or "")
        spans = (
            Span(found.end() - len("majority"), found.end()),
            *(one.span for one in share.figures),
        )
        yield Compared(spans, "majority and its share")
        if share.range.certainly_less(needed):
            yield _finding(document, found, share, needed)


def _find_majorities(prose: str) -> Iterator[re.Match[str]]:
    """The word with those before it that say how large: "absolute majority"."""
    for word in re.finditer(r"[Mm]ajority\b", prose):
        # The word alone is found many times faster than with all that may stand before it.
        if found := _majority().search(prose, max(0, word.start() - _LONGEST), word.end()):
            yield found


@cache
def _majority() -> re.Pattern[str]:
    return re.compile(rf"\b(?:(?P<size>{one_of('majorities')}) )*+majority$", re.IGNORECASE)


def _threshold(size: str) -> Fraction:
    for row in words("thresholds"):
        name, needed = row.split()
        if name == size.lower():
            return Fraction(needed)
    return _HALF


def _finding(document: Document, found: re.Match[str], share: Share, needed: Fraction) -> Finding:
    text = document.text
    quoted = " of ".join(f"“{one.span.of(text)}”" for one in share.figures)
    named = "half" if needed == _HALF else (found["size"] or "").replace("-", " ")
    required = number(Fraction(round(needed * 1000), 10))
    relation = "more than" if needed == _HALF else "at least"
    word = Span(found.end() - len("majority"), found.end(), f"{relation} {named}")
    return Finding(
        f"{quoted} is called a majority but is less than {named}",
        (word, *(one.span.labelled("the share") for one in share.figures)),
        working=(share.working, f"a majority here takes {relation} {required} percent"),
        consistent_if=(*_repairs(share, needed), "it is a plurality or a relative majority"),
    )


def _repairs(share: Share, needed: Fraction) -> Iterator[str]:
    """What the share, or each of the two figures it comes from, would have to be."""
    relation = "more than" if needed == _HALF else "at least"
    if len(share.figures) == 1:
        yield f"the share is {relation} {number(Fraction(round(needed * 1000), 10))} percent"
        return
    part, whole = (_counted(one) for one in share.figures)
    if whole.low is not None and part.high is not None:
        exact = whole.low * needed
        least = int(exact) + 1 if needed == _HALF or exact.denominator != 1 else int(exact)
        yield f"the part is {number(least)} or more"
        most = part.high / needed
        below = -(-most // 1) - 1 if needed == _HALF else most // 1
        yield f"the whole is {number(int(below))} or fewer"


def _claimed_share(document: Document, found: re.Match[str]) -> Share | None:
    """The share of the majority that this match names, None where the story leaves it open."""
    index = document.sentence_at(found.start())
    if index < 0:
        return None
    sentence = document.sentences[index].span
    figures = [
        one
        for one in document.quantities
        if sentence.start <= one.span.start < sentence.end
        and min(abs(one.span.start - found.end()), abs(found.start() - one.span.end)) <= _LONGEST
    ]
    around = document.prose[max(sentence.start, found.start() - 60) : sentence.end]
    if not figures or whole_words("no_majority").search(around):
        return None
    for reading in (_of_a_group, _with_seats, _giving_it):
        if share := reading(document, found, figures):
            return share
    return None


def _of_a_group(document: Document, found: re.Match[str], figures: list[Quantity]) -> Share | None:
    """As in "a majority of 48 percent of voters", "a majority of voters (48 percent)"."""
    for one in figures:
        between = document.prose[found.end() : one.span.start]
        after = document.prose[one.span.end : one.span.end + 60]
        shapes = _group_shapes()
        said_of = shapes["of"].match(between) and shapes["group"].match(after)
        if one.kind == "percent" and (said_of or _in_brackets(between, after)):
            return _percentage(one)
    return None


def _in_brackets(between: str, after: str) -> bool:
    return bool(_group_shapes()["opens"].match(between)) and bool(re.match(r"[,)]| ?[–—]", after))


@cache
def _group_shapes() -> dict[str, re.Pattern[str]]:
    group = one_of("majority_of")
    return {
        "of": re.compile(r" of $"),
        "group": re.compile(rf" (?:of (?:all |the )?{group}|{one_of('majority_acts')})\b"),
        "opens": re.compile(rf"(?: of {group})?(?:, | \(| ?[–—] ?)$"),
    }


def _with_seats(document: Document, found: re.Match[str], figures: list[Quantity]) -> Share | None:
    """As in "won a majority with 240 of 500 seats", "… with 44 percent of the seats"."""
    behind = [one for one in figures if one.span.start > found.end()]
    if not behind or not _claims().search(document.prose[: found.start()][-40:]):
        return None
    between = document.prose[found.end() : behind[0].span.start]
    if not _linking().fullmatch(between):
        return None
    return _share_of_seats(document, behind, named="seats" in between) or _of_the_vote(
        document, behind[0]
    )


def _of_the_vote(document: Document, one: Quantity) -> Share | None:
    """As in "won a majority with 47 percent of the vote", where no seats are at stake."""
    after = document.prose[one.span.end : one.span.end + 40]
    if one.kind != "percent" or not re.match(rf" of {one_of('vote_bases')}\b", after):
        return None
    seats = any(whole_words(name).search(document.prose) for name in ("chambers", "seat_nouns"))
    return None if seats else _percentage(one)


def _giving_it(document: Document, found: re.Match[str], figures: list[Quantity]) -> Share | None:
    """As in "48 seats in the 100-seat assembly, giving it a majority"."""
    before = [one for one in figures if one.span.end < found.start()][-2:]
    if not before:
        return None
    between = document.prose[before[-1].span.end : found.start()]
    return _share_of_seats(document, before) if _given().fullmatch(between) else None


@cache
def _given() -> re.Pattern[str]:
    """As in "48 of 100 seats, the Harbour Party has a majority"."""
    who = rf"(?:(?:the )?{NAME} |(?:it|she|he|they) |the (?:\w+ ){{1,2}})?"
    return re.compile(rf"[^,.;]{{0,40}}, (?:{who}{one_of('has_majority')} )?an? ")


@cache
def _claims() -> re.Pattern[str]:
    return re.compile(rf"\b{one_of('has_majority')} (?:an?|its|their|the) $", re.IGNORECASE)


@cache
def _linking() -> re.Pattern[str]:
    return re.compile(
        r"(?: of (?:the )?seats)?(?: (?:in|on) the [\w ]{3,30}?)?,? "
        r"(?:with|by|winning|taking|holding|after winning)(?: just| only)? "
        r"|: "
    )


def _share_of_seats(
    document: Document, figures: list[Quantity], *, named: bool = False
) -> Share | None:
    """The share that a part of all seats is; `named` where the story has said that it is seats."""
    first = figures[0]
    after = document.prose[first.span.end : first.span.end + 40]
    if first.kind == "percent":
        seats = re.match(rf" of (?:the |its |all )?{one_of('seat_nouns')}\b", after)
        return _percentage(first) if seats else None
    if first.kind != "count" or len(figures) < 2:
        return None
    second = figures[1]
    if not _part_of().fullmatch(document.prose, first.span.end, second.span.start):
        return None
    behind = document.prose[second.span.end : second.span.end + 40]
    if second.kind != "count" or not (named or _sitting().match(behind)):
        return None
    part, whole = _counted(first), _counted(second)
    sum_shown = f"{number(part)} / {number(whole)} = {in_percent(part / whole * 100)}"
    return Share(part / whole, (first, second), sum_shown)


@cache
def _part_of() -> re.Pattern[str]:
    return re.compile(
        r" (?:seats |of them )?(?:of|out of|in|on)(?: the| its| a)?(?: new)?(?: [\w-]+(?:’s|'s))? "
    )


@cache
def _sitting() -> re.Pattern[str]:
    return re.compile(rf"[- ](?:{one_of('seat_nouns')}|members?|votes|delegates)\b", re.IGNORECASE)


def _counted(quantity: Quantity) -> Range:
    """A number of seats as meant."""
    # Seats are counted one by one: only "about 240" may be another number.
    return rounded(quantity) if quantity.approximate else quantity.range


def _percentage(one: Quantity) -> Share | None:
    fair = rounded(one) | one.range.widened(Fraction(one.step) / 2)
    if fair.high is None or fair.high < _FAR_FROM_HALF:
        return None
    return Share(fair / 100, (one,), f"{number(one.range)} percent is the share given")
