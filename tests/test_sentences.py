import itertools

import pytest
from hypothesis import example, given
from strategies import sentence_lists, story_names, story_texts

from factcheck.readers import read_text
from factcheck.sentences import find_sentences
from factcheck.tokens import tokenize


def sentences_of(text, name="story.txt"):
    reading = read_text(text, name)
    return reading.prose, find_sentences(reading.prose, tokenize(reading.prose), reading.regions)


def split(text):
    prose, sentences = sentences_of(text)
    return [one.span.of(prose) for one in sentences]


@given(story_texts, story_names)
@example("LONDON, Nov 3 (Agency) - ", "a.txt")
def test_sentences_are_in_order_and_hold_all_but_white_space(text, name):
    prose, sentences = sentences_of(text, name)
    edges = [0, *(edge for one in sentences for edge in (one.span.start, one.span.end)), len(prose)]
    assert edges == sorted(edges)
    assert all(one.span.of(prose).strip() == one.span.of(prose) != "" for one in sentences)
    outside = (prose[edges[at] : edges[at + 1]] for at in range(0, len(edges), 2))
    assert not "".join(outside).strip()


@given(story_texts, story_names)
def test_the_tokens_of_a_sentence_are_its_text(text, name):
    prose, sentences = sentences_of(text, name)
    tokens = tokenize(prose)
    for one in sentences:
        assert "".join(tokens.raw[one.first : one.last]).rstrip() == one.span.of(prose)
    assert all(one.last <= other.first for one, other in itertools.pairwise(sentences))


@given(story_texts, story_names)
def test_a_paragraph_ends_at_each_line_break_and_nowhere_else(text, name):
    prose, sentences = sentences_of(text, name)
    lines = [line for line in prose.split("\n") if line.strip()]
    assert len({one.paragraph for one in sentences}) == len(lines)
    assert [one.paragraph for one in sentences] == sorted(one.paragraph for one in sentences)
    assert all("\n" not in one.span.of(prose) for one in sentences)


@given(sentence_lists)
def test_sentences_set_one_after_another_are_found_again(sentences):
    assert split(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Brown met Gen. Ann Hill and Brig. Gen. Lee in St. Ives on Jan. 5 with Sen. Ode.",
        "The U.S. Army paid $1.2 million to Smith Inc. Boston and J. K. Rowling at 5 p.m. Friday.",
        "It was No. 10 vs. Dr. No's list, e.g. Paris, i.e. France.",
        "They waited... Then it rained.",
        '"Is it safe?" Ms Brown asked.',
        "2. The second point",
    ],
)
def test_a_stop_within_a_sentence_ends_nothing(text):
    assert split(text + " ") == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Troops left the U.S.", "The army stayed."),
        ("It began at 5 p.m.", "He slept."),
        ("They said no.", "The minister left."),
        ("It rose 5.2%.", "12 people died in 2014."),
        ("“We won.”", "“They lost.”"),
        ("He left (late.)", "She stayed."),
        ("It cost much!", "£5m was paid."),
        ("She works for Acme Corp.", "In May it closed."),
        ("All was well…", "Rain came."),
        ("Élan matters.", "Élan wins."),
    ],
)
def test_a_stop_before_a_new_beginning_ends_a_sentence(first, second):
    assert split(f"{first} {second}") == [first, second]


def test_a_sentence_has_the_part_its_beginning_plays():
    text = "# Ferry sinks\n\nLONDON, Nov. 3 (AB) - Forty people swam. “Help came.”\n\n![Boat](a)\n"
    _, sentences = sentences_of(text, "story.md")
    assert [(one.region, one.paragraph) for one in sentences] == [
        ("headline", 0), ("dateline", 1), ("body", 1), ("body", 1), ("alt", 2),
    ]  # fmt: skip
