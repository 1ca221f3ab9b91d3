"""The two ends of a change and what it is said to come to: found here once, checked by rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from factcheck.claims.granting import granted
from factcheck.claims.meanings import noun_class
from factcheck.claims.phrases import Phrase, find_phrases, neighbours, unit_of
from factcheck.model import Claim, Document
from factcheck.ranges import Range

# "From 1.2 to 5 million" has lost a scale: no change that a story tells is so large.
_FARTHEST = 1000


@dataclass(frozen=True, slots=True)
class Change:
    """What a figure was, what it became and what that is said to come to.

    `by` is a percentage, percentage points or an amount in the unit of the ends. `before` is
    None where the story gives the amount in its place ("fell 120 points, or 2 percent, to
    5,880"); `amount` then holds it. `rises` is False for a fall.
    """

    before: Claim | None
    after: Claim
    by: Claim
    rises: bool
    amount: Claim | None = None

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The stated change, then the other figures in the order of time."""
        return tuple(one for one in (self.by, self.before, self.amount, self.after) if one)


# A gap holds no other figure and no other part of the sentence.
_GAP = "[^A-Z;:↑↓]"
_CLAUSE = rf"(?:(?! (?:as|and|while|but|after|when|though|although|which|who)\b){_GAP})"
_THE = "(?:the |an? |its |around |an average of |about |some |just |only )?"
# Between two ends a stretch of time may stand: "to $198m for the three months to June, from …".
_FAR = "[^B-CE-Z;:↑↓]"
_ENDS = (
    rf"from {_THE}(?P<before>[CMUDVP]){_FAR}{{0,50}}? to {_THE}(?P<after>[CMUDVP])",
    rf"(?:to|at) (?P<after>[CMUDVP]){_FAR}{{0,50}}?,? "
    rf"(?:from|compared (?:with|to)|against|versus) {_THE}(?P<before>[CMUDVP])",
    # "that was $50 last year is now $60"
    rf"(?:was|were|cost|stood at|had) {_THE}(?P<before>[CMUDVP]){_FAR}{{0,40}}? "
    rf"(?:now|is now|now costs?|now stands at|now has|now have) {_THE}(?P<after>[CMUDVP])",
)
_BY = "(?P<by>[PQCMUDV])"
_WAY = "(?P<way>[↑↓])"
_ALONGSIDE = rf"@{_GAP}{{0,30}}?[,(–—-] ?"
_FORMS = (
    # "cut its grant by P, from M to M", "rose P to M from M", "a cut of P, from M to M"
    rf"{_WAY}{_CLAUSE}{{0,40}}?(?: by| of|) {_BY},? (?:{_CLAUSE}{{0,25}} |[↑↓] )??@",
    # "a P rise in rents from M to M", "P higher at M, compared with M"
    rf"{_BY} {_WAY},?{_CLAUSE}{{0,35}}? @",
    # "from M to M, a rise of P", "to M from M, up P"
    rf"{_ALONGSIDE}{_CLAUSE}{{0,20}}?{_WAY}(?: of| by|) {_BY}",
    # "from M to M, a sharp P drop"
    rf"{_ALONGSIDE}(?:or |that is )?(?:an? )?(?:[a-z]+ )?{_BY} {_WAY}",
)
_BESIDE = (
    # "sold 60 houses, up 20 percent from 50", "$60, a 20 percent rise on $50"
    rf"(?P<after>[CMUDV]){_GAP}{{0,25}}?[,(–—-] ?(?:an? )?(?:{_WAY}(?: by|) {_BY}|(?P<by2>P) (?P<way2>[↑↓]))"
    rf" (?:from|on|over|compared (?:with|to)|against) {_GAP}{{0,30}}?(?P<before>[CMUDV])",
    # "$60, 20 percent more than $50"
    rf"(?P<after>[CMUDV])(?:{_GAP}{{0,30}}?[,(–—-])? ?(?:or |which is |that is |some )?{_BY} {_WAY} than "
    rf"{_GAP}{{0,12}}?(?P<before>[CMUDV])",
    # "the choir, which had 60 members in 1990, has shrunk by 40 percent to 36"
    rf"(?:had|stood at|was|were) (?P<before>[CMUDV]){_GAP}{{0,30}}?,? (?:has|have|had) (?:since )?"
    rf"{_WAY}(?: by)? {_BY},? to (?P<after>[CMUDV])",
)
_PRICES = (
    # "a $40 ticket costs $44 with the 10 percent tax", "$40 plus 10 percent tax makes $44"
    rf"(?P<before>M){_GAP}{{0,30}}? (?:plus|with|and) (?:an? |the |another )?(?P<by>P) (?:[a-z]+ )?"
    rf"(?P<added>tax|vat|levy|tip|duty|surcharge|fee|service charge){_GAP}{{0,25}}? (?P<after>M)",
    rf"(?P<before>M){_GAP}{{0,30}}? (?:costs?|comes to|makes) (?P<after>M) (?:with|after|including) "
    rf"(?:an? |the |another )?(?P<by>P) (?:[a-z]+ )?(?P<added>tax|vat|levy|tip|duty|surcharge|fee)",
    # "30 percent off the $50 fare, or $35"
    rf"(?P<by>P) off (?:the |its |their )?(?:[a-z]+ ){{0,2}}?(?P<before>M){_GAP}{{0,25}}? (?P<after>M)",
)
# "fell 120 points, or 2 percent, to 5,880", "120 points, or 2 percent, lower at 5,880"
_MOVE = (
    rf"{_WAY} (?:by )?(?P<amount>[CMUV])(?: points?| cents?| pence)?(?: ?,? or |, |,? ?\()(?P<by>P)[,)]? "
    rf"{_CLAUSE}{{0,25}}?(?:to|at) {_CLAUSE}{{0,15}}?(?P<after>[CMUV])"
)


def percent_of(document: Document, change: Change) -> Range:
    """What the change may come to in percent of where it began, below 0 where it fell.

    Each figure is taken once, so the range is as narrow as the granted figures allow.
    """
    after = granted(document, change.after)
    if change.before is not None:
        return (after / granted(document, change.before) - 1) * 100
    amount = granted(document, change.amount or change.by)
    # amount / (after - amount), and less than nothing of (after + amount)
    return 100 / (after / amount - 1) if change.rises else -100 / (after / amount + 1)


def difference_of(document: Document, change: Change) -> Range:
    """What lies between the ends, below 0 where the later one is less."""
    before = change.before or change.after
    return granted(document, change.after) - granted(document, before)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    forms = [form.replace("@", ends) for form in _FORMS for ends in _ENDS]
    return tuple(map(re.compile, (*forms, *_BESIDE, *_PRICES, _MOVE)))


@lru_cache(maxsize=1)
def find_changes(document: Document) -> tuple[Change, ...]:
    """Every change of a story that gives enough to work out what it comes to, in reading order."""
    phrases = find_phrases(document)
    found = [change for phrase in phrases for change in _within(document, phrase)]
    found += _across(document, phrases)
    return tuple(sorted(found, key=lambda one: one.after.quantity.span))


def _within(document: Document, phrase: Phrase) -> Iterator[Change]:
    if len(phrase.claims) < 3 or not ("P" in phrase.text or "↑" in phrase.text or "↓" in phrase.text):
        return
    taken: set[Claim] = set()
    for pattern in _patterns():
        for match in pattern.finditer(phrase.text):
            change = _read(document, phrase, match)
            if change and change.by not in taken:
                taken.add(change.by)
                yield change


def _read(document: Document, phrase: Phrase, match: re.Match[str]) -> Change | None:
    groups = match.groupdict()
    by = phrase.group(match, "by" if groups["by"] else "by2")
    way = groups.get("way") or groups.get("way2") or ("↑" if groups.get("added") else "↓")
    if groups.get("amount"):
        amount, after = phrase.group(match, "amount"), phrase.group(match, "after")
        change = Change(None, after, by, way == "↑", amount)
        return change if _fits(document, after, amount) else None
    return _made(document, phrase.group(match, "before"), phrase.group(match, "after"), by, way)


def _made(document: Document, before: Claim, after: Claim, by: Claim, way: str) -> Change | None:
    comparable = by.quantity.kind == "percent" or _alike(document, by, after)
    fits = comparable and _fits(document, before, after)
    return Change(before, after, by, way == "↑") if fits else None


def _alike(document: Document, first: Claim, second: Claim) -> bool:
    kinds = {first.quantity.kind, second.quantity.kind}
    units = [unit_of(document, one.quantity) or "" for one in (first, second)]
    if any("/" not in unit for unit in units):
        # "From an average of $50 to $60 a year" is so much a year both times.
        units = [re.sub("/(?:year|month|week|day|hour)$", "", unit) for unit in units]
    return len(kinds) == 1 and units[0] == units[1]


def _fits(document: Document, first: Claim, second: Claim) -> bool:
    """Whether the two can be ends of one change: one unit, above zero, of like size."""
    lows = [granted(document, one).low or 0 for one in (first, second)]
    near = min(lows) > 0 and max(lows) <= _FARTHEST * min(lows)
    return near and _alike(document, first, second)


_GIVEN = tuple(re.compile(ends) for ends in _ENDS)
_SUMMED = re.compile(
    rf"(?:that|this|it|the)\b{_GAP}{{0,30}}?(?:{_WAY}(?: of| by|) (?P<by>[PCMU])|(?P<by2>P) (?P<way2>[↑↓]))"
)
_ARRIVED = re.compile(rf"{_WAY}(?: by|) (?P<by>P),? (?:to|at) {_GAP}{{0,6}}?(?P<after>[CMUDV])")
_LEFT = re.compile(
    r"(?:an?|the) (?:year|month|quarter|week|decade) (?:earlier|before|ago)\b"
    r"|the previous (?:year|month|quarter|week)\b"
)


def _across(document: Document, phrases: tuple[Phrase, ...]) -> Iterator[Change]:
    for first, second in neighbours(phrases):
        if len(second.claims) == 1:
            change = _summed_up(document, first, second) or _looked_back(document, first, second)
            if change:
                yield change


def _summed_up(document: Document, first: Phrase, second: Phrase) -> Change | None:
    """"It fell from 146,000 to 100,000. That is a cut of 50 percent." """
    summed = _SUMMED.match(second.text)
    if summed is None or "P" in first.text or "Q" in first.text:
        return None
    ends = [match for pattern in _GIVEN for match in pattern.finditer(first.text)]
    if len(ends) != 1:
        return None
    before, after = (first.group(ends[0], end) for end in ("before", "after"))
    return _made(document, before, after, second.claims[0], summed["way"] or summed["way2"])


def _looked_back(document: Document, first: Phrase, second: Phrase) -> Change | None:
    """"Profit rose 12% to £450m. A year earlier it was £400m." """
    arrived = _ARRIVED.search(first.text)
    if arrived is None or not _LEFT.match(second.text):
        return None
    before, after = second.claims[0], first.group(arrived, "after")
    nouns = {noun_class(one.subject) for one in (before, after)} - {""}
    if before.quantity.kind == "count" and len(nouns) > 1:
        return None
    return _made(document, before, after, first.group(arrived, "by"), arrived["way"])
