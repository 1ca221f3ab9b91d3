"""Reports: what an editor sees of findings, and what a program reads of them."""

import json
import re
from fractions import Fraction
from itertools import pairwise
from unicodedata import category, east_asian_width

import pytest
from hypothesis import example, given
from strategies import hard_texts, pages, ranges, reported_stories

from factcheck.findings import Bar, Failure, Finding, Report
from factcheck.model import Document, Span
from factcheck.ranges import Range
from factcheck.reports import FORMATS, Checked, render
from factcheck.reports.cells import shown
from factcheck.reports.number_line import number_line
from factcheck.reports.page import Page
from factcheck.reports.summary import Tally
from factcheck.tokens import tokenize

STORY = """Harbour fire empties two streets

The mayor, who toured the quay at dawn, said there were 200 to 300 people still in the shelters. \
A report by the fire service puts between 155 and 171 people in the school and another 140 in the \
church hall, where volunteers served soup until the evening.
"""


def story(text, *findings, figures=0, checked=0, failures=()):
    document = Document("story.txt", text, text, tokenize(text))
    return Report(document, findings, failures=failures, figures=figures, checked=checked)


def place(text, words, label=""):
    start = text.index(words)
    return Span(start, start + len(words), label)


def finding(text, *marked, message="This cannot be", severity="error", rule="some-rule", **more):
    spans = tuple(one if isinstance(one, Span) else place(text, one) for one in marked)
    return Finding(message, spans, severity=severity, rule=rule, code="FC999", **more)


SHELTERS = finding(
    STORY,
    place(STORY, "200 to 300 people", "the mayor"),
    place(STORY, "between 155 and 171 people in the school", "school"),
    place(STORY, "140 in the church hall", "church hall"),
    message="School and church hall add up to 295–311, which barely meets 200–300",
    severity="warning",
    rule="estimates-barely-overlap",
    working=("(155 to 171) + 140 = 295 to 311", "both hold only for 295 to 300"),
    consistent_if=("the mayor's figure were 295 to 311", "the church hall held 40"),
    bars=(Bar(Range(200, 300)), Bar(Range(295, 311), "by the parts")),
)


def written(name, *reports, page=None):
    files = [Checked("story.txt", one) for one in reports]
    return "".join(render(name, files, page or Page()))


def cells(text):
    """The cells a terminal gives a text, measured apart from the code under test."""
    return sum(
        0 if category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff"
        else 1 + (east_asian_width(char) in "WF")
        for char in text
    )  # fmt: skip


def bare(text):
    return re.sub(r"\033\[[\d;]*m", "", text)


def test_the_full_report_has_the_look_an_editor_knows():
    assert (
        written("full", story(STORY, SHELTERS, figures=5, checked=3), page=Page(100))
        == """\
warning: School and church hall add up to 295–311, which barely meets 200–300
[estimates-barely-overlap]
  --> story.txt:3:57
   |
 3 | … the quay at dawn, said there were 200 to 300 people still in the shelters. A report by the …
   |                                     ^^^^^^^^^^^^^^^^^ the mayor
   ⋮
 3 | … puts between 155 and 171 people in the school and another 140 in the church hall, where …
   |        ---------------------------------------- school      ---------------------- church hall
   |
   = sum: (155 to 171) + 140 = 295 to 311
          both hold only for 295 to 300
   = 200 ├──────────────────────────────────┤ 300
                                      295 ├─────┤ 311  by the parts
   = consistent if: the mayor's figure were 295 to 311
   = consistent if: the church hall held 40
   = more: factcheck explain estimates-barely-overlap

1 warning in 1 file; checked 3 of 5 figures
"""
    )


def test_without_unicode_the_same_is_drawn_in_ascii():
    page = Page(100, ascii_only=True)
    report = written("full", story(STORY, SHELTERS), page=page)
    assert report.isascii()
    assert "add up to 295-311, which" in report
    assert "   = 200 |----------------------------------| 300\n" in report
    assert "   :\n" in report
    assert " ... the quay" in report


