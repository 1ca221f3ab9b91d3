"""Bare years, spans of years, decades and centuries: "in 2018", "2018-19", "the 1990s"."""

from __future__ import annotations

from factcheck.dates import words
from factcheck.dates.figures import carries_unit, is_counting, precedes_plural
from factcheck.dates.forms import Form, Match
from factcheck.dates.shapes import Page
from factcheck.model import Date

# "In '29" is 2029, "in '30" 1930: a fixed pivot, so that a story reads the same every year.
_PIVOT = 30
_PARTS = ("early", "mid", "late")


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
    if before in words.BEFORE_YEAR or _in_brackets(page, index):
        return _is_plain(year) or not _counts(page, index)
    if is_counting(page, index) or before in words.NEVER_BEFORE_YEAR or before[:1].isdecimal():
        return False
    if before in words.BEFORE_FIGURE:
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
        return page.word(before) if page.word(before) in words.BEFORE_YEAR else "least"
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
        return year >= 1900 and (before in words.BEFORE_ROUND_YEAR or _beside_year(page, index))
    return before in words.MAY_STAND_BEFORE_YEAR


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
        return page.word(index - 2) in (*_PARTS, "pre", "post")
    right = page.joins(index)
    if right in ("/", ":") and page.joins(index + 1)[:1].isalnum():
        return False
    return not left or left in words.OPENERS


def _names_street(page: Page, index: int) -> bool:
    """Whether it is a house's number: "1998 Elm Street"."""
    name = page.following(index)
    return page.tokens.word(page.following(name)) in words.STREETS


def _could_be_counted(page: Page, index: int) -> bool:
    if page.word(page.previous(page.previous(index))) in ("more", "fewer", "less"):
        return True
    after = page.word(page.following(index))
    return after.isalpha() and after not in words.AFTER_YEAR and len(after) > 3


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
    if page.joined_to(index) == "-" and page.word(index - 2) in _PARTS:
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
    if (left and left not in words.OPENERS) or is_counting(page, last):
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
    if before in words.NEVER_BEFORE_YEAR:
        return False
    if _is_plain(page.number(first)) or _is_plain(page.number(last)):
        return True
    if precedes_plural(page, last):
        return False
    known = page.joined_to(first) == "(" or before in words.BEFORE_YEAR
    return known or page.number(first) % 100 != 0 or page.number(last) % 100 != 0


def _completed(year: int, digits: str) -> int | None:
    """The later year that the last digits stand for: 2018 and "19" are 2019."""
    size = 10 ** len(digits)
    end = year - year % size + int(digits)
    if end <= year and (year + 1) % size == int(digits):
        end = year + 1
    return end if end > year and (len(digits) == 2 or end == year + 1) else None


def _read_month(page: Page, match: Match) -> Date | None:
    """ "2018-11" is a month; "2011-12" was read as two years."""
    last = match.start("last")
    month = page.tokens.word(last)
    if match["join"] != "-" or len(month) != 2 or not 1 <= int(month) <= 12:
        return None
    span = page.span(match.start(), last + 1)
    return Date(span, page.number(match.start()), int(month), precision="month")


def _read_decade(page: Page, match: Match) -> Date | None:
    index = match.start()
    year = page.number(index)
    if year % 10 or not page.tokens.touches_next(index):
        return None
    # "1990's" is the decade only in "the 1990's"; "1990's best film" is of the year.
    if "'" in match[0] and page.word(page.previous(index)) not in ("the", *_PARTS):
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
    year = number + (2000 if number < _PIVOT else 1900)
    return Date(page.span(start, match.end()), year, precision="decade")


def _is_decade(page: Page, index: int, number: int) -> bool:
    """ "The 1980s and 90s", "the late 30s", "of the 70s"; never "in her 80s"."""
    before = page.previous(index)
    if page.shape[max(0, index - 2) : index] in ("sx", "st", "s-"):
        return True
    if page.word(before) in _PARTS:
        return page.word(page.previous(before)) not in words.POSSESSIVES
    # "The 20s" to "the 40s" may be temperatures or ages as well.
    return page.word(before) == "the" and number >= 50


def _read_short_year(page: Page, match: Match) -> Date | None:
    index = match.start()
    if index == 0 or page.shape[index - 1] != "'" or len(page.tokens.word(index)) != 2:
        return None
    before = page.word(page.previous(index - 1))
    known = before in words.BEFORE_YEAR or before in words.MAY_STAND_BEFORE_YEAR
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
        number = sum(words.ORDINALS.get(page.word(one), 0) for one in range(first, match.end()))
    after = page.tokens.word(match.end())
    year = None if after in ("BC", "BCE") else (number - 1) * 100
    return Date(page.span(begins_at(page, first), match.end()), year, precision="century")


FORMS = (
    # the 1990s, the 1990's
    Form("Y", "Y'?s", _read_decade),
    # 2011-2015, 2018/19, 2011 – 2015, 2018-11
    Form("Y", "Y(?P<join>[-/]|~) (?P<last>[Yde])(?![-/:])", _read_years),
    # in 2018
    Form("Y", "Y", _read_year),
    # the '90s
    Form("de", "[de]s", _read_short_decade),
    # in '98
    Form("de", "[de]", _read_short_year),
    # the 19th century, a 21st-century idea
    Form("d", "do ?-? C", _read_century),
    # the nineteenth century, the twenty-first century
    Form("O", "O(?:-O)? -? C", _read_century),
)
