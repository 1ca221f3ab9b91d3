"""What a story tells by its numbers, for a headline to be held against."""

from __future__ import annotations

from itertools import pairwise

from factcheck.claims.derivations import (
    adds_up,
    birthday_near,
    bounds,
    converts,
    rounds,
    spans_years,
)
from factcheck.claims.lemmas import word_list
from factcheck.claims.meanings import MEANINGS, noun_class
from factcheck.claims.named_numbers import NamedNumber, named_numbers
from factcheck.model import Document, Sentence
from factcheck.values import dataclass

_COUNTING = ("figure", "money", "percent")
_OTHERS = frozenset(("other", "others", "another", "more"))
_DATELINE = 40  # characters to look for the story's own date


@dataclass(frozen=True, slots=True)
class Story:
    """What the numbers beside a story are held against; its text begins at token `first`."""

    document: Document
    numbers: tuple[NamedNumber, ...]
    figures: tuple[NamedNumber, ...]
    years: frozenset[int]
    year: int
    first: int

    def speaks_of(self, nouns: frozenset[str]) -> bool:
        """Whether one of these nouns stands in the story, counted or not."""
        raw = self.document.tokens.raw
        return any(
            noun_class(MEANINGS[raw[index]]) in nouns for index in range(self.first, len(raw))
        )

    def says_next_or_last(self, year: int) -> bool:
        """Whether the story tells the year before or after its own by "last" or "next year"."""
        if year not in (self.year - 1, self.year + 1):
            return False
        wanted = word_list("headlines")["next_year" if year > self.year else "last_year"].split()
        words = [word.strip().lower() for word in self.document.tokens.raw]
        return any(one in wanted and other == "year" for one, other in pairwise(words))


def story_of(document: Document, body: list[tuple[int, Sentence]]) -> Story:
    """What these sentences give, the clock of a dateline left out."""
    start = body[0][1].span.start
    year, told = _own_date(document, start)
    numbers = tuple(one for one in named_numbers(document, body) if one.span.start >= told)
    return Story(
        document,
        numbers,
        figures=tuple(one for one in numbers if one.role in _COUNTING and one.value),
        years=frozenset({int(one.value) for one in numbers if one.role == "year"} | ({year} - {0})),
        year=year,
        first=body[0][1].first,
    )  # fmt: skip


def _own_date(document: Document, start: int) -> tuple[int, int]:
    """The story's own year, 0 where it is unknown, and where its dateline ends."""
    known = document.as_of[0] if document.as_of else 0
    for date in document.dates:
        if start <= date.span.start < start + _DATELINE and date.year and date.month and date.day:
            # "(Aug 21, 2014  8:56 AM CDT)": the clock says nothing of the story.
            shut = document.prose.find(")", date.span.end, date.span.end + 24)
            opened = document.prose[date.span.start - 1] == "("
            return known or date.year, shut if opened and shut > 0 else start
    return known, start


def derived(story: Story, number: NamedNumber) -> str:
    """How the number follows from others of the story, "" where it does not."""
    direction = direction_of(story.document, number)
    if any(rounds(number, one) or bounds(number, one, direction) for one in story.figures):
        return "the story has the number more finely"
    if _is_share(story, number):
        return "the story has the share in words"
    if spans_years(number, story.years) or birthday_near(number, story.numbers):
        return "two years of the story lie so far apart"
    if converts(number, story.figures):
        return "the story has the time in another unit"
    if any(_is_one_fewer(story.document, number, one) for one in story.figures):
        return "the story counts one and the others"
    return "two figures of the story come to it" if adds_up(number, story.figures) else ""


def _is_one_fewer(document: Document, number: NamedNumber, other: NamedNumber) -> bool:
    """Whether the story counts one apart: "a cleric and nine others" for ten."""
    tokens, mention = document.tokens, other.mention
    beside = tokens.word(mention.last).lower(), tokens.word(mention.first - 1).lower()
    apart = not _OTHERS.isdisjoint(beside)
    return apart and other.role == number.role and other.value + 1 == number.value


def direction_of(document: Document, number: NamedNumber) -> int:
    """1 behind "more than" and its like, -1 behind "nearly", else 0."""
    first = number.mention.first
    words = [document.tokens.word(index).lower() for index in range(max(0, first - 3), first)]
    for name, direction in (("above", 1), ("below", -1)):
        if any(word in word_list("headlines")[name].split() for word in words):
            return direction
    return 0


def _is_share(story: Story, number: NamedNumber) -> bool:
    """Whether the story gives a percentage in words: "a quarter" for 25%."""
    return number.role in ("percent", "word", "figure") and any(
        quantity.kind == "ratio"
        and quantity.range.low is not None
        and quantity.range.is_point
        and -1 <= quantity.range.low * 100 - number.value <= 1
        for quantity in story.document.quantities
    )
