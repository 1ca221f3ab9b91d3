"""Where a story says that all did: "all 40 passengers survived", "the whole crew was rescued"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from factcheck.claims.counted import Counted, counted_of, may_tell
from factcheck.claims.cues import all_cues
from factcheck.claims.figures import Figure
from factcheck.claims.meanings import MEANINGS, noun_class
from factcheck.claims.poles import Said, opposites, said_before, said_behind
from factcheck.claims.settings import setting_at
from factcheck.claims.subjects import Subject, counted, noun_phrase
from factcheck.claims.surroundings import Surroundings, list_items, other_opener
from factcheck.claims.told_by import teller
from factcheck.claims.vetoes import (
    one_sentence,
    other_names,
    other_place,
    other_subset,
    other_time,
    some,
)  # fmt: skip
from factcheck.model import Claim, Document, Quantity, Span
from factcheck.ranges import Range
from factcheck.tuples import NamedTuple

# "All" and "every" are states of a clause as well, and so is "not".
_NOT_STATES = frozenset(("denied", "part", "limit", "all", "plan"))

# A story that counts one noun more often is a table.
_MOST = 40
# So many words behind a preposition tell of a scene.
_SCENE = 5
_STOPS = frozenset((",", ";", "(", ")", "—", "–", "."))


class Universal(NamedTuple):
    """Somebody's word that all of something did; `total` is how many those are, if it is told."""

    claim: Claim
    said: Said
    total: Range | None
    span: Span


class UniversalPair(NamedTuple):
    """A word of all and a count, whether both cannot hold for one thing, and why or why not."""

    all: Universal
    counted: Counted
    same: bool
    reason: str


@lru_cache(maxsize=1)
def universal_pairs(document: Document) -> tuple[UniversalPair, ...]:
    """Each word of all with the counts of the same noun that speak against it, in reading order."""
    if not all_cues().stand_in(document) or not may_tell(document):
        return ()
    return tuple(_pairs(document))


def _pairs(document: Document) -> Iterator[UniversalPair]:
    universals = list(find_universals(document))
    if not universals:
        return
    story = Surroundings.of(document)
    counts: dict[str, list[Counted]] = {noun_class(one.claim.subject): [] for one in universals}
    for count in counted_of(document, counts.keys()):
        counts[count.noun].append(count)
    for one in universals:
        for count in counts[noun_class(one.claim.subject)][:_MOST]:
            if _could_clash(one, count):
                reason = _veto(story, one, count)
                shared = some(_shared(document, one, count) or frozenset((count.noun,)))
                yield UniversalPair(one, count, not reason, reason or f"both speak of {shared}")


def _could_clash(one: Universal, count: Counted) -> bool:
    if one.span.overlaps(count.span):
        return False
    if one.said.opposes(count.said):
        return True
    # "Nine of the 12 members voted for": so not all of them.
    total, high = one.total or count.total, count.claim.quantity.range.high
    fewer = total is not None and high is not None and high < (total.low or 0)
    return count.part and fewer and not one.said.poles.isdisjoint(count.said.poles)


def _veto(story: Surroundings, one: Universal, count: Counted) -> str:
    totals = [total for total in (one.total, count.total) if total]
    if len(totals) == 2 and totals[0] != totals[1]:
        return f"one is about {totals[0]}, the other about {totals[1]}"
    if one.total and (count.claim.quantity.range.low or 0) > (one.total.high or 0):
        return "the count is larger than all"
    all_, some_ = one.claim, count.claim
    reasons = [
        veto(all_, some_)
        for veto in (one_sentence, other_place, other_names, other_time, other_subset)
    ]
    reasons += [veto(story, all_, some_) for veto in (list_items, other_opener)]
    reasons += [_other_hour(story.document, all_, some_), _other_scene(story.document, one, count)]
    if reason := next(filter(None, reasons), ""):
        return reason
    if differing := (all_.states ^ some_.states) - _NOT_STATES:
        return f"only one speaks of {min(differing)}"
    if count.part or _shared(story.document, one, count):
        return ""
    return "their sentences have too little in common"


def _other_hour(document: Document, all_: Claim, some_: Claim) -> str:
    """“All survived the night. Three died later”: and what is feared is not yet so."""
    if bool(all_.time) != bool(some_.time) and any(map(str.isdigit, all_.time + some_.time)):
        return f"only one is for {all_.time or some_.time}"
    left, right = (_hours(document, claim) for claim in (all_, some_))
    return f"only one says “{min(left ^ right)}”" if left ^ right else ""


def _other_scene(document: Document, one: Universal, count: Counted) -> str:
    """“All in the village”, "two in the next street"."""
    tokens = document.tokens
    whole = setting_at(document, count.claim.quantity.span.start).tokens
    lonely = _scene(document, whole) - one.claim.words
    if not count.part:
        behind = range(tokens.at(one.claim.noun.end) if one.claim.noun else 0, one.said.place.start)
        lonely |= _scene(document, behind) - count.claim.words
    lonely -= {count.noun, *(MEANINGS[tokens.raw[at]] for at in count.said.place)}
    return f"only one is about {some(lonely)}" if lonely else ""


