"""What is read from a sentence: what a figure counts, what is said of it, events, ages, ranks."""

import pytest
from hypothesis import given
from strategies import figure_texts, page_texts

from factcheck.claims.ages import age_pairs
from factcheck.claims.denials import denial_pairs
from factcheck.claims.event_pairs import compatible, event_pairs
from factcheck.claims.events import find_events
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
    ("text", "kind", "date"),
    [
        ("The bridge was opened in 1911 by the mayor.", "opened", "1911"),
        ("In 1911, the mayor opened the bridge.", "opened", "1911"),
        ("Ada Orme (born 4 May 1951) is a potter.", "born", "4 May 1951"),
        ("He published it in 1922, but had written it before.", "published", "1922"),
        ("The rhyme dates back at least to the 18th century.", "reaching_back", "18th century"),
        ("The crew was formed at Port Marel, Quenby, on 1 May 1942.", "founded", "1 May 1942"),
    ],
)
def test_an_event_is_a_verb_with_the_date_that_belongs_to_it(text, kind, date):
    event = find_events(read(text))[0]
    assert (event.kind, event.span.of(text)) == (kind, date)


@pytest.mark.parametrize(
    "text",
    [
        "Marel won the cup in 1922.",
        "The mill has been closed since 1922.",
        "The mill was open from 1911 to 1922.",
        "Released 1 May on tape.",
        "The bridge opened three years later.",
        "The bridge was opened; 1911 was a good year.",
    ],
)
def test_what_recurs_or_only_ends_on_a_date_is_no_event(text):
    assert find_events(read(text)) == ()


def dates_of(text):
    return [event.date for event in find_events(read(text))]


@pytest.mark.parametrize(
    ("first", "second", "agree"),
    [
        ("in 1911", "in 1921", False),
        ("in 1911", "on 4 May 1911", True),
        ("in May 1911", "in June 1911", False),
        ("on 4 May 1911", "on 5 May 1911", False),
        ("on 4 May 1911", "on 4 May 1911", True),
        ("in the 1910s", "in 1911", True),
        ("in the 1910s", "in 1925", False),
        ("in the 18th century", "in the 16th century", False),
        ("in the 18th century", "in 1750", True),
        ("on Monday", "on Tuesday", False),
        ("on Monday", "in 1911", True),
    ],
)
def test_dates_are_compared_at_the_coarser_precision(first, second, agree):
    left, right = dates_of(f"It was opened {first}.\n\nIt was opened {second}.")
    assert compatible(left, right) is agree
    assert compatible(right, left) is agree


def test_about_a_year_is_near_that_year():
    (pair,) = event_pairs(
        read("The road was built about 1928.\n\nThe road was built in 1930 for carts.")
    )
    assert pair.agree


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("The mill was opened in 1911.", "The mill was due to be opened in 1921.", "plan"),
        ("The mill was opened in 1911.", "The mill was opened again in 1921.", "again"),
        ("Ada Orme was born in 1951.", "Ben Orme was born in 1953.", "Ada"),
        ("It was released in Marel in 1995.", "It was released in 1996.", "Marel"),
        ("Orme took Alder, seized in the 1967 war.", "Alder was seized in the 1973 crisis.", "war"),
        ("The mill closed in 1911 and in 1921.", "The mill closed in 1921.", "date"),
    ],
)  # fmt: skip
def test_two_events_are_held_apart_with_a_reason(first, second, said):
    pairs = event_pairs(read(f"{first}\n\n{second}"))
    assert not any(pair.same and not pair.agree for pair in pairs)
    assert any(said in pair.reason for pair in pairs)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Orme, 42, sings.", "Ada Orme"),
        ("Ada Orme, aged 42, sings.", "Ada Orme"),
        ("Ada Orme, a 42-year-old potter, sings.", "Ada Orme"),
        ("The 42-year-old potter Ada Orme sings.", "Ada Orme"),
        ("Captain Ada Orme is a woman of about 42.", "Ada Orme"),
    ],
)
def test_an_age_belongs_to_the_name_beside_it(text, name):
    (pair,) = age_pairs(read(f"{text}\n\nAda Orme, 24, sings."))
    assert " ".join(pair.first.name) == name
    assert not pair.agree


@pytest.mark.parametrize(
    "text",
    [
        "Ben Orme, 42, sings.",
        "Then 42, Ada Orme, then 42, sang.",
        "Ada Orme, 42 points ahead, sings.",
        "Ada Orme bought 42, and sings.",
        "Marel, 42 and Quenby, 12.",
    ],
)
def test_a_number_that_is_no_age_of_hers_is_left_alone(text):
    assert age_pairs(read(f"{text}\n\nAda Orme, 24, sings.")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The Rovers finished second in the Alder League.",
        "The Rovers finished in second place in the Alder League.",
        "In the Alder League the Rovers came 2nd.",
    ],
)
def test_a_place_in_a_table_is_read_from_words_and_figures(text):
    (pair,) = rank_pairs(read(f"{text}\n\nThe Rovers finished first in the Alder League."))
    assert (pair.first.value, pair.second.value) == (2, 1)


def test_an_order_of_events_is_no_place_in_a_table():
    text = "The Rovers scored the first goal.\n\nThe Rovers scored the second goal."
    assert rank_pairs(read(text)) == ()


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
