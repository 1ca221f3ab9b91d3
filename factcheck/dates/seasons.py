"""Parts of a year and days with names: "summer of 2019", "Q3 2018", "Christmas Day"."""

from __future__ import annotations

from factcheck.dates.figures import is_counting
from factcheck.dates.forms import Form, Match
from factcheck.dates.shapes import Page
from factcheck.dates.years import full_year
from factcheck.model import Date

_FINALS = ("final", "finals", "finalist", "finalists", "back", "backs")


def season_of(word: str) -> str:
    """The season's one name: "fall" is "autumn"."""
    return "autumn" if word == "fall" else word


def _year(page: Page, match: Match) -> tuple[int | None, int]:
    """The year at the end of the form, and where the date stops with or without it."""
    if match["short"]:
        return full_year(page.number(match.start("short"))), match.end()
    if not match["year"] or is_counting(page, match.start("year")):
        return None, match.start("tail") if match["tail"] else match.end()
    return page.number(match.start("year")), match.end()


def _read_season(page: Page, match: Match) -> Date | None:
    year, stop = _year(page, match)
    first = match.start()
    word = page.word(first)
    wording = ""
    if year is None:
        if not _is_season(page, first):
            return None
        wording = page.wording(first, first + 1)
    span = page.span(first, stop)
    return Date(span, year, relative=wording, precision="season", part=season_of(word))


def _is_season(page: Page, index: int) -> bool:
    """Whether it is the time of year: "in the spring", "by summer", not "a hot spring"."""
    if page.tokens.word(index)[:1].isupper() or page.joins(index)[:1] == "-":
        return False
    before = page.previous(index)
    word = page.word(before)
    if word == "the":
        if page.word(index) == "fall" and page.word(page.following(index)) == "of":
            return False
        return page.word(page.previous(before)) in page.words.before_season
    return page.word(index) != "fall" and word in page.words.before_season


def _read_quarter(page: Page, match: Match) -> Date | None:
    year, stop = _year(page, match)
    number = page.words.ordinals[page.word(match.start())]
    after = page.word(stop)
    if number > 4 or after in _FINALS or page.word(stop + 1) in _FINALS:
        return None
    span = page.span(match.start(), stop)
    wording = "" if year else page.wording(match.start(), stop)
    return Date(span, year, relative=wording, precision="quarter", part=f"Q{number}")


def _read_half(page: Page, match: Match) -> Date | None:
    """Read "Q3 2018" and "H1"."""
    year, stop = _year(page, match)
    part = page.tokens.word(match.start())
    span = page.span(match.start(), stop)
    wording = "" if year else page.wording(match.start(), stop)
    return Date(span, year, relative=wording, precision="quarter", part=part)


def _read_fiscal(page: Page, match: Match) -> Date | None:
    index = match.start()
    digits = page.tokens.word(index)[2:]
    year = int(digits) if len(digits) == 4 else full_year(int(digits))
    return Date(page.span(index, index + 1), year, precision="year", part="FY")


def _read_festival(page: Page, match: Match) -> Date | None:
    first = match.start()
    if page.word(first) == "year":
        first = page.previous(first)
        if first < 0 or page.tokens.word(first) != "New":
            return None
    found = festival_at(page, first)
    if found is None:
        return None
    name, stop = found
    month, day = page.words.festivals[name] or (None, None)
    year, stop = _year_after(page, stop)
    relative = "" if month or year else page.wording(first, stop)
    part = "" if month else name
    return Date(page.span(first, stop), year, month, day, relative=relative, part=part)


def festival_at(page: Page, first: int) -> tuple[str, int] | None:
    """The name of the festival that begins at this token, and where it stops."""
    for stop in range(min(first + 7, len(page.tokens)), first, -1):
        if not page.tokens.word(stop - 1).strip():
            continue
        name = "".join(page.tokens.raw[first:stop]).rstrip(" ").lower()
        name = name.replace("’", "'").replace("\n", " ", 1)
        if name in page.words.festivals:
            return name, stop
    return None


def _year_after(page: Page, stop: int) -> tuple[int | None, int]:
    """The year of "Christmas Day, 1998" and where the date then stops."""
    index = stop + 1 if page.shape[stop : stop + 1] == "," else stop
    if page.shape[index : index + 1] != "Y" or is_counting(page, index):
        return None, stop
    return page.number(index), index + 1


_TAIL = "(?P<tail>(?P<joint> ,? (?:i )?(?:h )?)(?:(?P<year>Y)|'(?P<short>[de])))?"

FORMS = (
    # the summer of 2019, spring 2018, in the winter
    Form("S", "S" + _TAIL, _read_season),
    # the fourth quarter of 2017, first-quarter profits
    Form("O", "O -? Q" + _TAIL, _read_quarter),
    # Q3 2018
    Form("H", "H" + _TAIL, _read_half),
    # FY2019
    Form("G", "G", _read_fiscal),
    # Christmas Day, New Year's Eve, Easter
    Form("X", "X", _read_festival),
)
