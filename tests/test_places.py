"""Which place lies in which, and what that decides between two figures."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import (
    MAP,
    invented_places,
    known_places,
    nested_places,
    place_names,
    small_counts,
)

from factcheck.checker import check
from factcheck.claims.places import apart, holds, is_people, key, same_place
from factcheck.claims.same import compared_pairs
from factcheck.reading import read

NOTES = tomllib.loads((Path(__file__).parents[1] / "tools" / "places.toml").read_text("utf-8"))

CAPITALS = """
Kabul Afghanistan, Algiers Algeria, Buenos Aires Argentina, Canberra Australia, Vienna Austria,
Dhaka Bangladesh, Brussels Belgium, Brasilia Brazil, Sofia Bulgaria, Ottawa Canada,
Santiago Chile, Beijing China, Bogotá Colombia, Havana Cuba, Nicosia Cyprus, Prague Czechia,
Copenhagen Denmark, Cairo Egypt, Addis Ababa Ethiopia, Helsinki Finland, Paris France,
Berlin Germany, Accra Ghana, Athens Greece, Port-au-Prince Haiti, Budapest Hungary,
Reykjavik Iceland, New Delhi India, Jakarta Indonesia, Tehran Iran, Baghdad Iraq, Dublin Ireland,
Rome Italy, Tokyo Japan, Nairobi Kenya, Pristina Kosovo, Kuwait City Kuwait, Beirut Lebanon,
Tripoli Libya, Luxembourg Luxembourg, Bamako Mali, Mexico City Mexico, Rabat Morocco,
Naypyidaw Myanmar, Kathmandu Nepal, Amsterdam Netherlands, Wellington New-Zealand, Niamey Niger,
Abuja Nigeria, Oslo Norway, Islamabad Pakistan, Lima Peru, Manila Philippines, Warsaw Poland,
Lisbon Portugal, Doha Qatar, Bucharest Romania, Moscow Russia, Riyadh Saudi-Arabia,
Singapore Singapore, Mogadishu Somalia, Pretoria South-Africa, Seoul South-Korea,
Pyongyang North-Korea, Madrid Spain, Khartoum Sudan, Juba South-Sudan, Stockholm Sweden,
Bern Switzerland, Damascus Syria, Taipei Taiwan, Bangkok Thailand, Tunis Tunisia, Ankara Turkey,
Kampala Uganda, Kyiv Ukraine, London UK, Washington US, Montevideo Uruguay, Caracas Venezuela,
Hanoi Vietnam, Sanaa Yemen, Harare Zimbabwe, Cardiff Wales, Edinburgh Scotland,
Belfast Northern-Ireland, London England, Sacramento California, Austin Texas, Albany New-York,
Montpelier Vermont, Springfield Illinois, Toronto Ontario, Sydney New-South-Wales
"""

SAME = [
    ("US", "the United States"),
    ("U.S.", "America"),
    ("American", "U.S.A."),
    ("Americans", "USA"),
    ("UK", "Britain"),
    ("British", "United Kingdom"),
    ("Scots", "Scotland"),
    ("Ivory Coast", "Côte d'Ivoire"),
    ("Côte d’Ivoire", "COTE D'IVOIRE"),
    ("the Netherlands", "Dutch"),
    ("Kiev", "Kyiv"),
    ("Basra", "Basrah"),
    ("St. Petersburg", "Saint Petersburg"),
    ("Calif.", "Californian"),
    ("D.C.", "Washington"),
    ("NSW", "New South Wales"),
    ("Quenby", "the Quenby"),
]
OTHERS = [
    ("Niger", "Nigeria"),
    ("Nigerien", "Nigerian"),
    ("Austria", "Australia"),
    ("Iran", "Iraq"),
    ("Guinea", "Guinea-Bissau"),
    ("Sudan", "South Sudan"),
    ("Dominica", "Dominican Republic"),
    ("Virginia", "West Virginia"),
    ("York", "New York"),
    ("Ireland", "Northern Ireland"),
]


@pytest.mark.parametrize("pair", [" ".join(one.split()) for one in CAPITALS.split(",")])
def test_a_capital_lies_in_its_country(pair):
    capital, _, country = pair.rpartition(" ")
    assert holds(country, capital) is True


@pytest.mark.parametrize(("first", "second"), SAME)
def test_two_names_of_one_place(first, second):
    assert same_place(first, second)
    assert same_place(second, first)
    assert not apart(first, second)


@pytest.mark.parametrize(("first", "second"), OTHERS)
def test_places_of_like_names_are_apart(first, second):
    assert not same_place(first, second)
    assert apart(first, second)
    assert apart(second, first)


@pytest.mark.parametrize("code", sorted(NOTES["regions"]["US"]))
def test_a_state_is_its_postal_code_and_lies_in_the_united_states(code):
    state = NOTES["regions"]["US"][code].partition("|")[0].partition(",")[0].strip()
    assert same_place(code, state)
    assert holds("America", state) is True
    assert NOTES["state_capitals"].get(code) is None or holds(state, NOTES["state_capitals"][code])


@pytest.mark.parametrize("table", ["country_people", "country_names"])
def test_what_was_added_by_hand_is_in_the_table(table):
    for names in NOTES[table].values():
        for name in names.split(","):
            assert holds("Europe", name) is not None, name
            assert is_people(name) is (table == "country_people"), name


def test_each_people_lives_in_a_place_of_the_table():
    paths = {path for listed in MAP.values() for path in listed}
    peoples = {path for path in paths if path.endswith("/*")}
    assert {path.removesuffix("/*") for path in peoples} <= paths


@pytest.mark.parametrize("outer", ["England", "Alabama", "Britain", "the US", "West Midlands"])
def test_a_name_of_several_places_lies_where_any_of_them_does(outer):
    assert holds(outer, "Birmingham") is True


def test_of_a_part_that_no_map_has_only_its_whole_is_known():
    assert holds("Iraq", "northern Iraq") is True
    assert holds("northern Iraq", "Mosul") is None
    assert holds("northern Iraq", "Damascus") is False
    assert holds("northern Quenby", "Mosul") is None


@given(nested_places)
def test_containment_is_transitive(places):
    for at, outer in enumerate(places):
        for inner in places[at + 1 :]:
            assert holds(outer, inner) is True


@given(nested_places)
def test_of_two_places_only_one_holds_the_other(places):
    assert holds(places[-1], places[0]) is False
    assert not apart(places[0], places[-1])


@given(known_places)
def test_no_place_lies_in_itself(name):
    assert holds(name, name) is False
    assert same_place(name, name)


@given(known_places)
def test_capitals_and_the_article_change_no_place(name):
    assert key(name) == name
    assert same_place(name, f"the {name.upper()}")
    assert same_place(name.title(), name)


@given(known_places, known_places)
def test_two_known_places_are_one_or_nested_or_apart(first, second):
    one = [
        same_place(first, second),
        bool(holds(first, second)),
        bool(holds(second, first)),
        apart(first, second),
    ]
    assert one.count(True) == 1


@given(st.text(), st.text())
def test_any_text_may_be_asked_for(first, second):
    assert holds(first, second) in (True, False, None)
    assert same_place(first, second) is same_place(second, first)
    assert apart(first, second) is apart(second, first)


@given(invented_places, known_places)
def test_of_a_place_on_no_map_nothing_is_known(invented, known):
    assert holds(known, invented) is None
    assert holds(invented, known) is None
    assert not apart(invented, known)
    assert not same_place(invented, known)


def rules_of(text):
    return sorted((one.rule, one.severity) for one in check(text).findings)


@given(place_names, small_counts, small_counts, small_counts)
def test_a_place_on_no_map_may_bear_any_name(place, total, one, other):
    story = "The storm hurt {} people in {}. It hurt {} people in Orme and {} in Kell."
    first, second = (
        rules_of(story.format(total, name, one, other)) for name in (place, "Tarnholt")
    )
    assert first == second


STORIES = [
    ("The flood hurt 12 people in Britain. The flood hurt 14 people in the UK.",
     ["figures-disagree"]),
    ("The flood hurt 12 people in Britain. The flood hurt 12 people in the UK.", []),
    ("The flood hurt 12 people in Britain. The flood hurt 14 people in British schools.", []),
    ("The flood hurt 12 people in the U.S. The flood hurt 14 people in the U.K.", []),
    ("The flood hurt 12 people in Guinea-Bissau. The flood hurt 14 people in Guinea.", []),
    ("The flood hurt 12 people in Sudan. The flood hurt 14 people in South Sudan.", []),
    ("The flood hurt 12 people in Baghdad. The flood hurt 14 people in Iraq.", []),
    ("The storm hurt 30 people in Iraq. It hurt 21 people in Baghdad and 12 in Basra.",
     ["total-disagrees-with-parts"]),
    ("The storm hurt 33 people in Iraq. It hurt 21 people in Baghdad and 12 in Basra.", []),
    ("The storm hurt 30 people in Syria. It hurt 21 people in Baghdad and 12 in Basra.", []),
    ("The storm hurt 30 people in Iraq. It hurt 21 people in Baghdad and 12 in Damascus.", []),
    ("The storm hurt 30 people in Iraq in May. In June it hurt 21 people in Baghdad and 12 in "
     "Basra.", []),
    ("The storm may hurt 30 people in Iraq. It hurt 21 people in Baghdad and 12 in Basra.", []),
    ("The storm hurt 30 people in Quenby. It hurt 21 people in Marel and 12 in Alder.", []),
    ("The league has 40 clubs. It counts 30 clubs in Iraq and 14 in Syria.",
     ["total-disagrees-with-parts"]),
    ("The league has 40 clubs. It counts 30 clubs in Iraq and 14 in Baghdad.", []),
    ("The league has 40 clubs. It counts 30 clubs in Britain and 14 in the UK.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rules"), STORIES)
def test_the_map_decides_which_figures_are_of_one_place(text, rules):
    assert [rule for rule, _ in rules_of(text)] == rules


def test_why_says_which_place_is_a_part_of_which():
    text = "The flood hurt 12 people in Baghdad. The flood hurt 14 people in Iraq."
    (pair,) = compared_pairs(read(text))
    assert pair.verdict.reason == "Baghdad is only a part of Iraq"


@pytest.mark.parametrize(
    "place", ["U.S.", "St. Louis", "Guinea-Bissau", "New York City", "northern Iraq", "Iraq"]
)
def test_the_name_of_a_place_is_read_whole(place):
    first, last = read(f"It sold 12 boats in {place} in May, and 14 boats in {place}.").claims
    assert first.place == place
    assert last.place == place or place.endswith(".")
    assert read(f"It sold 12 boats in {place}, it said.").claims[0].place == place
