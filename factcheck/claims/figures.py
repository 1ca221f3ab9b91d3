"""What a sentence says of its figures: what each counts, what is said of it, where and when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from factcheck.claims.meanings import MEANINGS, MOST, PREDICATES
from factcheck.claims.scopes import Place, place_after, place_before, states
from factcheck.claims.settings import Setting, settings_in
from factcheck.claims.subjects import Subject, counted, measured
from factcheck.model import Claim, Document, Quantity, Source, Span
from factcheck.values import late

_BREAK = "|"
_BREAKS = frozenset((",", ";", "and", "but"))
_JOINTS = (" and", " or", " but", " while", " compared", " against", " versus")
_NONE: frozenset[str] = frozenset()


class _Said(dict[str, str]):
    """What a token says of a figure, or that it ends the search for it; "" for all others."""

    def __missing__(self, token: str) -> str:
        if len(self) > MOST:
            self.clear()
        found = self[token] = _BREAK if token.strip() in _BREAKS else PREDICATES[token]
        return found


_SAID = _Said()


def find_figures(document: Document, tell: Callable[[int], Source]) -> Iterator[Figure]:
    """Each figure of the story; `tell` knows who says what stands at an offset."""
    quantities = document.quantities
    previous: Figure | None = None
    for quantity, setting in zip(
        quantities, settings_in(document, (one.span.start for one in quantities)), strict=True
    ):
        if previous is not None and setting is not previous.setting:
            previous = None
        previous = Figure(setting, quantity, _subject(setting, quantity, previous), tell)
        yield previous


def _subject(setting: Setting, quantity: Quantity, previous: Figure | None) -> Subject | None:
    """What the figure counts; what it leaves out, the one before it may give."""
    tokens = setting.document.tokens
    if quantity.kind in ("money", "percent"):
        return measured(tokens, quantity, setting.sentence.span.start)
    if quantity.kind in ("age", "duration"):
        return None
    subject = counted(tokens, quantity)
    if subject is None and quantity.kind == "count" and previous:
        return _elided(setting.document, quantity, previous)
    return subject


class Figure:
    """A figure, what it counts, and what else its sentence says of it, found when asked for.

    A claim takes its fields from here, so that they bear the same names.
    """

    __slots__ = (
        "_at", "_placed", "_stated", "_tell", "following", "quantity", "rivals", "setting",
        "subject",
    )  # fmt: skip

    def __init__(
        self,
        setting: Setting,
        quantity: Quantity,
        subject: Subject | None,
        tell: Callable[[int], Source],
        at: range | None = None,
    ) -> None:
        self.setting, self.quantity, self.subject = setting, quantity, subject
        self._tell, self._at = tell, at
        self._placed: Place | None = None
        self._stated: frozenset[str] | None = None
        # The next figure, where what is said of that one is said of both.
        self.following: Figure | None = None
        # One that has no rivals needs no words to compare.
        self.rivals = True

    def claim(self) -> Claim:
        """The claim of this figure."""
        subject, sentence = self.subject, self.setting.index
        if subject is None:
            return _claim()(self, self.quantity, sentence, "", None, ())
        head, modifiers, noun = subject
        return _claim()(self, self.quantity, sentence, head, noun, modifiers)

    @property
    def at(self) -> range:
        """The tokens that it stands in."""
        if self._at is None:
            tokens, span = self.setting.document.tokens, self.quantity.span
            self._at = range(tokens.at(span.start), tokens.at(span.end - 1) + 1)
        return self._at

    @property
    def source(self) -> Source:
        """Who says it."""
        return self._tell(self.quantity.span.start)

    @property
    def time(self) -> str:
        """The dates of its sentence; "110 years ago" says what it is, not when it holds."""
        time, quantity = self.setting.time, self.quantity
        if quantity.kind != "duration" or not time:
            return time
        document = self.setting.document
        own = {
            date.span.of(document.prose).lower()
            for date in document.dates_in(quantity.span)
            if date.span.overlaps(quantity.span)
        }
        return " / ".join(part for part in time.split(" / ") if part not in own) if own else time

    @property
    def quoted(self) -> bool:
        """Whether it stands within quotation marks."""
        return self.setting.document.region_at(self.quantity.span.start) == "quotation"

    @property
    def states(self) -> frozenset[str]:
        """The states its clause speaks of."""
        if self._stated is None:
            tokens = self.setting.document.tokens
            found = states(tokens, self.at, self.setting.sentence)
            # "Raised from £60,000": that was before.
            if self.quantity.kind != "count" and tokens.word(self.at.start - 1) == "from":
                found |= {"then"}
            self._stated = found
        return self._stated

    @property
    def denied(self) -> bool:
        """Whether its clause says that it is not so."""
        return "denied" in self.states

    @property
    def hedged(self) -> bool:
        """Whether its clause speaks of a plan."""
        return "plan" in self.states

    @property
    def place(self) -> str:
        """The place it is for."""
        return self._place().name

    @property
    def words(self) -> frozenset[str]:
        """The words of its sentence, to compare."""
        if not self.rivals:
            return _NONE
        # Who says it is no part of what is said.
        spoken = self._spoken()
        words = self.setting.words
        return words.difference(map(MEANINGS.__getitem__, spoken)) if spoken else words

    @property
    def names(self) -> frozenset[str]:
        """The names in its sentence."""
        return self.setting.names[0].difference(self._spoken()) if self.rivals else _NONE

    @property
    def settings(self) -> frozenset[str]:
        """Those names that stand behind a preposition."""
        return self.setting.names[1] if self.rivals else _NONE

    @property
    def extent(self) -> Span:
        """From "another" before the figure to the place or the verb right behind its noun."""
        tokens, first, after, place = (
            self.setting.document.tokens, self.at.start, self._after(), self._place()
        )  # fmt: skip
        span = self.quantity.span
        if place.tokens and place.tokens.start == after:
            after = place.tokens.stop
        elif after > first and _is_participle(tokens.word(after)):
            after += 1
        opens = tokens.word(first - 1).lower() in ("another", "further", "additional")
        start = tokens.starts[first - 1] if opens else span.start
        return Span(start, max(tokens.end(after - 1), span.end))

    @property
    def predicate(self) -> str:
        """What is said of it; “four soldiers and three civilians were injured” says it of both."""
        return self._said() or (self.following._said() if self.following else "")

    def _said(self) -> str:
        """The nearest such word behind it, else before it."""
        setting, after = self.setting, self._after()
        raw = setting.document.tokens.raw
        if after > self.at.stop and (group := PREDICATES[raw[after - 1]]):
            return _joined(raw, after - 1, group)
        first = self.at.start
        behind = range(after, min(after + 7, setting.sentence.last))
        ahead = range(first - 1, max(first - 6, setting.sentence.first) - 1, -1)
        for places in (behind, ahead):
            for at in places:
                if group := _SAID[raw[at]]:
                    if group != _BREAK:
                        return _joined(raw, at, group)
                    break
        return ""

    def _after(self) -> int:
        """The token behind it and the noun that follows it."""
        subject = self.subject
        if subject and subject.span.start >= self.quantity.span.end:
            return self.setting.document.tokens.at(subject.span.end - 1) + 1
        return self.at.stop

    def _place(self) -> Place:
        if self._placed is None:
            tokens, sentence = self.setting.document.tokens, self.setting.sentence
            place = place_after(tokens, self._after(), sentence.last)
            if not place.name:
                place = place_before(tokens, sentence.first, self.at.start)
            self._placed = place
        return self._placed

    def _spoken(self) -> list[str]:
        source = self.source
        return source.name.split() if source.kind != "author" else []


@cache
def _claim() -> Callable[..., Claim]:
    return late(Claim, "quantity sentence subject noun modifiers")


def _joined(tokens: list[str], at: int, group: str) -> str:
    """“27,000 dead or missing” are neither the dead nor the missing."""
    raw = tokens[at + 1 : at + 3]
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
