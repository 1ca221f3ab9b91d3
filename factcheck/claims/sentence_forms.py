"""The wordings in which a sentence gives figures that follow from each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.claims.lemmas import word_list
from factcheck.claims.phrases import Phrase
from factcheck.tuples import NamedTuple

# Not the name of a group: "(?P<by>".
_PIECE = re.compile(r"(?<!\?P)<([a-z]+)>")


class SentenceForm(NamedTuple):
    """A wording: a sentence it finds, what a phrase must hold before it is tried, its pattern.

    Of each group of cues one must be there, so that few stories pay for a pattern to be compiled.
    """

    like: str
    cues: tuple[tuple[str, ...], ...]
    pattern: str


@cache
def sentence_forms(name: str) -> tuple[SentenceForm, ...]:
    """The wordings of a relation, in the order in which they are to be tried."""
    return tuple(form for row in word_list("arithmetic")[name] for form in _forms(row))


def matches(phrase: Phrase, name: str) -> Iterator[re.Match[str]]:
    """Where a phrase has one of the relation's wordings."""
    text = phrase.text
    for form in sentence_forms(name):
        if _has_one_of_each(text, form.cues):
            yield from _compiled(form.pattern).finditer(text)


def _has_one_of_each(text: str, groups: tuple[tuple[str, ...], ...]) -> bool:
    # Plain loops: most wordings are of no phrase, and generators would cost most of it.
    for cues in groups:
        for cue in cues:
            if cue in text:
                break
        else:
            return False
    return True


def _forms(row: dict[str, str]) -> Iterator[SentenceForm]:
    """The wording itself, or one for each way to give the two ends of a change."""
    cues = tuple(tuple(group.split("|")) for group in row["cues"])
    if "<ends>" not in row["pattern"]:
        yield SentenceForm(row["like"], cues, row["pattern"])
        return
    for ends in sentence_forms("ends"):
        pattern = row["pattern"].replace("<ends>", ends.pattern)
        yield SentenceForm(row["like"], cues + ends.cues, pattern)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(_spelt_out(pattern))


def _spelt_out(pattern: str) -> str:
    pieces = word_list("arithmetic")["pieces"]
    while _PIECE.search(pattern):
        pattern = _PIECE.sub(lambda found: pieces[found[1]], pattern)
    return pattern
