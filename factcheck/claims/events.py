"""What a story says happened on a date: an event is a verb with the date that belongs to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from factcheck.claims.event_verbs import (
    AUXILIARY,
    EVENT_VERBS,
    NO_KINDS,
    event_words,
    known_kinds,
)
from factcheck.claims.lemmas import LEMMAS
from factcheck.claims.meanings import MEANINGS
from factcheck.claims.scopes import clause, names_of, segment
from factcheck.model import Date, Document, Span
from factcheck.tokens import Tokens
from factcheck.tuples import NamedTuple
from factcheck.values import dataclass

# So many tokens may stand between the verb and its date.
_REACH = 16


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened once, and the date the story gives it.

    `kind` is the class of its verb, `words` the sentence's content words with the verb as its
    class, `names`, `settings` as in a claim, `again` the words that tell one such event from
    another, `plan` whether it is one, `noun` what the date qualifies ("the 1967 war"), `about`
    whether the date is approximate, `others` the other dates of the sentence.
    """

    date: Date
    kind: str
    span: Span
    sentence: int
    words: frozenset[str]
    names: frozenset[str]
    settings: frozenset[str]
    again: frozenset[str]
    plan: bool
    noun: str
    about: bool
    others: tuple[Date, ...]


def find_events(document: Document) -> tuple[Event, ...]:
    """The dated events of a story in reading order."""
    days = [date for date in document.dates if _is_day(date)]
    return tuple(setting.event(draft) for setting, draft in _sure(_drafts(document, days)))


def rival_events(document: Document) -> tuple[Event, ...]:
    """The same, less those that are the only ones of their kind."""
    days = [date for date in document.dates if _is_day(date)]
    drafts = _rivals(_drafts(document, days)) if len(days) > 1 else ()
    return tuple(setting.event(draft) for setting, draft in _rivals(_sure(drafts)))


class _Draft(NamedTuple):
    """A date with its verb: the kind, the verb's token, the date's tokens, whether it is about."""

    date: Date
    kind: str
    verb: int
    place: range
    about: bool = False


_Placed: TypeAlias = "tuple[_Happening, _Draft]"


def _rivals(drafts: Iterable[_Placed]) -> list[_Placed]:
    """Those that are not the only ones of their kind."""
    known = list(drafts)
    kinds = Counter([draft.kind for _, draft in known]) if len(known) > 1 else {}
    return [one for one in known if kinds.get(one[1].kind, 0) > 1]


def _sure(drafts: Iterable[_Placed]) -> Iterator[_Placed]:
    """Those whose date is one of an event by the words before it, with whether it is about."""
    for setting, draft in drafts:
        about = setting.lead(draft.place.start)
        if about is not None:
            yield setting, draft._replace(about=about)


def _drafts(document: Document, days: Iterable[Date]) -> Iterator[_Placed]:
    setting: _Happening | None = None
    for date in days if document.sentences else ():
        if setting is None or date.span.start >= setting.sentence.span.end:
            setting = _Happening(document, date.span.start)
        draft = setting.draft(date)
        if draft:
            yield setting, draft


def _is_day(date: Date) -> bool:
    """Whether the date is one by the calendar, not one that hangs on another."""
    known = date.year is not None or date.month is not None or date.weekday is not None
    return known and not date.relative and not date.part and date.clock is None and not date.end


