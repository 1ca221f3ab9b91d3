"""Bare years and spans of years: "in 2018", "2018-19"."""

from __future__ import annotations

from factcheck.dates.figures import carries_unit, is_counting, precedes_plural
from factcheck.dates.forms import Form, Match
from factcheck.dates.shapes import Page
from factcheck.model import Date

# "In '29" is 2029, "in '30" 1930: a fixed pivot, so that a story reads the same every year.
_PIVOT = 30
PARTS = ("early", "mid", "late")


def full_year(two_digits: int) -> int:
    """The year that two digits stand for."""
    return two_digits + (2000 if two_digits < _PIVOT else 1900)


def is_year(page: Page, index: int) -> bool:
    """Whether the four-digit numeral is a year where it stands.

    Newspapers print counts of four digits with a comma, so 2003 is a year unless something says
    otherwise; a round or an older number needs more than that.
    """
    if not _stands_free(page, index) or carries_unit(page, index) or _names_street(page, index):
        return False
    year = page.number(index)
    before = _word_before(page, index)
    if before in page.words.before_year or _in_brackets(page, index):
        return _is_plain(year) or not _counts(page, index)
    if is_counting(page, index) or before in page.words.never_before_year or before[:1].isdecimal():
        return False
    if before in page.words.before_figure:
        return _is_plain(year) and not _could_be_counted(page, index)
    return _is_plain(year) or _is_likely(page, index, year, before)


def _word_before(page: Page, index: int) -> str:
    """The word that tells what the numeral is: "mid" in "mid-2000", "since" in "since at least"."""
    before = begins_at(page, index)
    if before < index:
        return page.word(before)
    before = page.previous(index)
    if page.word(before) == "least" and page.word(before - 1) == "at":
        before = page.previous(before - 1)
        return page.word(before) if page.word(before) in page.words.before_year else "least"
    return page.word(before)


def _counts(page: Page, index: int) -> bool:
    return is_counting(page, index) or precedes_plural(page, index)


def _is_plain(year: int) -> bool:
    """Whether the number is of our time and not round."""
    return 1900 <= year <= 2099 and year % 50 != 0


def _is_likely(page: Page, index: int, year: int, before: str) -> bool:
    if precedes_plural(page, index):
        return False
    if _follows_year(page, index, before):
        return True
    if year % 50 == 0:
        return year >= 1900 and (
            before in page.words.before_round_year or _beside_year(page, index)
        )
    return before in page.words.may_stand_before_year


def _follows_year(page: Page, index: int, before: str) -> bool:
    """Whether a year stands just before: "in 1872, 1873 and 1874", "1877 to 1950", "back to"."""
    other = page.previous(page.previous(index))
    if before == "to" and page.word(other) == "back":
        return True
    return (
        before in (",", "to", "and", "or")
        and page.shape[max(0, other)] == "Y"
        and page.number(other) % 50 != 0
    )


def _stands_free(page: Page, index: int) -> bool:
    left = page.joined_to(index)
    if page.word(page.previous(index))[-1:] in "$£€¥#" and index:
        return False
    if left == "-":
        return page.word(index - 2) in (*PARTS, "pre", "post")
    right = page.joins(index)
    if right in ("/", ":") and page.joins(index + 1)[:1].isalnum():
        return False
    return not left or left in page.words.openers


def _names_street(page: Page, index: int) -> bool:
    """Whether it is a house's number: "1998 Elm Street"."""
    name = page.following(index)
    return page.tokens.word(page.following(name)) in page.words.streets


def _could_be_counted(page: Page, index: int) -> bool:
    if page.word(page.previous(page.previous(index))) in ("more", "fewer", "less"):
        return True
    after = page.word(page.following(index))
    return after.isalpha() and after not in page.words.after_year and len(after) > 3


def _in_brackets(page: Page, index: int) -> bool:
    after = page.tokens.word(page.following(index))
    return page.joined_to(index) == "(" and after in (")", ",", ";", "-", "–")


def _beside_year(page: Page, index: int) -> bool:
    """Whether it is listed with a year: "the results of 2000 and 2003"."""
    after = page.following(index)
    if page.word(after) not in ("and", "or", "/", "to", "v", "vs"):
        return False
    other = page.following(after)
    return page.shape[other : other + 1] == "Y" and _is_plain(page.number(other))


def begins_at(page: Page, index: int) -> int:
    """Where the date begins when its "mid-" is counted in: "mid-1990s"."""
    if page.joined_to(index) == "-" and page.word(index - 2) in PARTS:
        return index - 2
    return index


def _read_year(page: Page, match: Match) -> Date | None:
    index = match.start()
    if not is_year(page, index):
        return None
    fiscal = page.word(page.previous(index)) in ("fiscal", "fy")
    span = page.span(begins_at(page, index), index + 1)
    year = None if page.tokens.word(page.following(index)) in ("BC", "BCE") else page.number(index)
    return Date(span, year, precision="year", part="FY" if fiscal else "")


def _read_years(page: Page, match: Match) -> Date | None:
    first, last = match.start(), match.start("last")
    left = page.joined_to(first)
    if (left and left not in page.words.openers) or is_counting(page, last):
        return None
    if page.shape[last] == "Y":
        end = page.number(last) if _are_years(page, first, last) else None
    else:
        end = _completed(page.number(first), page.tokens.word(last))
    if end is None:
        return _read_month(page, match)
    final = Date(page.span(last, last + 1), end, precision="year")
    return Date(page.span(first, last + 1), page.number(first), precision="year", end=final)


def _are_years(page: Page, first: int, last: int) -> bool:
    before = page.word(page.previous(first))
    if before in page.words.never_before_year:
        return False
    if _is_plain(page.number(first)) or _is_plain(page.number(last)):
        return True
    if precedes_plural(page, last):
        return False
    known = page.joined_to(first) == "(" or before in page.words.before_year
    return known or page.number(first) % 100 != 0 or page.number(last) % 100 != 0


def _completed(year: int, digits: str) -> int | None:
    """The later year that the last digits stand for: 2018 and "19" are 2019."""
    size = 10 ** len(digits)
    end = year - year % size + int(digits)
    if end <= year and (year + 1) % size == int(digits):
        end = year + 1
    return end if end > year and (len(digits) == 2 or end == year + 1) else None


def _read_month(page: Page, match: Match) -> Date | None:
    """Read "2018-11" as a month; "2011-12" was read as two years."""
    last = match.start("last")
    month = page.tokens.word(last)
    if match["join"] != "-" or len(month) != 2 or not 1 <= int(month) <= 12:
        return None
    span = page.span(match.start(), last + 1)
    return Date(span, page.number(match.start()), int(month), precision="month")


FORMS = (
    # 2011-2015, 2018/19, 2011 – 2015, 2018-11
    Form("Y", "Y(?P<join>[-/]|~) (?P<last>[Yde])(?![-/:])", _read_years),
    # in 2018
    Form("Y", "Y", _read_year),
)
