"""Days and months by name or number: "Sunday, Nov. 4, 2018", "4-6 November", "2018-11-04"."""

from __future__ import annotations

from factcheck.dates.figures import is_counting
from factcheck.dates.forms import Form, Match
from factcheck.dates.shapes import Page
from factcheck.dates.years import full_year
from factcheck.model import Date, Span
from factcheck.values import replace

_WEEKDAY = r"(?:(?P<weekday>[Dw])\.? ,? (?:h )?)?"
_DAY = "(?P<day>d)o?"
_YEAR = "(?P<tail> ,? (?P<year>Y))?"


def _month(page: Page, match: Match) -> int:
    return page.words.months[page.word(match.start("month"))]


def _weekday(page: Page, match: Match) -> int | None:
    return page.words.weekdays[page.word(match.start("weekday"))] if match["weekday"] else None


def _year(page: Page, match: Match) -> tuple[int | None, int]:
    """The year, if the numeral in its place is one, and where the date then stops."""
    if not match["year"]:
        return None, match.end()
    index = match.start("year")
    if is_counting(page, index) or page.joins(index) == "s":
        return None, match.start("tail")
    return page.number(index), match.end()


def _in_range(date: Date, last: int, span: Span) -> Date:
    """The date as the first of a stretch that ends on another day of its month."""
    return replace(date, end=replace(date, span=span, day=last, weekday=None))


def _read_month_day(page: Page, match: Match) -> Date | None:
    """A month and its day, the day a figure in "in December 25 people died"."""
    year, stop = _year(page, match)
    final = match.start("last") if match["last"] else match.start("day")
    if stop <= final + 2 and is_counting(page, final) and page.shape[final + 1] != "o":
        return None
    first = match.start()
    date = Date(
        page.span(first, stop), year, _month(page, match), page.number(match.start("day")),
        _weekday(page, match),
    )  # fmt: skip
    if not match["last"]:
        return date
    return _in_range(date, page.number(final), page.span(final, stop))


def _read_day_month(page: Page, match: Match) -> Date | None:
    first, day = match.start(), match.start("day")
    if first == day and _belongs_left(page, first):
        return None
    year, stop = _year(page, match)
    date = Date(
        page.span(first, stop), year, _month(page, match), page.number(day), _weekday(page, match)
    )
    # "On 4 and 6 November" is two days, "between 4 and 6 November" a stretch.
    between = page.word(page.previous(first)) == "between"
    if not match["last"] or (match["join"] == "x" and not between):
        return date
    final = match.start("last")
    return _in_range(date, page.number(final), page.span(final, stop))


def _belongs_left(page: Page, index: int) -> bool:
    """Whether the numeral is the end of another: "£4", "3-4", "1:4"."""
    left = page.joined_to(index)
    if left in ("-", "/", ":", "–"):
        return page.tokens.raw[index - 2][:1].isdecimal()
    return left in ("$", "£", "€", "#", ".", ",")


def _read_month_year(page: Page, match: Match) -> Date | None:
    if match["short"]:
        year, stop = full_year(page.number(match.start("short"))), match.end()
        return Date(page.span(match.start(), stop), year, _month(page, match), precision="month")
    index = match.start("year")
    if is_counting(page, index) or page.joins(index) == "s":
        return None
    span = page.span(match.start(), match.end())
    return Date(span, page.number(index), _month(page, match), precision="month")


def _read_relative_year(page: Page, match: Match) -> Date | None:
    """Read "January last year", "25 May this year"."""
    if page.word(match.end() - 1) != "year":
        return None
    first, stop = match.start(), match.end()
    day = page.number(match.start("day")) if match["day"] else None
    return Date(
        page.span(first, stop), None, _month(page, match), day, relative=page.wording(first, stop),
        precision="day" if day else "month",
    )  # fmt: skip


def _read_month(page: Page, match: Match) -> Date | None:
    index = match.start()
    if page.shape[index] != "M" and not _is_month(page, index):
        return None
    span = page.span(index, index + 1)
    return Date(span, None, _month(page, match), precision="month")


def _is_month(page: Page, index: int) -> bool:
    """Whether "May", "March", "April" or an abbreviation is the month where it stands."""
    before = page.word(page.previous(index))
    if before not in page.words.before_month:
        return False
    if page.shape[index] == "b":
        return before in ("in", "since", "until", "last", "next", "mid", "early", "late")
    after = page.tokens.word(index + 1)
    return not (before in page.words.before_people and after[:1].isupper())


def _read_weekday_day(page: Page, match: Match) -> Date | None:
    """Read "Friday the 13th": a weekday and a day of some month."""
    return Date(
        page.span(match.start(), match.end()),
        day=page.number(match.start("day")),
        weekday=_weekday(page, match),
    )


