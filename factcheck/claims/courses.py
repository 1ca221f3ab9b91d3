"""What begins on one date and ends on another: "from 2011 to 2015", "opened … and closed …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from factcheck.claims.lemmas import word_list
from factcheck.dates.halves import halves
from factcheck.model import Date, Document
from factcheck.values import dataclass, replace

_KNOWN = ("year", "month", "day")
# So far apart the dates of what began and ended stand at most.
_REACH = 90
_QUALIFIES = (" levels", "'s", "’s")


@dataclass(frozen=True, slots=True)
class Course:
    """The date on which something begins, the one on which it ends, and how the story says so.

    `told` says that it "opened … and closed …"; otherwise it is a stretch, "from … to …".
    """

    first: Date
    last: Date
    told: bool


@lru_cache(maxsize=1)
def find_courses(document: Document) -> tuple[Course, ...]:
    """Each course of a story in reading order."""
    return tuple(_courses(document))


def _courses(document: Document) -> Iterator[Course]:
    previous: Date | None = None
    for date in document.dates:
        if not _is_known(date):
            previous = None
            continue
        if date.end is not None:
            if _is_known(date.end) and not _runs_back(document, date):
                yield _stretch(document, *halves(document, date))
        elif previous is not None and _is_told(document, previous, date):
            yield Course(previous, date, told=True)
        previous = date if date.end is None else None


def _stretch(document: Document, first: Date, last: Date) -> Course:
    """The stretch; one "from 9 May to 3 May 2019" may have begun the year before."""
    written = first.span.of(document.prose)
    if first.month is not None and not re.search(r"\d{4}|\A\d+\Z", written):
        first = replace(first, year=None)
    return Course(first, last, told=False)


def _is_known(date: Date) -> bool:
    known = date.precision in _KNOWN and not date.relative and not date.part
    return known and date.clock is None and (date.year is not None or date.day is not None)


def _runs_back(document: Document, date: Date) -> bool:
    """Whether the stretch may run backwards, or be none: "fell from 2015 to 1990", "2015-2011"."""
    tokens, at = document.tokens, document.sentence_at(date.span.start)
    before = tokens.word(tokens.at(date.span.start) - 1)
    if at < 0 or before.lower() not in _words("openers"):
        return True
    # "From 2015 to 2011 levels", "2011's vote": the year only tells which.
    if document.prose.startswith(_QUALIFIES, date.span.end):
        return True
    span = document.sentences[at].span
    # "B.C." comes as two tokens.
    return not _words("backwards").isdisjoint(tokens.words(span.start, span.end)) or (
        document.prose.startswith((" B.C", " b.c"), date.span.end)
    )


def _is_told(document: Document, first: Date, last: Date) -> bool:
    """Whether something is said to begin on the first date and to end on the last."""
    prose, sentences = document.prose, document.sentences
    if last.span.start - first.span.end > _REACH:
        return False
    ending = _ending().match(prose, first.span.end)
    if ending is None or ending.end() != last.span.start:
        return False
    if prose.startswith(_QUALIFIES, last.span.end):
        return False
    at = document.sentence_at(first.span.start)
    start = max(sentences[at].span.start, first.span.start - _REACH)
    beginning = _beginning().search(prose, start, first.span.start)
    if beginning is None or ending["verb"] not in _ends()[beginning["verb"].lower()]:
        return False
    # "Opened in 1911, the mill closed", but not "it opened in 1911, the mill closed".
    return ending["noun"] is None or beginning.start() == sentences[at].span.start


@cache
def _ends() -> dict[str, frozenset[str]]:
    """Each verb of beginning with the verbs that end what it began."""
    table = word_list("dated")["courses"]["ends"]
    ends: dict[str, frozenset[str]] = {}
    for begins, ended in table.items():
        for verb in begins.split("|"):
            ends[verb] = ends.get(verb, frozenset()) | frozenset(ended.split("|"))
    return ends


@cache
def _beginning() -> re.Pattern[str]:
    verbs, ended = "|".join(_ends()), "|".join(frozenset().union(*_ends().values()))
    return re.compile(
        rf"\b(?P<verb>{verbs})\b(?:(?!\b(?:{verbs}|{ended}|to|who|whose|after|before)\b)[^.;:()\n])*?"
        r"(?:\b(?:in|on)\s|[\s(])(?:the\s)?\Z",
        re.IGNORECASE,
    )


@cache
def _ending() -> re.Pattern[str]:
    verbs = "|".join(frozenset().union(*_ends().values()))
    return re.compile(
        r"[,;]?\s(?:and\s|but\s|then\s|before\s|only\sto\s)*(?:(?:it|he|she|they|(?P<noun>the\s[a-z]+))\s)?"
        rf"(?:was\s|were\s|finally\s|be\s|being\s|then\s)*(?P<verb>{verbs})\b"
        r"(?:\s(?!after\b|before\b|from\b|to\b|than\b)[\w'’-]+){0,5}?(?:\s(?:in|on))?\s(?:the\s)?(?=[\dA-Z])"
    )


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_list("dated")["courses"][name].split())
