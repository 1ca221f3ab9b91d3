"""The two ends of a change and what it is said to come to: found here once, checked by rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from factcheck.claims.phrases import Phrase, find_phrases, neighbours, unit_of
from factcheck.claims.granting import granted
from factcheck.claims.meanings import noun_class
from factcheck.model import Claim, Document
from factcheck.ranges import Range

# Without its scale, "from 1.2 to 5 million" has ends that no change is that large between.
_FARTHEST = 1000


@dataclass(frozen=True, slots=True)
class Change:
    """A figure before and after, and the percentage or amount it is said to have moved by.

    `rises` and `falls` are what the wording says of the way it moved; both are False where it
    says neither ("a change of 5 percent"). `granted` are the numbers that each may stand for.
    """

    before: Claim
    after: Claim
    by: Claim
    rises: bool
    falls: bool
    granted: tuple[Range, Range, Range]

    @property
    def claims(self) -> tuple[Claim, Claim, Claim]:
        """The stated change, then the ends in the order of time."""
        return self.by, self.before, self.after


# A gap holds no other figure and no other part of the sentence.
_GAP = "[^A-Z;:↑↓]"
_ENDS = (
    rf"from (?P<before>[CMUDVP]){_GAP}{{0,40}}? to (?P<after>[CMUDVP])",
    rf"(?:to|at) (?P<after>[CMUDVP]),?{_GAP}{{0,30}}? (?:from|compared (?:with|to)|against|versus) (?P<before>[CMUDVP])",
    rf"(?P<after>[CMUDVP]),? (?:compared (?:with|to)|against|versus|[↑↓] from) (?P<before>[CMUDVP])",
)
_BY = "(?P<by>[PQCMUDV])"
_FORMS = (
    # "cut its grant by P, from M to M", "rose P to M from M", "a cut of P, from M to M"
    rf"(?P<way>[↑↓]){_GAP}{{0,40}}?(?: by| of|) {_BY},? (?:{_GAP}{{0,25}} )??@",
    # "a P rise in rents from M to M", "P higher at M, compared with M"
    rf"{_BY} (?P<way>[↑↓]),?{_GAP}{{0,25}}? @",
    # "from M to M, a rise of P", "to M from M, or by P", "from M to M, up P"
    rf"@{_GAP}{{0,20}}?[,(–—-]{_GAP}{{0,20}}?(?P<way>[↑↓])(?: of| by|) {_BY}",
    # "from M to M, a P rise"
    rf"@{_GAP}{{0,20}}?[,(–—-] ?(?:an? |or |that is )*{_BY} (?P<way>[↑↓])",
)
# "60 houses, up 20 percent from 50", "$60, 20 percent more than $50"
_BESIDE = (
    rf"(?P<after>[CMUDVP]){_GAP}{{0,25}}?[,(–—-] ?(?P<way>[↑↓])(?: by|) {_BY} (?:from|on|compared (?:with|to)|against){_GAP}{{0,12}} (?P<before>[CMUDVP])",
    rf"(?P<after>[CMUDVP]),? (?:or |which is |that is )?{_BY} (?P<way>[↑↓]) than{_GAP}{{0,12}} (?P<before>[CMUDVP])",
)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    forms = [form.replace("@", ends) for form in _FORMS for ends in _ENDS]
    return tuple(map(re.compile, (*forms, *_BESIDE)))


@lru_cache(maxsize=1)
def find_changes(document: Document) -> tuple[Change, ...]:
    """Every change of a story that gives both ends and what it comes to, in reading order."""
    phrases = find_phrases(document)
    found = [change for phrase in phrases for change in _within(document, phrase)]
    found += _across(document, phrases)
    return tuple(sorted(found, key=lambda one: one.before.quantity.span))


def _within(document: Document, phrase: Phrase) -> Iterator[Change]:
    if len(phrase.claims) < 3 or ("↑" not in phrase.text and "↓" not in phrase.text):
        return
    taken: set[int] = set()
    for pattern in _patterns():
        for match in pattern.finditer(phrase.text):
            if match.start("by") not in taken:
                change = _change(document, phrase, match)
                if change:
                    taken.add(match.start("by"))
                    yield change


def _change(document: Document, phrase: Phrase, match: re.Match[str]) -> Change | None:
    before, after, by = (phrase.group(match, name) for name in ("before", "after", "by"))
    return _made(document, before, after, by, match["way"])


def _made(document: Document, before: Claim, after: Claim, by: Claim, way: str) -> Change | None:
    units = [unit_of(document, one.quantity) for one in (before, after, by)]
    kinds = [one.quantity.kind for one in (before, after, by)]
    if units[0] != units[1] or kinds[0] != kinds[1] or not (kinds[2] == "percent" or units[2] == units[0]):
        return None
    ranges = tuple(granted(document, one) for one in (before, after, by))
    low, high = ranges[0].low, ranges[1].low
    if not low or not high or low <= 0 or high <= 0 or max(low, high) > _FARTHEST * min(low, high):
        return None
    return Change(before, after, by, way == "↑", way == "↓", (ranges[0], ranges[1], ranges[2]))


# "The budget went from M to M. That is a cut of P."
_GIVEN = tuple(re.compile(ends) for ends in _ENDS[:2])
_SUMMED = re.compile(
    rf"(?:that|this|it|the)\b{_GAP}{{0,30}}?(?:(?P<way>[↑↓])(?: of| by|) (?P<by>[PCMU])|(?P<by2>P) (?P<way2>[↑↓]))"
)
# "Profit rose P to M. A year earlier it was M."
_ARRIVED = re.compile(rf"(?P<way>[↑↓])(?: by|) (?P<by>P),? (?:to|at){_GAP}{{0,6}} (?P<after>[CMUDV])")
_LEFT = re.compile(rf"(?:an?|the) (?:year|month|quarter|week|decade) (?:earlier|before|ago)|the previous (?:year|month|quarter|week)")


def _across(document: Document, phrases: tuple[Phrase, ...]) -> Iterator[Change]:
    for first, second in neighbours(phrases):
        change = _summed_up(document, first, second) or _looked_back(document, first, second)
        if change:
            yield change


def _summed_up(document: Document, first: Phrase, second: Phrase) -> Change | None:
    """"It fell from 146,000 to 100,000. That is a cut of 50 percent."""
    summed = _SUMMED.match(second.text)
    if summed is None or len(second.claims) > 1:
        return None
    ends = [match for pattern in _GIVEN for match in pattern.finditer(first.text)]
    if len(ends) != 1 or "P" in first.text or "Q" in first.text:
        return None
    name, way = ("by", summed["way"]) if summed["by"] else ("by2", summed["way2"])
    before, after = (first.group(ends[0], end) for end in ("before", "after"))
    return _made(document, before, after, second.group(summed, name), way)


def _looked_back(document: Document, first: Phrase, second: Phrase) -> Change | None:
    arrived = _ARRIVED.search(first.text)
    if arrived is None or len(second.claims) > 1 or not _LEFT.match(second.text):
        return None
    before, after = second.claims[0], first.group(arrived, "after")
    nouns = {noun_class(one.subject) for one in (before, after)} - {""}
    if before.quantity.kind == "count" and len(nouns) > 1:
        return None
    return _made(document, before, after, first.group(arrived, "by"), arrived["way"])
