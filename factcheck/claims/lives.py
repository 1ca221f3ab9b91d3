"""A birth, and how old the story says the same person was on a day."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache

from factcheck.claims.births import Birth, find_births
from factcheck.claims.lemmas import word_list
from factcheck.claims.meanings import NAMES
from factcheck.model import Date, Document, Quantity, Sentence
from factcheck.values import dataclass

_OLDEST = 120
_PREPOSITIONS = frozenset(
    ["in", "at", "near", "of", "from", "to", "the", "on", "by", "for", "with"]
)


@dataclass(frozen=True, slots=True)
class Life:
    """When somebody was born, and an age with the day they had it.

    `on` is None for the day of the story. `turned` says that they came to that age on that day.
    """

    born: Date
    age: Quantity
    on: Date | None
    turned: bool = False


@lru_cache(maxsize=1)
def find_lives(document: Document) -> tuple[Life, ...]:
    """Each age of somebody whose date of birth the story gives, in reading order."""
    return tuple(life for birth in find_births(document) for life in _lives(document, birth))


def _lives(document: Document, birth: Birth) -> Iterator[Life]:
    for index, sentence in enumerate(document.sentences):
        if index != birth.sentence and not _speaks_of(document, birth, index):
            continue
        for age in _ages(document, sentence):
            found = _aged(document, birth, sentence, age)
            if found:
                yield found


def _speaks_of(document: Document, birth: Birth, index: int) -> bool:
    """Whether the sentence opens with the one who was born: by name, or as "she" right behind."""
    tokens, first = document.tokens, document.sentences[index].first
    if tokens.word(first) in ("He", "She"):
        return index == birth.sentence + 1 and birth.name not in ((), ("He",), ("She",))
    stop = first
    while NAMES[tokens.word(stop)]:
        stop += 1
    return len(birth.name) > 1 and birth.name == tuple(map(tokens.word, range(first, stop)))


def _ages(document: Document, sentence: Sentence) -> Iterator[Quantity]:
    """The whole numbers of the sentence that may be somebody's age."""
    quantities = document.quantities
    at = bisect_left(quantities, sentence.span.start, key=lambda one: one.span.start)
    while at < len(quantities) and quantities[at].span.start < sentence.span.end:
        one, at = quantities[at], at + 1
        years = one.unit == "year_of_age" or (one.kind == "count" and one.unit is None)
        low = one.range.low
        if years and low is not None and low == one.range.high and 0 < low <= _OLDEST:
            yield one


def _aged(document: Document, birth: Birth, sentence: Sentence, age: Quantity) -> Life | None:
    if _is_told_beside(document, birth, age):
        return Life(birth.date, age, None)
    start = _lead(document, age)
    if start is None or not _one_person(document, birth, sentence, start):
        return None
    on = _when(document, birth, start, age)
    return Life(birth.date, age, on, document.prose.startswith("turn", start)) if on else None


def _is_told_beside(document: Document, birth: Birth, age: Quantity) -> bool:
    """Whether it is "Ada Orme, 42, who was born in 1951"."""
    tokens = document.tokens
    before = tokens.at(age.span.start)
    named = tokens.word(before - 1) == "," and tokens.word(before - 2) in birth.name
    between = document.prose[age.span.end : birth.date.span.start] if named else ""
    return re.match(r",\s(?:who\s)?was\sborn\b[^;:()]*\Z", between) is not None


def _lead(document: Document, age: Quantity) -> int | None:
    """Where "aged 72", "turned 40", "was 40", "at 72" begins; None for another number."""
    prose, start = document.prose, age.span.start
    if age.kind == "age":
        return None if "old" in age.span.of(prose) else start
    if not _pattern("behind").match(prose, age.span.end):
        return None
    found = _pattern("before").search(prose, max(0, start - 40), start)
    return found.end("lead") - len(found["lead"]) if found else None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = word_list("dated")["lives"]
    subject, death = ("|".join(words[key].split()) for key in ("subjects", "deaths"))
    patterns = {
        # she turned (40) · died in Marel at (72)
        "before": rf"(?:(?:\b(?i:{subject})|\b[A-Z][\w'’-]+|\bthe\s[a-z]+)\s"
        r"(?:had\s|has\s|will\s|would\s)?"
        rf"(?=(?:turned|turns|turn|was|is)\s\Z)|\b(?:{death})\s[^.;,()\n]*?(?=at\s\Z))"
        r"(?P<lead>[a-z]+\s)\Z",
        "behind": r"\s*(?:[.,;:)]|\Z)|\s(?:in|on|when|after|and|as|while|with)\b",
        # (40) in (2010)
        "in": r",?\s(?:in|on)\s(?:the\s)?",
        # (2010), when she (was 40)
        "then": rf",?\s(?:(?:when\s|and\s)?(?:(?i:{subject})|[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)\s"
        r"(?:had\s)?)?",
    }
    return re.compile(patterns[name])


def _when(document: Document, birth: Birth, start: int, age: Quantity) -> Date | None:
    """The date of an age: the one right behind it, else right before, else that of the death."""
    prose, dates = document.prose, document.dates
    at = bisect_left(dates, start, key=lambda one: one.span.start)
    behind = _pattern("in").match(prose, age.span.end)
    if behind and at < len(dates) and behind.end() == dates[at].span.start:
        return dates[at] if dates[at].end is None else None
    before = dates[at - 1] if at else None
    if before and before is not birth.date and before.end is None:
        tie = _pattern("then").match(prose, before.span.end)
        if tie and tie.end() == start:
            return before
    return birth.died if birth.died and _has_died(document, start) else None


def _has_died(document: Document, start: int) -> bool:
    words = word_list("dated")["lives"]["deaths"].split()
    return any(word in words for word in re.findall(r"\w+", document.prose[start - 30 : start]))


def _one_person(document: Document, birth: Birth, sentence: Sentence, start: int) -> bool:
    """Whether nobody else is named between the birth and the age, or at the sentence's start."""
    tokens = document.tokens
    born, lead = tokens.at(birth.date.span.end - 1), tokens.at(start)
    first = min(born, lead) if sentence.span.overlaps(birth.date.span) else sentence.first
    between = range(first, max(born, lead) if born >= lead else lead)
    if tokens.word(lead - 1) == "who":
        between = range(first, lead - 1)
    # "Born in 1965, the painter turned 40", but not "she was born in 1965 and the town turned 40".
    if tokens.word(lead - 2).lower() == "the" and (birth.name or lead - born > 5):
        return False
    others = _words("others")
    if any(tokens.word(at).lower() in others for at in between):
        return False
    names = set(_names(document, between))
    return len(names) <= 1 if not birth.name else names <= set(_forms(birth.name))


def _forms(name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """How somebody may be named again: in full, or by the surname."""
    yield name
    yield name[-1:]


def _names(document: Document, between: range) -> Iterator[tuple[str, ...]]:
    """The runs of capitalised words there; those behind a preposition are places."""
    tokens, at = document.tokens, between.start
    while at < between.stop:
        stop = at
        while stop < between.stop and NAMES[tokens.word(stop)]:
            stop += 1
        if stop > at and not _is_place(tokens.word(at - 1)):
            yield tuple(map(tokens.word, range(at, stop)))
        at = max(stop, at + 1)


def _is_place(before: str) -> bool:
    return before.lower() in _PREPOSITIONS


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_list("dated")["lives"][name].split())
