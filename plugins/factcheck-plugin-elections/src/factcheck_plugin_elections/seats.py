"""The seats of parties, held against those of their chamber."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck import Compared, Document, Finding, Quantity, Range, Span
from factcheck_plugin_elections.chambers import (
    NEAR,
    Chamber,
    count_of_seats,
    find_chambers,
    find_counts,
    same_kind,
    span_of,
)
from factcheck_plugin_elections.races import Part, Tally, join_names
from factcheck_plugin_elections.tallies import find_tallies
from factcheck_plugin_elections.wording import number, one_of, words

# "The remaining five went to independents": then these are all the seats there are.
_REST = re.compile(r"\b[Tt]he (?:remaining|other|last|rest|final) $")
_WENT_TO = re.compile(
    r" (?:seats )?(?:(?:all )?(?:went|go|goes|fell) to|(?:are|were) (?:held|won|taken) by) "
    r"(?P<holder>(?:[\w’'-]+ ?){1,4})"
)
_ALL = re.compile(
    r"\b(?:[Nn]o other (?:party|parties|list)|[Aa]ll the seats|[Ff]inal seat count)\b"
)
_EMPTY = re.compile(
    r"\b(?:vacant|empty|undecided|outstanding|yet to be|not yet|still to|recount)\b"
)


def compare_seats(document: Document) -> Iterator[Finding | Compared]:
    """Each list of seats with the chamber it is of, and where the two do not fit."""
    chambers = tuple(find_chambers(document))
    if not chambers:
        return
    sizes = {chamber.quantity.span for chamber in chambers}
    seats = [one for one in find_counts(document) if one.span not in sizes]
    for tally in find_tallies(document, seats, _may_be_seats):
        tally = _with_rest(document, tally, seats)
        chamber = _chamber_of(document, tally, chambers)
        if chamber and _counts_seats(document, tally, chamber):
            yield from _compare(document, tally, chamber)


def _compare(document: Document, tally: Tally, chamber: Chamber) -> Iterator[Finding | Compared]:
    total = sum((count_of_seats(part.quantity) for part in tally.parts), Range.point(0))
    spans = (*(part.label for part in tally.parts), span_of(chamber))
    yield Compared(spans, f"{number(total)} of {number(chamber.size)} seats")
    text = _surroundings(document, tally)
    if chamber.size.certainly_less(total) or (
        total.certainly_less(chamber.size) and len(tally.parts) > 1 and _are_all(text)
    ):
        yield _finding(tally, chamber, spans)


def _finding(tally: Tally, chamber: Chamber, spans: tuple[Span, ...]) -> Finding:
    total, size = tally.sum, chamber.size
    seats = [part.quantity.range for part in tally.parts]
    more = "more" if size.certainly_less(total) else "fewer"
    return Finding(
        f"{_counted(tally)} {more} than the {number(size)} of the chamber",
        spans,
        working=(
            *([f"{' + '.join(map(number, seats))} = {number(total)}"] if len(seats) > 1 else []),
            f"{number(total.gap(size))} {more} than {number(size)}",
        ),
        consistent_if=(*_repairs(tally, size, more), f"the chamber has {number(total)} seats"),
    )


def _counted(tally: Tally) -> str:
    named = [f"{part.holder} ({number(part.quantity.range)})" for part in tally.parts]
    if len(named) == 1:
        return f"{number(tally.sum)} seats of {tally.parts[0].holder} are"
    text = f"{join_names(named)} add up to {number(tally.sum)} seats,"
    return text[0].upper() + text[1:]


def _repairs(tally: Tally, size: Range, more: str) -> Iterator[str]:
    """What each party could have with the others as they are."""
    bound = "at most " if more == "more" else ""
    for part in tally.parts:
        rest = (size - tally.without(part)).high
        if rest is not None and rest >= 0:
            yield f"{bound}{number(rest)} of the seats went to {part.holder}"


def _may_be_seats(after: str) -> bool:
    """Whether what follows a number lets it count seats: nothing, or the seats."""
    following = re.match(r" ([\w’'-]+)(?: ([\w-]+))?", after)
    if not following or _names_seats().match(after):
        return not after.startswith(("-", "%", "/", ":"))
    # "130 to the Reform Union", but not "40 to 45 seats".
    if following[1] == "to":
        return following[2] is not None and not following[2][0].isdigit()
    return following[1].lower() in words("after_seats")


@cache
def _names_seats() -> re.Pattern[str]:
    return re.compile(rf" (?:of (?:the |its )?)?(?i:{one_of('seat_nouns')})\b")


def _counts_seats(document: Document, tally: Tally, chamber: Chamber) -> bool:
    """Whether the list, or the chamber's size right before it, says that seats are counted."""
    prose = document.prose
    first, last = (document.sentence_at(at) for at in (tally.span.start, tally.span.end - 1))
    said = prose.startswith(("-seat", " seats", " members"), chamber.quantity.span.end)
    if said and first - 1 <= chamber.sentence <= last:
        return True
    if any(_names_seats().match(prose, part.quantity.span.end) for part in tally.parts):
        return True
    text = tally.span.of(prose)
    return re.search(rf"(?i:\b{one_of('seat_nouns')}\b)", text) is not None and not re.search(
        r"\bvotes?\b|[%]|\bpercent\b|\bper cent\b", text
    )


