"""Each veto by the sentences it is for, and by the nearest ones that it must leave alone."""

import pytest
from hypothesis import example, given
from strategies import figure_reports, reported_figures, small_counts

from factcheck.checker import check
from factcheck.claims import surroundings, vetoes
from factcheck.claims.same import candidate_pairs, compared_pairs, same_pairs, same_thing
from factcheck.reading import read


def claims_of(first, second):
    claims = read(f"{first}\n\n{second}").claims
    return claims[0], claims[-1]


def verdict_of(first, second):
    pairs = compared_pairs(read(f"{first}\n\n{second}"))
    return pairs[-1].verdict


HELD_APART = [
    (vetoes.other_attribute, "The slide killed 12 people.", "The slide injured 14 people."),
    (vetoes.other_attribute, "The mill hired 12 people.", "The mill dismissed 14 people."),
    (vetoes.other_attribute, "The slide left 12 people dead or missing.", "It left 9 people dead."),
    (
        vetoes.other_place,
        "The agency counted 12 wolves in Quenby.",
        "It counted 9 wolves in Marel.",
    ),
    (vetoes.other_names, "The Alder mill has 12 boats.", "The Orme mill has 14 boats."),
    (vetoes.other_names, "Near Quenby 12 barns burnt.", "Near Marel 14 barns burnt."),
    (vetoes.other_time, "The fair drew 900 guests in 1998.", "The fair drew 700 guests in 1999."),
    (vetoes.other_state, "The mill has 12 boats.", "The mill will have 14 boats."),
    (vetoes.other_state, "The mill has 12 boats.", "The mill has 14 other boats."),
    (vetoes.other_state, "The mill had 12 boats earlier.", "The mill has 14 boats."),
    (vetoes.other_state, "Sales reached 12 boats in a quarter.", "Sales reached 40 boats."),
    (vetoes.other_state, "It took $12 in its first week.", "It took $9 in its second week."),
    (vetoes.other_state, "Duty was raised from £60,000.", "Duty was raised to £90,000."),
    (vetoes.other_state, "Doctors saw 12 minor injuries.", "Doctors saw 3 serious injuries."),
    (vetoes.other_subset, "The mill has 12 sailing boats.", "The mill has 14 boats."),
    (vetoes.one_sentence, "The mill sold 12 boats.", "It bought 3 boats and 5 boats."),
]
LET_PASS = [
    (vetoes.other_attribute, "The slide killed 12 people.", "Officials put the dead at 14 people."),
    (vetoes.other_attribute, "The mill employs 12 people.", "The mill has 14 people."),
    (vetoes.other_place, "The agency counted 12 wolves in Quenby.", "It counted 9 wolves."),
    (vetoes.other_place, "It saw 12 wolves in Quenby.", "It saw 9 wolves in East Quenby."),
    (vetoes.other_names, "On Radio Marel the film has 12 fans.", "The Last Boat has 14 fans."),
    (vetoes.other_names, "The Alder mill has 12 boats.", "The mill has 14 boats."),
    (vetoes.other_time, "The fair drew 900 guests in 1998.", "The fair drew 700 guests."),
    (vetoes.other_time, "The fair drew 900 guests in 1998.", "In May 1998 it drew 700 guests."),
    (
        vetoes.other_time,
        "On March 23, 2014 it sold 12 boats.",
        "On 23 March 2014 it sold 14 boats.",
    ),
    (vetoes.other_names, "The YouTube choir has 12 fans.", "The Youtube choir has 14 fans."),
    (vetoes.other_state, "The mill has 12 boats.", "The Night Before has 14 boats."),
    (vetoes.other_state, "The mill has at least 12 boats.", "The mill has 14 boats."),
    (vetoes.other_subset, "The mill has 12 sailing boats.", "For sailing the mill has 14 boats."),
    (vetoes.one_sentence, "The mill sold 12 boats.", "The mill sold 14 boats."),
]


@pytest.mark.parametrize(("veto", "first", "second"), HELD_APART)
def test_a_veto_holds_two_sentences_apart(veto, first, second):
    claims = read(f"{first}\n\n{second}").claims
    if veto is vetoes.one_sentence:
        assert veto(claims[-2], claims[-1])
    else:
        assert veto(claims[0], claims[-1])
        assert veto(claims[-1], claims[0])


