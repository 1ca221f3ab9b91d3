"""Who speaks in a story, read when somebody first asks: few rules need it of few stories."""

from __future__ import annotations

from factcheck.claims.sources import Attribution, find_sources, source_at
from factcheck.claims.statements import find_statements
from factcheck.model import Document, Source, Statement


class Voices:
    """The attributions of a story, and what a document takes from them."""

    __slots__ = ("_attributions", "_document")

    def __init__(self, document: Document) -> None:
        self._document = document
        self._attributions: tuple[Attribution, ...] | None = None

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """Every attribution of the story, by where what it attributes begins."""
        if self._attributions is None:
            self._attributions = find_sources(self._document)
        return self._attributions

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement of the story, in reading order."""
        return find_statements(self._document, self.attributions)

    def source_at(self, offset: int) -> Source:
        """Who stands behind what is said at this offset."""
        return source_at(self.attributions, offset)
