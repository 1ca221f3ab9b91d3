"""Every Hypothesis strategy of the tests; each builds valid values."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from num2words import num2words

from factcheck.claims.lemmas import WORDS
from factcheck.desk.kinds import PerFile
from factcheck.findings import SEVERITIES, Bar, Failure, Finding, Report
from factcheck.model import Document, Quantity, Span
from factcheck.quantities.lexemes import Lexeme
from factcheck.quantities.lexicon import lexicon
from factcheck.quantities.numerals import parse_numeral
from factcheck.ranges import Range
from factcheck.reports import Checked
from factcheck.reports.page import Page
from factcheck.tokens import tokenize

# Examples and their marks

plain_texts = st.text(alphabet="ab 1\n", min_size=1, max_size=6)
marked_texts = st.lists(st.tuples(plain_texts, st.booleans()))  # each part: is it flagged?
span_lists = st.lists(
    st.builds(
        lambda start, length: Span(start, start + length),
        st.integers(0, 30),
        st.integers(1, 10),
    )
)

# Ranges

# Few small numbers, so that two ranges often share an end, and some that are huge or fine.
exact_numbers = st.one_of(
    st.integers(-1, 1),
    st.integers(-2, 2),
    st.builds(Fraction, st.integers(-2, 2), st.integers(1, 2)),
    st.integers(-(10**30), 10**30),
    st.fractions(max_denominator=10**6),
)
positive_numbers = st.one_of(
    st.integers(1, 3),
    st.builds(Fraction, st.integers(1, 10**6), st.integers(1, 10**6)),
    st.integers(1, 10**30),
)


def _either_way(one: object, another: object, low_closed: bool, high_closed: bool) -> Range:
    if None not in (one, another) and another < one:
        one, another = another, one
    return Range(one, another, low_closed=low_closed, high_closed=high_closed)


# Also EMPTY, where both ends are one number and one is open, and ALL, where both are None.
ranges = st.builds(
    _either_way, st.none() | exact_numbers, st.none() | exact_numbers, st.booleans(), st.booleans()
)
points = st.builds(Range.point, exact_numbers)


def _held(low: object, high: object, low_closed: bool, high_closed: bool) -> Range:
    same = low is not None and low == high
    return _either_way(low, high, low_closed or same, high_closed or same)


held_ranges = st.builds(
    _held, st.none() | exact_numbers, st.none() | exact_numbers, st.booleans(), st.booleans()
)


def members(range_: Range) -> SearchStrategy[int | Fraction]:
    """Numbers that a range which is not empty holds, its closed ends often among them."""
    low, high = range_.low, range_.high
    if low is None and high is None:
        return exact_numbers
    if low is not None and low == high:
        return st.just(low)
    if low is None:
        inside = positive_numbers.map(lambda distance: high - distance)
    elif high is None:
        inside = positive_numbers.map(lambda distance: low + distance)
    else:
        parts = st.integers(1, 10**6)
        inside = st.builds(lambda m, n: low + (high - low) * Fraction(m, m + n), parts, parts)
    closed = [low] * range_.low_closed + [high] * range_.high_closed
    return st.one_of(*map(st.just, closed), inside)


class Sample(NamedTuple):
    """A range and a number in it."""

    range: Range
    member: int | Fraction


@st.composite
def _samples(draw: DrawFn) -> Sample:
    range_ = draw(held_ranges)
    return Sample(range_, draw(members(range_)))


samples = _samples()


class Nested(NamedTuple):
    """A range inside another, which may be equal."""

    inner: Range
    outer: Range


@st.composite
def _nested_ranges(draw: DrawFn) -> Nested:
    outer = draw(held_ranges)
    low, high = sorted([draw(members(outer)), draw(members(outer))])
    flags = st.booleans()
    low_end = draw(st.sampled_from([(outer.low, outer.low_closed), (low, draw(flags))]))
    high_end = draw(st.sampled_from([(outer.high, outer.high_closed), (high, draw(flags))]))
    inner = Range(low_end[0], high_end[0], low_closed=low_end[1], high_closed=high_end[1])
    return Nested(inner, outer)


nested_ranges = _nested_ranges()

# Reports

# What a terminal finds hard: wide and combining characters, controls, tabs, right-to-left text,
# every kind of line break, and lines far longer than any window.
_hard_pieces = st.sampled_from(
    ["漢字", "e\u0301", "\u0301", "\t", "\x1b[31m", "\u202e", "שלום", "한", "ᄒ\u1161",
     "👩\u200d👧", "❤\ufe0f", "\n", "\r\n", "\r", "\u2028", "\x0b", "\x85", "20,000",
     "a" * 150, "word " * 40, " " * 90]
)  # fmt: skip
hard_texts = st.lists(_hard_pieces | st.text(max_size=20), min_size=1, max_size=8).map("".join)
pages = st.builds(Page, st.integers(20, 120), st.booleans(), st.booleans())


@st.composite
def _spans_of(draw: DrawFn, text: str) -> Span:
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return Span(start, end, draw(st.just("") | hard_texts))


@st.composite
def _marked_spans_of(draw: DrawFn, text: str) -> Span:
    """Such as a checker lets through: none is empty."""
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))), draw(st.just("") | hard_texts))


@st.composite
def _reported_stories(
    draw: DrawFn, spans_of: Callable[[str], SearchStrategy[Span]] = _spans_of
) -> Report:
    text = draw(hard_texts) or "20,000"
    words = st.lists(hard_texts, max_size=2).map(tuple)
    findings = st.builds(
        Finding,
        hard_texts,
        st.lists(spans_of(text), min_size=1, max_size=4).map(tuple),
        working=words,
        consistent_if=words,
        bars=st.lists(st.builds(Bar, ranges, hard_texts), max_size=3).map(tuple),
        severity=st.sampled_from(SEVERITIES),
        rule=st.sampled_from(["", "some-rule"]),
    )
    document = Document("story.txt", text, text, tokenize(text))
    return Report(document, tuple(draw(st.lists(findings, max_size=2))))


reported_stories = _reported_stories()

# Names that mean something to a URI, a workflow command, XML or a terminal; some are no text.
odd_paths = st.sampled_from(
    ["a.md", "./a.md", "sub/a b.md", "a%20b.md", "a:1,b.md", "../a.md", "/tmp/ä/a.md", "船.md",
     "👩\u200d👧#1?.md", "a\udcff.md", "a\nb.md", "a\x07.md", "<a>&\"'.md", "[a](b).md"]
)  # fmt: skip
_failures = st.builds(Failure, hard_texts, st.sampled_from(["", "some-rule"]))


def _reported_file(path: str, report: Report, failures: list[Failure]) -> Checked:
    return Checked(path, replace(report, failures=tuple(failures)))


reported_files = st.lists(
    st.builds(Checked, odd_paths, unread=_failures)
    | st.builds(
        _reported_file,
        odd_paths,
        _reported_stories(_marked_spans_of),
        st.lists(_failures, max_size=2),
    ),
    max_size=3,
)

# Stories as files

# Signs that open, close or end something in prose or Markdown, in any order.
_markup_signs = st.sampled_from(
    ["#", "*", "_", "`", "```", "~~~", "[", "](", ")", "![", "<", ">", "<!--", "-->", "|", "-|-",
     "---", "===", "\n", "\n\n", "\r\n", "\u2028", "    ", "\t", "- ", "1. ", "> ", "\\", "{{<",
     ">}}", "~~", '"', "“", "”", "«", ". ", "? ", "...", "…", "title: ", "date: 2024-02-30",
     "Source: ", "By ", "LONDON, Nov 3 (Agency) - ", "http://a.b/1", "[^1]", "[a]: b", "\xa0",
     "<p>", "<h1>", "</h1>", "Mr. ", "U.S. ", "The ", "12,000 ", "people", "É", "word " * 12]
)  # fmt: skip
_markup_texts = st.lists(_markup_signs | st.text(max_size=5), max_size=25).map("".join)
story_texts = _markup_texts.filter(lambda text: "&" not in text)  # entities have a law of their own
story_names = st.sampled_from(["story.txt", "story.md", "story", "STORY.MD"])

# Each part of a Markdown story with the words of it that are prose.
_plain_sentences = st.lists(
    st.sampled_from(["Twelve", "boats", "sank", "off", "the", "cape", "on", "Monday", "300"]),
    min_size=3,
    max_size=12,
).map(lambda words: " ".join(words) + ".")


def _markdown_part(form: str) -> SearchStrategy[tuple[str, str]]:
    return _plain_sentences.map(lambda said: (form.replace("@", said), said))


markdown_stories = st.lists(
    st.sampled_from(
        ["@", "# @", "## @ ##", "> @", "- @", "7. @", "*@*", "**@**", "[@](https://a.b/9 '8')",
         "![@](9.png)", "@ <!-- 9 -->", "<p>@</p>", "@[^9]", "`9` @", "| @ |", "@\n===",
         "```\n9\n```\n\n@", "~~9~~ @", "{{< video 9 >}}\n\n@", "@ <https://a.b/9>"]
    ).flatmap(_markdown_part),
    min_size=1,
    max_size=8,
)  # fmt: skip
sentence_lists = st.lists(_plain_sentences.map(str.capitalize), min_size=1, max_size=12)

# Dates


class WrittenDate(NamedTuple):
    """A day as a newspaper may print it; None for what the print leaves out."""

    text: str
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None = None


_SHORT_MONTHS = (
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "Jun.", "Jul.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip

# D, O day and its ordinal; M, B month and its short form; Y year; W, V weekday and its short form.
_day_forms = st.sampled_from(
    ["M D", "M D, Y", "B D", "B D, Y", "B D Y", "D M", "D M Y", "D B Y", "O M", "O of M",
     "O of M, Y", "M O", "M the O, Y", "W, M D", "W M D Y", "W, B D, Y", "V D M", "V, B D",
     "W D M Y", "W, the O of M", "M Y", "B Y", "M of Y", "Y-N-Z", "Y/N/Z", "Z.N.Y"]
)  # fmt: skip


def _write_date(form: str, day: date) -> WrittenDate:
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 if day.day not in (11, 12, 13) else 0)
    parts = {
        "D": str(day.day), "O": f"{day.day}{suffix or 'th'}", "Z": f"{day.day:02}",
        "M": f"{day:%B}", "B": _SHORT_MONTHS[day.month - 1],
        "N": f"{day.month:02}", "Y": str(day.year),
        "W": f"{day:%A}", "V": f"{day:%a}",
    }  # fmt: skip
    return WrittenDate(
        "".join(parts.get(letter, letter) for letter in form),
        day.year if "Y" in form else None,
        day.month,
        day.day if set("DOZ") & set(form) else None,
        day.weekday() if set("WV") & set(form) else None,
    )


calendar_days = st.dates(date(1900, 1, 1), date(2099, 12, 31))
written_dates = st.builds(_write_date, _day_forms, calendar_days)
# What may stand round a date without changing what it says.
date_frames = st.sampled_from(
    ["@", "It opened on @.", "(@)", "“@,” she said", "By @ the bridge stood.", "@\nThe town",
     "until @; then", "since @, when", "3 of 12 came on @."]
)  # fmt: skip
# Pieces of dates in any order, and what looks like them.
date_like_texts = st.lists(
    st.sampled_from(
        ["May ", "2018", "2018-", "1/", "4", "4th ", "of ", "Nov. ", "Tuesday", ", ", "'", "’98",
         "s ", "the ", "last ", "year ", "years ", "ago ", "in ", "to ", "between ", "and ", ":",
         "30", "p.m. ", "Q3 ", "century ", "first ", "quarter ", "summer ", "\n", "\n\n", "\xa0",
         "New ", "Year", "Eve", "– ", "T", "o", "clock", "1,500 ", "9.30", "04.11.2018", "noon ",
         "a ", "half ", "few ", "BC ", "(", ")", "mid-", "Christmas ", "earlier ", "$", "٣", "%"]
    )
    | st.text(max_size=4),
    max_size=14,
).map("".join)  # fmt: skip
dateless_texts = st.lists(
    st.sampled_from(
        ["the", "bridge", "fell", "and", "nobody", "may", "march", "to", "it,", "said", "Mr",
         "Brown;", "a", "first", "look", "was", "second", "best.", "of", "'", "(", "–", "\n"]
    ),
    max_size=20,
).map(" ".join)  # fmt: skip
story_days = st.none() | calendar_days.map(lambda day: (day.year, day.month, day.day))

# Sources


class AttributedSentence(NamedTuple):
    text: str
    name: str
    kind: str
    figure: int  # the offset of the figure that is attributed


_speakers = st.sampled_from(
    [
        ("Gen. Ada Brook", "official"), ("the flood agency", "official"),
        ("Judge Tom Marsh", "official"), ("the Office for Dam Safety", "official"),
        ("police", "official"), ("Mayor Ada Brook", "political"),
        ("Senator Tom Marsh", "political"), ("the prime minister", "political"),
        ("the Labour party", "political"), ("Professor Ada Brook", "expert"),
        ("dam analyst Tom Marsh", "expert"), ("Mr Marsh", "person"), ("Ada Brook", "person"),
        ("the audit report", "document"), ("a ministry survey", "document"),
        ("a senior US official", "unnamed"), ("a military source", "unnamed"),
    ]
)  # fmt: skip
_saying = st.sampled_from(["said", "says", "warned", "insisted", "announced", "confirmed"])
_attributed_forms = st.sampled_from(
    ["X V 40 dams were weak.", "X V that 40 dams were weak.", "Some 40 dams were weak, X V.",
     "“We have 40 weak dams,” V X.", "Some 40 dams, X V, were weak.", "According to X, 40 failed.",
     "Some 40 dams were weak, according to X.", "Yesterday X V 40 dams were weak.",
     "“It failed. We have 40 weak dams,” X V.", "“We have 40 weak dams. It failed,” X V.",
     "“It failed,” V X. “We have 40 weak dams.”"]
)  # fmt: skip


def _attribute(form: str, speaker: tuple[str, str], verb: str) -> AttributedSentence:
    name, kind = speaker
    written = name[0].upper() + name[1:] if form.startswith("X") else name
    text = form.replace("V", verb).replace("X", written)
    return AttributedSentence(text, written, kind, text.index("40"))


attributed_sentences = st.builds(_attribute, _attributed_forms, _speakers, _saying)
# Pieces of attributions in any order.
attribution_like_texts = st.lists(
    st.sampled_from(
        ["said", "according ", "to ", "the ", "a ", "official", "Mr ", "Brook", "’s", " tweets",
         "contrary ", "despite ", ", ", ". ", "“", "”", '"', "(", " – ", "\n", "\n\n", "he ", "it ",
         " estimate", "by ", "put ", "at ", "40 ", "who ", "as for ", "rejected ", "claims ",
         "report ", "familiar with ", "and ", "that ", "not ", "is ", "false", "-", "Gen.", "\xa0"]
    )
    | st.text(max_size=4),
    max_size=16,
).map("".join)  # fmt: skip


# Figures as printed


def _write_figure(digits: int, place: int, approximate: bool) -> Quantity:
    step = Fraction(10) ** place if place < 0 else 1
    worth = digits * Fraction(10) ** place
    value = int(worth) if worth.denominator == 1 else worth
    return Quantity(Span(0, 1), Range.point(value), step=step, approximate=approximate)


# "7", "12.5", "40,000", "about 700": few digits, so that two often lie near each other.
printed_figures = st.builds(_write_figure, st.integers(1, 120), st.integers(-2, 4), st.booleans())
eighths = st.builds(Fraction, st.integers(-4, 4), st.just(8))
widenings = st.tuples(st.integers(0, 3), st.integers(0, 3))


# Quantities


def lexemes_of(kinds: list[str]) -> SearchStrategy[list[Lexeme]]:
    """Lexemes of these kinds side by side, with values such as the lexicon gives them."""
    places = [
        st.builds(_placed, st.just(kind), st.just(place), _values_of(kind))
        for place, kind in enumerate(kinds)
    ]
    return st.tuples(*places).map(list)


def _placed(kind: str, place: int, value: object) -> Lexeme:
    return Lexeme(kind, value, 4 * place, 4 * place + 3, "12")


def _values_of(kind: str) -> SearchStrategy[object]:
    known = [entry.value for entry in lexicon().words.values() if entry.terminal == kind]
    special = {
        "NUMERAL": numerals.map(parse_numeral),
        "ADD": st.just(Fraction(1, 2)),
        "EACH": st.just("share"),
    }
    if kind in special:
        return special[kind]
    return st.sampled_from(known) if known else st.none()


def _grouped(number: int) -> str:
    return f"{number:,}"


# As digits write them: with and without commas, decimals too.
numerals = st.one_of(
    st.integers(0, 10**15).map(str),
    st.integers(0, 10**15).map(_grouped),
    st.builds("{}.{}".format, st.integers(0, 10**6), st.integers(0, 10**4)),
)


class Spoken(NamedTuple):
    """A number and one way to say it."""

    number: int
    words: str


@st.composite
def _spoken_numbers(draw: DrawFn) -> Spoken:
    # Evenly over the lengths of numbers, which is unevenly over the numbers.
    number = draw(st.integers(0, 12).flatmap(lambda power: st.integers(0, 10**power)))
    words = num2words(number)
    if draw(st.booleans()):
        words = words.replace(",", "")
    if draw(st.booleans()):
        words = words.replace(" and ", " ")
    if draw(st.booleans()):
        words = words.replace("-", " ")
    return Spoken(number, draw(st.sampled_from([str.lower, str.upper, str.capitalize]))(words))


spoken_numbers = _spoken_numbers()

_SIGNS = [*".,;:!?()[]\"'’“”-–—−/%$£€°+~<>=½⅔#@&_^ \n\t", "\xa0", "  "]
_WORDS = sorted({*lexicon().words, *lexicon().parts, *lexicon().touching})


def figure_texts(*, max_size: int = 25) -> SearchStrategy[str]:
    """Texts of the lexicon's own words, signs and digits, mostly nonsense."""
    pieces = st.one_of(st.sampled_from(_WORDS), st.sampled_from(_SIGNS), numerals)
    spaced = st.tuples(pieces, st.sampled_from(["", " "])).map("".join)
    return st.lists(spaced, max_size=max_size).map("".join)


