"""FC211: a number whose commas stand where no number has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck import Document, Finding, Span, rule

# Patterns are strings: `re` compiles each when a story first needs it.
_NUMBER = r"\d+(?:,\d+)+(?:\.\d+)?"
_GROUPED = r"\d{1,3}(?:,\d{3})+"
# Lakh and crore: 1,00,000 and 12,34,56,789.
_INDIAN = r"\d{1,2}(?:,\d{2})+,\d{3}"
_ON = r" ?(?:and|or|to)\b|, ?\d"
# Two groups alone may be a decimal comma, a day and its year or two numbers of a list; not so
# before what is counted and behind a sign of a currency that has decimal points.
_COUNTED = (
    " (?:million|billion|thousand|people|dollars|pounds|euros|votes|jobs|homes|houses|men|women"
    r"|children|visitors|members|pupils|students|families|troops|workers|residents)\b"
)
_MONEY = tuple("$£")


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

    Compares: The commas of a number with the groups of three that they should part.

    Tolerance: None.

    Silent: Where it is a list, a day with its year, an Indian group (12,34,567), or part of a name
    or a code; a single comma may be a decimal one, unless a dollar or pound sign or what is counted
    stands beside it.

    Published: The Guardian, November 2007: a graphic had 6,5000,000,000 pennies worth £65,000,000;
    6,500,000,000 would be (readers’ editor, 3 March 2008,
    theguardian.com/commentisfree/2008/mar/03/11).
    """
    done = 0
    for comma in re.finditer(r",\d", document.prose):
        if comma.start() < done:
            continue
        start = comma.start()
        while start and document.prose[start - 1].isdecimal():
            start -= 1
        match = re.compile(_NUMBER).match(document.prose, start)
        if match:
            done = match.end()
            if _malformed(document.prose, match):
                yield _finding(match)


def _malformed(prose: str, match: re.Match[str]) -> bool:
    written = match[0].partition(".")[0]
    grouped = re.fullmatch(_GROUPED, written) or re.fullmatch(_INDIAN, written)
    if grouped or _in_a_row(prose, match):
        return False
    groups = written.split(",")
    if len(groups) > 2:
        # Groups of three beside others are no list.
        return any(len(group) == 3 for group in groups[1:])
    counts = re.match(_COUNTED, prose[match.end() : match.end() + 20]) is not None
    money = prose[match.start() - 1 : match.start()] in _MONEY
    return (counts or money) and not groups[0].startswith("0")


def _in_a_row(prose: str, match: re.Match[str]) -> bool:
    """Whether it is part of a name, a code, a sum or a list: "N53,21", "1,23%", "3,14 and 15"."""
    before = prose[match.start() - 1 : match.start()]
    after = prose[match.end() : match.end() + 10]
    in_name = before.isalpha() or after[:1].isalpha()
    joined = before in tuple("#/-–.,:_°") or after[:1] in tuple("-–/:%°′',")
    return in_name or joined or re.match(_ON, after) is not None


def _finding(match: re.Match[str]) -> Finding:
    written = match[0]
    digits = written.partition(".")[0].replace(",", "")
    return Finding(
        f"“{written}” has commas where no number has them: as it stands it reads {int(digits):,}",
        (Span(*match.span(), "commas in the wrong place"),),
        working=(f"the groups are {' and '.join(written.split(','))}, not of three digits",),
        consistent_if=(
            f"the number is {int(digits):,}",
            "a digit too many or too few stands there",
        ),
    )
