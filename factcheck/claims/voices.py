"""Who speaks in a story, read when somebody first asks: few rules need it, and of few stories."""

from __future__ import annotations

from factcheck.claims.shapes import shape
from factcheck.claims.sources import Attribution, Tellers, find_sources
from factcheck.claims.speech import TRIGGER
from factcheck.claims.statements import find_statements
from factcheck.model import AUTHOR, Document, Sentence, Source, Statement

# So many sentences are looked back; a paragraph of more is a whole story, and is read.
_FAR = 12


class Voices:
    """The attributions of a story, and what a document takes from them."""

    __slots__ = ("_attributions", "_document", "_tellers")

    def __init__(self, document: Document) -> None:
        self._document = document
        self._attributions: tuple[Attribution, ...] | None = None
        self._tellers: Tellers | None = None

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
        """Whether nothing in the sentence attributes and its paragraph quotes nobody up to there.

        Half of all figures stand in such a sentence, and need nothing else to be read.
        """
        sentences = self._document.sentences
        at = self._document.sentence_at(offset)
        if at < 0:
            return False
        sentence, letters = sentences[at], shape(self._document.tokens)
        if TRIGGER.search(letters, sentence.first, sentence.last):
            return False
        first = next(
            (one for one in range(at, max(-1, at - _FAR), -1) if _begins_paragraph(sentences, one)),
            None,
        )
        return first is not None and letters.find('"', sentences[first].first, sentence.last) < 0


def _begins_paragraph(sentences: tuple[Sentence, ...], at: int) -> bool:
    return at == 0 or sentences[at - 1].paragraph != sentences[at].paragraph