# Stories as pages of HTML

# What ends a text, an attribute or an element, in front of figures, dates and names with numbers.
page_texts = st.lists(
    st.sampled_from(
        ["<script>alert(1)</script>", "</section>", "</p>", "<!--", "-->", "<![CDATA[", "]]>", "&",
         "&amp;", "&#13;", "&#x0", '" onfocus="', "'", ">", "<", "\0", "\r", "\r\n", "\n\n",
         "\n \n", "\x0b", "\x1b", "\x85", "\u2028", "\u202e", "\ufeff", "שלום ",
         "👩\u200d👧", "# ", "---\n", "Boeing 737 ", "3-2 ", "21st ", "COVID-19 ",
         "iPhone7 ", "٣ ", "no one ", "one boat ",
         "20,000 people ", "6,200 a year earlier ", "between 50 and 30 boats ", "4 May 2018 ",
         "three years ago ", "10:30 p.m. ", "said. ", "The "]
    )
    | st.text(max_size=6),
    max_size=20,
).map("".join)  # fmt: skip

# Paragraphs of stories, a figure in each

# Few, so that two reports are often of one thing.
place_names = st.sampled_from(["Quenby", "Quenby", "Marel", "Alder"])
small_counts = st.integers(2, 999)
_REPORTS = (
    "The landslide in {place} killed {count} people and buried a school.",
    "The landslide in {place}, which buried a school, killed {count} people.",
    "The landslide in {place} injured {count} people and closed a road.",
    "According to the county, the landslide in {place} killed {count} people and buried a school.",
    "The mill in {place} employs {count} workers.",
    "The mill in {place} will employ {count} workers.",
    "The bridge in {place} was first opened in 1{count:03}.",
    "In {place}, {percent} percent of the voters backed the bridge.",
    "At least {count} goats were sold at the fair in {place}.",
    "No goats were sold at the fair in {place}.",
    "The choir of {place} finished in second place at the fair.",
)
# Without a figure, a name, a date, or a word that compares.
quiet_paragraphs = st.sampled_from(
    ["The mayor thanked everybody.", "Nobody knew the reason.", "Rain is expected.",
     "A road is closed.", "Schools stay shut."]
)  # fmt: skip