def test_the_concise_report_is_one_line_a_finding():
    text = "One\nTwo 漢字 three\n"
    report = story(text, finding(text, "three", message="Two\nlines"), finding(text, "One"))
    assert written("concise", report) == (
        "story.txt:2:8: error: Two lines [some-rule]\n"
        "story.txt:1:1: error: This cannot be [some-rule]\n"
    )


def test_json_has_its_keys_in_this_order_and_places_in_code_points():
    text = "Ärger\r\n👍 für 5 Leute"
    broken = Failure("rule x: KeyError", "x", "a-plugin")
    bar = Bar(Range(Fraction(1, 2), low_closed=False), "half")
    found = finding(text, place(text, "5", "so few"), working=("5 < 6",), bars=(bar,))
    out = written("json", story(text, found, figures=1, checked=1, failures=(broken,)))
    assert out.endswith("}}\n")
    assert json.loads(out) == {
        "version": json.loads(out)["version"],
        "files": [
            {
                "path": "story.txt",
                "figures": 1,
                "checked": 1,
                "findings": [
                    {
                        "rule": "some-rule",
                        "code": "FC999",
                        "severity": "error",
                        "message": "This cannot be",
                        "spans": [
                            {
                                "start": 13,
                                "end": 14,
                                "line": 2,
                                "column": 7,
                                "label": "so few",
                                "text": "5",
                            }
                        ],
                        "working": ["5 < 6"],
                        "consistent_if": [],
                        "bars": [
                            {
                                "low": "0.5",
                                "high": None,
                                "low_closed": False,
                                "high_closed": False,
                                "label": "half",
                            }
                        ],
                    }
                ],
                "accepted": [],
                "failures": [
                    {"rule": "x", "distribution": "a-plugin", "message": "rule x: KeyError"}
                ],
            }
        ],
        "failures": [],
        "summary": {
            "errors": 1,
            "warnings": 0,
            "notes": 0,
            "accepted": 0,
            "unchanged": 0,
            "files": 1,
            "files_with_findings": 1,
            "figures": 1,
            "checked": 1,
            "failures": 1,
        },
    }
    assert re.findall(r'"(\w+)":', out)[:6] == [
        "version", "files", "path", "figures", "checked", "findings",
    ]  # fmt: skip


def test_json_of_no_files_is_an_object_too():
    assert json.loads(written("json"))["files"] == []


def test_json_writes_a_number_of_any_length():
    text = "5"
    huge = finding(text, "5", bars=(Bar(Range(10**5000)),))
    (file,) = json.loads(written("json", story(text, huge)))["files"]
    assert file["findings"][0]["bars"][0]["low"] == "1" + "0" * 5000


def _kinds(*severities):
    text = "5"
    return story(text, *(finding(text, "5", severity=one) for one in severities))


@pytest.mark.parametrize(
    ("reports", "line"),
    [
        ([], "no findings in 0 files; no story found; no figures"),
        ([story("x")], "no findings in 1 file; no figures"),
        ([story("x", figures=1)], "no findings in 1 file; checked 0 of 1 figure"),
        ([story("x"), story("x", figures=1200, checked=1)],
         "no findings in 2 files; checked 1 of 1,200 figures"),
        ([_kinds("error")], "1 error in 1 file; no figures"),
        ([_kinds("error", "error", "note"), story("x")],
         "2 errors, 1 note in 1 of 2 files; no figures"),
        ([_kinds("note"), _kinds("warning")], "1 warning, 1 note in 2 of 2 files; no figures"),
        ([story("x", failures=(Failure("broke"),))],
         "no findings in 1 file; no figures; 1 failure"),
    ],
)  # fmt: skip
def test_the_last_line_counts(reports, line):
    assert written("full", *reports, page=Page(100)).splitlines()[-1] == line