class _Happening:
    """What the dates of one sentence share."""

    def __init__(self, document: Document, offset: int) -> None:
        self.document, self.index = document, max(document.sentence_at(offset), 0)
        self.sentence = segment(document.tokens, document.sentences[self.index], offset)
        self.dates: tuple[Date, ...] = ()
        self.words: frozenset[str] | None = None

    def draft(self, date: Date) -> _Draft | None:
        """One of its dates with the verb that it belongs to."""
        tokens = self.document.tokens
        first = last = tokens.at(date.span.start)
        while tokens.starts[last] < date.span.end:
            last += 1
        kind, verb = self._verb(first, last)
        # "Released 1 March on PC" does not say what.
        if not kind or (verb == self.sentence.first and tokens.word(last) != ","):
            return None
        return _Draft(date, kind, verb, range(first, last))

    def event(self, draft: _Draft) -> Event:
        """The event of such a date."""
        if self.words is None:
            self._read()
        date, near = draft.date, self._near(draft.place.start, draft.verb)
        return Event(
            date, draft.kind, date.span, self.index, self.words or frozenset(),
            self.names, self.settings, event_words("again") & near,
            not event_words("plans").isdisjoint(near),
            _qualified(self.document.tokens, date, draft.place.stop), draft.about,
            tuple(other for other in self.dates if other is not date),
        )  # fmt: skip

    def _read(self) -> None:
        tokens, known = self.document.tokens, known_kinds()
        self.dates = self.document.dates_in(self.sentence.span)
        dated = {at for date in self.dates for at in tokens.between(date.span.start, date.span.end)}
        places = range(self.sentence.first, self.sentence.last)
        raw = [tokens.raw[at] for at in places if at not in dated]
        words = [token.rstrip(" ").lower() for token in raw]
        self.words = frozenset(
            f"@{known[word]}" if word in known else MEANINGS[token]
            for word, token in zip(words, raw, strict=True)
        ) - {""}
        self.names, self.settings = names_of(raw)

    def _near(self, date: int, verb: int) -> frozenset[str]:
        """The small words of the clauses round the date and its verb."""
        raw = self.document.tokens.raw
        places = {
            at
            for place in (date, verb)
            for at in clause(self.document.tokens, range(place, place + 1), self.sentence)
        }
        # "New South Wales" is a name.
        return frozenset(
            raw[at].rstrip(" ").lower()
            for at in places
            if raw[at].islower() or at == self.sentence.first
        )

    def lead(self, first: int) -> bool | None:
        """Whether the date is about; None where a word before it makes it no date of an event."""
        tokens, about = self.document.tokens, False
        for at in range(first - 1, self.sentence.first - 1, -1):
            word = tokens.word(at).lower()
            if word in event_words("about"):
                about = True
            elif word == "to" and self._reaches_back(at):
                return about
            elif word in event_words("bounds"):
                return None
            elif word not in ("the", "in", "on", ".", "year"):
                break
        return about

    def _reaches_back(self, at: int) -> bool:
        """“The ferry song goes back to the 18th century”."""
        return "back" in (self.document.tokens.word(one) for one in range(at - 3, at))

    def _verb(self, first: int, last: int) -> tuple[str, int]:
        """The kind and the place of the verb before the date, or behind one that opens all."""
        start, stop = self.sentence.first, self.sentence.last
        found = self._search(range(first - 1, max(first - _REACH, start) - 1, -1), backwards=True)
        if not found[0] and first - start <= 3:
            found = self._search(range(last, min(last + _REACH, stop)), backwards=False)
        return found

    def _search(self, places: range, *, backwards: bool) -> tuple[str, int]:
        raw = self.document.tokens.raw
        for at in places:
            kind = EVENT_VERBS[raw[at]]
            if not kind or (kind == AUXILIARY and not backwards):
                continue
            if kind == "(" and EVENT_VERBS[raw[at + 1]] not in NO_KINDS:
                # "Ada Quenby (born 4 March 1951)".
                continue
            return ("", 0) if kind in NO_KINDS else (kind, at)
        return "", 0


def _qualified(tokens: Tokens, date: Date, last: int) -> str:
    """What the date qualifies: "war" in "the 1967 Mideast war"; "" for a date on its own."""
    if date.month is not None or date.precision != "year":
        return ""
    noun = ""
    for at in range(last, min(last + 4, len(tokens))):
        word = tokens.word(at)
        if not word.isalpha() or not LEMMAS[word]:
            break
        noun = LEMMAS[word]
        if word.endswith("s"):
            break
    return noun