class ReportedFigure(NamedTuple):
    """A paragraph before its place and its figure are put in."""

    wording: str
    place: str
    count: int

    def said(self, rename: dict[str, str] | None = None) -> str:
        """The paragraph, its place renamed if `rename` has it."""
        place = (rename or {}).get(self.place, self.place)
        return self.wording.format(place=place, count=self.count, percent=self.count % 101)


reported_figures = st.builds(
    ReportedFigure, st.sampled_from(_REPORTS), place_names, small_counts | st.integers(12, 14)
)
figure_reports = st.lists(reported_figures, min_size=1, max_size=6)

# Measures and their conversions


class UnitPair(NamedTuple):
    """Two units of one dimension as a story writes them, and how many of the second one makes."""

    first: str
    second: str
    factor: Fraction
    others: tuple[Fraction, ...]  # the same where a word has other meanings: US and imperial


# In the first of its dimension; several where the word has several meanings.
_MEASURED = (
    {"millimetres": "0.001", "centimetres": "0.01", "metres": "1", "kilometres": "1000",
     "inches": "0.0254", "feet": "0.3048", "yards": "0.9144", "miles": "1609.344 1852",
     "nautical miles": "1852"},
    {"square metres": "1", "square kilometres": "1000000", "square feet": "0.09290304",
     "square miles": "2589988.110336", "acres": "4046.8564224", "hectares": "10000"},
    {"litres": "1", "millilitres": "0.001", "gallons": "3.785411784 4.54609",
     "barrels": "158.987294928 117.347765304 163.65924",
     "pints": "0.473176473 0.56826125", "cubic metres": "1000"},
    {"kilograms": "1", "grams": "0.001", "tonnes": "1000", "tons": "907.18474 1000 1016.0469088",
     "lbs": "0.45359237", "ounces": "0.028349523125 0.0311034768", "stone": "6.35029318"},
    {"kph": "0.27777", "mph": "0.44704", "knots": "0.51444"},
    {"watts": "1", "kilowatts": "1000", "horsepower": "745.69987158227022 735.49875"},
)  # fmt: skip
_SPEEDS = {"kph": Fraction(5, 18), "knots": Fraction(463, 900)}


