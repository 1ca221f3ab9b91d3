"""FC211: a number whose commas stand where no number has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck import Document, Finding, Span, rule

_COMMA = re.compile(r",\d")
_NUMBER = re.compile(r"\d+(?:,\d+)+(?:\.\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
# Lakh and crore: 1,00,000 and 12,34,56,789.
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
_YEAR = re.compile(r"\d{1,2},(?:1[5-9]|20)\d\d|(?:1[5-9]|20)\d\d(?:,(?:1[5-9]|20)\d\d)+")
# A single comma with one or two digits behind it may be a decimal comma or part of a list.
_LISTED = re.compile(r"(?:\d{1,4},)+\d{1,4}")
_COUNTED = re.compile(
    r" (?:million|billion|thousand|people|dollars|pounds|euros|votes|jobs|homes|houses|men|women"
    r"|children|visitors|members|pupils|students|families|troops|workers|residents)\b"
)
_MONEY = tuple("$£¥")


@rule(
    "FC211",
    examples=[
        "The harbour plan would cost [[6,5000,000,000]] dollars.",
        "The march drew [[1,23]] people.",
        "The mill lost $[[12,0000]] in May.",
        "Some [[14,50]] visitors came to the fair.",
        "The council has spent £[[1,2345,678]] on paths.",
        "Marel had [[123,45]] residents at the last count.",
        "The harbour plan would cost 6,500,000,000 dollars.",
        "The march drew 1,230 people.",
        "The mill lost $12,000.50 in May.",
        "A crore is written 1,00,00,000 in Quenby's sister town.",
        "Sold on May 4,2012 and again on June 11,2014.",
        "Look at pages 3,14,15 and 92.",
        "The label said 1,5 Liter and the map 53,2 N.",
        "The winning numbers were 4,17,23,31.",
    ],
)
def malformed_number(document: Document) -> Iterator[Finding]:
    """Commas part a number into groups of three digits.

    A digit too many or too few makes it ten times too large or small, and the reader cannot tell
    which. Days with their years, lists, Indian groups and decimal commas are left alone.
    """
    done = 0
    for comma in _COMMA.finditer(document.prose):
        if comma.start() < done:
            continue
        start = comma.start()
        while start and document.prose[start - 1].isdecimal():
            start -= 1
        match = _NUMBER.match(document.prose, start)
        if match:
            done = match.end()
            if _malformed(document, match):
                yield _finding(match)


def _malformed(document: Document, match: re.Match[str]) -> bool:
    written, prose = match[0].partition(".")[0], document.prose
    before, after = prose[: match.start()][-1:], prose[match.end() : match.end() + 2]
    if _GROUPED.fullmatch(written) or _INDIAN.fullmatch(written) or _YEAR.fullmatch(written):
        return False
    # Parts of names, codes, coordinates and sums: "N53,21", "2,4-D", "1,23%".
    if before.isalpha() or before in tuple("#/-–.,:_°") or after[:1].isalpha() or after[:1] in tuple("-–/:%°′'"):
        return False
    if after[:1] == "," or re.match(r" ?(?:and|or|to)\b|, ?\d", prose[match.end() :]):
        return False
    # Several groups of three among the others are no list.
    groups = written.split(",")
    threes = sum(len(group) == 3 for group in groups[1:])
    money = before in _MONEY
    if threes and len(groups) > 2:
        return max(map(len, groups)) > 3 or len(groups[-1]) < 3
    return money and len(groups[-1]) != 2 or _counts(prose, match, groups)


def _counts(prose: str, match: re.Match[str], groups: list[str]) -> bool:
    """Whether two groups stand before what is counted, as in "1,23 people"."""
    return len(groups) == 2 and _COUNTED.match(prose, match.end()) is not None


def _finding(match: re.Match[str]) -> Finding:
    written = match[0]
    digits = written.partition(".")[0].replace(",", "")
    return Finding(
        f"“{written}” has commas where no number has them: as it stands it reads {int(digits):,}",
        (Span(*match.span(), "commas in the wrong place"),),
        working=(f"the groups are {' and '.join(written.split(','))}, not of three digits",),
        consistent_if=(f"the number is {int(digits):,}", "a digit too many or too few stands there"),
    )
