"""The sentence that a figure stands in, and what it says to all of its figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.claims.meanings import MEANINGS
from factcheck.claims.scopes import names_of, segment
from factcheck.model import Claim, Document, Sentence, Span

# A day that hangs on another: "during that year" is not "last year".
_THAT_DAY = re.compile(r"\bthat (?:year|month|week|day|night|season|summer|winter)\b")


def settings_in(document: Document, offsets: Iterable[int]) -> Iterator[Setting]:
    """The sentence round each of these offsets, which grow; one and the same for neighbours."""
    setting: Setting | None = None
    index, last = 0, len(document.sentences) - 1
    for offset in offsets:
        if setting is None or offset >= setting.sentence.span.end:
            while index < last and document.sentences[index + 1].span.start <= offset:
                index += 1
            setting = _setting(document, index, offset)
        yield setting


def setting_at(document: Document, offset: int) -> Setting:
    """The sentence round an offset, as far as no lost full stop ends it."""
    return _setting(document, max(document.sentence_at(offset), 0), offset)


def _setting(document: Document, index: int, offset: int) -> Setting:
    if not document.sentences:
        whole = Sentence(Span(0, len(document.prose)), 0, len(document.tokens), 0)
        return Setting(document, 0, whole)
    return Setting(document, index, segment(document.tokens, document.sentences[index], offset))


class Setting:
    """What the figures of one sentence share; read no further than somebody asks."""

    __slots__ = ("_names", "_time", "_words", "document", "index", "sentence")

    def __init__(self, document: Document, index: int, sentence: Sentence) -> None:
        self.document, self.index, self.sentence = document, index, sentence
        self._words: frozenset[str] | None = None
        self._names: tuple[frozenset[str], frozenset[str]] | None = None
        self._time: str | None = None

    @classmethod
    def of(cls, document: Document, claim: Claim) -> Setting:
        """The sentence of a claim that was found."""
        return setting_at(document, claim.quantity.span.start)

    @property
    def tokens(self) -> range:
        """The tokens of the sentence."""
        return range(self.sentence.first, self.sentence.last)

    @property
    def words(self) -> frozenset[str]:
        """The lemmas of its content words and its predicates."""
        if self._words is None:
            self._words = frozenset(map(MEANINGS.__getitem__, self._raw())) - {""}
        return self._words

    @property
    def names(self) -> tuple[frozenset[str], frozenset[str]]:
        """Its names, and those of them that stand behind a preposition."""
        if self._names is None:
            self._names = names_of(self._raw())
        return self._names

    @property
    def time(self) -> str:
        """All its dates, as the story words them."""
        if self._time is None:
            dates = self.document.dates_in(self.sentence.span)
            prose = self.document.prose
            span = self.sentence.span
            that = _THAT_DAY.findall(prose, span.start, span.end)
            self._time = " / ".join([*(date.span.of(prose).lower() for date in dates), *that])
        return self._time

    def _raw(self) -> list[str]:
        return self.document.tokens.raw[self.sentence.first : self.sentence.last]
