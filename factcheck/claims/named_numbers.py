"""The numbers a story names, each with the part it plays and the words it stands among."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cached_property
from itertools import islice
from typing import Literal

from factcheck.claims.meanings import MEANINGS, noun_class
from factcheck.model import Date, Document, Quantity, Sentence, Span
from factcheck.quantities.mentions import Mention, find_mentions, names_number
from factcheck.tokens import Tokens

Role = Literal[
    "figure", "money", "percent", "year", "decade", "day", "clock", "ordinal", "name", "word"
]
_HYPHENS = frozenset("-‐‑–")
_SIGNS = frozenset("$£€¥")
_MONEY = frozenset(("dollars", "euros", "pounds", "cents", "yen"))
_PERCENT = frozenset(("%", "percent", "pct", "percentage"))
_PASSED_OVER = frozenset(("of", "the", "more", "other", "others", "new", "%", "percent"))
_FAR, _MOST = 8, 4  # tokens to look at on either side, words to keep


class NamedNumber:
    """A number of a story; what stands round it is worked out when somebody asks.

    `value` is the number, a year in full for "'98". `month` is that of a day, 0 where there is
    none; `within` are the tokens of its sentence.
    """

    def __init__(
        self,
        mention: Mention,
        role: Role,
        value: int | Fraction,
        sentence: int,
        tokens: Tokens,
        within: range,
        month: int = 0,
    ) -> None:
        self.mention = mention
        self.role = role
        self.value = value
        self.sentence = sentence
        self.tokens = tokens
        self.within = within
        self.month = month

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.mention.span

    @cached_property
    def behind(self) -> tuple[str, ...]:
        """The lemmas and predicates that follow it up to the next number, sign or function word.

        Of a number tied to a word by a hyphen, what it is tied to ("old" in "2-year-old").
        """
        return tuple(islice(_behind(self.tokens, self.mention.last, self.within.stop), _MOST))

    @cached_property
    def before(self) -> tuple[str, ...]:
        """The lemmas and predicates that stand before it, the nearest first."""
        return tuple(islice(_before(self.tokens, self.mention.first, self.within.start), _MOST))

    @cached_property
    def said(self) -> frozenset[str]:
        """The predicates behind it."""
        return frozenset(_said(self.tokens, self.mention.last, self.within.stop))

    @cached_property
    def about(self) -> frozenset[str]:
        """The words it stands among."""
        return frozenset((*self.behind, *self.before))

    @property
    def nouns(self) -> tuple[str, ...]:
        """What may be counted: the words behind it that say nothing of it."""
        return tuple(word for word in self.behind if word[0] != "@")


def named_numbers(
    document: Document, sentences: Iterable[tuple[int, Sentence]]
) -> Iterator[NamedNumber]:
    """The numbers that these sentences of the story name, in reading order."""
    tokens = document.tokens
    figures: dict[int, Quantity] | None = None
    fixed = [date for date in document.dates if _is_fixed(date)]
    starts = [date.span.start for date in fixed]
    for index, sentence in sentences:
        mentions = list(find_mentions(tokens, sentence.first, sentence.last))
        if not mentions:
            continue
        figures = _plain_figures(document) if figures is None else figures
        within, end = range(sentence.first, sentence.last), 0
        span = sentence.span
        dates = fixed[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        for mention in mentions:
            figure = figures.get(mention.span.start)
            if mention.span.start < end:
                continue
            if figure and figure.number and mention.form == "figure":
                mention, end = _as_figure(tokens, mention, figure), figure.number.end
            date = _date_of(mention, dates) if dates else None
            role = _part_of_date(mention, date) if date else _role(tokens, mention)
            year = _short_year(tokens, mention, date)
            month = (date.month or 0) if date and role == "day" else 0
            role = "year" if year and role == "figure" else role
            yield NamedNumber(mention, role, year or mention.value, index, tokens, within, month)


def _plain_figures(document: Document) -> dict[int, Quantity]:
    """The figures that are one number each, by where the number begins."""
    return {one.number.start: one for one in document.quantities if one.number and _is_plain(one)}


def _date_of(mention: Mention, dates: list[Date]) -> Date | None:
    return next((date for date in dates if date.span.overlaps(mention.span)), None)


def _is_plain(figure: Quantity) -> bool:
    """Whether the figure is one number, given in the unit it is written in."""
    return figure.range.is_point and figure.kind in ("count", "money", "measure")


def _as_figure(tokens: Tokens, mention: Mention, figure: Quantity) -> Mention:
    """The number as the figure has it, which knows "5m high" from "5m jobs"."""
    value = figure.range.low
    if figure.number is None or value is None:
        return mention
    last = tokens.at(figure.number.end - 1) + 1
    longer = last > mention.last
    span = Span(mention.span.start, figure.number.end) if longer else mention.span
    return mention._replace(value=value, step=figure.step, span=span, last=max(last, mention.last))


def _is_fixed(date: Date) -> bool:
    """Whether it is a date by itself: "three years ago" names a figure and no day."""
    return not date.relative or date.clock is not None


def _part_of_date(mention: Mention, date: Date) -> Role:
    if date.clock is not None:
        return "clock"
    if mention.form == "decade" or date.precision == "decade":
        return "decade"
    return "day" if mention.value in (date.day, date.end and date.end.day) else "year"


def _role(tokens: Tokens, mention: Mention) -> Role:
    if mention.form != "figure":
        return mention.form
    if _is_year(tokens, mention):
        return "year"
    if tokens.word(mention.first - 1)[-1:] in _SIGNS or tokens.word(mention.last).lower() in _MONEY:
        return "money"
    after = tokens.word(mention.last).lower()
    if after in _PERCENT or (after == "per" and tokens.word(mention.last + 1) == "cent"):
        return "percent"
    return "figure"


def _short_year(tokens: Tokens, mention: Mention, date: Date | None) -> int:
    """The year that "'98" stands for, 0 for all other numbers."""
    if date and date.year and date.year % 100 == mention.value < 100 and date.day != mention.value:
        return date.year
    alone = mention.last - mention.first == 1 and mention.value < 100
    if date or not alone or tokens.word(mention.first - 1)[-1:] not in ("'", "’"):
        return 0
    after = tokens.word(mention.last)
    # "The '40 Years' remark", "'47%'": a quotation begins.
    if not after.isalpha() or after.endswith("s"):
        return 0
    return int(mention.value) + (1900 if mention.value > 40 else 2000)


def _is_year(tokens: Tokens, mention: Mention) -> bool:
    """Whether four digits count nothing: "1200 AD", "a 1984-like state"."""
    text = tokens.word(mention.first)
    if mention.last - mention.first > 1 or len(text) != 4 or not text.isdecimal():
        return False
    after = tokens.word(mention.last)
    era = after in ("AD", "BC", "CE", "BCE")
    like = after in _HYPHENS and tokens.word(mention.last + 1).lower() in ("like", "style", "era")
    return 1000 <= mention.value < 2100 and (era or like)


def _behind(tokens: Tokens, first: int, last: int) -> Iterator[str]:
    tied = tokens.word(first) in _HYPHENS and tokens.touches_next(first - 1)
    for index in range(first, min(first + _FAR, last)):
        word = tokens.word(index)
        if tied and index > first and not tokens.touches_next(index - 1):
            return
        if word in _HYPHENS or word.lower() in _PASSED_OVER:
            continue
        meaning = MEANINGS[tokens.raw[index]]
        if not meaning or names_number(word):
            return
        yield meaning if meaning[0] == "@" else noun_class(meaning)


def _said(tokens: Tokens, first: int, last: int) -> Iterator[str]:
    for index in range(first, min(first + _FAR, last)):
        meaning = MEANINGS[tokens.raw[index]]
        if names_number(tokens.raw[index]):
            return
        if meaning[:1] == "@":
            yield meaning


def _before(tokens: Tokens, first: int, start: int) -> Iterator[str]:
    for index in range(first - 1, max(first - _FAR, start) - 1, -1):
        word = tokens.word(index)
        if word in (",", ";", ":", "—") or names_number(word):
            return
        meaning = MEANINGS[tokens.raw[index]]
        if meaning:
            yield meaning if meaning[0] == "@" else noun_class(meaning)
