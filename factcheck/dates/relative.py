"""Dates that hang on the story's own: "last Tuesday", "earlier this month", "three years ago"."""

from __future__ import annotations

from factcheck.dates.forms import Form, Match
from factcheck.dates.seasons import festival_at, season_of
from factcheck.dates.shapes import Page
from factcheck.model import Date, Precision

_PRECISIONS: dict[str, Precision] = {
    "hour": "minute",
    "minute": "minute",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "centurie": "century",
    "century": "century",
}
# "The previous Tuesday" hangs on another date of the text, but is read all the same.


def _precision(word: str) -> Precision:
    return _PRECISIONS.get(word.removesuffix("s"), "day")


def _read_named_day(page: Page, match: Match) -> Date | None:
    index = match.start()
    if page.tokens.word(page.previous(index)) == "USA":
        return None
    span = page.span(index, index + 1)
    return Date(span, relative=page.wording(index, index + 1))


def _read_deictic(page: Page, match: Match) -> Date | None:
    """Read "last week", "this summer", "earlier this month", "next May"."""
    first, index, stop = match.start(), match.start("what"), match.end()
    letter, word = page.shape[index], page.word(index)
    if page.joins(index)[:1] == "-" or (letter == "b" and page.joins(index) != "."):
        return None
    # "Hard times following December's floods" come after them.
    if page.word(first) == "following" and page.word(page.previous(first)) != "the":
        return None
    if letter == "X":
        found = festival_at(page, index)
        if found is None:
            return None
        stop = found[1]
    return Date(
        page.span(first, stop),
        month=page.words.months[word] if letter in "Mmb" else None,
        weekday=page.words.weekdays[word] if letter == "D" else None,
        relative=page.wording(first, stop),
        precision=_deictic_precision(letter, word),
        part=season_of(word) if letter == "S" else "",
    )


def _deictic_precision(letter: str, word: str) -> Precision:
    if letter in "Mmb":
        return "month"
    return "season" if letter == "S" else _precision(word)


def _read_ago(page: Page, match: Match) -> Date | None:
    """The form begins at the unit; the number is sought before it."""
    unit = match.start()
    first = _number_start(page, unit)
    if first == unit and page.word(unit) in ("year", "month", "week", "day", "decade", "hour"):
        return None
    word = page.word(unit)
    span = page.span(first, match.end())
    return Date(span, relative=page.wording(first, match.end()), precision=_precision(word))


def _number_start(page: Page, unit: int) -> int:
    """Where the number before the unit begins: "three", "10 to 15", "a couple of"."""
    first = unit
    for index in range(unit - 1, max(-1, unit - 9), -1):
        word = page.word(index)
        if (
            word in page.words.numbers
            or word == "half"
            or (word[:1].isdecimal() and page.shape[index] != "Y")
        ):
            first = index
        elif word not in page.words.within_numbers and page.shape[index] != "n":
            break
    return first


FORMS = (
    # yesterday
    Form("R", "R", _read_named_day),
    # earlier this month, later this year
    Form("g", "g L (?P<what>[UQ])", _read_deictic),
    # last Tuesday, next week, this summer, last May
    Form("L", r"L (?P<what>[USDMmbQCX])", _read_deictic),
    # three years ago, a decade earlier
    Form("UuCQ", "[UuCQ] g", _read_ago),
)
