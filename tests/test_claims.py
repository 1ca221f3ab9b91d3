"""What is read from a sentence: what a figure counts, what is said of it, its parts, and none."""

import pytest
from hypothesis import given
from strategies import figure_texts, page_texts

from factcheck.claims.ages import age_pairs
from factcheck.claims.cues import Cues
from factcheck.claims.denials import denial_pairs
from factcheck.claims.event_pairs import event_pairs
from factcheck.claims.groups import find_conflicts, linked
from factcheck.claims.lemmas import lemma
from factcheck.claims.parts import find_listings, find_parts
from factcheck.claims.ranks import rank_pairs
from factcheck.claims.same import compared_pairs
from factcheck.reading import read


def claim_of(text):
    return read(text).claims[0]


@pytest.mark.parametrize(
    ("text", "subject", "predicate", "place"),
    [
        ("The slide killed 12 miners in Quenby.", "miner", "dead", "Quenby"),
        ("Some 12 of the bridges were destroyed.", "bridg", "destroyed", ""),
        ("In Marel, 40 people died.", "person", "dead", "Marel"),
        ("It left 12 people dead.", "person", "dead", ""),
        ("It left 12 people dead or missing.", "person", "dead or missing", ""),
        ("The raid freed 14 people.", "person", "rescued", ""),
        ("The fair welcomed 900 paying guests.", "guest", "", ""),
    ],
)
def test_a_claim_says_what_is_counted_what_is_said_of_it_and_where(text, subject, predicate, place):
    claim = claim_of(text)
    assert (claim.subject, claim.predicate, claim.place) == (subject, predicate, place)


def test_a_figure_that_leaves_its_noun_out_counts_the_one_before():
    first, second = read("It counted 1,200 wolves in Alder and another 300 in Quenby.").claims
    assert first.subject == second.subject
    assert (first.place, second.place) == ("Alder", "Quenby")


def test_names_behind_a_preposition_are_settings():
    claim = read("In Marel the Orme mill sold 12 boats.\n\nThe mill sold 14 boats.").claims[0]
    assert claim.names == {"Marel", "Orme"}
    assert claim.settings == {"Marel"}


def test_months_are_no_names():
    claim = read("The mill sold 12 boats in June.\n\nThe mill sold 14 boats.").claims[0]
    assert claim.names == frozenset()


def test_a_figure_without_a_rival_needs_no_words():
    assert claim_of("The mill sold 12 boats.").words == frozenset()


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("The mill will sell 12 boats.", {"plan"}),
        ("The mill sold 12 boats, and will close.", set()),
        ("The mill sold at least 12 boats.", set()),
        ("It took $9 million (before tax) in the last quarter.", {"quarter"}),
        ("Profit fell to $5 million ($6 million) a quarter from $7 million.", {"quarter"}),
    ],
)
def test_a_state_is_looked_for_in_the_clause_of_the_figure(text, states):
    assert read(text).claims[-1].states & {"plan", "limit", "quarter"} == states


@pytest.mark.parametrize(
    ("one", "other"),
    [("fighters", "fighter"), ("killed", "kills"), ("houses", "house"), ("removed", "remove")],
)
def test_the_forms_of_a_word_have_one_lemma(one, other):
    assert lemma(one) == lemma(other)


@pytest.mark.parametrize(
    ("none", "same"),
    [
        ("The storm caused no deaths.", True),
        ("The storm did not cause any deaths.", True),
        ("The storm caused no further deaths.", False),
        ("The storm caused no more deaths.", False),
        ("Was the storm to cause any deaths?", False),
        ("The flood caused no deaths.", False),
    ],
)
def test_none_is_held_against_a_count_of_the_same(none, same):
    pairs = denial_pairs(read(f"The storm caused 4 deaths and closed a road.\n\n{none}"))
    assert any(pair.same for pair in pairs) is same


def test_a_part_is_told_from_its_whole_by_the_words_between():
    for text in (
        "It killed 12 people, 9 of them men.",
        "It killed 12 people, including 9 people in Orme.",
    ):
        (found,) = find_parts(read(text))
        assert (found.part.quantity.range.low, found.whole.quantity.range.low) == (9, 12)
    (found,) = find_parts(read("Police named 9 of the 12 men."))
    assert (found.part.quantity.range.low, found.whole.quantity.range.low) == (9, 12)


@pytest.mark.parametrize(
    ("second", "parts"),
    [
        ("In Basra the floods have killed 9 people and ruined the wheat.", 1),
        ("In Syria the floods have killed 9 people and ruined the wheat.", 0),
        ("In Basra other floods have killed 9 people and ruined the wheat.", 0),
        ("In Basra the floods will have killed 9 people and ruined the wheat.", 0),
        ("In Basra the Red Cross said the floods had killed 9 people and ruined the wheat.", 0),
        ("In Basra the Orme floods have killed 9 people and ruined the wheat.", 1),
    ],
)
def test_a_count_for_a_place_is_a_part_of_the_one_for_what_holds_it(second, parts):
    first = "The floods have killed 12 people in Iraq and ruined the wheat."
    found = find_parts(read(f"{first}\n\n{second}"))
    assert [(one.part.place, one.whole.place) for one in found] == [("Basra", "Iraq")] * parts


def test_what_two_names_tell_apart_is_no_part():
    text = "The Orme mill sank 12 old ferries in Iraq.\n\nIn Basra the {} mill sank 9 old ferries."
    assert not find_parts(read(text.format("Prul")))
    assert find_parts(read(text.format("Orme")))


@pytest.mark.parametrize(
    "text",
    [
        "It has three boats: the Marel, the Alder and a tug.",
        "It has three boats, two tugs and a ferry.",
        "It has three boats: Ada, 4, Ben, 6, and Cy.",
        "It has three boats: old ones.",
    ],
)
def test_only_a_list_of_counts_is_counted(text):
    assert find_listings(read(text)) == ()


def test_three_figures_for_one_thing_are_one_conflict():
    text = "\n\n".join(f"The mill in Alder has {count} boats." for count in (12, 14, 16))
    (conflict,) = find_conflicts(read(text))
    assert [claim.quantity.range.low for claim in conflict.claims] == [12, 14, 16]
    assert conflict.one_voice


def test_many_figures_for_one_thing_are_a_table():
    text = "\n\n".join(f"The mill in Alder has {count} boats." for count in range(12, 24))
    assert find_conflicts(read(text)) == ()


def test_pairs_that_share_a_member_are_one_chain():
    assert [set(chain) for chain in linked([(1, 2), (3, 4), (2, 5)])] == [{1, 2, 5}, {3, 4}]
    assert [set(chain) for chain in linked([(1, 2), (3, 4), (2, 3)])] == [{1, 2, 3, 4}]


@given(figure_texts() | page_texts)
def test_no_text_breaks_what_is_read_from_it(text):
    document = read(text)
    for find in (
        compared_pairs, event_pairs, age_pairs, rank_pairs, denial_pairs, find_parts,
        find_listings, find_conflicts,
    ):  # fmt: skip
        assert isinstance(find(document), tuple)


def test_a_cue_is_found_wherever_a_story_has_the_word():
    cues = Cues("seat", "over")
    assert cues.stand_in(read("Seat 12 is taken."))
    assert cues.stand_in(read("The 120-seat hall is full, and it was over."))
    assert not cues.stand_in(read("The seats of the hall are overdue."))


def test_cues_made_later_are_found_in_the_same_story():
    document = read("The mill has twelve boats, and the boats leak.")
    assert Cues("mill").stand_in(document)
    assert Cues("boats").places(document) == [4, 8]