def _with_rest(document: Document, tally: Tally, seats: Sequence[Quantity]) -> Tally:
    """The list with "the remaining five" that the next sentence, or the same, gives away."""
    last = document.sentence_at(tally.span.end - 1)
    end = document.sentences[min(last + 1, len(document.sentences) - 1)].span.end
    for one in seats:
        if not tally.parts[-1].quantity.span.end <= one.span.start < end:
            continue
        behind = _WENT_TO.match(document.prose, one.span.end)
        if behind and _REST.search(document.prose[: one.span.start][-24:]):
            part = Part(behind["holder"].strip(), one)
            return Tally((*tally.parts, part), Span(tally.span.start, end), tally.listed)
    return tally


def _surroundings(document: Document, tally: Tally) -> str:
    """The paragraph or list with the sentence after it."""
    last = document.sentence_at(tally.span.end - 1)
    end = document.sentences[min(last + 1, len(document.sentences) - 1)].span.end
    return document.prose[tally.span.start : end]


def _are_all(text: str) -> bool:
    """Whether the story gives these as all seats, none of them empty or still to be decided."""
    if _EMPTY.search(text):
        return False
    return _ALL.search(text) is not None or any(
        _REST.search(text[: found.start()].rpartition(" ")[0] + " ") is not None
        for found in _WENT_TO.finditer(text)
    )


def _chamber_of(document: Document, tally: Tally, chambers: Sequence[Chamber]) -> Chamber | None:
    """The chamber that these seats are in, if the story leaves no doubt which."""
    first = document.sentence_at(tally.span.start)
    last = document.sentence_at(tally.span.end - 1)
    here = [one for one in chambers if first <= one.sentence <= last]
    text = tally.span.of(document.prose)
    fitting = [one for one in here or _near(document, tally, chambers) if same_kind(one, text)]
    if len({one.quantity.range for one in fitting}) != 1:
        return None
    # One party with more than all seats of the chamber sits in another.
    alone = len(tally.parts) == 1
    exceeds = any(fitting[0].size.certainly_less(part.quantity.range) for part in tally.parts)
    return None if exceeds and not (alone and here) else fitting[0]


def _near(document: Document, tally: Tally, chambers: Sequence[Chamber]) -> list[Chamber]:
    """The chambers of a story that speaks of one size only, if the list may be of it."""
    if len(tally.parts) < 2 or len({one.quantity.range for one in chambers}) != 1:
        return []
    first = document.sentence_at(tally.span.start)
    here = document.sentences[first].paragraph
    return [
        one
        for one in chambers
        if abs(document.sentences[one.sentence].paragraph - here) <= NEAR
        and (not one.partly or one.sentence == first - 1)
    ]