def _scene(document: Document, places: range) -> frozenset[str]:
    """The content words behind prepositions."""
    raw, left = document.tokens.raw, 0
    found: set[str] = set()
    for at in places:
        if raw[at].rstrip(" ").lower() in opposites("scene"):
            left = _SCENE
        elif raw[at].rstrip(" ") in _STOPS:
            left = 0
        elif left:
            left -= 1
            found.add(MEANINGS[raw[at]])
    return frozenset(one for one in found if one and not one.startswith("@"))


def _hours(document: Document, claim: Claim) -> frozenset[str]:
    span = setting_at(document, claim.quantity.span.start).sentence.span
    words = {word.lower() for word in document.tokens.words(span.start, span.end)}
    return opposites("another_hour") & words


def _shared(document: Document, one: Universal, count: Counted) -> frozenset[str]:
    """What both sentences speak of besides the counted noun and what is said of it."""
    tokens = document.tokens
    said = {MEANINGS[tokens.raw[at]] for side in (one.said, count.said) for at in side.place}
    return (one.claim.words & count.claim.words) - said - {count.noun}


def find_universals(document: Document) -> Iterator[Universal]:
    """Every word of all of which something is said that has a known opposite."""
    for at in all_cues().places(document):
        tokens = document.tokens
        # "All, they said, survived" has no noun behind it.
        if tokens.raw[at][-1] != " " or tokens.word(at - 1).lower() in opposites("not_all"):
            continue
        found = _behind(document, at) or _floating(document, at)
        if found:
            yield found


def _behind(document: Document, at: int) -> Universal | None:
    """`All 40 passengers survived`, `every one of the 12 members voted for`, `killed all 40`."""
    tokens = document.tokens
    found = _all_of(document, at)
    if found is None:
        return None
    subject, total = found
    last = tokens.at(subject.span.end - 1) + 1
    sentence = setting_at(document, tokens.starts[at]).sentence
    said = said_before(tokens, at) or said_behind(tokens, last, sentence.last)
    return _universal(document, at, subject, said, total, last) if said else None


def _all_of(document: Document, at: int) -> tuple[Subject, Quantity | None] | None:
    """What stands behind "all", and the figure before it where there is one."""
    tokens = document.tokens
    if tokens.word(at).lower() in opposites("everyone"):
        return Subject("person", (), Span(tokens.starts[at], tokens.end(at))), None
    first = at + 1
    while first < at + 4 and tokens.word(first).lower() in opposites("determiners"):
        first += 1
    total = _quantity_at(document, tokens.starts[first])
    subject = counted(tokens, total) if total else noun_phrase(tokens, first)
    if total is None and tokens.word(at).lower() == "both":
        total = Quantity(Span(tokens.starts[at], tokens.end(at)), Range.point(2))
    if subject is None or (total and total.kind != "count"):
        return None
    return subject, total


def _quantity_at(document: Document, start: int) -> Quantity | None:
    index = bisect_left(document.quantities, start, key=lambda one: one.span.start)
    found = document.quantities[index : index + 1]
    return found[0] if found and found[0].span.start == start else None


def _claim_before(document: Document, offset: int) -> Claim | None:
    index = bisect_left(document.claims, offset, key=lambda one: one.quantity.span.start)
    return document.claims[index - 1] if index else None


def _floating(document: Document, at: int) -> Universal | None:
    """`The 40 passengers were all rescued`."""
    tokens = document.tokens
    claim = _claim_before(document, tokens.starts[at])
    sentence = setting_at(document, tokens.starts[at]).sentence
    if claim is None or claim.noun is None or claim.quantity.kind != "count":
        return None
    begin, last = tokens.at(claim.quantity.span.start), tokens.at(claim.noun.end - 1) + 1
    said = said_behind(tokens, last, sentence.last) if begin >= sentence.first else None
    if said is None or not last <= at < said.place.start:
        return None
    subject = Subject(claim.subject, claim.modifiers, claim.noun)
    return _universal(document, begin, subject, said, claim.quantity, last)


def _universal(
    document: Document, at: int, subject: Subject, said: Said, total: Quantity | None, last: int
) -> Universal | None:
    tokens = document.tokens
    opening = {tokens.word(one).lower() for one in range(at - 1, last)}
    before = {tokens.word(one).lower() for one in range(at, said.place.start)}
    # "All 40 did not survive" may mean that some did.
    if not (
        opposites("exceptions").isdisjoint(opening) and opposites("negations").isdisjoint(before)
    ):
        return None
    place = range(min(at, said.place.start), max(last, said.place.stop))
    span = Span(tokens.starts[place.start], tokens.end(place.stop - 1))
    quantity = total or Quantity(Span(tokens.starts[at], tokens.end(at)), Range.point(1))
    setting = setting_at(document, tokens.starts[at])
    source = teller(document, tokens.starts[at])
    figure = Figure(setting, quantity, subject, lambda _: source, range(at, last))
    return Universal(figure.claim(), said, total.range if total else None, span)
