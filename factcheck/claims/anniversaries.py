"""Anniversaries with both their years: "In 2024 … the 50th anniversary of the 1974 fire"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache

from factcheck.claims.cues import Cues
from factcheck.claims.lemmas import word_list
from factcheck.dates.words import known_words
from factcheck.model import Date, Document, Span
from factcheck.values import dataclass

_CUES = Cues(
    "anniversary", "birthday", "centenary", "centennial", "sesquicentennial", "bicentenary",
    "bicentennial", "tercentenary", "quincentenary",
)  # fmt: skip
_REACH = 90
_OF = ("of", "of it in")


@dataclass(frozen=True, slots=True)
class Anniversary:
    """The `number`-th anniversary or birthday of what happened at `base`, kept at `held`."""

    number: int
    base: Date
    held: Date
    span: Span


@lru_cache(maxsize=1)
def find_anniversaries(document: Document) -> tuple[Anniversary, ...]:
    """Each anniversary whose two dates the sentence gives, in reading order."""
    return tuple(_anniversaries(document)) if _CUES.stand_in(document) else ()


def _anniversaries(document: Document) -> Iterator[Anniversary]:
    for phrase in _phrases(document.prose):
        at = document.sentence_at(phrase.start())
        if at < 0:
            continue
        span = document.sentences[at].span
        dates = [one for one in document.dates_in(span) if one.precision != "minute"]
        place = bisect_left(dates, phrase.start(), key=lambda one: one.span.start)
        before, after = dates[:place], dates[place:]
        found = _ends(document, span, phrase, before, after)
        number = _number(phrase)
        if found and number:
            yield Anniversary(number, *found, Span(*phrase.span("all")))


def _phrases(prose: str) -> Iterator[re.Match[str]]:
    """Each phrase round a word for an anniversary, which alone is quickly found."""
    for word in re.finditer("anniversary|birthday|centen", prose):
        # The longest ordinal before it is "seventy-seventh wedding".
        window = max(0, word.start() - 30), word.end() + 12
        if phrase := _pattern("phrase").search(prose, *window):
            yield phrase


def _ends(
    document: Document, sentence: Span, phrase: re.Match[str], before: list[Date], after: list[Date]
) -> tuple[Date, Date] | None:
    """What is remembered and when it is, of the dates before and behind the phrase."""
    prose, stop = document.prose, phrase.end()
    base = _begun(prose, sentence, phrase, before)
    if base is None and after and any(_ties(one, prose, stop, after[0]) for one in _OF):
        base, stop, after = after[0], after[0].span.end, after[1:]
    if base is None or base.year is None:
        return None
    if after and _ties("held" if after[0].year else "held now", prose, stop, after[0]):
        return base, after[0]
    if before and before[0] is not base and _opens(prose, sentence, before[0], phrase):
        return base, before[0]
    return None


def _ties(name: str, prose: str, stop: int, date: Date) -> bool:
    """Whether the words between an offset and a date are those of the pattern."""
    return _pattern(name).fullmatch(prose, stop, date.span.start) is not None


def _begun(prose: str, sentence: Span, phrase: re.Match[str], before: list[Date]) -> Date | None:
    """The year in "founded in 1975, the club marked its 50th anniversary"."""
    # Of "founded in 1919 and opened in 1921" either may be kept.
    if len(before) != 1:
        return None
    date = before[0]
    start = max(sentence.start, date.span.start - _REACH)
    begins = _pattern("begun").search(prose, start, date.span.start)
    keeps = _pattern("keeps").fullmatch(prose, date.span.end, phrase.start("all"))
    return date if begins and keeps else None


def _opens(prose: str, sentence: Span, date: Date, phrase: re.Match[str]) -> bool:
    """Whether the sentence is "In 2024 Marel marked the 50th anniversary …"."""
    if prose[sentence.start : date.span.start].strip() not in ("", "In", "On"):
        return False
    between = prose[date.span.end : phrase.start("all")]
    loose = set(re.findall(r"[\w-]+", between.lower())) & _words("loose")
    return not loose and _pattern("marks").search(between) is not None


def _number(phrase: re.Match[str]) -> int:
    named: dict[str, int] = word_list("dated")["anniversaries"]["names"]
    if phrase["name"]:
        return named[phrase["name"].lower()]
    if phrase["figure"]:
        return int(phrase["figure"])
    tens, _, ones = phrase["word"].lower().rpartition("-")
    return _ordinals().get(ones, 0) + (_twenties()[tens] if tens else 0)


@cache
def _ordinals() -> dict[str, int]:
    tens = word_list("dated")["anniversaries"]["tens"].split()
    small = {word: number for word, number in known_words().ordinals.items() if word != "twenty"}
    large = {word: 20 + 10 * place for place, word in enumerate(tens)}
    return small | large | {"hundredth": 100}


@cache
def _twenties() -> dict[str, int]:
    words = word_list("dated")["anniversaries"]["twenties"].split()
    return {word: 20 + 10 * place for place, word in enumerate(words)}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    table = word_list("dated")["anniversaries"]
    names, begun = "|".join(table["names"]), "|".join(table["beginnings"].split())
    tens, ordinals = "|".join(_twenties()), "|".join(_ordinals())
    own = "(?:its|his|her|their)"
    few = r"(?:\s(?!(?:and|or|but|that|which|who|when)\b)[\w'’-]+){0,3}"
    patterns = {
        # 50th anniversary · twenty-fifth birthday · centenary; not "50th-anniversary tour"
        "phrase": r"\b(?P<all>(?:(?P<figure>\d{1,4})(?:st|nd|rd|th)"
        rf"|(?P<word>(?:(?:{tens})-)?(?:{ordinals})))"
        rf"\s(?:wedding\s)?(?:anniversary|birthday)|(?P<name>{names}))(?=[,.;:)\n]|\Z"
        r"|\s(?:of|since|in|on|this|next|last|today|yesterday|tomorrow|with|falls|was|is|will)\b)",
        # (anniversary) of the (1975) fire
        "of": rf"\s(?:of|since)\s(?:the\s|{own}\s)?",
        # (anniversary) of the fire in (1975)
        "of it in": r"\s(?:of|since)\s[^,.;:()\n]{1,60}\s(?:in|on)\s",
        # (of the 1975) harbour fire in (2024) · (anniversary) (this year)
        "held": rf"{few},?\s(?:falls\s|was\s|is\s|will\sbe\s|came\s)?(?:in|on)\s",
        "held now": rf"{few},?\s(?:falls\s|was\s|is\s|will\sbe\s|came\s)?(?:(?:in|on)\s)?",
        "begun": rf"\b(?:{begun})\b[^.;:()\n]{{0,60}}\s(?:in|on)\s\Z",
        # (1975), the club marked its (50th anniversary)
        "keeps": r"[,;—–]?\s?(?:(?:and|it|he|she|they|which|who|the\s[a-z]+|will|has|is|was)\s)*"
        rf"(?:mark|celebrat|observ|commemorat|reach|keep|kept)[a-z]*\s{own}\s",
        "marks": rf"\b(?:(?:mark|celebrat|observ|commemorat)[a-z]*|is|was)\s(?:the\s|{own}\s)?\Z",
    }
    return re.compile(patterns[name], re.IGNORECASE if name in ("phrase", "begun") else 0)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_list("dated")["anniversaries"][name].split())