def _worth_of(word: str, listed: str) -> list[Fraction]:
    return [_SPEEDS[word]] if word in _SPEEDS else [Fraction(one) for one in listed.split()]


def _pair_units() -> list[UnitPair]:
    found = []
    for table in _MEASURED:
        for (first, one), (second, other) in permutations(table.items(), 2):
            ratios = [a / b for b in _worth_of(second, other) for a in _worth_of(first, one)]
            # A story gives nothing in units that are thousands of times too small.
            if Fraction(1, 2000) < ratios[0] < 2000:
                found.append(UnitPair(first, second, ratios[0], tuple(ratios[1:])))
    return found


unit_pairs = st.sampled_from(_pair_units())
# Those that give a number of three digits for one of three digits.
near_unit_pairs = st.sampled_from([one for one in _pair_units() if Fraction(1, 4) < one.factor < 4])
# "7", "1,200", "26.2", "0.5": from one to four digits.
measured_numbers = st.builds(
    lambda digits, place: digits * Fraction(10) ** place,
    st.integers(1, 99) | st.integers(100, 9999),
    st.integers(-1, 2),
)
three_digit_numbers = st.integers(101, 999).filter(lambda number: number % 100)
four_digit_numbers = st.builds(
    lambda tens, ones: tens * 10 + ones, st.integers(100, 999), st.integers(1, 9)
)
roundings = st.sampled_from(["half up", "half to even"])


