"""The page of findings: the story as it is, what is marked in it, and the findings beside it."""

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from reported import BOATS, EMOJI, checked, counts_cats, finding, written
from strategies import page_texts, ranges, reported_files, story_names
from test_facts_html import Page as Parsed

from factcheck import Bar, Range, Span, check
from factcheck.findings import Failure
from factcheck.reports import Checked
from factcheck.reports.bars_svg import write_bars
from factcheck.reports.page import Page


def parsed(*files, **more):
    return Parsed(written("html", *files, **more))


def texts_of_stories(page):
    """What stands in the paragraphs of the stories, without the findings beside them."""
    return "".join(
        one["text"] for one in page.elements
        if one["tag"] in ("p", "h3") and one.get("dir") == "auto" and "class" not in one
    )  # fmt: skip


def flagged(page):
    return [one["text"] for one in page.elements if " flag " in f" {one.get('class', '')} "]


def in_class(page, name):
    return [one for one in page.elements if name in one.get("class", "").split()]


def test_each_place_of_a_finding_is_marked_and_numbered():
    page = parsed(checked(EMOJI, BOATS))
    assert flagged(page)[3:] == ["40", " boats", "31", " boats"]
    assert [one["data-number"] for one in in_class(page, "badge")] == ["1", "1"]
    assert [one["aria-label"] for one in in_class(page, "badge")] == [
        "Finding 1, error: the mayor", "Finding 1, error: police",
    ]  # fmt: skip


def test_a_finding_leads_to_its_places_and_each_place_leads_back():
    page = parsed(checked(EMOJI, BOATS))
    (note,) = page.all("article")
    badges = in_class(page, "badge")
    assert [one["href"] for one in badges] == [f"#{note['id']}"] * 2
    links = [one["href"] for one in page.all("a") if one["href"].startswith(f"#{note['id']}-p")]
    assert links == [f"#{badges[0]['id']}", *(f"#{one['id']}" for one in badges)]


def test_a_finding_says_its_severity_places_sum_and_what_would_repair_it():
    (note,) = parsed(checked(EMOJI, BOATS)).all("article")
    said = " ".join(note["text"].split())
    assert said.startswith("1 error 40 boats are not 31 “40 boats” the mayor, line 1")
    assert "“31 boats” police, line 2 Sum 40 − 31 = 9 9 are missing" in said
    assert "the mayor: 40 police: at least 31" in said
    assert "Consistent if the mayor said 31 police counted 40" in said
    assert said.endswith("counts-cats (ZZ401)Cats cannot be counted.They do not keep still.")


def test_a_finding_stands_behind_the_paragraph_in_which_it_begins():
    text = "First.\n\nThen 5 boats.\n\nLast 6 men.\n"
    page = parsed(checked(text, finding(text, "5 boats"), finding(text, "6 men")))
    order = [
        one["text"][:4] if one["tag"] == "p" else one["tag"]
        for one in page.elements
        if one["tag"] == "article" or (one["tag"] == "p" and one.get("dir"))
    ]
    assert order == ["Firs", "Then", "article", "Last", "article"]


def test_findings_that_overlap_are_each_numbered_and_the_gravest_is_seen():
    text = "They counted twelve old boats there."
    note = finding(text, "twelve old", severity="note")
    error = finding(text, "old boats", severity="error")
    page = parsed(checked(text, note, error))
    seen = {one["text"]: one["class"].split()[-1] for one in in_class(page, "flag")[3:]}
    assert seen == {"twelve": "note", " ": "note", "old": "error", " boats": "error"}
    assert texts_of_stories(page) == text


def test_the_page_counts_and_lists_the_findings_of_each_file():
    page = parsed(checked(EMOJI, BOATS), checked(EMOJI, path="b.md"))
    assert page.texts("p", class_="counts") == [
        "1 error in 1 of 2 files; checked 2 of 4 figures",
        "1 error in 1 file; checked 1 of 2 figures",
        "no findings in 1 file; checked 1 of 2 figures",
    ]
    assert page.texts("ol", class_="overview") == ["\nerror 40 boats are not 31\n"]
    assert [one["href"] for one in page.all("a")[:2]] == ["#s1", "#s2"]


def test_what_failed_and_what_was_not_read_is_said():
    unread = Checked("no.md", unread=Failure("No such <file>"))
    page = parsed(unread, failures=(Failure("plugin & co broke"),))
    assert page.texts("p", class_="counts") == ["not checked"]
    assert [one.strip() for one in page.texts("ul", class_="failed")] == [
        "plugin & co broke", "No such <file>",
    ]  # fmt: skip


