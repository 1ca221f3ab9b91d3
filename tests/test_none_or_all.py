"""All of something against some of it, and disputed figures that are stated as facts."""

import pytest
from hypothesis import given
from strategies import opposite_words, page_texts, wholes_and_parts

from factcheck import check
from factcheck.claims.disputes import disputed_pairs
from factcheck.claims.poles import telling
from factcheck.claims.universals import find_universals, universal_pairs
from factcheck.reading import read


def findings(text, rule):
    return [one for one in check(text).findings if one.rule == rule]


@given(opposite_words, wholes_and_parts)
def test_all_of_one_is_held_against_some_of_its_opposite(words, counts):
    whole, part = counts
    every = f"All {whole} {words.noun} {words.one}."
    text = f"{every}\n\nIn all, {part} of the {words.noun} {words.other}."
    found = findings(text, "none-or-all-against-count")
    assert [one.spans[0].start for one in found] == [text.index("All")]


@given(opposite_words, wholes_and_parts)
def test_all_of_one_is_at_peace_with_all_of_it(words, counts):
    whole, _ = counts
    text = f"All {whole} {words.noun} {words.one}.\n\nThe {whole} {words.noun} {words.one}."
    assert not findings(text, "none-or-all-against-count")


@given(opposite_words, wholes_and_parts)
def test_a_count_that_is_larger_than_all_is_of_something_else(words, counts):
    whole, part = counts
    text = f"All {part} {words.noun} {words.one}.\n\nHere {whole + 1} {words.noun} {words.other}."
    assert not findings(text, "none-or-all-against-count")


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        (
            "All 40 passengers aboard the ferry survived.",
            "All 40 passengers aboard the ferry survived",
        ),
        ("Every one of the 12 members voted for it.", "Every one of the 12 members voted for"),
        ("The whole crew was rescued.", "whole crew was rescued"),
        ("The fire killed all six horses.", "killed all six horses"),
        ("The 33 miners were all rescued.", "33 miners were all rescued"),
        ("Both pilots survived.", "Both pilots survived"),
        ("Everyone aboard was unhurt.", "Everyone aboard was unhurt"),
        ("Nearly all 40 passengers survived.", None),
        ("Not all the passengers survived.", None),
        ("All but three passengers survived.", None),
        ("All the other passengers survived.", None),
        ("All 40 passengers will be rescued.", None),
        ("All the passengers were feared dead.", None),
        ("All the passengers, who survived, went home.", None),
        ("The other 40 passengers were all rescued.", None),
        ("All 40 passengers were missing.", None),
    ],
)
def test_a_word_of_all_is_found_with_what_is_said(text, wording):
    assert [one.span.of(text) for one in find_universals(read(text))] == [wording] * bool(wording)


@pytest.mark.parametrize(
    ("count", "reason"),
    [
        ("Three passengers drowned when the ferry sank.", "both speak of ferry, sank"),
        (
            "Three passengers drowned when the barge burned.",
            "their sentences have too little in common",
        ),
        ("Three passengers drowned in the sinking of the Orme.", "only one is about orme, sink"),
        ("In 1998 three passengers drowned when the ferry sank.", "only one is for 1998"),
        ("Three passengers were feared drowned when the ferry sank.", None),
        ("Not one of the three passengers drowned when the ferry sank.", None),
        ("Three other passengers drowned when the ferry sank.", None),
        ("Three passengers did not drown when the ferry sank.", None),
        ("Three passengers did not survive when the ferry sank.", "both speak of ferry, sank"),
    ],
)
def test_what_decides_whether_a_count_speaks_against_all(count, reason):
    pairs = universal_pairs(read(f"All 40 passengers survived when the ferry sank.\n\n{count}"))
    assert [pair.reason for pair in pairs] == [reason] * bool(reason)


@pytest.mark.parametrize(
    ("second", "severity"),
    [
        ("Three passengers drowned when the ferry sank.", "warning"),
        ("The owner said three passengers drowned when the ferry sank.", "error"),
        ("But the coastguard said three passengers drowned when the ferry sank.", "note"),
    ],
)
def test_two_voices_make_a_warning_and_a_story_that_says_so_a_note(second, severity):
    text = f"The owner said all 40 passengers survived when the ferry sank.\n\n{second}"
    assert [one.severity for one in findings(text, "none-or-all-against-count")] == [severity]


DISPUTED = "The rebels said 300 people died in the valley. The ministry disputes the figure."


@pytest.mark.parametrize(
    ("stated", "reason"),
    [
        ("The 300 deaths have shaken the valley.", "both speak of dead, valley"),
        (
            "The 300 deaths, reportedly of men, shook the valley.",
            "the author says “reportedly”",
        ),
        ("If 300 people died in the valley, few will say so.", "the author speaks of plan"),
        ("In 1998, 300 people died in the valley.", "only one is for 1998"),
        ("The mayor met 300 people.", "only one is about dead"),
    ],
)
def test_what_decides_whether_a_disputed_figure_is_stated_as_a_fact(stated, reason):
    pairs = disputed_pairs(read(f"{DISPUTED}\n\n{stated}"))
    assert [pair.reason for pair in pairs] == [reason]


@pytest.mark.parametrize(
    ("doubt", "disputed"),
    [
        ("The ministry disputes the figure.", True),
        ("The ministry questioned that figure.", True),
        ("The figure could not be independently verified.", True),
        ("That number has not been confirmed.", True),
        ("The ministry did not question the figure.", False),
        ("The ministry initially disputed the figure.", False),
        ("The ministry dismissed the governor.", False),
        ("No one disputed that figure.", False),
        ("The inquiry could not verify the signature.", False),
    ],
)
def test_a_figure_is_disputed_only_where_the_story_says_so(doubt, disputed):
    said = f"The rebels said 300 people died in the valley. {doubt}"
    text = f"{said}\n\nThe 300 deaths shook the valley."
    assert bool(findings(text, "disputed-figure-stated-as-fact")) is disputed


@given(page_texts)
def test_any_text_can_be_asked_for_all_and_for_disputes(text):
    document = read(text)
    for pair in (*universal_pairs(document), *disputed_pairs(document)):
        assert pair.reason


def test_every_pole_has_a_token_to_ask_for():
    assert {"survived", "survived ", "voted "} <= telling()
