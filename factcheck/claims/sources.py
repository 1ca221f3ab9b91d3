"""Who stands behind which stretch of a story."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from factcheck.claims.cast import Cast
from factcheck.claims.shapes import Passage, passage, shape
from factcheck.claims.speakers import AFTERWARDS, SPEAKER, introductions
from factcheck.model import AUTHOR, Document, Source, Span

Form = Literal["said", "denied", "according to", "estimate", "remark", "quoted on", "counter"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A stretch of a story and who stands behind it.

    `span` is the wording that attributes ("according to a US military official"), `content` what
    it attributes, empty where the story only mentions it ("in line with a UN estimate"). A
    "counter" is what somebody is reported to hold against the words of another.
    """

    source: Source
    span: Span
    content: Span
    sentence: int
    form: Form = "said"


@dataclass(frozen=True, slots=True)
class _Found:
    """An attribution by letters of its sentence: wording from first to last, content likewise."""

    source: Source
    first: int
    last: int
    content: tuple[int, int]
    form: Form = "said"


# Only a sentence with one of these is looked at closely.
_TRIGGER = re.compile("[VYvWFHZ@EK]")
# ", the head of research," or " - who leads the party - "; it must describe somebody, so that
# "in Berlin, its best result, said" makes no source of Berlin.
_ASIDE = r"(?:,(?=[^,;\"]{0,29}[ROXSUQGLATCBw9k])[^,;\"]{1,30},|\([^()]{1,8}\)|_[^_\"]{1,30}_)?"
_GAP = r"(?:,?r{1,2},?)?b?r?"
_BEFORE = re.compile(
    rf"(?:(?P<who>{SPEAKER}|[dp][jn]{{0,2}}n)(?P<around>{AFTERWARDS}{_ASIDE})|(?P<he>[hi]))"
    rf"{_GAP}(?P<verb>[VYvWFHZ])"
)
_INVERTED = re.compile(
    rf"(?<=[,\"])V(?:(?P<who>{SPEAKER})(?P<around>{AFTERWARDS}(?:,[^,;\"]{{1,30}}(?=[,.]))?)"
    r"|(?P<he>h))(?P<rest>[,.\"]|$)?"
)
_ACCORDING = re.compile(rf"@o(?P<who>{SPEAKER}|[dp][jn]{{0,2}}n)(?P<around>{AFTERWARDS})")
_ESTIMATE = re.compile(
    rf"(?P<who>{SPEAKER})(?:'s?)?j{{0,2}}[EW]|[adp]?j{{0,2}}[EW]f(?P<by>{SPEAKER})"
)
_REMARK = re.compile(rf"(?P<who>{SPEAKER})(?:'s?)?j{{0,2}}[KY]|[KY]f(?P<by>{SPEAKER})")
_COUNTER = re.compile(
    rf"xo[^,]{{2,20}},(?P<who>{SPEAKER})(?P<around>{AFTERWARDS})(?=r?[nzb])"
    rf"|^(?P<first>{SPEAKER})(?P<beside>{AFTERWARDS})(?=r?[nzb][^;]{{3,40}}xo)"
)
# After a verb that ends its clause: "…, the minister said on Monday."
_TAIL = re.compile(r"[.,_(]|[rfq&]|$")
_CLAUSE = re.compile(r"[,;_]c|[;_]")
# What may follow "claims" and "estimates" where they are verbs.
_OBJECT = frozenset("tNadhip9mGLRO")


def find_sources(document: Document) -> tuple[Attribution, ...]:
    """Every attribution of a story, by where its content begins."""
    tokens = document.tokens
    whole = shape(tokens.raw)
    if not _TRIGGER.search(whole):
        return ()
    cast = Cast(introductions(whole, tokens))
    found: list[Attribution] = []
    for index, sentence in enumerate(document.sentences):
        if _TRIGGER.search(whole, sentence.first, sentence.last):
            cast.enter(sentence.paragraph)
            part = passage(whole, tokens, index, sentence.first, sentence.last)
            found += _placed(part, _read(part, cast))
    found += _quoted_on(document, whole, found)
    return tuple(sorted(found, key=lambda one: (one.content, one.span)))


def source_at(attributions: tuple[Attribution, ...], offset: int) -> Source:
    """Who stands behind what is said at this offset: the innermost source, or the author.

    `attributions` are those of one story as `find_sources` gives them.
    """
    one = attribution_at(attributions, offset)
    return one.source if one else AUTHOR


def attribution_at(attributions: tuple[Attribution, ...], offset: int) -> Attribution | None:
    """The innermost attribution round this offset, None where the author speaks."""
    last = bisect_right(attributions, offset, key=lambda one: one.content.start)
    # More than a few nested or neighbouring attributions never cover one place.
    near = attributions[max(0, last - 12) : last]
    round_it = [one for one in near if one.content.end > offset]
    return min(round_it, key=lambda one: one.content.end - one.content.start, default=None)


def _read(part: Passage, cast: Cast) -> list[_Found]:
    letters = part.letters
    found = []
    if "@" in letters:
        found += _according(part, cast)
    found += _said(part, cast)
    if "E" in letters or "W" in letters:
        found += _estimates(part, cast, found)
    if "K" in letters or "Y" in letters:
        found += _remarks(part, cast, found)
    if "x" in letters:
        found += _counters(part, cast, found)
    return found
