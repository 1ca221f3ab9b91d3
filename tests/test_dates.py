import time
from dataclasses import replace
from datetime import date as calendar_date

import pytest
from hypothesis import example, given
from strategies import (
    WrittenDate,
    calendar_days,
    date_frames,
    date_like_texts,
    dateless_texts,
    story_days,
    written_dates,
)

from factcheck.dates import find_dates, readings, resolve, weekday_of
from factcheck.model import Date, Span
from factcheck.tokens import tokenize

STORY = (2018, 11, 7)  # a Wednesday


def dates_in(text):
    return find_dates(tokenize(text))


def quoted(text):
    return [date.span.of(text) for date in dates_in(text)]


def only_date(text):
    (found,) = dates_in(text)
    return found


@given(written_dates, date_frames)
@example(WrittenDate("Sunday, Nov. 4, 2018", 2018, 11, 4, 6), "@")
def test_a_date_written_in_any_form_is_read_back(written, frame):
    text = frame.replace("@", written.text)
    found = [date for date in dates_in(text) if date.month]
    assert [date.span.of(text) for date in found] == [written.text]
    read = found[0]
    assert (read.year, read.month, read.day, read.weekday) == written[1:]
    assert read.relative == "" and read.clock is None and read.end is None


@given(date_like_texts, story_days)
@example("Nov. 4, 2018-11-04T", None)
@example("Christmas \n", None)
@example("at 17:30 minutes later", None)
@example("half a century ago", (2018, 11, 7))
def test_spans_are_ordered_disjoint_and_in_bounds_and_nothing_raises(text, as_of):
    reached = 0
    for date in dates_in(text):
        assert reached <= date.span.start < date.span.end <= len(text)
        assert not date.span.of(text)[0].isspace() and not date.span.of(text)[-1].isspace()
        if date.end:
            assert date.span.start < date.end.span.start
            assert date.end.span.end == date.span.end
        reached = date.span.end
        for first, last in readings(date, as_of):
            assert first <= last


@given(dateless_texts)
def test_a_text_without_numbers_or_words_of_time_has_no_dates(text):
    assert dates_in(text) == ()


@given(calendar_days)
def test_a_whole_date_resolves_to_its_day_whatever_the_story(day):
    written = only_date(f"{day.day} {day:%B} {day.year}")
    whole = (day.year, day.month, day.day)
    assert resolve(written) == resolve(written, STORY) == (whole, whole)
    assert weekday_of(*whole) == day.weekday()


@given(calendar_days, calendar_days)
def test_a_day_without_a_year_is_the_nearest_before_or_after_the_story(day, story):
    as_of = (story.year, story.month, story.day)
    found = readings(Date(Span(0, 1), month=day.month, day=day.day), as_of)
    assert 1 <= len(found) <= 2
    assert all(first == last and first[1:] == (day.month, day.day) for first, last in found)
    assert found[0][0] <= as_of or found[-1][0] >= as_of
    assert all(abs(first[0] - story.year) <= 8 for first, _ in found)


