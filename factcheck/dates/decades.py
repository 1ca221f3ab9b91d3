"""Decades, centuries and years of two digits: "the 1990s", "the 19th century", "in '98"."""

from __future__ import annotations

from factcheck.dates.figures import is_counting
from factcheck.dates.forms import Form, Match
from factcheck.dates.shapes import Page
from factcheck.dates.years import PARTS, begins_at, full_year
from factcheck.model import Date


def _read_decade(page: Page, match: Match) -> Date | None:
    index = match.start()
    year = page.number(index)
    if year % 10 or not page.tokens.touches_next(index):
        return None
    # "1990's" is the decade only in "the 1990's"; "1990's best film" is of the year.
    if "'" in match[0] and page.word(page.previous(index)) not in ("the", *PARTS):
        return None
    century = year % 100 == 0 and year < 2000
    span = page.span(begins_at(page, index), match.end())
    return Date(span, year, precision="century" if century else "decade")


def _read_short_decade(page: Page, match: Match) -> Date | None:
    index = match.start()
    number = page.number(index)
    if number % 10 or len(page.tokens.word(index)) != 2 or not page.tokens.touches_next(index):
        return None
    mark = page.shape[index - 1 : index] == "'" and page.tokens.touches_next(index - 1)
    start = index - 1 if mark else begins_at(page, index)
    if not mark and start == index and not _is_decade(page, index, number):
        return None
    return Date(page.span(start, match.end()), full_year(number), precision="decade")


def _is_decade(page: Page, index: int, number: int) -> bool:
    """Whether it is as in "the 1980s and 90s", "the late 30s", "of the 70s", not "in her 80s"."""
    before = page.previous(index)
    if page.shape[max(0, index - 2) : index] in ("sx", "st", "s-"):
        return True
    if page.word(before) in PARTS:
        return page.word(page.previous(before)) not in page.words.possessives
    # "The 20s" to "the 40s" may be temperatures or ages as well.
    return page.word(before) == "the" and number >= 50


def _read_short_year(page: Page, match: Match) -> Date | None:
    index = match.start()
    if index == 0 or page.shape[index - 1] != "'" or len(page.tokens.word(index)) != 2:
        return None
    before = page.word(page.previous(index - 1))
    known = before in page.words.before_year or before in page.words.may_stand_before_year
    # The curly one opens no quotation.
    known = known or page.tokens.raw[index - 1] == "’"
    if not known or page.joined_to(index - 1) or is_counting(page, index):
        return None
    year = full_year(page.number(index))
    return Date(page.span(index - 1, index + 1), year, precision="year")


def _read_century(page: Page, match: Match) -> Date | None:
    first = match.start()
    if page.shape[first] == "d":
        number = page.number(first)
    else:
        number = sum(
            page.words.ordinals.get(page.word(one), 0) for one in range(first, match.end())
        )
    after = page.tokens.word(match.end())
    year = None if after in ("BC", "BCE") else (number - 1) * 100
    return Date(page.span(begins_at(page, first), match.end()), year, precision="century")


FORMS = (
    # the 1990s, the 1990's
    Form("Y", "Y'?s", _read_decade),
    # the '90s
    Form("de", "[de]s", _read_short_decade),
    # in '98
    Form("de", "[de]", _read_short_year),
    # the 19th century, a 21st-century idea
    Form("d", "do ?-? C", _read_century),
    # the nineteenth century, the twenty-first century
    Form("O", "O(?:-O)? -? C", _read_century),
)
