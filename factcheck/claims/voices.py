"""Who speaks in a story, read when somebody first asks: few rules need it, and of few stories."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from factcheck.claims.shapes import shape
from factcheck.claims.sources import Attribution, Tellers, find_sources
from factcheck.claims.speakers import introductions
from factcheck.claims.speech import TRIGGER
from factcheck.claims.statements import find_statements
from factcheck.model import AUTHOR, Document, Sentence, Source, Statement

# So many sentences are looked back; a paragraph of more is a whole story, and is read.
_FAR = 12


Voice = Literal["political", "official", "unnamed", "estimate", "denial"]
# A source is of a kind only where a sentence that attributes has one of these.
_SIGNS: dict[Voice, re.Pattern[str]] = {
    "political": re.compile("[RLPA]"),
    "official": re.compile("[OGUAB]"),
    "unnamed": re.compile("[QUkg]|![oz]{1,3}l"),
    "estimate": re.compile("[EW]"),
    "denial": re.compile("Z"),
}


def may_speak(document: Document, kind: Voice) -> bool:
    """Whether the story may have a statement of this kind; if not, it has none.

    Costs a twentieth of reading who speaks, and most stories need not be read for the rest.
    """
    if _SIGNS[kind].search(_attributing(document)):
        return True
    letters = shape(document.tokens)
    return kind in introductions(letters, document.tokens).values()


@lru_cache(maxsize=1)
def _attributing(document: Document) -> str:
    """The letters of all sentences that may attribute something."""
    letters = shape(document.tokens)
    found = []
    reached = -1
    for sentence in document.sentences:
        if reached < sentence.first:
            trigger = TRIGGER.search(letters, sentence.first)
            reached = trigger.start() if trigger else len(letters)
        if reached < sentence.last:
            found.append(letters[sentence.first : sentence.last])
    return "|".join(found).replace(" ", "")


class Voices:
    """The attributions of a story, and what a document takes from them."""

    __slots__ = ("_asked", "_attributions", "_document", "_quiet", "_tellers")

    def __init__(self, document: Document) -> None:
        self._document = document
        self._attributions: tuple[Attribution, ...] | None = None
        self._tellers: Tellers | None = None
        self._asked, self._quiet = -1, False

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement of the story, in reading order."""
        return find_statements(self._document, self._heard())

    def source_at(self, offset: int) -> Source:
        """Who stands behind what is said at this offset."""
        if self._tellers is None:
            if self._is_quiet(offset):
                return AUTHOR
            self._tellers = Tellers(self._heard())
        return self._tellers.at(offset)

    def _heard(self) -> tuple[Attribution, ...]:
        if self._attributions is None:
            self._attributions = find_sources(self._document)
        return self._attributions

    def _is_quiet(self, offset: int) -> bool:
        """Whether nobody can speak in the sentence there.

        Half of all figures stand in such a sentence, and need nothing else to be read.
        """
        at = self._document.sentence_at(offset)
        # A long sentence may have thousands of figures.
        if at != self._asked:
            self._asked, self._quiet = at, at >= 0 and _is_quiet(self._document, at)
        return self._quiet


def _is_quiet(document: Document, at: int) -> bool:
    """Whether nothing in a sentence attributes and its paragraph quotes nobody up to there."""
    sentences, letters = document.sentences, shape(document.tokens)
    sentence = sentences[at]
    if TRIGGER.search(letters, sentence.first, sentence.last):
        return False
    first = next(
        (one for one in range(at, max(-1, at - _FAR), -1) if _begins_paragraph(sentences, one)),
        None,
    )
    return first is not None and letters.find('"', sentences[first].first, sentence.last) < 0


def _begins_paragraph(sentences: tuple[Sentence, ...], at: int) -> bool:
    return at == 0 or sentences[at - 1].paragraph != sentences[at].paragraph