@given(calendar_days, calendar_days)
def test_a_weekday_alone_is_within_a_week_of_the_story(day, story):
    found = readings(Date(Span(0, 1), weekday=day.weekday()), (story.year, story.month, story.day))
    for first, last in found:
        assert first == last
        assert calendar_date(*first).weekday() == day.weekday()
        assert abs((calendar_date(*first) - story).days) < 7


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("The fair runs Nov. 4-6 and from 9 to 12 December.", ["Nov. 4-6", "9 to 12 December"]),
        ("It closed in May and may reopen in March.", ["May", "March"]),
        ("Theresa May spoke and April Jones agreed.", []),
        ("A letter signed by April Jones may help.", []),
        ("She wrote to May Smith.", []),
        ("The Sunday Times and Sheffield Wednesday.", []),
        ("He left in 1998, returned by 2004 and died (2011).", ["1998", "2004", "2011"]),
        ("The 2018 election and Euro 2020.", ["2018", "2020"]),
        ("More than 2000 came, about 1500 stayed.", []),
        ("The plant has 2000 jobs and 1985 people in it.", []),
        ("At least 2010 homes were lost.", []),
        ("Shut since at least 2010.", ["2010"]),
        ("A crowd of 2000 at the 2000 Olympics.", ["2000"]),
        ("UN resolution 1973, Windows 2000, flight 1998.", []),
        ("He won the 1500m at 1998 Elm Street for $2005.", []),
        ("Emissions must halve by 2050.", ["2050"]),
        ("A 2048-bit key, 2004 MW.", []),
        ("Races of 1872, 1873 and 1874.", ["1872", "1873", "1874"]),
        ("An 1804 treaty, from 1500 to 2000 soldiers.", ["1804"]),
        ("The 2018/19 season, the 2003-4 term.", ["2018/19", "2003-4"]),
        ("The 1990s, the '90s, the mid-1980s.", ["1990s", "'90s", "mid-1980s"]),
        ("The 1980s and 90s, the late 70s.", ["1980s", "90s", "70s"]),
        ("She is in her 80s, he in his late 70s.", []),
        ("The 19th century, a twenty-first century.", ["19th century", "twenty-first century"]),
        ("Born in '98; '98 percent of us' voted.", ["'98"]),
        ("Profit fell in Q3 2018.", ["Q3 2018"]),
        ("The fourth quarter of 2017.", ["fourth quarter of 2017"]),
        ("The first quarter-final.", []),
        ("In the spring a hot spring burst.", ["spring"]),
        ("The summer of '69; this fall; the fall of Rome.", ["summer of '69", "this fall"]),
        ("On Christmas Day or New Year's Eve.", ["Christmas Day", "New Year's Eve"]),
        ("It ran until 5 p.m., then 9.30pm, then 17:30.", ["5 p.m.", "9.30pm"]),
        ("It begins at 17:30, at noon, at 1500 GMT.", ["17:30", "noon", "1500"]),
        ("She won in 2:45 by 3-2 after 9/11, 24/7.", []),
        ("Open 9am to 5pm, at five o'clock.", ["9am to 5pm", "five o'clock"]),
        ("A couple of years ago, last Tuesday.", ["A couple of years ago", "last Tuesday"]),
        ("Earlier this month, 10 to 15 years ago.", ["Earlier this month", "10 to 15 years ago"]),
        ("For three years and six months.", []),
        ("In December 25 people died.", ["December"]),
        ("On Nov. 4, 2000 people came.", ["Nov. 4"]),
        ("Filed 2018-11-04T17:30:05.190Z today.", ["2018-11-04T17:30:05.190Z", "today"]),
        ("Output rose in January last year.", ["January last year"]),
        ("From 2011 to 2015, between May 4 and June 6.", ["2011 to 2015", "May 4 and June 6"]),
        ("It sat on Monday and Friday.", ["Monday", "Friday"]),
        ("Hard times following December's floods.", ["December"]),
        ("New\nYear's Eve, Christmas\n\nDay.", ["New\nYear's Eve", "Christmas"]),
        ("The June-July tour.", ["June-July"]),
        ("The sets went 6-4-10, the list is 1.2.2018a.", []),
    ],
)
def test_what_is_a_date_and_what_is_not(text, spans):
    assert quoted(text) == spans


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("11/4/2018", (2018, None, None)),  # April or November
        ("25/12/2018", (2018, 12, 25)),
        ("12/25/18", (2018, 12, 25)),
        ("04.11.2018", (2018, 11, 4)),
        ("31 September 2018", (2018, 9, 31)),
        ("February 29, 2023", (2023, 2, 29)),
        ("November '18", (2018, 11, None)),
        ("the 1990s", (1990, None, None)),
        ("the 19th century", (1800, None, None)),
        ("in 1200 BC", (None, None, None)),
        ("Tuesday\n4\nNovember", (None, 11, 4)),
    ],
)
def test_only_what_is_known_is_said(text, read):
    date = only_date(text)
    assert (date.year, date.month, date.day) == read


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("from 2011 to 2015", (2011, None, None), (2015, None, None)),
        ("between 1914 and 1918", (1914, None, None), (1918, None, None)),
        ("from 2015 to 2011", (2015, None, None), (2011, None, None)),
        ("2018-19", (2018, None, None), (2019, None, None)),
        ("1999/2000", (1999, None, None), (2000, None, None)),
        ("4 to 6 November 2018", (2018, 11, 4), (2018, 11, 6)),
        ("Nov. 30 – Dec. 6, 2018", (2018, 11, 30), (2018, 12, 6)),
        ("November to January 2019", (2018, 11, None), (2019, 1, None)),
    ],
)
def test_a_stretch_has_both_ends(text, first, last):
    date = only_date(text)
    assert (date.year, date.month, date.day) == first
    assert (date.end.year, date.end.month, date.end.day) == last
    assert text.endswith(date.end.span.of(text))


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("5 p.m.", 1020), ("12 a.m.", 0), ("12.15pm", 735), ("at 17:30", 1050),
        ("0930 GMT", 570), ("at 2200 hours", 1320), ("noon", 720), ("seven o’clock", 420),
    ],
)  # fmt: skip
def test_a_time_of_day_is_minutes_after_midnight(text, minutes):
    assert only_date(text).clock == minutes


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("yesterday", (2018, 11, 6), (2018, 11, 6)),
        ("last Tuesday", (2018, 10, 30), (2018, 11, 6)),
        ("last Wednesday", (2018, 10, 24), (2018, 10, 31)),
        ("next Friday", (2018, 11, 9), (2018, 11, 16)),
        ("on Wednesday", STORY, STORY),
        ("three years ago", (2014, 1, 1), (2016, 12, 31)),
        ("two days ago", (2018, 11, 5), (2018, 11, 5)),
        ("a decade ago", (2003, 1, 1), (2013, 12, 31)),
        ("last month", (2018, 10, 1), (2018, 10, 31)),
        ("earlier this month", (2018, 11, 1), STORY),
        ("later this year", STORY, (2018, 12, 31)),
        ("the past year", (2017, 1, 1), STORY),
        ("January last year", (2017, 1, 1), (2017, 1, 31)),
        ("last May", (2017, 5, 1), (2018, 5, 31)),
        ("in December", (2017, 12, 1), (2018, 12, 31)),
        ("from Monday to Friday", (2018, 11, 5), (2018, 11, 9)),
        ("the 1990s", (1990, 1, 1), (1999, 12, 31)),
    ],
)
def test_a_date_resolves_against_the_story_alone(text, first, last):
    assert resolve(only_date(text), STORY) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["31 September 2018", "two weeks later", "FY2019", "Q3 2018", "at 17:30", "the previous year",
     "900 centuries ago", "Easter", "Friday the 13th"],
)  # fmt: skip
def test_what_cannot_be_known_resolves_to_nothing(text):
    assert resolve(only_date(text), STORY) is None