def _read_weekday(page: Page, match: Match) -> Date | None:
    index = match.start()
    before, after = page.tokens.word(page.previous(index)), page.tokens.word(index + 1)
    if before in page.words.weekday_names_before or after in page.words.weekday_names_after:
        return None
    if before == "on" and page.word(page.previous(page.previous(index))) == "mail":
        return None
    return Date(page.span(index, index + 1), weekday=_weekday(page, match))


def _read_numeric(page: Page, match: Match) -> Date | None:
    first, last = match.start(), match.end() - 1
    if page.joined_to(first)[-1:] in ("-", "–", "/", ".", ",", "_", "$", "£", "€"):
        return None
    moment = page.shape[first] == "Y" and page.joins(last)[:1] == "T"
    if not moment and (is_counting(page, last) or page.joins(last)[:1] in ("/", ":")):
        return None
    texts = [page.tokens.word(match.start(part)) for part in ("one", "two", "three")]
    # "6-4-10" is three sets of a match.
    if len(texts[2]) == 2 and len(texts[0]) < 4 and page.tokens.raw[first + 1] != "/":
        return None
    date = _numeric(texts, page.span(first, last + 1))
    if date is None or not moment:
        return date
    # "2018-11-04T17:30:00Z" is skipped as a whole.
    while page.joins(last):
        last += 1
    return replace(date, span=page.span(first, last + 1))


def _read_dotted(page: Page, match: Match) -> Date | None:
    index = match.start()
    left = page.joined_to(index)
    if (left and left not in "([\"'“‘") or page.joins(index)[:1].isalnum():
        return None
    # Dots are the Continent's and Britain's, where the day stands first.
    texts = page.tokens.word(index).split(".")
    if len(texts[0]) < 4 and int(texts[1]) > 12:
        return None
    date = _numeric(texts, page.span(index, index + 1))
    if date is None or date.month is not None:
        return date
    return replace(date, day=int(texts[0]), month=int(texts[1]))


def _numeric(texts: list[str], span: Span) -> Date | None:
    """Day, month and year; "11/4/2018" may be of April or November, so only its year is known."""
    one, two, three = map(int, texts)
    if len(texts[0]) == 4:
        return Date(span, one, two, three) if two <= 12 and 1 <= three <= 31 else None
    if len(texts[2]) < 2 or not (1 <= one <= 31 and 1 <= two <= 31):
        return None
    year = three if len(texts[2]) == 4 else full_year(three)
    if one > 12 and two > 12:
        return None
    if one > 12 or one == two:
        return Date(span, year, two, one)
    if two > 12:
        return Date(span, year, one, two)
    return Date(span, year)


FORMS = (
    # 2018-11-04, 11/4/2018, 4/11/18
    Form("Yde", "(?P<one>[Yde])(?P<join>[-/])(?P<two>d)(?P=join)(?P<three>[Yde])", _read_numeric),
    # 04.11.2018
    Form("F", "F", _read_dotted),
    # January last year · November 4 this year
    Form("Mmb", r"(?P<month>[Mm]|b\.?) (?:(?P<day>d)o? )?,? (?:i )?LU", _read_relative_year),
    # 4 November last year
    Form("d", "(?P<day>d)o? (?:i )?(?P<month>[Mmb]) ,? (?:i )?LU", _read_relative_year),
    # Sunday, Nov. 4, 2018 · November the 4th · Nov. 4-6, 2018
    Form(
        "DwMmb",
        _WEEKDAY + r"(?P<month>[Mm]|b\.?) (?:h )?" + _DAY
        + r"(?: [-~t/] (?P<last>d)o?(?! (?:[Mmb:a]|p\.q)))?" + _YEAR,
        _read_month_day,
    ),
    # Sunday 4th of November 2018 · 4-6 November · 4 to 6 Nov. 2018
    Form(
        "Dwd",
        _WEEKDAY + _DAY + r" (?:(?P<join>[-~tx/]) (?P<last>d)o? )?(?:i )?(?:h )?"
        r"(?P<month>[Mm]|b(?:\.(?= ,? Y))?)" + _YEAR,
        _read_day_month,
    ),
    # November 2018 · Nov., 2018 · November of 2018 · November '18
    Form(
        "Mmb", r"(?P<month>[Mm]|b\.?) ,? (?:i )?(?:(?P<year>Y)|'(?P<short>[de]))", _read_month_year
    ),
    # in November
    Form("Mmb", "(?P<month>[Mmb])", _read_month),
    # Friday the 13th
    Form("D", "(?P<weekday>D) ,? h " + _DAY.replace("o?", "o"), _read_weekday_day),
    # Tuesday
    Form("D", "(?P<weekday>D)", _read_weekday),
)  # fmt: skip