# Relations of dates


class DatedText(NamedTuple):
    """A date in print with its weekday, and the days it may be told of."""

    text: str
    day: date
    shift: int  # by how many weekdays the one named is off


_weekday_forms = st.sampled_from(
    ["W, M D, Y", "W M D Y", "W, B D, Y", "V D M Y", "V, D B Y", "W D M Y", "W, the O of M, Y"]
)


def _misname(form: str, day: date, shift: int) -> DatedText:
    named = day + timedelta(shift)
    form = form.replace("W", f"{named:%A}\0").replace("V", f"{named:%a}\0")
    weekday, _, rest = form.partition("\0")
    return DatedText(weekday + _write_date(rest, day).text, day, shift)


# The Julian calendar was in use somewhere until 1923.
gregorian_days = st.dates(date(1924, 1, 1), date(2090, 12, 31))
true_weekdays = st.builds(_misname, _weekday_forms, gregorian_days, st.just(0))
false_weekdays = st.builds(_misname, _weekday_forms, gregorian_days, st.integers(1, 6))


class Ends(NamedTuple):
    """Two days in order, and how finely both are printed: "year", "month" or "day"."""

    first: date
    last: date
    precision: str


def _ordered(one: date, days: int, precision: str) -> Ends:
    return Ends(one, one + timedelta(days), precision)


precisions = st.sampled_from(["year", "month", "day"])
stretches_of_days = st.builds(
    _ordered,
    st.dates(date(1901, 1, 1), date(1990, 12, 31)),
    st.integers(2, 40) | st.integers(41, 36_000),
    precisions,
)
# At least two years apart, so that no printed age or length is nought.
lifetimes = st.builds(
    _ordered, st.dates(date(1901, 1, 1), date(1980, 12, 31)), st.integers(1200, 36_000), precisions
)
# Until 2100 at the latest: later numerals are no years.
anniversary_years = st.tuples(st.integers(1901, 1999), st.integers(1, 90))
misses = st.integers(-9, 9).filter(bool)


# Sums in print