@pytest.mark.parametrize(("veto", "first", "second"), LET_PASS)
def test_a_veto_lets_the_nearest_sentences_pass(veto, first, second):
    assert veto(*claims_of(first, second)) == ""


ROUND_ABOUT = [
    (surroundings.given_too, "Divers named 32 of the 36 bodies.", "The 32 bodies were named."),
    (surroundings.given_too, "It sold 120 boats, not 20 boats.", "The mill sold 120 boats."),
    (surroundings.sum_given, "It killed 7 men in Alder and 2 men in Orme.", "It killed 9 men."),
    (surroundings.list_items, "- 12 boats for the mill\n\n", "- 14 boats for the choir"),
    (surroundings.converted, "It costs $250 (£133).", "It costs £199."),
    (surroundings.other_opener, "Owners say Marel is poor. Marel sold 12 boats.",
     "The Quenby mill sold 14 boats."),
    (surroundings.only_counted, "It has 114 guests and 5 cooks.", "It held 2 guests and 3 cooks."),
    (surroundings.said_of_another, "It left 27 men missing.",
     "Of 9 men on the old mill boat it left 4 boys missing."),
    (surroundings.two_pronouns, "It has 12 keys and costs little.", "It has 14 keys."),
]  # fmt: skip


@pytest.mark.parametrize(("veto", "first", "second"), ROUND_ABOUT)
def test_what_the_story_says_round_two_figures_holds_them_apart(veto, first, second):
    document = read(f"{first}\n\n{second}")
    story = surroundings.Surroundings.of(document)
    claims = document.claims
    assert any(
        veto(story, one, other)
        for one in claims
        for other in claims
        if one.sentence < other.sentence and one.quantity.range != other.quantity.range
    )


@pytest.mark.parametrize("veto", surroundings.STORY_VETOES)
def test_nothing_round_two_near_copies_holds_them_apart(veto):
    document = read("The Alder mill sold 12 boats.\n\nThe Alder mill sold 14 boats.")
    story = surroundings.Surroundings.of(document)
    assert veto(story, *document.claims) == ""


def test_a_twin_said_of_something_else_is_none():
    text = "A bomb killed 8 people and injured 42 people.\n\nThe bomb killed 42 people."
    document = read(text)
    first, _, last = document.claims
    assert surroundings.given_too(surroundings.Surroundings.of(document), first, last) == ""


TOLD_AGAIN = "The council, as it promised, pays {} pensioners in the harbour half of their fares."


def test_a_pronoun_does_not_part_a_sentence_told_again():
    pair = compared_pairs(read(f"{TOLD_AGAIN.format(350)}\n\n{TOLD_AGAIN.format(950)}"))[-1]
    assert pair.verdict.same


def test_two_figures_without_a_noun_meet_only_in_a_sentence_told_again():
    again = "Rivalry between shops on the web, of which there are now {}, keeps prices low."
    other = "Rivalry between schools, of which there are now 830, keeps teachers busy."
    same = compared_pairs(read(f"{again.format(230)}\n\n{again.format(830)}"))[-1]
    apart = compared_pairs(read(f"{again.format(230)}\n\n{other}"))[-1]
    assert (same.verdict.same, apart.verdict.same) == (True, False)


@pytest.mark.parametrize(
    ("veto", "first", "second"),
    [
        (surroundings.other_opener, "Marel buys 12 Quenby ferries.", "Marel buys 14 ferries."),
        (surroundings.two_pronouns, "In May it sold 12 boats.", "It had 14 boats in May."),
        (surroundings.two_pronouns, "Marel says it has 12 boats.", "Marel has 14 as it sold one."),
    ],
)
def test_sentences_that_open_with_one_name_or_tell_of_one_day_are_about_one_thing(
    veto, first, second
):
    document = read(f"Owners say that Marel is poor.\n\n{first}\n\n{second}")
    story = surroundings.Surroundings.of(document)
    assert veto(story, document.claims[0], document.claims[-1]) == ""


def test_sums_of_which_one_thing_is_said_need_less_in_common():
    first = "The mill ran up annual losses of $6m on its old barns."
    second = "The mill ran up annual losses of $2m, owing to rain and tolls."
    assert compared_pairs(read(f"{first}\n\n{second}"))[-1].verdict.same


