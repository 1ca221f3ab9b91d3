"""Attributions that say who without saying that they spoke: "an X estimate", "X's tweets"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from factcheck.claims.cast import Cast
from factcheck.claims.shapes import Passage
from factcheck.claims.speakers import AFTERWARDS, SPEAKER
from factcheck.model import Source
from factcheck.values import dataclass

Form = Literal[
    "said", "denied", "according to", "estimate", "remark", "quoted on", "counter", "disputed"
]


@dataclass(frozen=True, slots=True)
class Wording:
    """An attribution by letters of its sentence: the wording from `first` to `last`, and what it
    attributes from `begin` to `end`, which are the same where nothing is.
    """

    source: Source
    first: int
    last: int
    begin: int
    end: int
    form: Form = "said"


# Long patterns are strings: `re` compiles each when a story first needs it, and keeps it.
_ESTIMATE = (
    rf"(?P<who>{SPEAKER})(?:'s?)?j{{0,2}}[EW]"
    rf"|[adp]?j{{0,2}}[EW][f>](?P<by>{SPEAKER}|[dp][jn]{{0,2}}n)"
)
_REMARK = rf"(?P<who>{SPEAKER})(?:'s?)?j{{0,2}}[KY]|[adp]?[KY][f>](?P<by>{SPEAKER})"
_COUNTER = (
    rf"xo[^,]{{2,20}},(?P<who>{SPEAKER})(?P<around>{AFTERWARDS})(?=r?[nzb])"
    rf"|^(?P<first>{SPEAKER})(?P<beside>{AFTERWARDS})(?=r?[nzb][^;]{{3,40}}xo)"
)
# "rejected the auditor's report", "was disputed by police figures"
_DISPUTED = rf"(?:Z|xo|u)(?P<who>{SPEAKER})|[Ze]>(?P<by>{SPEAKER})"
_TOPIC = re.compile(r'[,;"_.)]|z|c[adphi]')


def add_mentions(part: Passage, cast: Cast, found: list[Wording]) -> list[Wording]:
    """What was found in a sentence, and its estimates, remarks and what is held against them."""
    letters = part.letters
    found = list(found)
    if "E" in letters or "W" in letters:
        found += _nouns(part, cast, _ESTIMATE, "estimate", found)
    if "K" in letters or "Y" in letters:
        found += _nouns(part, cast, _REMARK, "remark", found)
    if "x" in letters:
        found += _counters(part, cast, found)
    if "Z" in letters or "x" in letters or "u" in letters:
        found += _disputed(part, cast, found)
    return found


def _nouns(
    part: Passage, cast: Cast, pattern: str, form: Form, found: list[Wording]
) -> Iterator[Wording]:
    """`A UN estimate`, `estimates by the UN`, `the minister's claims about …`."""
    letters = part.letters
    for match in re.finditer(pattern, letters):
        group = "who" if match["who"] else "by"
        start, stop = match.span(group)
        if group == "by" and part.word(start - 1) not in ("by", "from"):
            continue
        if any(one.first < match.end() and match.start() < one.last for one in found):
            continue
        if form == "remark" and part.word(match.end()) == "for":
            continue  # "a claim for damages"
        start += letters[start] in "ad" and stop - start > 1
        source = cast.named(part, start, stop)
        begin = end = match.end()
        if form == "estimate" and part.word(match.start() - 1).lower() == "by":
            # "By a UN estimate, …" and "…, by a UN estimate"
            begin, end = (end, len(letters)) if match.start() < 2 else (0, match.start())
        elif _has_topic(letters, begin) if form == "remark" else _has_figure(letters, begin):
            end = _topic(letters, begin)
        yield Wording(source, match.start(), begin, begin, end, form)


def _has_topic(letters: str, begin: int) -> bool:
    """Whether a remark is followed by what it is about ("about the dam", "that it was safe")."""
    return letters[begin : begin + 1] in ("f", ">", "&", "t")


def _has_figure(letters: str, begin: int) -> bool:
    """Whether an estimate is followed by what it is ("of 20,000", "that 20,000 …")."""
    return _has_topic(letters, begin) and "9" in letters[begin : begin + 5]


def _topic(letters: str, begin: int) -> int:
    stop = _TOPIC.search(letters, begin)
    return stop.start() if stop else len(letters)


def _counters(part: Passage, cast: Cast, found: list[Wording]) -> Iterator[Wording]:
    """The main clause beside "contrary to X's tweets", whatever its verb."""
    match = re.search(_COUNTER, part.letters)
    if not match:
        return
    who, around = ("who", "around") if match["who"] else ("first", "beside")
    start, end = match.span(who)
    if not any(one.first <= start < one.last for one in found):
        source = cast.named(part, start, end, match[around])
        stop = part.letters.find("x", end)
        yield Wording(source, start, end, end, stop if stop >= 0 else len(part.letters), "counter")


def _disputed(part: Passage, cast: Cast, found: list[Wording]) -> Iterator[Wording]:
    """A document that somebody disputes, and who is said to dispute a remark."""
    for match in re.finditer(_DISPUTED, part.letters):
        group: Literal["who", "by"] = "who" if match["who"] else "by"
        start, end = match.span(group)
        if any(one.first < end and start < one.last for one in found):
            continue
        if group == "by" and part.word(start - 1) == "by":
            yield Wording(cast.named(part, start, end), start, end, end, end, "counter")
        elif group == "who" and part.letters[end - 1] == "D":
            yield Wording(cast.named(part, start, end), start, end, end, end, "disputed")
