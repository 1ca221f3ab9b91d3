"""Words for a share of votes and the figures that stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from factcheck.claims.cues import Cues
from factcheck.claims.phrases import Phrase, locate, phrase_of
from factcheck.claims.sentence_forms import matches
from factcheck.claims.surroundings import claims_by_sentence
from factcheck.model import Claim, Document, Span
from factcheck.ranges import Range
from factcheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Majority:
    """What is given for "a majority", "most", "two-thirds" or "a minority".

    `allowed` is the share of the whole that the word stands for. `whole` is None where `part` is
    a percentage.
    """

    words: Span
    allowed: Range
    part: Claim
    whole: Claim | None


_MOST = Range(Fraction(1, 2), 1, low_closed=False)
_ALLOWED = {
    "majority": _MOST, "most": _MOST, "minority": Range(0, Fraction(1, 2), high_closed=False),
    "two-thirds": Range(Fraction(2, 3), 1), "three-quarters": Range(Fraction(3, 4), 1),
}  # fmt: skip
_CUES = Cues("majority", "minority", "most")
_TELLING = ("ajority", "Most ", " most ", "inority")


@lru_cache(maxsize=1)
def find_majorities(document: Document) -> tuple[Majority, ...]:
    """Every word for most or few of a whole that stands beside figures, in reading order."""
    if not _CUES.stand_in(document):
        return ()
    return tuple(
        majority
        for index, claims in claims_by_sentence(document).items()
        if (len(claims) > 1 or claims[0].quantity.kind == "percent")
        and _speaks_of_most(document, index)
        for majority in _within(document, phrase_of(document, claims[0]))
    )


def _speaks_of_most(document: Document, index: int) -> bool:
    span, prose = document.sentences[index].span, document.prose
    return any(prose.find(word, span.start, span.end) >= 0 for word in _TELLING)


def _within(document: Document, phrase: Phrase) -> Iterator[Majority]:
    taken: set[Claim] = set()
    for match in matches(phrase, "majorities"):
        part = phrase.group(match, "part")
        whole = phrase.group(match, "whole") if "whole" in match.groupdict() else None
        if part not in taken:
            taken.add(part)
            yield Majority(_span(document, phrase, match), _allowed(phrase, match), part, whole)


def _allowed(phrase: Phrase, match: re.Match[str]) -> Range:
    word = match["word"]
    if not word.startswith("R"):
        return _ALLOWED[word]
    share = phrase.claim_at(match.start("word")).quantity.range.low or 0
    return Range(share, 1)


def _span(document: Document, phrase: Phrase, match: re.Match[str]) -> Span:
    word = match["word"]
    if not word.startswith("R"):
        return locate(document, phrase, match.start("word"), word)
    figure = phrase.claim_at(match.start("word")).quantity.span
    return Span(figure.start, locate(document, phrase, match.start("word") + 1, "majority").end)