def round_to(value: Fraction, step: Fraction, rounding: str) -> Fraction:
    """A number to a step, ties as the rounding has them."""
    steps = value / step
    if rounding == "half up":
        return ((2 * steps + 1) // 2) * step
    return round(steps) * step


def print_number(value: Fraction, step: Fraction) -> str:
    """A number as a newspaper prints it to a step: "1,234", "2.80"."""
    places = next(places for places in range(9) if (step * 10**places).denominator == 1)
    whole, rest = divmod(int(value * 10**places), 10**places)
    return f"{whole:,}.{rest:0{places}}" if places else f"{whole:,}"


class PrintedTrio(NamedTuple):
    """Two figures and a percentage worked out from them, each rounded as it was printed."""

    first: str
    second: str
    percent: str
    rises: bool


steps = st.sampled_from([Fraction(1), Fraction(1, 10), Fraction(1, 100)])
# Half a printed unit and what lies next to it, where a rounding can go either way.
_fine = st.builds(Fraction, st.integers(2_000, 9_999_999), st.sampled_from([200, 1000, 1600]))


@st.composite
def _true_changes(draw: DrawFn) -> PrintedTrio:
    before = draw(_fine)
    after = before * draw(st.builds(Fraction, st.integers(20, 400), st.just(137)))
    return _printed_trio(draw, before, after, abs(after - before) / before * 100, after > before)


@st.composite
def _true_shares(draw: DrawFn) -> PrintedTrio:
    whole = draw(_fine)
    part = whole * draw(st.builds(Fraction, st.integers(5, 136), st.just(137)))
    return _printed_trio(draw, part, whole, part / whole * 100, rises=False)


def _printed_trio(
    draw: DrawFn, first: Fraction, second: Fraction, percent: Fraction, rises: bool
) -> PrintedTrio:
    step, fine = draw(steps), draw(steps)
    written = [
        print_number(round_to(value, place, draw(roundings)), place)
        for value, place in ((first, step), (second, step), (percent, fine))
    ]
    return PrintedTrio(written[0], written[1], written[2], rises)


true_changes = _true_changes().filter(lambda trio: trio.first[0] != "0" and trio.second[0] != "0")
true_shares = _true_shares().filter(lambda trio: trio.first[0] != "0")


class Bounded(NamedTuple):
    """Two printed figures, how finely, and the last percentages that can be printed of them.

    One step of `fine` beyond `least` or `most` no numbers printed so come to it.
    """

    first: str
    second: str
    least: Fraction
    most: Fraction
    fine: Fraction


@st.composite
def _bounded(draw: DrawFn, kind: str) -> Bounded:
    """The bounds of a rise or a share, by the ends of what the printed figures stand for."""
    step, fine = draw(steps), draw(st.sampled_from([Fraction(1, 10), Fraction(1, 100)]))
    # No zeros at the end, which may themselves be rounded.
    low, more = draw(st.integers(30, 900)), draw(st.integers(5, 400))
    first, second = (
        (10 * low + draw(st.integers(1, 9))),
        10 * (low + more) + draw(st.integers(1, 9)),
    )
    half = Fraction(1, 2)
    if kind == "rise":
        ends = [Fraction(second - half) / (first + half), Fraction(second + half) / (first - half)]
        least, most = ((end - 1) * 100 for end in ends)
    else:
        ends = [Fraction(first - half) / (second + half), Fraction(first + half) / (second - half)]
        least, most = (end * 100 for end in ends)
    # The first percentage whose own half step reaches the bound, and the last that does.
    reach = -((-(least - fine / 2)) // fine) * fine, ((most + fine / 2) // fine) * fine
    return Bounded(
        print_number(first * step, step), print_number(second * step, step), *reach, fine
    )


bounded_rises = _bounded("rise")
bounded_shares = _bounded("share")


@st.composite
def _whole_terms(draw: DrawFn) -> tuple[int, int]:
    return draw(st.integers(101, 9_999)), draw(st.integers(101, 9_999))


# Counts in full, of which nothing is rounded away, unless they end in noughts.
whole_terms = _whole_terms().filter(lambda pair: all(n % 10 for n in (*pair, sum(pair))))

# Files of stories in other formats, whole and broken

_FORMATS = {
    "a.html": (
        "<title>Ferry sinks | Chronicle</title><nav>9</nav><article><h1>Ferry sinks</h1>"
        '<p class="byline">By Ann Other<p>About <b>40</b> people &ndash; 20&ndash;30 saved<sup>1'
        '</sup>.<figure><img alt="Boats"><figcaption>Boats</figcaption></figure></article>'
    ),
    "a.xml": (
        '<?xml version="1.0"?><nitf><body><body.head><hedline><hl1>Ferry sinks</hl1></hedline>'
        "</body.head><body.content><p>About 40 people &amp; a dog.</p></body.content></body></nitf>"
    ),
    "b.xml": (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentMeta><headline>Ferry sinks'
        "</headline></contentMeta><contentSet><inlineData>About 40 people.\n\nAll safe."
        "</inlineData></contentSet></newsItem>"
    ),
    "a.json": (
        '{"uri": "a", "headline": "Ferry sinks", "body_text": "About 40 people.", '
        '"body_xhtml": "<p>About 40\\u201350 people.<\\/p>\\n<p>\\"Safe\\"</p>"}'
    ),
    "b.json": '{"headline": "Ferry sinks", "body": [{"value": "About 40 people."}, {"x": "9"}]}',
    "a.aml": (
        "headline: Ferry sinks\nintro: About 40\n\\people: here\n:end\n[+body]\nAll <b>safe</b>.\n"
        "caption: Boats\n[]\n:skip\ntext: not this\n:endskip\n:ignore\nend"
    ),
}
_file_signs = st.sampled_from(
    ["<", ">", "&", '"', "'", "\\", "{", "}", "[", "]", ":", "<!--", "-->", "<![CDATA[", "]]>",
     "\\u", "\\ud800", "&#xD800;", "&#0;", "&bull;", "\r\n", "\n", "\u2028", "\0", "<p>", "</p>",
     "<script>", "<sup>3</sup>", "<nav>", "<h1>", "</h1>", "<article>", ":end\n", "[+a]\n", "=",
     "/", "😀"]
)  # fmt: skip


class StoryFile(NamedTuple):
    """What is in a file, and the file's name."""

    data: bytes
    name: str


@st.composite
def _story_files(draw: DrawFn) -> StoryFile:
    name = draw(st.sampled_from([*_FORMATS]))
    text = _FORMATS[name]
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 20)))
        text = text[:start] + draw(_file_signs | st.just("")) + text[end:]
    return StoryFile(text.encode(), name)


story_files = _story_files()
whole_files = st.sampled_from([StoryFile(text.encode(), name) for name, text in _FORMATS.items()])
any_files = st.builds(
    StoryFile,
    st.binary(max_size=200),
    st.sampled_from(["a.html", "a.xml", "a.json", "a.aml", "a.docx", "a.md", "a.txt"]),
)

# Places that are on the map, and some that are not


def _map() -> dict[str, list[str]]:
    """The paths of each name; those of peoples end with a star."""
    lines = Path(WORDS, "places.txt").read_text("utf-8").partition("\n\n")[2].splitlines()
    return {name: paths.split() for name, _, paths in (line.partition("\t") for line in lines)}


def _names_by_path() -> dict[str, list[str]]:
    """The names of each place that no other place bears."""
    found: dict[str, list[str]] = {}
    for name, paths in MAP.items():
        if len(paths) == 1:
            found.setdefault(paths[0], []).append(name)
    return found


MAP = _map()
PLACES_BY_PATH = _names_by_path()
known_places = st.sampled_from(sorted(name for names in PLACES_BY_PATH.values() for name in names))
_INMOST = sorted(path for path in PLACES_BY_PATH if path.count("/") > 1 and "*" not in path)


@st.composite
def _nested_places(draw: DrawFn) -> tuple[str, ...]:
    """Names of places each of which lies in the one before, at least two."""
    path = draw(st.sampled_from(_INMOST))
    ends = [at for at, sign in enumerate(path) if sign == "/"]
    around = [path[:end] for end in ends if path[:end] in PLACES_BY_PATH]
    return tuple(draw(st.sampled_from(PLACES_BY_PATH[one])) for one in [*around, path])


nested_places = _nested_places()
invented_places = st.sampled_from(["Quenby", "Marel", "Alder", "Tarnholt", "Ostwick", "Penbrook"])


# Words of all and counts that speak against them, each with its opposite said of the same


