"""Do two dated events of a story happen once, and can both dates hold?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from factcheck.claims.event_subjects import one_subject, other_subject
from factcheck.claims.event_verbs import kinds_by_place
from factcheck.claims.events import Event, rival_events
from factcheck.claims.vetoes import names_apart, some
from factcheck.model import Date, Document
from factcheck.tuples import NamedTuple

# How many content words two sentences share at least, and what share of the shorter's.
_ENOUGH = ((3, 0.6), (2, 0.75))
# The same for a verb that no list knows to happen once.
_ENOUGH_OF_UNKNOWN = ((4, 0.75),)
_NEAREST = 40


class EventPair(NamedTuple):
    """Two events of one kind, why they are or are not one, and whether their dates agree."""

    first: Event
    second: Event
    same: bool
    reason: str
    agree: bool


EventVeto = Callable[[Event, Event], str]


@lru_cache(maxsize=1)
def event_pairs(document: Document) -> tuple[EventPair, ...]:
    """Each event with the nearest ones before it of its kind, in reading order."""
    return tuple(_pairs(document, rival_events(document)))


def _pairs(document: Document, events: tuple[Event, ...]) -> Iterator[EventPair]:
    before: dict[str, list[Event]] = {}
    for event in events:
        earlier = before.setdefault(event.kind, [])
        for other in earlier[-_NEAREST:]:
            same, reason = same_event(other, event)
            if same and (apart := other_subject(document, other, event)):
                same, reason = False, apart
            elif not same and _of_one_thing(document, other, event):
                same, reason = True, "both happened to one thing"
            yield EventPair(other, event, same, reason, dates_agree(other, event))
        earlier.append(event)


def same_event(first: Event, second: Event) -> tuple[bool, str]:
    """Whether the two are one event; the reason is a clause for an editor."""
    for veto in EVENT_VETOES:
        reason = veto(first, second)
        if reason:
            return False, reason
    shared = first.words & second.words
    fewest = min(len(first.words), len(second.words)) or 1
    known = f"@{first.kind}" in first.words
    if not known and not (first.date.year and second.date.year):
        return False, "it may have happened on both days"
    for words, share in _ENOUGH if known else _ENOUGH_OF_UNKNOWN:
        if len(shared) >= words and len(shared) >= share * fewest:
            return True, f"both speak of {some(shared)}"
    return False, "their sentences have too little in common"


def _of_one_thing(document: Document, first: Event, second: Event) -> bool:
    """Whether what the sentences are about is named, and is one, whatever else they tell."""
    vetoes = (one_sentence, other_time_of_it, plan_and_deed, other_noun, given_too)
    return one_subject(document, first, second) and not any(veto(first, second) for veto in vetoes)


def dates_agree(first: Event, second: Event) -> bool:
    """Whether one day can fit both dates, each no finer than the story gives it."""
    slack = 5 if first.about or second.about else 0
    return compatible(first.date, second.date, slack)


def _comparable(first: Date, second: Date) -> bool:
    """Whether something is known of both."""
    parts = ((date.year, date.month, date.weekday) for date in (first, second))
    return any(one is not None and other is not None for one, other in zip(*parts, strict=True))


def compatible(first: Date, second: Date, slack: int = 0) -> bool:
    """Whether the two can be one date; `slack` years apart is near enough."""
    if first.year is not None and second.year is not None:
        low, high = sorted((first, second), key=lambda date: date.year or 0)
        length = {"decade": 9, "century": 100}.get(low.precision, 0)
        gap = (high.year or 0) - (low.year or 0) - length
        if gap > slack:
            return False
        if slack or (low.precision != high.precision and length):
            return True
    if first.month is not None and second.month is not None:
        if first.month != second.month:
            return False
        return first.day is None or second.day is None or first.day == second.day
    if first.weekday is not None and second.weekday is not None:
        return first.weekday == second.weekday
    return True


def one_sentence(first: Event, second: Event) -> str:
    """“Opened in 1911 and again in 1920”: a sentence that gives both knows that they differ."""
    return "one sentence gives both" if first.sentence == second.sentence else ""


def given_too(first: Event, second: Event) -> str:
    """A sentence that gives the other's date as well tells the two apart."""
    for one, other in ((first, second), (second, first)):
        if any(_comparable(one.date, date) and compatible(one.date, date) for date in other.others):
            return "the other sentence gives this date too"
    return ""


def other_names(first: Event, second: Event) -> str:
    """Anna Orme was born, John Orme was born."""
    left, right = first.names - second.names, second.names - first.names
    return names_apart(left, right, first.settings, second.settings)


def other_market(first: Event, second: Event) -> str:
    """Released in 1995, released in Britain in 1996."""
    if first.kind in kinds_by_place() and first.settings != second.settings:
        return f"only one is about {some(first.settings ^ second.settings)}"
    return ""


def other_time_of_it(first: Event, second: Event) -> str:
    """Opened, opened again; the first edition, the second."""
    differing = first.again ^ second.again
    return f"only one says “{sorted(differing)[0]}”" if differing else ""


def plan_and_deed(first: Event, second: Event) -> str:
    """Due to open in May, opened in June."""
    return "one is a plan" if first.plan != second.plan else ""


def other_noun(first: Event, second: Event) -> str:
    """In the 1967 war, in the 1973 oil crisis."""
    if first.noun != second.noun:
        return f"only one is a year of {first.noun or second.noun}"
    return ""


EVENT_VETOES: tuple[EventVeto, ...] = (
    one_sentence, other_names, other_market, other_time_of_it, plan_and_deed, other_noun, given_too,
)  # fmt: skip