def test_what_a_film_made_is_what_it_took():
    text = "The film made $36m in Marel cinemas.\n\nThe film took $63m in Marel cinemas."
    assert compared_pairs(read(text))[-1].verdict.same


def test_how_long_ago_it_was_is_no_day_on_which_a_figure_holds():
    claim = read("The yard, which opened in May, was founded 110 years ago.").claims[0]
    assert claim.time == "may"


@pytest.mark.parametrize(
    ("second", "same"),
    [
        ("The market of Quenby has 66 stalls, 24 of which sell wine.", True),
        ("The market of Quenby has 66 stalls, 96 of which sell wine.", False),
    ],
)
def test_one_figure_changed_in_a_sentence_told_again_is_held_against_the_same_one(second, same):
    document = read(f"The market of Quenby has 96 stalls, 24 of which sell wine.\n\n{second}")
    first, _, other, _ = document.claims
    assert surroundings.changed_alone(surroundings.Surroundings.of(document), first, other) is same


def test_a_lost_full_stop_parts_two_sentences():
    text = "The mill was closed in June last year It has 12 boats.\n\nThe mill has 14 boats."
    first = read(text).claims[0]
    assert first.time == ""
    assert first.words == {"ship"}  # boats are ships: the first of the synonyms


def test_a_full_stop_without_a_blank_parts_two_sentences():
    first, last = read(
        "The press prints 900 pages a day.The mill has 12 boats and 14 boats."
    ).claims[:2]
    assert first.words.isdisjoint(last.words)


def test_no_full_stop_is_lost_before_a_name():
    text = "The mill bought This Old Boat in June for 12 boats.\n\nThe mill has 14 boats."
    assert "mill" in read(text).claims[0].words


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("The mill in Alder has 12 boats.", "The mill in Alder has 14 boats.", True),
        ("The film drew 12 reviews.", "The movie drew 14 reviews.", True),
        ("The mill in Alder has 12 boats.", "The mill in Alder has 14 barns.", False),
        ("Rain fell for 12 days.", "The fair ran for 14 days.", False),
    ],
)
def test_near_copies_measure_the_same_thing(first, second, same):
    assert same_thing(*claims_of(first, second)).same is same


def test_every_verdict_has_a_reason():
    text = "The mill has 12 boats.\n\nThe mill has 14 boats.\n\nThe choir bought 15 boats in May."
    for pair in compared_pairs(read(text)):
        assert pair.verdict.reason


@given(reported_figures)
def test_a_figure_repeated_verbatim_never_conflicts(report):
    findings = check(f"{report.said()}\n\n{report.said()}").findings
    assert [one for one in findings if one.severity != "note"] == []


@given(figure_reports)
def test_the_order_of_two_claims_does_not_matter(reports):
    claims = read("\n\n".join(report.said() for report in reports)).claims
    for first in claims:
        for second in claims:
            assert same_thing(first, second).same == same_thing(second, first).same


SWAPPED = "The Alder slide killed 8 people and hurt 42.\n\nThe Alder slide killed 42 people."
EXCHANGED = (
    "The fire in Marel took seven hours and burnt two houses.\n\nThe fire in Marel took two hours "
    "and burnt seven houses."
)
HALF_SHARED = (
    "The old mill by the lake owns 12 boats and paints each one blue every spring.\n\nThe old mill "
    "owns 14 boats, mends torn sails in winter and rents rooms to guests."
)


@given(figure_reports.map(lambda reports: "\n\n".join(report.said() for report in reports)))
@example(SWAPPED)
@example(EXCHANGED)
@example(HALF_SHARED)
def test_no_pair_of_one_thing_is_passed_over(text):
    document = read(text)
    assert same_pairs(document) == tuple(
        one for one in compared_pairs(document) if one.verdict.same
    )


@given(small_counts)
def test_pairs_grow_with_the_story_and_not_with_its_square(count):
    paragraph = f"The mill in Alder has {count} boats."
    claims = read("\n\n".join([paragraph] * 50)).claims
    once, twice = (len(list(candidate_pairs(claims * times, nearest=10))) for times in (1, 2))
    assert twice <= 2 * once + 10 * 10
