"""FC213: a score in games that a series cannot have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck import Cues, Document, Finding, Span, rule

_CUES = Cues("series")
_WORDS = {"three": 3, "five": 5, "seven": 7, "nine": 9}
_GAMES = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
# Patterns are strings: `re` compiles each when a story first needs it.
_LENGTH = r"(?i)best[- ]of[- ](?P<length>three|five|seven|nine|[3579])\b"
# The score of a series stands beside the word; another is that of a game.
_SCORE = (
    r"(?:series|final|finals|semi-final|playoff)(?: is| was| at| now)?(?: tied| level| even)?"
    r"(?: at)? (?P<a>\d)[-–](?P<b>\d)\b"
    r"|(?P<c>\d)[-–](?P<d>\d) (?:series )?(?:lead|deficit|win|victory|defeat)? ?(?:in|of) "
    r"(?:the|their|a|this) (?:[a-z]+-){0,4}[a-z-]* ?(?:series|final)"
    r"|(?P<e>\d)[-–](?P<f>\d) series (?:lead|win|victory|deficit)"
)
_GAME = r"(?i)\bgame (?P<game>one|two|three|four|five|six|seven|[1-7])\b"
_WITH_DRAWS = r"(?i)\b(?:test|draw|drawn|tie-?break|set|rubber)s?\b"


@rule(
    "FC213",
    examples=[
        "Alder won the best-of-seven series [[5-2]] on Sunday.",
        "The Pikes lead the best-of-five series [[4-1]].",
        "Marel took game seven and with it the series [[3-2]].",
        "Quenby won game five on Sunday and has a [[4-2]] series lead.",
        "The best-of-seven series is tied [[4-4]].",
        "Alder won game six for a [[2-1]] lead in the series.",
        "Alder won the best-of-seven series 4-2 on Sunday.",
        "The Pikes lead the best-of-five series 2-1.",
        "Marel took game seven and with it the series 4-3.",
        "Quenby won game five on Sunday and has a 3-2 series lead.",
        "Alder won 5-2 in the first match of the best-of-seven series.",
        "Marel won game seven 3-2 after extra time.",
        "Alder goes into game six with a 3-2 lead in the series.",
    ],
)
def series_score_impossible(document: Document) -> Iterator[Finding]:
    """A series ends when one side has won more than half of its games.

    Nobody wins five of a best-of-seven, and after game five five games have been won. The score
    of a game, which stands beside that of the series on every sports page, is left alone.

    Compares: The score of a series with its length, or with the number of the game, in one
    sentence.

    Tolerance: The score may be that before the game or after it.

    Silent: Where the score is not told as that of the series, or the sentence speaks of draws,
    tests or sets.
    """
    if not _CUES.stand_in(document):
        return
    for sentence in document.sentences:
        text = sentence.span.of(document.prose)
        if "series" in text and ("best" in text or "ame " in text):
            yield from _in_sentence(document, sentence.span)


def _in_sentence(document: Document, span: Span) -> Iterator[Finding]:
    text = span.of(document.prose)
    length, game = re.search(_LENGTH, text), re.search(_GAME, text)
    if re.search(_WITH_DRAWS, text):
        return
    for score in re.finditer(_SCORE, text):
        first = next(name for name in "ace" if score[name])
        second = chr(ord(first) + 1)
        place = Span(span.start + score.start(first), span.start + score.end(second))
        if length:
            yield from _too_many(document, place, int(score[first]), int(score[second]), length)
        elif game:
            yield from _not_played(document, place, int(score[first]) + int(score[second]), game)


def _too_many(
    document: Document, place: Span, one: int, other: int, length: re.Match[str]
) -> Iterator[Finding]:
    word = length["length"].lower()
    games = _WORDS.get(word) or int(word)
    needed = games // 2 + 1
    if max(one, other) > needed or one == other == needed:
        yield Finding(
            f"A best-of-{word} series ends at {needed} wins, before {place.of(document.text)}",
            (place.labelled("the score"),),
            working=(f"more than half of {games} games: {needed} wins",),
            consistent_if=(f"neither side has won more than {needed}", "the series is longer"),
        )


def _not_played(
    document: Document, place: Span, won: int, game: re.Match[str]
) -> Iterator[Finding]:
    word = game["game"].lower()
    number = _GAMES.get(word) or int(word)
    if won not in (number, number - 1):
        yield Finding(
            f"Around game {word} {number - 1} or {number} games have been won, not the {won} of "
            f"{place.of(document.text)}",
            (place.labelled("the score"),),
            working=(
                f"{place.of(document.text)}: {won} games",
                f"before game {word} {number - 1}, after it {number}",
            ),
            consistent_if=(
                f"the score adds up to {number - 1} or {number}",
                f"it is game {won} or {won + 1}",
            ),
        )
