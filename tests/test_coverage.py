"""Coverage: what of a story's numbers was compared, only read, or not read."""

import re

import pytest
from hypothesis import given
from strategies import page_texts, story_names

from factcheck import Compared, Report, Span, check
from factcheck.reports.coverage import find_places


def places(text, name="story.txt"):
    return find_places(name, check(text, name, rules=[]))


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("It was the first of its kind, and both saw only another one.", []),
        ("No one came, none of them, not one.", []),
        ("He watched Channel One.", ["One"]),
        ("An iPhone7, an mp3 and the G20.", ["iPhone7", "mp3", "G20"]),
        ("Call 555-0199.", ["555-0199"]),
        ("See Article 50 and Chapter seven.", ["50", "seven"]),
    ],
)
def test_numerals_that_are_no_figure_are_marked_as_not_read(text, unread):
    found = [one.span.of(text) for one in places(text) if one.reading == "unread"]
    assert found == unread


def test_what_is_no_prose_holds_no_number_to_read():
    text = "---\ndate: 2024-03-31\n---\n\nSee [the map](https://example.org/12/34).\n"
    assert places(text, "story.md") == []


def test_what_some_rule_looked_at_counts_as_compared_dates_too():
    text = "It rained on 4 May and 12 boats sank, 3 of them in June."
    document = check(text, rules=[]).document
    report = Report(document, compared=(Compared((Span(0, text.index("boats")),)),))
    readings = [(one.span.of(text), one.reading) for one in find_places("a.txt", report)]
    assert readings == [
        ("4 May", "compared"), ("12", "compared"), ("3", "read"), ("June", "read"),
    ]  # fmt: skip


def test_times_are_worded_as_in_the_story():
    (entry,) = [
        entry
        for place in places("Police said 12 boats sank on Tuesday.")
        for entry in place.entries
        if entry.counts
    ]
    assert (entry.counts, entry.when) == ("boats", "Tuesday")


@given(page_texts, story_names)
def test_places_are_in_reading_order_and_apart_and_hold_every_entry(text, name):
    found = places(text, name)
    ends = [offset for one in found for offset in (one.span.start, one.span.end)]
    assert ends == sorted(ends)
    assert [one.first for one in found] == [
        sum(len(one.entries) for one in found[:at]) for at in range(len(found))
    ]
    for place in found:
        assert place.entries[0].span.start == place.span.start
        assert max(one.span.end for one in place.entries) == place.span.end


@given(page_texts, story_names)
def test_every_digit_of_the_prose_is_marked(text, name):
    report = check(text, name, rules=[])
    marked = {
        offset
        for place in find_places(name, report)
        for offset in range(place.span.start, place.span.end)
    }
    digits = {match.start() for match in re.finditer(r"\d", report.document.prose)}
    assert digits <= marked