class OppositeWords(NamedTuple):
    """A counted noun, and two things of which only one can be said of it."""

    noun: str
    one: str
    other: str


opposite_words = st.sampled_from(
    [
        OppositeWords("passengers", "survived", "drowned"),
        OppositeWords("members", "voted for the budget", "voted against the budget"),
        OppositeWords("climbers", "were rescued", "are missing"),
        OppositeWords("houses", "were sold", "are unsold"),
        OppositeWords("workers", "were paid", "are unpaid"),
        OppositeWords("jurors", "were present", "were absent"),
    ]
)
wholes_and_parts = st.integers(2, 400).flatmap(
    lambda whole: st.tuples(st.just(whole), st.integers(2, whole))
)


# Configuration


class TomlText(NamedTuple):
    """A text with the line on which each key and each item of a list is first named."""

    text: str
    lines: dict[tuple[str | int, ...], int]


class _TomlWriter:
    """Writes tables in all the ways there are, and notes what stands where as it goes."""

    def __init__(self, draw: DrawFn) -> None:
        self._choose = lambda *options: draw(st.sampled_from(options))
        self.text = ""
        self.lines: dict[tuple[str | int, ...], int] = {}

    def _put(self, *pieces: str) -> None:
        self.text += "".join(pieces)

    def _mark(self, *path: str | int) -> None:
        self.lines.setdefault(path, self.text.count("\n") + 1)

    def _noise(self) -> None:
        self._put(self._choose("", "", "\n", "  # key = [1]\n", '\t# it\'s """ so\n\n'))

    def _key(self, parts: tuple[str | int, ...], before: tuple[str | int, ...]) -> None:
        for end in range(1, len(parts) + 1):
            self._mark(*before, *parts[:end])
        names = [part for part in parts if isinstance(part, str)]
        self._put(self._choose(".", " . ").join(map(self._name, names)))

    def _name(self, name: str) -> str:
        bare = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
        forms = [json.dumps(name)]
        forms += [name] if bare else []
        forms += [f"'{name}'"] if "'" not in name and name.isprintable() else []
        return self._choose(*forms)

    def table(
        self, content: dict, path: tuple[str | int, ...] = (), *, implicit: bool = False
    ) -> None:
        """A table's rows, and behind them the tables with headers; an implicit one has no rows."""
        later = []
        for key, value in content.items():
            if _is_headed(value) and (implicit or self._choose(True, False)):
                later.append((key, value))
            else:
                self._row((key,), value, path)
        for key, value in later:
            for index, one in enumerate(value if isinstance(value, list) else [value]):
                numbers = (index,) if isinstance(value, list) else ()
                may_be_implicit = not numbers and one and all(map(_is_headed, one.values()))
                implicit = bool(may_be_implicit) and self._choose(True, False)
                if not implicit:
                    self._header((*path, key), numbers)
                self.table(one, (*path, key, *numbers), implicit=implicit)

    def _header(self, path: tuple[str | int, ...], numbers: tuple[int, ...]) -> None:
        self._noise()
        self._put("[[" if numbers else "[", self._choose("", " "))
        self._key((*path, *numbers), ())
        self._put(self._choose("", " "), "]]" if numbers else "]", self._choose("\n", " # so\n"))

    def _row(self, key: tuple[str, ...], value: object, path: tuple[str | int, ...]) -> None:
        if isinstance(value, dict) and value and self._choose(True, False):
            for inner, one in value.items():
                self._row((*key, inner), one, path)
            return
        self._noise()
        self._key(key, path)
        self._put(self._choose("=", " = "))
        self._value(value, (*path, *key))
        self._put(self._choose("\n", " # [so]\n"))

    def _value(self, value: object, path: tuple[str | int, ...]) -> None:
        if isinstance(value, str):
            self._put(value)
        elif isinstance(value, list):
            self._put("[")
            for index, one in enumerate(value):
                self._noise()
                self._mark(*path, index)
                self._value(one, (*path, index))
                self._put(",")
            self._noise()
            self._put("]")
        else:
            self._put("{")
            for index, (key, one) in enumerate(value.items()):
                self._put(", " if index else "")
                self._key((key,), path)
                self._put(" = ")
                self._value(one, (*path, key))
            self._put("}")


def _is_headed(value: object) -> bool:
    """Whether a value may have headers of its own: a table, or a list of nothing but tables."""
    tables = value if isinstance(value, list) and value else [value]
    return all(isinstance(one, dict) for one in tables)


toml_keys = st.sampled_from(
    ("a", "select", "fail-on", "1", "a.b", 'say "so"', "it's", "#", "[x]", "é", "\n", "=", "")
)
# As TOML writes them.
toml_scalars = st.sampled_from(
    (
        "1", "-1.5e3", "true", "1979-05-27 07:32:00.5", '"a # b"', "'c = [d]'", '"\\"]"', '""',
        '"""\nkey = 1 # no\n[x] "" \\"""""', "'''\n[y]\n''it's'''", '""""so" it said"""',
    )
)  # fmt: skip
toml_values = st.recursive(
    toml_scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(toml_keys, inner, max_size=3)
    ),
    max_leaves=6,
)


@st.composite
def toml_texts(draw: DrawFn) -> TomlText:
    """Tables within tables, their keys in any order, with comments and strings between them."""
    writer = _TomlWriter(draw)
    writer.table(draw(st.dictionaries(toml_keys, toml_values, max_size=5)))
    return TomlText(writer.text.replace("\n", draw(st.sampled_from(("\n", "\r\n")))), writer.lines)


class SettingFile(NamedTuple):
    """A configuration as text, and the values that it gives its settings, by their names."""

    text: str
    values: dict[str, object]


