"""What happened on which day, how old somebody is, who came second: read, and held together."""

import pytest

from factcheck.claims.ages import age_pairs
from factcheck.claims.event_pairs import compatible, event_pairs
from factcheck.claims.events import find_events
from factcheck.claims.ranks import rank_pairs
from factcheck.reading import read


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("The bridge was opened in 1911 by the mayor.", "opened", "1911"),
        ("In 1911, the mayor opened the bridge.", "opened", "1911"),
        ("Ada Orme (born 4 May 1951) is a potter.", "born", "4 May 1951"),
        ("He published it in 1922, but had written it before.", "published", "1922"),
        ("The ferry song dates back to the 18th century.", "reaching_back", "18th century"),
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


NAMED = "No. 20 Choir was formed in Marel by a priest in 1942."


@pytest.mark.parametrize(
    ("before", "same"),
    [
        ("No. 20 Choir is a society of Quenby nuns. Raised in 1931, it has two boats.", True),
        ("No. 20 Choir sings in Quenby. It was raised in 1931.", True),
        ("No. 20 Choir sings. It has two boats. It was raised in 1931.", True),
        ("The nuns of Quenby sing. Raised in 1931, the choir has two boats.", True),
        ("No. 20 Choir bought Orme Mill. Raised in 1931, it has two boats.", False),
        ("No. 20 Choir sings in Quenby.\n\nRaised in 1931, it has two boats.", False),
        ("No. 9 Choir sings in Quenby. Raised in 1931, the choir has two boats.", False),
        ("No. 20 Choir sings in Quenby. Its hall was raised in 1931.", False),
        ("No. 20 Choir sings in Quenby. It was raised again in 1951.", False),
    ],
)
def test_a_pronoun_stands_for_the_subject_before_it_only_where_that_is_certain(before, same):
    pair = event_pairs(read(f"{before}\n\n{NAMED}"))[-1]
    assert (pair.same, pair.agree) == (same, False)


def test_the_choir_is_the_one_named_last():
    first = "The Quenby Choir was founded in Marel in 1942."
    text = f"{first}\n\nThe Orme Choir is older. Formed in 1911, the choir sings in Marel."
    (pair,) = event_pairs(read(text))
    assert (pair.same, pair.reason) == (
        False,
        "one happened to Quenby Choir, the other to Orme Choir",
    )


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
