"""Words for a share of votes and the figures that stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache

from factcheck.claims.phrases import Phrase, claims_by_sentence, locate, phrase_of
from factcheck.model import Claim, Document, Span
from factcheck.ranges import Range


@dataclass(frozen=True, slots=True)
class Majority:
    """"A majority", "most", "two-thirds" or "a minority", and what is given for it.

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
_NOUN = "[^A-Z;:.,()–—]"
_OF = "of (?:the |its |their |all |those )*"
# A majority of the largest party may be one of seats, and "relative": a plurality.
_WORD = (
    r"(?P<word>(?<!absolute )(?<!simple )(?:R majority|(?<!working )majority|(?<!the )(?<!second )most|minority))"
)
_END = r"(?=[,.;)–—]|$| (?:voted|backed|said|were|are|in favour|agreed|opposed|supported)\b)"
_FORMS = (
    # "a majority of the 100 members, 48, voted", "most of the 90 boats (40)"
    rf"{_WORD} {_OF}(?P<whole>C){_NOUN}{{0,30}}(?:, | ?\(| ?[–—] ?|, or )(?P<part>[CA]){_END}",
    # "a majority of voters (48 percent)", "most voters, 48 percent,"
    rf"{_WORD} (?:{_OF})?(?:[a-z-]+ ){{0,2}}[a-z]+(?:s|people|men|women|children)"
    rf"(?: surveyed| asked| polled)?(?:, | ?\(| ?[–—] ?|, or )(?P<part>P){_END}",
    # "a majority, 48 of the 100 members", "a two-thirds majority (60 of 100)"
    rf"{_WORD}{_NOUN}{{0,20}}?(?:, | ?\(| ?[–—] ?|, or |, with )(?P<part>[CA]){_NOUN}{{0,15}}? (?:out )?{_OF}(?P<whole>C)",
    # "48 of the 100 members, a majority"
    rf"(?P<part>[CA]){_NOUN}{{0,15}}? (?:out )?{_OF}(?P<whole>C){_NOUN}{{0,30}}(?:, | ?\(| ?[–—] ?)an? (?:[a-z]+ )?{_WORD}(?=[,.;)–—]|$)",
)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, _FORMS))


@lru_cache(maxsize=1)
def find_majorities(document: Document) -> tuple[Majority, ...]:
    """Every word for most or few of a whole that stands beside figures, in reading order."""
    return tuple(
        majority
        for index, claims in claims_by_sentence(document).items()
        if _speaks_of_most(document, index)
        for majority in _within(document, phrase_of(document, claims[0]))
    )


def _speaks_of_most(document: Document, index: int) -> bool:
    span, prose = document.sentences[index].span, document.prose
    return any(prose.find(word, span.start, span.end) >= 0 for word in ("ajority", "ost", "inority"))


def _within(document: Document, phrase: Phrase) -> Iterator[Majority]:
    taken: set[Claim] = set()
    for pattern in _patterns():
        for match in pattern.finditer(phrase.text):
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