def test_the_page_loads_nothing_and_runs_nothing():
    text = '<script src="https://example.org/a.js"></script> 5 <img src=x onerror=y>'
    page = parsed(checked(text, finding(text, "5", message=text)))
    assert not [one for one in page.elements if {"src", "onerror"} & {*one}]
    assert not page.all("script")
    assert all(one["href"].startswith("#") for one in page.elements if "href" in one)
    assert "default-src 'none'" in page.all("meta")[1]["content"]
    assert not re.search(r"url\(|@import", page.texts("style")[0])


@given(page_texts, story_names)
def test_the_story_on_the_page_is_the_story(text, name):
    spans = [Span(start, len(text) - start) for start in range(0, len(text) // 2, 7)]
    found = [finding(text, one, severity="note") for one in spans if one.start < one.end]
    document = check(text, name, rules=[counts_cats]).document
    report = check(text, name, rules=[]).__class__(document, tuple(found))
    page = parsed(Checked(name, report))
    assert texts_of_stories(page) == text.replace("\0", "\ufffd")


@given(reported_files)
def test_links_lead_to_what_is_there_and_every_finding_is_shown(files):
    page = parsed(*files)
    named = [one["id"] for one in page.elements if "id" in one]
    assert len(named) == len({*named})
    assert {one["href"][1:] for one in page.elements if "href" in one} <= {*named}
    shown = [one["class"] for one in page.all("article")]
    assert shown == [
        f"finding {one.severity}" for file in files if file.report for one in file.report.findings
    ]


@given(reported_files)
def test_in_ascii_the_page_says_the_same(files):
    page = written("html", *files, page=Page(ascii_only=True))
    assert page.isascii()
    (said,) = Parsed(page).texts("main")
    assert said == re.sub(
        "[\x80-\x9f\ufdd0-\ufdef\ufffe\uffff]", "\ufffd", parsed(*files).texts("main")[0]
    )


def drawing(*bars):
    return "".join(write_bars([Bar(one) for one in bars]))


@pytest.mark.parametrize(
    ("range_", "signs"),
    [
        (Range(1, 2), ["bar", "end", "end"]),
        (Range(1, 2, low_closed=False), ["bar", "ring", "end"]),
        (Range(1, 2, low_closed=False, high_closed=False), ["bar", "ring", "ring"]),
        (Range(1, None), ["bar", "end", "end"]),
        (Range.point(3), ["dot"]),
    ],
)
def test_ends_are_drawn_as_what_they_are(range_, signs):
    assert re.findall(r'class="(bar|end|ring|dot)"', drawing(range_)) == signs


def test_an_unbounded_end_is_an_arrow_at_the_edge():
    assert 'd="M312.0 5L319.0 10L312.0 15"' in drawing(Range(1, None))
    assert 'd="M8.0 5L1.0 10L8.0 15"' in drawing(Range(None, 1))


def test_what_all_ranges_hold_is_shaded_and_nothing_where_they_are_apart():
    meeting = drawing(Range(0, 10), Range(5, 20))
    assert meeting.count('<rect class="common" x="84.0" y="0" width="76.0"') == 2
    assert "<rect" not in drawing(Range(0, 4), Range(5, 20))
    assert "<rect" not in drawing(Range(0, 4))


@given(ranges, ranges)
@example(Range(0, 10**9), Range(10**9 - 1, 10**9))
def test_nothing_is_drawn_outside_of_the_picture(one, other):
    picture = drawing(one, other)
    assert picture.count("<li>") == bool(one) + bool(other)
    for numbers in re.findall(r'(?:cx|x)="([\d.e+-]+)"|[MHL]([\d.e+-]+)', picture):
        assert 0 <= float("".join(numbers)) <= 320
    bars = re.findall(r'class="bar" d="M([\d.]+) 10H([\d.]+)"', picture)
    assert all(float(end) - float(start) >= 5.9 for start, end in bars)


def test_rows_of_notes_follow_each_other_and_never_overlap():
    text = "".join(f"Paragraph {number} has {number} boats.\n\n" for number in range(1, 9))
    found = [finding(text, f"{number} boats") for number in (2, 3, 7)]
    page = parsed(checked(text, *found))
    rows = [one["style"] for one in page.all("div", class_="notes")]
    spans = [tuple(map(int, re.findall(r"\d+", row))) for row in rows]
    assert [start for start, _ in spans] == [2, 3, 7]
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