def test_a_file_that_could_not_be_read_is_a_failure_and_not_a_file():
    tally = Tally(failures=1)
    assert [*tally.counting([Checked("a.md", unread=Failure("no such file"))])]
    assert str(tally) == "no findings in 0 files; no figures; 2 failures"


@pytest.mark.parametrize(
    ("bars", "drawn"),
    [
        ([(10, 20)], ["10 ├──────────┤ 20"]),
        ([(10, 20), (15, 15)], ["10 ├──────────┤ 20", "         ● 15"]),
        ([(0, 10), (8, None)], ["0 ├────────┤ 10", "         8 ├─→"]),
        ([(0, 10), (None, 0)], ["0 ├────────┤ 10", " ←┤ 0"]),
        ([(None, None)], ["←───────────→"]),
        ([(7, 7)], ["       ● 7"]),
    ],
)
def test_a_number_line_shows_how_ranges_lie(bars, drawn):
    bars = [Bar(Range(low, high)) for low, high in bars]
    lines = [*number_line(bars, 18, Page())]
    assert [re.sub("─+", "─", line) for line in lines] == [re.sub("─+", "─", one) for one in drawn]


def test_open_ends_are_round_brackets():
    bars = [Bar(Range(1, 2, low_closed=False, high_closed=False))]
    (line,) = number_line(bars, 30, Page())
    assert re.fullmatch(r"1 \(─+\) 2", line)


def test_ranges_too_close_to_tell_apart_still_have_two_ends():
    ends = ((-(10**9), 10**9), (10**9 - 1, 10**9), (-(10**9), 1 - 10**9))
    bars = [Bar(Range(low, high)) for low, high in ends]
    _, high, low = number_line(bars, 60, Page())
    assert high.lstrip().startswith("999,999,999 ├┤")
    assert low == "-1,000,000,000 ├┤ -999,999,999"
    for room in range(20, 60):
        assert max(map(len, number_line(bars, room, Page()))) <= room


def test_where_there_is_no_room_to_draw_ranges_stand_in_words():
    bars = [Bar(Range(20_000, 30_000), "the general"), Bar(Range(29_500))]
    assert [*number_line(bars, 20, Page())] == [
        "the general: 20,000",
        "to 30,000",
        "at least 29,500",
    ]


def test_marks_stand_under_wide_and_combining_characters():
    text = "漢字e\u0301 says 5 漢字"
    assert " 1 | 漢字é says 5 漢字\n   |            ^\n" in written(
        "full", story(text, finding(text, "5"))
    ).replace("e\u0301", "é")
    assert "   |              ^^^^\n" in written(
        "full", story(text, finding(text, Span(12, 14)))
    ).replace("e\u0301", "é")


def test_a_place_on_several_lines_is_marked_on_each_and_labelled_once():
    text = "They were\r\nmany, some\r\nsay."
    report = written("full", story(text, finding(text, Span(5, len(text), "who?"))))
    assert report.splitlines()[3:9] == [
        " 1 | They were",
        "   |      ^^^^",
        " 2 | many, some",
        "   | ^^^^^^^^^^",
        " 3 | say.",
        "   | ^^^^ who?",
    ]


def test_a_long_place_is_shown_by_its_first_and_last_line():
    text = "".join(f"line {number}\n" for number in range(1, 30))
    report = written("full", story(text, finding(text, Span(0, len(text)))))
    assert re.findall(r"^ *(\d+|⋮)", report, re.MULTILINE)[:3] == ["1", "⋮", "29"]


def test_places_that_overlap_are_shown_apart():
    text = "between 30 and 50 people"
    found = finding(text, Span(0, 17, "the range"), Span(11, 24, "the people"))
    assert written("full", story(text, found)).splitlines()[3:8] == [
        " 1 | between 30 and 50 people",
        "   | ^^^^^^^^^^^^^^^^^ the range",
        "   ⋮",
        " 1 | between 30 and 50 people",
        "   |            ------------- the people",
    ]


