"""From figures to claims: what is counted, where, when, and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.claims.meanings import MEANINGS, predicate_of
from factcheck.claims.scopes import Place, clause, names_of, place_after, place_before, states
from factcheck.claims.sources import Attribution, source_at
from factcheck.claims.sources import find_sources as find_sources
from factcheck.claims.statements import find_statements as find_statements
from factcheck.claims.subjects import Subject, counted, measured
from factcheck.model import AUTHOR, Claim, Document, Quantity, Sentence, Span


def find_claims(
    document: Document, attributions: tuple[Attribution, ...] | None = None
) -> tuple[Claim, ...]:
    """A claim for each figure of the story, in reading order.

    `attributions` are the story's, where they are known already.
    """
    found = find_sources(document) if attributions is None else attributions
    return tuple(_claims(document, found))


def _claims(document: Document, attributions: tuple[Attribution, ...]) -> Iterator[Claim]:
    index, setting = -1, None
    previous: Claim | None = None
    for quantity in document.quantities:
        at = document.sentence_at(quantity.span.start)
        if at != index or setting is None:
            index, setting, previous = at, _Setting(document, at), None
        previous = setting.claim(quantity, previous)
        source = source_at(attributions, quantity.span.start)
        names = previous.names.difference(source.name.split()) if previous.names else previous.names
        yield replace(previous, source=source, names=names)

class _Setting:
    """What the figures of one sentence share."""

    def __init__(self, document: Document, index: int) -> None:
        self.document = document
        self.index = max(index, 0)
        self.sentence = _sentence(document, self.index)
        first, last = self.sentence.first, self.sentence.last
        tokens = document.tokens
        raw = tokens.raw[first:last]
        self.words = frozenset(map(MEANINGS.__getitem__, raw)) - {""}
        self.names, self.settings = names_of(raw)
        # All dates of the sentence, as the story words them.
        self.time = " / ".join(
            date.span.of(document.prose).lower() for date in document.dates_in(self.sentence.span)
        )

    def claim(self, quantity: Quantity, previous: Claim | None) -> Claim:
        """The claim of one of its figures; what it leaves out, the figure before it may give."""
        document = self.document
        tokens = document.tokens
        first, last = tokens.at(quantity.span.start), tokens.at(quantity.span.end - 1) + 1
        subject = _subject(document, quantity, self.sentence, previous)
        after = last
        if subject and subject.span.start >= quantity.span.end:
            after = tokens.at(subject.span.end - 1) + 1
        place = place_after(tokens, after, self.sentence.last)
        if not place.name:
            place = place_before(tokens, self.sentence.first, first)
        found = states(tokens, *clause(tokens, range(first, last), self.sentence))
        return Claim(
            quantity, self.index,
            subject=subject.head if subject else "",
            noun=subject.span if subject else None,
            modifiers=subject.modifiers if subject else (),
            predicate=self._predicate(first, after),
            place=place.name, time=self.time, source=AUTHOR,
            quoted=document.region_at(quantity.span.start) == "quotation",
            denied="denied" in found, hedged="plan" in found,
            states=found, words=self.words, names=self.names, settings=self.settings,
            extent=self._extent(quantity, first, after, place),
        )  # fmt: skip

    def _extent(self, quantity: Quantity, first: int, after: int, place: Place) -> Span:
        """From "another" before the figure to the place or the verb right behind its noun."""
        tokens = self.document.tokens
        if place.tokens and place.tokens.start == after:
            after = place.tokens.stop
        elif after > first and predicate_of(tokens.word(after)) and tokens.word(after)[-2:] in ("ed", "ng"):
            after += 1
        opens = tokens.word(first - 1).lower() in ("another", "further", "additional")
        start = tokens.starts[first - 1] if opens else quantity.span.start
        return Span(start, max(tokens.end(after - 1), quantity.span.end))

    def _predicate(self, first: int, after: int) -> str:
        """What is said of the figure: the nearest such word behind it, else before it."""
        tokens = self.document.tokens
        behind = range(after, min(after + 7, self.sentence.last))
        ahead = range(first - 1, max(first - 6, self.sentence.first) - 1, -1)
        for place in (behind, ahead):
            for index in place:
                word = tokens.word(index)
                if word in (",", ";", "and", "but"):
                    break
                group = predicate_of(word)
                if group:
                    return group
        return ""


def _sentence(document: Document, index: int) -> Sentence:
    if document.sentences:
        return document.sentences[index]
    return Sentence(Span(0, len(document.prose)), 0, len(document.tokens), 0)


def _subject(
    document: Document, quantity: Quantity, sentence: Sentence, previous: Claim | None
) -> Subject | None:
    if quantity.kind in ("money", "percent"):
        found = measured(document.tokens, quantity, sentence.span.start)
    elif quantity.kind in ("age", "duration"):
        found = None
    else:
        found = counted(document.tokens, quantity)
    if found or quantity.kind != "count" or previous is None:
        return found
    return _elided(document, quantity, previous)


def _elided(document: Document, quantity: Quantity, previous: Claim) -> Subject | None:
    """"15,500 militants in Iraq and another 14,000 in Syria": the second counts militants too."""
    if not previous.subject or previous.quantity.kind != "count" or previous.noun is None:
        return None
    between = document.prose[previous.quantity.span.end : quantity.span.start]
    joined = any(f" {word}" in between for word in ("and", "or", "but", "while", "compared", "against", "versus"))
    if not joined and "," not in between:
        return None
    return Subject(previous.subject, previous.modifiers, previous.noun)
