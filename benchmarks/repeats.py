"""Figures that a story could give a second time, told from its letters alone.

Which figures these are must not hang on how factcheck reads them: else what it cannot read would
never be asked of it. So a figure here is digits that count several of something: a plural, a
scale word or thousands stand behind or in them, and they are no part of a name or of a range.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import NamedTuple

# A plain sentence that ends within its line.
_SENTENCE = re.compile(r"(?:(?<=\n)|(?<=[.] ))[A-Z][^.\n\"“|*#]{50,220}\.(?=\s)")
# Two digits or more that are no year, day, share, sum of money, score or clock time.
_DIGITS = re.compile(
    r"(?<![\w.,:/$£€–-])(?!(?:1[5-9]|20)\d\d\b)\d{2,3}(?:,\d{3})*(?![\w,.:%–-])(?= [a-z]{4,})"
)
# "Some 45 million", where "Chapter 11", "Bet 365", "No 10" and "September 11" are names.
_NAME = re.compile(r"(?<!^)\b(?:[A-Z][\w'’]*|number|numbers|no|top)\.? $")
# A bound, one end of a range or a change, the rest of a time or a length, one of several in a
# row: what stands beside it decides what the changed one says.
_JOINED = re.compile(
    r"\b(?:between|from|to|than|least|most|over|above|under|below|exceed\w*|one in)"
    r"(?: (?:about|nearly|almost|some))? $"
    r"|\bbetween [\w,.]+(?: [a-z]+)? and $|\d[\d,.]*(?: [a-z]+)?,? (?:and|or|to) $"
)
_COUNTED = re.compile(
    r" (?:million|billion|thousand|(?:[a-z-]+ ){0,2}?(?:[a-z]{2,}[^aious\W]s|people|men|women"
    r"|children|staff|police|troops|crew))\b"
)
_RANGE_OPENS = re.compile(r" (?:[a-z]+ )?(?:to|and|or) (?:[$£€]?\d)")


# Without "last year" or "in Marel" a sentence says something else.
_WHEN_OR_WHERE = re.compile(
    r"\b(?:in|on|at|by|since|until|during|before|after|last|this|next|now|then|ago|earlier|once"
    r"|years?|months?|weeks?|days?|[A-Z]\w+day)\b",
    re.IGNORECASE,
)

_FRAGMENT = re.compile(r"(?:wh\w+|and|but|adding|including|said|with)\b")


class Repeated(NamedTuple):
    """A sentence of a story told again, and the same with one of its figures changed."""

    sentence: str
    broken: str


def repeat(story: str, dice: random.Random) -> Repeated | None:
    """One of a story's sentences with a figure, given again; None where it has no such sentence."""
    sentences = [one for one in _SENTENCE.findall(story) if any(_figures(one))]
    return _changed(dice.choice(sentences), dice) if sentences else None


def retell(story: str, dice: random.Random) -> Repeated | None:
    """The same, a part of the sentence between commas left out: no figure, time or place."""
    shorter = [
        one
        for sentence in _SENTENCE.findall(story)
        for one in _shorter(sentence)
        if any(_figures(one))
    ]
    return _changed(dice.choice(shorter), dice) if shorter else None


def _changed(sentence: str, dice: random.Random) -> Repeated:
    figure = dice.choice(list(_figures(sentence)))
    digit = str((int(figure[0][0]) + dice.randint(1, 7)) % 9 + 1)
    return Repeated(sentence, sentence[: figure.start()] + digit + sentence[figure.start() + 1 :])


def _shorter(sentence: str) -> Iterator[str]:
    parts = sentence.removesuffix(".").split(", ")
    for at, part in enumerate(parts):
        left = ", ".join([*parts[:at], *parts[at + 1 :]])
        kept = any(map(str.isdigit, part)) or _WHEN_OR_WHERE.search(part)
        whole = at or not _FRAGMENT.match(left)
        if left and whole and not kept and len(part) < len(sentence) / 2:
            yield f"{left[0].upper()}{left[1:]}."


def _figures(sentence: str) -> Iterator[re.Match[str]]:
    for figure in _DIGITS.finditer(sentence):
        before, after = sentence[: figure.start()], sentence[figure.end() :]
        counts = "," in figure[0] or _COUNTED.match(after)
        apart = not _NAME.search(before) and not _JOINED.search(before)
        if counts and apart and not _RANGE_OPENS.match(after):
            yield figure