def test_labels_that_do_not_fit_beside_their_marks_hang_under_them():
    text = "Fares rise 20% to $2.80 from $2.50."
    marked = (place(text, "20%", "the change"), place(text, "$2.80", "after"),
              place(text, "$2.50", "before"))  # fmt: skip
    report = story(text, Finding("Not so", marked, severity="error", rule="r", code="ZZ101"))
    assert bare(written("full", report, page=Page(60))).splitlines()[3:7] == [
        " 1 | Fares rise 20% to $2.80 from $2.50.",
        "   |            ^^^    -----      ----- before",
        "   |            |      after",
        "   |            the change",
    ]


def test_what_would_move_the_cursor_never_reaches_the_terminal():
    text = "\x1b[2Ja\u202eb\x07c\td\u2028e"
    report = written("full", story(text, finding(text, "c", message=text)))
    assert not set(report) & set("\x1b\u202e\x07\t\u2028")


def test_severity_is_said_in_words_and_colour_only_added():
    report = story(STORY, SHELTERS)
    coloured = written("full", report, page=Page(colour=True))
    assert "\033[1;33mwarning\033[0m" in coloured
    assert bare(coloured) == written("full", report, page=Page())


def test_a_line_of_megabytes_is_windowed():
    text = "word " * 1_000_000 + "5 people " + "word " * 1_000_000
    report = written("full", story(text, finding(text, "5 people")))
    assert "word 5 people word" in report
    assert max(map(len, report.splitlines())) <= 80


# An empty place behind the last character of a line needs a cell for its sign.
EMPTY_AT_THE_END = story("0" * 15, Finding("“0”", (Span(4, 4), Span(15, 15)), severity="error"))


@given(reported_stories, pages)
@example(EMPTY_AT_THE_END, Page(20, colour=False, ascii_only=False))
def test_no_line_is_wider_than_the_page(report, page):
    for line in bare(written("full", report, page=page)).split("\n"):
        assert cells(line) <= page.width or "-->" in line


@given(reported_stories, pages)
def test_every_format_writes_every_finding_of_any_text(report, page):
    for name in FORMATS:
        out = written(name, report, page=page)
        assert out.isascii() or not page.ascii_only
        out.encode()
    out = written("json", report, page=page)
    assert len(json.loads(out)["files"][0]["findings"]) == len(report.findings)
    concise = written("concise", report)
    assert concise.count("\n") == len(concise.splitlines()) == len(report.findings)


def _marked(report):
    """The characters that stand above carets, by measuring cells."""
    lines = report.split("\n")
    for above, under in pairwise(lines):
        signs = re.fullmatch(r" +\| ( *)(\^+)", under)
        if signs:
            quoted = above.partition(" | ")[2]
            start, end = len(signs[1]), len(signs[1]) + len(signs[2])
            yield "".join(
                char for index, char in enumerate(quoted)
                if cells(char) and start <= cells(quoted[:index]) < end
            )  # fmt: skip


@given(reported_stories)
def test_carets_stand_under_the_marked_characters(report):
    text = report.document.text
    for found in report.findings:
        span = Span(found.spans[0].start, found.spans[0].end)
        pieces = [
            "".join(char for char in shown(line) if cells(char)).rstrip()
            for line in re.split(r"\r\n?|\n", span.of(text))
        ]
        out = written("full", story(text, Finding("", (span,), severity="error")))
        for marked in _marked(out):
            begins = any(piece.startswith(marked.rstrip()) for piece in pieces)
            # What has no width of its own gets a caret all the same.
            assert begins or not all(pieces)


@given(hard_texts)
def test_what_is_shown_in_ascii_is_ascii(text):
    assert shown(text, ascii_only=True).isascii()


@given(ranges, ranges)
def test_a_number_line_has_a_line_for_every_range_that_holds_a_number(one, other):
    lines = [*number_line([Bar(one), Bar(other)], 400, Page())]
    assert len(lines) == bool(one) + bool(other)
