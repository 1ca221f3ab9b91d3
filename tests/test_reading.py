from hypothesis import given
from strategies import story_names, story_texts

from factcheck.reading import read

STORY = """\
---
title: Ferry sinks with 40 aboard
date: 2024-03-05
---

A ferry with **40 people** on board sank on Monday, the coast guard said.
"""


def test_a_story_is_read_through_every_stage():
    document = read(STORY, "story.md")
    assert document.as_of == (2024, 3, 5)
    assert [one.region for one in document.sentences] == ["headline", "body"]
    assert [one.number.of(STORY) for one in document.quantities if one.number] == ["40", "40"]
    assert [one.quantity for one in document.claims] == list(document.quantities)
    assert document.claims[1].subject == "person"
    assert document.text == STORY


def test_the_date_given_goes_before_the_date_in_the_story():
    assert read(STORY, "story.md", as_of=(2020, 1, 2)).as_of == (2020, 1, 2)


@given(story_texts, story_names)
def test_every_text_can_be_read_and_every_span_lies_in_it(text, name):
    document = read(text, name)
    spans = [one.span for one in (*document.quantities, *document.dates, *document.statements)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@given(story_texts, story_names)
def test_reading_twice_gives_the_same(text, name):
    one, other = read(text, name), read(text, name)
    assert (one.claims, one.statements, one.dates) == (other.claims, other.statements, other.dates)