def test_without_the_storys_date_nothing_relative_is_known():
    for text in ("yesterday", "last year", "in November", "on Tuesday", "three years ago"):
        assert resolve(only_date(text)) is None
    assert resolve(only_date("yesterday"), (2018, 2, 30)) is None


def test_relative_dates_say_so_and_absolute_ones_do_not():
    for text in ("three years ago", "a decade ago", "last Tuesday", "today", "the past year"):
        assert only_date(text).relative
    for text in ("in 2018", "4 November", "on Tuesday", "Christmas Day", "from 2011 to 2015"):
        assert only_date(text).relative == ""


def test_29_february_without_a_year_is_sought_among_leap_years():
    date = replace(only_date("29 February"), weekday=None)
    for story in ((1897, 3, 1), (1903, 3, 1)):
        assert resolve(date, story) == ((1896, 2, 29), (1904, 2, 29))


@pytest.mark.parametrize(
    ("piece", "size"),
    [("May ", 1_000_000), ("1/1/", 1_000_000), ("2018-", 1_000_000)]
    + [
        (piece, 400_000)
        for piece in ("4 to ", "years ago ", "'", "2018-13-04T", "first-", "Christmas ", "1872, ",
                      "half a couple of ", "17:30 ", "4 November ", "last ", "Nov.", "\n")
    ],
)  # fmt: skip
def test_time_grows_only_with_the_length_of_the_text(piece, size):
    tokens = tokenize(piece * (size // len(piece)))
    start = time.process_time()
    find_dates(tokens)
    # Quadratic work on so much text would take minutes, linear work a second or two.
    assert time.process_time() - start < 8