# Settings as TOML writes them, each with what it comes to; none names a rule or a folder.
_WRITTEN_SETTINGS: dict[str, tuple[tuple[str, object], ...]] = {
    "select": (('["FC1", "FC2"]', ("FC1", "FC2")), ('"FC1"', ("FC1",)), ("[]", ())),
    "ignore": (('[\n  "FC1", # ignore = 1\n  \'FC2\',\n]', ("FC1", "FC2")),),
    "fail-on": (('"warning"', "warning"), ("'never'", "never")),
    "severity": (('"error"', "error"), ('"""error"""', "error")),
    "exclude": (('["old/**", "*.txt"]', ("old/**", "*.txt")),),
    "json-paths": (
        ('["body/**/value"]', (("body/**/value", "body"),)),
        ('{ "story/hed" = "headline" }', (("story/hed", "headline"),)),
    ),
    "format": (('"concise"', ("concise",)),),
    "jobs": (("2", 2), ("0x10", 16)),
    "cache": (("false", False), ("true", True)),
    "severities": (
        ('{ FC1 = "off", inverted-range = "note" }', (("FC1", "off"), ("inverted-range", "note"))),
    ),
    "per-file-rules": (
        ('{ "a/**" = { select = "FC1" }, b.ignore = ["FC2"] }',
         (PerFile("a/**", ("FC1",)), PerFile("b", (), ("FC2",)))),
    ),
}  # fmt: skip


@st.composite
def setting_files(draw: DrawFn) -> SettingFile:
    """Some settings in any order, with comments that could be taken for settings."""
    names = draw(st.lists(st.sampled_from(sorted(_WRITTEN_SETTINGS)), unique=True))
    lines, values = [], {}
    for name in names:
        written, values[name] = draw(st.sampled_from(_WRITTEN_SETTINGS[name]))
        lines += [
            *draw(st.lists(st.sampled_from(("", "# cache = 3", f"  #{name} = [")), max_size=2)),
            f"{name} = {written}",
        ]
    return SettingFile("\n".join(lines), values)


class GlobbedPath(NamedTuple):
    """A pattern, and a path that it was made to mean."""

    pattern: str
    path: str


@st.composite
def globbed_paths(draw: DrawFn) -> GlobbedPath:
    """Patterns made of a path, some of whose letters and folders are stars."""
    names = draw(st.lists(st.text("ab[]?é ", min_size=1, max_size=4), min_size=1, max_size=4))
    stars = draw(st.sampled_from(("{}", "*", "{}*", "*{}")))
    pattern = [stars.format(name) if draw(st.booleans()) else name for name in names]
    lead = draw(st.sampled_from(("", "/", "./", "**/")))
    if draw(st.booleans()) and len(pattern) > 1:
        pattern[draw(st.integers(0, len(pattern) - 2))] = "**"
    written = "/".join(pattern)
    return GlobbedPath(lead + written + draw(st.sampled_from(("", "/", "/**"))), "/".join(names))


# What editors write to factcheck

mark_comments = st.builds(
    "<!-- factcheck:{}{}{}{} -->".format,
    st.sampled_from([" ok ", "ok ", " OK\n", " ok", " okay ", " "]),
    st.lists(
        st.sampled_from(["FC101", "percent-change-wrong", "no-rule", " ", "5 ships"]), max_size=3
    ).map(", ".join),
    st.sampled_from([":", " :", ""]),
    st.sampled_from([" it has 40 boats", " - the agency: rounds", "", "\n 3 of 9"]),
)
broken_paragraphs = st.builds(
    "Between {} and {} {} were counted.".format,
    st.integers(60, 99),
    st.integers(21, 50),
    st.sampled_from(["cats", "goats", "cars", "boats"]),
)

# Names of rules, and configurations of pre-commit

_name_words = st.from_regex(r"[a-z0-9]{1,7}", fullmatch=True)
rule_names = st.builds(
    lambda first, rest: "-".join([first, *rest]),
    st.from_regex(r"[a-z][a-z0-9]{0,7}", fullmatch=True),
    st.lists(_name_words, min_size=1, max_size=3),
)

_repo_bodies = st.sampled_from(
    [
        "- repo: https://example.org/tidy\n  rev: v1.2\n  hooks:\n  - id: tidy\n",
        "- repo: local\n  hooks:\n    - id: words  # the desk's\n      entry: words\n"
        "      language: system\n",
        "- hooks: [{id: tidy, args: [--fix]}]\n  repo: https://example.org/tidy\n  rev: v2\n",
        "-   repo: https://example.org/odd\n    rev: 'v3'\n    hooks:\n    -   id: odd\n"
        "        args:\n        - |-\n          two\n          lines\n\n",
        "- repo: meta\n  hooks:\n  - id: identity\n  # - id: not-now\n",
        "- repo: https://example.org/tidy\n  hooks:\n  - id: tidy\n  rev:\n",
    ]
)
_other_keys = st.sampled_from(
    ["", "\n", "# of the desk\n", "ci:\n  skip: [tidy]\n", "default_stages: [pre-commit]\n"]
)


def _write_hooks(
    above: str, repos: list[str], depth: int, below: list[str], newline: str, ended: bool
) -> str:
    body = "".join(
        f"{' ' * depth}{line}" if line.strip() else line
        for repo in repos
        for line in repo.splitlines(keepends=True)
    )
    text = "".join([above, f"repos:\n{body}" if repos else "", *below])
    return (text if ended else text.rstrip("\n")).replace("\n", newline)


hook_files = st.builds(
    _write_hooks,
    _other_keys,
    st.lists(_repo_bodies, max_size=3),
    st.sampled_from([0, 2, 4]),
    # What is above may not come again below: no key stands twice in a table.
    st.lists(st.sampled_from(["\n", "# the end\n", "fail_fast: true\n"]), max_size=3, unique=True),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)


# What docstrings say

# Of words, so that no paragraph begins with a heading.
remark_texts = st.lists(st.sampled_from(["totals", "are", "stale:", "by", "May"]), min_size=1).map(
    " ".join
)
