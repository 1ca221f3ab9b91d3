"""What a sentence says of its figures: what each counts, what is said of it, where and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.claims.meanings import MEANINGS, MOST, PREDICATES
from factcheck.claims.scopes import Place, names_of, place_after, place_before, segment, states
from factcheck.claims.subjects import Subject, counted, measured
from factcheck.model import Claim, Document, Quantity, Sentence, Source, Span

_BREAK = "|"
_BREAKS = frozenset((",", ";", "and", "but"))
_JOINTS = (" and", " or", " but", " while", " compared", " against", " versus")

# A day that hangs on another: "during that year" is not "last year".
_THAT_DAY = re.compile(r"\bthat (?:year|month|week|day|night|season|summer|winter)\b")


class _Said(dict[str, str]):
    """What a token says of a figure, or that it ends the search for it; "" for all others."""

    def __missing__(self, token: str) -> str:
        if len(self) > MOST:
            self.clear()
        found = self[token] = _BREAK if token.strip() in _BREAKS else PREDICATES[token]
        return found


_SAID = _Said()


class Figure:
    """A figure with the noun phrase that it counts and the tokens that it stands in."""

    def __init__(self, quantity: Quantity, subject: Subject | None, place: range) -> None:
        self.quantity, self.subject, self.place = quantity, subject, place


def find_figures(document: Document) -> Iterator[tuple[Setting, Figure]]:
    """Each figure of the story with the sentence it stands in."""
    setting: Setting | None = None
    previous: Figure | None = None
    for quantity in document.quantities:
        start = quantity.span.start
        if setting is None or start >= setting.sentence.span.end:
            setting, previous = setting_at(document, start), None
        previous = setting.figure(quantity, previous)
        yield setting, previous


def setting_at(document: Document, offset: int) -> Setting:
    """The sentence round an offset, as far as no lost full stop ends it."""
    if not document.sentences:
        whole = Sentence(Span(0, len(document.prose)), 0, len(document.tokens), 0)
        return Setting(document, 0, whole)
    index = max(document.sentence_at(offset), 0)
    return Setting(document, index, segment(document.tokens, document.sentences[index], offset))


class Setting:
    """What the figures of one sentence share; read no further than somebody asks."""

    def __init__(self, document: Document, index: int, sentence: Sentence) -> None:
        self.document, self.index, self.sentence = document, index, sentence
        self._raw = document.tokens.raw[sentence.first : sentence.last]
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
            self._words = frozenset(map(MEANINGS.__getitem__, self._raw)) - {""}
        return self._words

    @property
    def names(self) -> tuple[frozenset[str], frozenset[str]]:
        """Its names, and those of them that stand behind a preposition."""
        if self._names is None:
            self._names = names_of(self._raw)
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

    def _time_of(self, quantity: Quantity) -> str:
        """All dates of the sentence; "110 years ago" says what the figure is, not when it holds."""
        time = self.time
        if quantity.kind != "duration" or not time:
            return time
        prose, span = self.document.prose, quantity.span
        own = {
            date.span.of(prose).lower()
            for date in self.document.dates_in(span)
            if date.span.overlaps(span)
        }
        return " / ".join(part for part in time.split(" / ") if part not in own) if own else time

    def figure(self, quantity: Quantity, previous: Figure | None) -> Figure:
        """The figure; what it leaves out, the one before it may give."""
        tokens = self.document.tokens
        first, last = tokens.at(quantity.span.start), tokens.at(quantity.span.end - 1) + 1
        subject = self._subject(quantity)
        if subject is None and quantity.kind == "count" and previous:
            subject = _elided(self.document, quantity, previous)
        return Figure(quantity, subject, range(first, last))

    def _subject(self, quantity: Quantity) -> Subject | None:
        if quantity.kind in ("money", "percent"):
            return measured(self.document.tokens, quantity, self.sentence.span.start)
        if quantity.kind in ("age", "duration"):
            return None
        return counted(self.document.tokens, quantity)

    def claim(self, figure: Figure, source: Source, *, rivals: bool) -> Claim:
        """The claim of one of its figures; one that has no rivals needs no words to compare."""
        tokens, sentence, quantity = self.document.tokens, self.sentence, figure.quantity
        subject, after = figure.subject, figure.place.stop
        if subject and subject.span.start >= quantity.span.end:
            after = tokens.at(subject.span.end - 1) + 1
        place = place_after(tokens, after, sentence.last)
        if not place.name:
            place = place_before(tokens, sentence.first, figure.place.start)
        found = states(tokens, figure.place, sentence)
        # "Raised from £60,000": that was before.
        if quantity.kind != "count" and tokens.word(figure.place.start - 1) == "from":
            found |= {"then"}
        names, settings = self.names if rivals else (frozenset(), frozenset())
        spoken = source.name.split() if source.kind != "author" else ()
        return Claim(
            quantity, self.index,
            subject=subject.head if subject else "",
            noun=subject.span if subject else None,
            modifiers=subject.modifiers if subject else (),
            predicate=self._predicate(figure.place, after),
            place=place.name, time=self._time_of(quantity), source=source,
            quoted=self.document.region_at(quantity.span.start) == "quotation",
            denied="denied" in found, hedged="plan" in found, states=found,
            words=self._about(spoken) if rivals else frozenset(),
            names=names.difference(spoken), settings=settings,
            extent=self._extent(quantity, figure.place.start, after, place),
        )  # fmt: skip

    def _about(self, spoken: Sequence[str]) -> frozenset[str]:
        """Its words less those that name the source: who says it is no part of what is said."""
        return self.words.difference(map(MEANINGS.__getitem__, spoken)) if spoken else self.words

    def _extent(self, quantity: Quantity, first: int, after: int, place: Place) -> Span:
        """From "another" before the figure to the place or the verb right behind its noun."""
        tokens = self.document.tokens
        if place.tokens and place.tokens.start == after:
            after = place.tokens.stop
        elif after > first and _is_participle(tokens.word(after)):
            after += 1
        opens = tokens.word(first - 1).lower() in ("another", "further", "additional")
        start = tokens.starts[first - 1] if opens else quantity.span.start
        return Span(start, max(tokens.end(after - 1), quantity.span.end))

    def _predicate(self, place: range, after: int) -> str:
        """What is said of the figure: the nearest such word behind it, else before it."""
        raw = self.document.tokens.raw
        if after > place.stop and (group := PREDICATES[raw[after - 1]]):
            return self._joined(after - 1, group)
        first = place.start
        behind = range(after, min(after + 7, self.sentence.last))
        ahead = range(first - 1, max(first - 6, self.sentence.first) - 1, -1)
        for places in (behind, ahead):
            for at in places:
                if group := _SAID[raw[at]]:
                    if group != _BREAK:
                        return self._joined(at, group)
                    break
        return ""

    def _joined(self, at: int, group: str) -> str:
        """“27,000 dead or missing” are neither the dead nor the missing."""
        raw = self.document.tokens.raw[at + 1 : at + 3]
        if len(raw) == 2 and raw[0].rstrip(" ") in ("or", "and"):
            other = PREDICATES[raw[1]]
            if other and other != group:
                return f"{group} {raw[0].rstrip(' ')} {other}"
        return group


def _is_participle(word: str) -> bool:
    return word[-2:] in ("ed", "ng") and bool(PREDICATES[word])


def _elided(document: Document, quantity: Quantity, previous: Figure) -> Subject | None:
    """“420 goats in Marel and another 310 in Alder”: the second counts goats too."""
    if previous.subject is None or previous.quantity.kind != "count":
        return None
    between = document.prose[previous.quantity.span.end : quantity.span.start]
    joined = "," in between or any(joint in between for joint in _JOINTS)
    return previous.subject if joined else None
