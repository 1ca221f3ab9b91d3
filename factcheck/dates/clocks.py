"""Times of day: "5 p.m.", "17:30", "9.30pm", "1500 GMT", "five o'clock", "noon"."""

from __future__ import annotations

import re

from factcheck.dates.forms import Form, Match
from factcheck.dates.shapes import Page
from factcheck.model import Date

_TIME = "(?:[de](?::[de])?|k)"
_NAMED = {"noon": 720, "midday": 720, "midnight": 0}
_HOURS = ("hours", "hrs")


def _minutes(written: str) -> int | None:
    """What "17:30", "9.30", "1500" or "5" is in minutes after midnight."""
    if len(written) == 4 and written.isdecimal():
        written = f"{written[:2]}:{written[2:]}"
    hour, _, minute = re.sub(r"\s", "", written).replace(".", ":").partition(":")
    if minute and (len(minute) != 2 or int(minute) > 59):
        return None
    return int(hour) * 60 + int(minute or 0) if int(hour) <= 24 else None


def _written(page: Page, match: Match, group: str) -> str:
    return "".join(page.tokens.raw[match.start(group) : match.end(group)]).strip()


def _read_halved(page: Page, match: Match) -> Date | None:
    """A time of the morning or the afternoon, or two joined: "9am to 5pm" is read as two."""
    last = _minutes(_written(page, match, "last"))
    if last is None or page.joined_to(match.start()) in ("-", ".", "/", ":", "$", "£"):
        return None
    afternoon = page.word(match.start("half")).startswith("p")
    clock = last % 720 + 720 * afternoon if last < 780 else last
    span = page.span(match.start(), match.end())
    first = _minutes(_written(page, match, "first")) if match["first"] else None
    if first is None:
        return Date(span, clock=clock, precision="minute")
    final = Date(page.span(match.start("last"), match.end()), clock=clock, precision="minute")
    # "10 to 11pm" begins in the evening, "11 to 1pm" and "9 to 5pm" in the morning.
    start = first % 720 + 720 * (afternoon and first % 720 < last % 720)
    return Date(span, clock=start, precision="minute", end=final)


def _read_colon(page: Page, match: Match) -> Date | None:
    """Read "at 17:30"; "won in 2:45" and "a ratio of 3:20" are no times of day."""
    clock = _minutes(_written(page, match, "last"))
    if clock is None or len(page.tokens.word(match.end() - 1)) != 2:
        return None
    if page.joins(match.end() - 1)[:1] in (":", "%", "-"):
        return None
    if page.joined_to(match.start()) not in ("", *page.words.openers):
        return None
    before = page.word(page.previous(match.start()))
    after = page.following(match.end() - 1)
    zone = page.shape[after : after + 1] == "Z"
    # "1 May 2019 11:30" is how systems write a moment.
    known = (
        zone or before in page.words.before_clock or page.shape[max(0, match.start() - 1)] in "YD"
    )
    if not known:
        return None
    span = page.span(match.start(), match.end())
    first = _minutes(_written(page, match, "first")) if match["first"] else None
    if first is None:
        return Date(span, clock=clock, precision="minute")
    final = Date(page.span(match.start("last"), match.end()), clock=clock, precision="minute")
    return Date(span, clock=first, precision="minute", end=final)


def _read_zoned(page: Page, match: Match) -> Date | None:
    """Read "1500 GMT"; "1500 hours" only after "at", since hours are counted too."""
    index = match.start()
    clock = _minutes(page.tokens.word(index))
    zone = page.word(match.end() - 1)
    if zone == "local" and page.word(page.following(match.end() - 1)) != "time":
        return None
    if clock is None or page.joined_to(index) not in ("", *page.words.openers):
        return None
    if zone in _HOURS:
        if page.word(page.previous(index)) not in ("at", "by", "until", "from", "since"):
            return None
        if page.shape[index] == "k":
            return None
    return Date(page.span(index, index + 1), clock=clock, precision="minute")


def _read_oclock(page: Page, match: Match) -> Date | None:
    """Read "five o'clock": the form begins at "clock" and looks back."""
    index = match.start() - 3
    if index < 0 or page.word(index + 1) != "o" or page.shape[index + 2] != "'":
        return None
    word = page.word(index)
    hour = int(word) if page.shape[index] == "d" else page.words.numbers.get(word, (0, 0))[0]
    if not 1 <= hour <= 12:
        return None
    return Date(page.span(index, match.end()), clock=hour * 60, precision="minute")


def _read_named(page: Page, match: Match) -> Date | None:
    index = match.start()
    clock = _NAMED[page.word(index)]
    return Date(page.span(index, index + 1), clock=clock, precision="minute")


FORMS = (
    # 5 p.m., 9.30pm, 11:45am, 3-5 p.m., from 3 to 5pm
    Form(
        "dek",
        rf"(?:(?P<first>{_TIME}) [-~t] )?(?P<last>{_TIME}) (?P<half>a|p\.q\.?)",
        _read_halved,
    ),
    # at 17:30, between 17:30 and 18:00
    Form("de", "(?:(?P<first>[de]:[de]) [-~tx] )?(?P<last>[de]:[de])", _read_colon),
    # 1500 GMT, 7.30 GMT
    Form("Yzk", "[Yzk] Z", _read_zoned),
    # five o'clock
    Form("K", "K", _read_oclock),
    # noon
    Form("T", "T", _read_named),
)
