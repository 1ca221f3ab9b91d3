"""What each source of a story is said to have said, and how the story holds it."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from factcheck.claims.shapes import letter_of, shape, word_lists
from factcheck.claims.sources import Attribution, find_sources
from factcheck.model import Document, Span, Statement

Stance = Literal["said", "denied", "contradicted", "answered"]

_LONGEST = 40  # characters to look back for a phrase of two words
_HELD_UP = frozenset(("remark", "estimate", "disputed"))
_ARTICLES = frozenset(("a", "an", "the", "this", "his", "her", "their"))
# "… claim is false", "… claims have been disputed", "… claim was not borne out"
_VERDICT = re.compile(r"[zb]{1,3}r?(?P<not>!?)r?(?P<verdict>[eZn])")
# Where the first clause of what was said ends: "… not a mission for the army | and there was …"
_CLAUSE_END = re.compile(r'[,;:"(_]|c(?=[hi]|[adp]?[jn]?[nN]{1,2}[zb])')
_LOOSE_ENDS = re.compile(r"[fo>&adptcqrzb.]+$")


def find_statements(
    document: Document, attributions: tuple[Attribution, ...] | None = None
) -> tuple[Statement, ...]:
    """Every statement of a story, in reading order.

    `attributions` are the story's as `find_sources` gives them, where they are already known.
    """
    if attributions is None:
        attributions = find_sources(document)
    found = [_statement(document, one) for one in attributions if one.form != "quoted on"]
    return tuple(sorted(found, key=lambda one: (one.span.start, one.span.end)))


def first_clause(document: Document, span: Span) -> Span:
    """The first clause of a stretch, cut before a quotation and without loose words at its end."""
    tokens = document.tokens
    places = tokens.between(span.start, span.end)
    letters = shape(tokens)[places.start : places.stop]
    begin = len(letters) - len(letters.lstrip(' ,:"'))
    end = _CLAUSE_END.search(letters, begin)
    stop = end.start() if end else len(letters)
    stop -= len(letters[begin:stop]) - len(_LOOSE_ENDS.sub("", letters[begin:stop].rstrip()))
    if stop <= begin:
        return span
    return Span(tokens.starts[places[begin]], min(span.end, tokens.end(places[stop - 1])))


def _statement(document: Document, one: Attribution) -> Statement:
    stance: Stance = "denied" if one.form == "denied" else "said"
    start, end = one.span.start, one.span.end
    if one.content.start < one.content.end:
        start, end = min(start, one.content.start), max(end, one.content.end)
    if one.form in _HELD_UP:
        stance, start = _held(document, one)
    return Statement(Span(start, end), one.source, one.sentence, one.content, stance)


def _held(document: Document, one: Attribution) -> tuple[Stance, int]:
    """How the story holds a remark it mentions, and where the wording of that begins."""
    start = one.span.start
    opening = max(0, start - _LONGEST)
    before = list(re.finditer(r"\S+", document.prose[opening:start]))[-2:]
    for words in (before, before[-1:]):
        if words and words[0][0].lower() in _ARTICLES:
            break  # "a disputed comment"
        phrase = " ".join(word[0] for word in words).lower()
        if phrase in _phrases("answering"):
            return "answered", start
        if phrase in _phrases("contradicting"):
            if letter_of(phrase) == "u" and not _asserts(document, one):
                break
            # A verb belongs to who disputes, "contrary to" to what is disputed.
            verb = letter_of(phrase) == "Z" or phrase.endswith("with")
            return "contradicted", start if verb else opening + words[0].start()
    return ("contradicted" if _found_wrong(document, one) else "said"), one.span.start


def _asserts(document: Document, one: Attribution) -> bool:
    words = one.span.of(document.prose).lower().split()
    return any(word in word_lists()["asserting"]["words"].split() for word in words)


def _found_wrong(document: Document, one: Attribution) -> bool:
    tokens = document.tokens
    after = tokens.between(one.content.end, document.sentences[one.sentence].span.end)[:6]
    letters = shape(tokens)[after.start : after.stop]
    found = _VERDICT.match(letters)
    if not found:
        return False
    if found["verdict"] == "n":
        last = tokens.word(after[found.start("verdict")]).lower()
        return bool(found["not"]) and last in word_lists()["upheld"]["words"].split()
    return not found["not"]


@cache
def _phrases(name: str) -> frozenset[str]:
    return frozenset(word_lists()[name]["phrases"])
