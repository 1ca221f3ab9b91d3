"""What words mean: the wordings of ranges, bounds and vague numbers."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.quantities import read_quantities
from factcheck.ranges import Range
from factcheck.tokens import tokenize


def read(text):
    return [
        str(one.range) + " about" * one.approximate for one in read_quantities(tokenize(text), ())
    ]


MILLION = 10**6
ABOVE = Range(40, low_closed=False)
BELOW = Range(high=40, high_closed=False)
MEANINGS = {
    "between 30 and 40 ewes": Range(30, 40),
    "anywhere between 30 and 40 ewes": Range(30, 40),
    "30 to 40 ewes": Range(30, 40),
    "30 – 40 ewes": Range(30, 40),
    "30-40 ewes": Range(30, 40),
    "30—40 ewes": Range(30, 40),
    "from 30 to 40 ewes": Range(30, 40),
    "anywhere from 30 to 40 ewes": Range(30, 40),
    "ranging from 30 to 40 ewes": Range(30, 40),
    "two or three ewes": Range(2, 3),
    "2.5 to 3 million ewes": Range(5 * MILLION // 2, 3 * MILLION),
    "$5-7bn": Range(5000 * MILLION, 7000 * MILLION),
    "$5bn-$7bn": Range(5000 * MILLION, 7000 * MILLION),
    "8- to 16-metre": Range(8, 16),
    "18-to-25-year-olds": Range(18, 25),
    "more than 40 ewes": ABOVE,
    "over 40 ewes": ABOVE,
    "well over 40 ewes": ABOVE,
    "above 40 ewes": ABOVE,
    "in excess of 40 ewes": ABOVE,
    "upwards of 40 ewes": ABOVE,
    "north of 40 ewes": ABOVE,
    ">40 ewes": ABOVE,
    "at least 40 ewes": Range(40),
    "no fewer than 40 ewes": Range(40),
    "no less than 40 ewes": Range(40),
    "a minimum of 40 ewes": Range(40),
    "40 or more ewes": Range(40),
    "40-plus ewes": Range(40),
    "40 upwards": Range(40),
    "≥ 40 ewes": Range(40),
    "up to 40 ewes": Range(high=40),
    "as many as 40 ewes": Range(high=40),
    "at most 40 ewes": Range(high=40),
    "no more than 40 ewes": Range(high=40),
    "not more than 40 ewes": Range(high=40),
    "a maximum of 40 ewes": Range(high=40),
    "40 or fewer ewes": Range(high=40),
    "<= 40 ewes": Range(high=40),
    "fewer than 40 ewes": BELOW,
    "less than 40 tonnes": BELOW,
    "under 40 ewes": BELOW,
    "below 40 tonnes": BELOW,
    "just under 40 ewes": BELOW,
    "sub-40 ewes": BELOW,
    "dozens of ewes": Range(24, 100, high_closed=False),
    "scores of ewes": Range(40, 100, high_closed=False),
    "hundreds of ewes": Range(200, 1000, high_closed=False),
    "thousands of ewes": Range(2000, 10_000, high_closed=False),
    "tens of thousands of ewes": Range(20_000, 100_000, high_closed=False),
    "hundreds of thousands of ewes": Range(200_000, MILLION, high_closed=False),
    "millions of ewes": Range(2 * MILLION, 1000 * MILLION, high_closed=False),
    "several ewes": Range(3, 9),
    "a few ewes": Range(3, 9),
    "a handful of ewes": Range(3, 9),
    "several hundred ewes": Range(300, 900),
    "half a million ewes": Range.point(500_000),
    "a dozen ewes": Range.point(12),
    "two dozen ewes": Range.point(24),
    "a couple of ewes": Range.point(2),
    "one in five ewes": Range.point(Fraction(1, 5)),
    "3 out of 4 ewes": Range.point(Fraction(3, 4)),
    "two-thirds of the ewes": Range.point(Fraction(2, 3)),
    "40 ± 2 ewes": Range(38, 42),
    "plus or minus 3 points": Range(-3, 3),
    "at least 20 and at most 40 ewes": Range(20, 40),
    "more than 20 but fewer than 40 ewes": Range(20, 40, low_closed=False, high_closed=False),
    "at most 40 and at least 20 ewes": Range(20, 40),
    "aged between 18 and 24": Range(18, 24),
    "between the ages of 18 and 24": Range(18, 24),
    "over the age of 40": ABOVE,
    "from about $30 to $40": Range(30, 40),
    "from about $30 to more than $40": Range(30),
    "from less than $30 to $40": Range(high=40),
    "(563–624)": Range(563, 624),
    "more than a mile": Range(1, low_closed=False),
    "between the tenth and the fifteenth": Range(10, 15),
    "higher than the third but lower than the ninth": Range(
        3, 9, low_closed=False, high_closed=False
    ),
}
APPROXIMATE = (
    "about", "around", "some", "roughly", "nearly", "almost", "an estimated", "approximately",
    "close to", "in the region of", "~",
)  # fmt: skip


def test_each_wording_means_its_range():
    def meaning(wording):
        return [one.range for one in read_quantities(tokenize(f"They saw {wording}."), ())]

    assert {wording: meaning(wording) for wording in MEANINGS} == {
        wording: [range_] for wording, range_ in MEANINGS.items()
    }


def test_each_wording_means_the_same_quoted_alone():
    for wording in MEANINGS:
        for one in read_quantities(tokenize(f"They saw {wording}."), ()):
            alone = read_quantities(tokenize(one.span.of(f"They saw {wording}.")), ())
            # "30-40" with nothing that it counts is a score.
            assert [again.range for again in alone] in ([one.range], [])


@pytest.mark.parametrize("word", APPROXIMATE)
def test_these_words_make_a_figure_approximate(word):
    assert read(f"They saw {word} 40 ewes.") == ["40 about"]


@pytest.mark.parametrize(
    "wording", ["dozens of ewes", "several ewes", "a couple of ewes", "40 or so"]
)
def test_vague_words_are_approximate(wording):
    assert read(f"They saw {wording}.")[0].endswith(" about")


@pytest.mark.parametrize(
    "wording", ["two dozen ewes", "40 ewes", "more than 40 ewes", "30 to 40 ewes"]
)
def test_plain_words_are_not(wording):
    assert not read(f"They saw {wording}.")[0].endswith(" about")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The price rose from $5 to $7.", ["5", "7"]),
        ("They cut the staff from 700 to 500.", ["700", "500"]),
        ("Rents fell from 6.3 percent to 6.1 percent.", ["6.3", "6.1"]),
        ("Staff went from 50 to 30.", ["50", "30"]),
        ("The deficit grew by $43m to $419m.", ["43,000,000", "419,000,000"]),
        ("Oil was down $1.33 to $42.12.", ["1.33", "42.12"]),
        ("It grew by 3 to 5 percent.", ["3 to 5"]),
        ("It was cut from 5 to 7 percent to 3 to 5 percent.", ["5 to 7", "3 to 5"]),
        ("Rents run from $5 to $7.", ["5 to 7"]),
    ],
)
def test_a_change_is_two_figures(text, found):
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Growth was 0.25 points or 0.1 percent.", ["0.25", "0.1"]),
        ("It makes it 25k or 40k cheaper.", ["25,000", "40,000"]),
        ("Serve 3 in 3 days.", ["3", "3"]),
        ("It held more than 40 and fewer than 10 bulls.", ["more than 40", "less than 10"]),
        ("The plan runs for five years to 3 May.", ["5", "3"]),
        ("They had 200 or more than 190.", ["200", "more than 190"]),
        ("They had 12 and up to 20 ewes.", ["12", "up to 20"]),
    ],
)
def test_what_does_not_go_together_stays_two_figures(text, found):
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "It cost more than 7.5 million crowns ($1.1 million).",
            ["more than 7,500,000", "more than 1,100,000"],
        ),
        (
            "It cost about 7.5 million crowns ($1.1 million).",
            ["7,500,000 about", "1,100,000 about"],
        ),
        ("It cost up to £50 (US $65).", ["up to 50", "up to 65"]),
        ("It cost 7.5 million crowns ($1.1 million).", ["7,500,000", "1,100,000"]),
        ("It cost more than 7.5 million crowns (5 percent).", ["more than 7,500,000", "5"]),
        ("It cost more than £50 a day ($65).", ["more than 50", "more than 65"]),
        ("An 8- to 16-metre (320- to 640-inch) wall.", ["8 to 16", "320 to 640"]),
    ],
)
def test_a_conversion_in_brackets_is_hedged_like_what_it_converts(text, found):
    assert read(text) == found


def test_few_by_itself_counts_nothing():
    assert read("Few ewes came and very few rams.") == []
    assert read("The past few hundred ewes came.") == ["300 to 900 about"]


def test_a_high_end_given_first_is_marked():
    (quantity,) = read_quantities(tokenize("Between 50 and 30 ewes came."), ())
    assert quantity.inverted
    assert quantity.range == Range(30, 50)


ends = st.tuples(st.integers(0, 10**9), st.integers(1, 10**9)).map(lambda two: (two[0], sum(two)))
BETWEEN = (
    "between {} and {}", "{} to {}", "from {} to {}", "anywhere from {} to {}",
    "ranging from {} to {}", "somewhere between {} and {}", "between about {} and {}",
    "at least {} and at most {}",
)  # fmt: skip
BOUNDS = {
    "more than {}": ABOVE, "at least {}": Range(40), "up to {}": Range(high=40),
    "fewer than {}": BELOW, "{} or more": Range(40), "{} or fewer": Range(high=40),
    "no more than {}": Range(high=40), "well over {}": ABOVE, "sub-{}": BELOW,
}  # fmt: skip


@given(ends, st.sampled_from(BETWEEN), st.sampled_from(["{}", "{:,}"]))
@settings(deadline=None)
def test_a_range_in_every_wording_is_read_back(two, wording, form):
    text = wording.format(*map(form.format, two))
    (quantity,) = read_quantities(tokenize(f"They saw {text} ewes there."), ())
    assert quantity.range == Range(*two)
    assert quantity.span.of(f"They saw {text} ewes there.") == text


@given(st.integers(0, 10**12), st.sampled_from(sorted(BOUNDS)), st.sampled_from(["{}", "{:,}"]))
@settings(deadline=None)
def test_a_bound_in_every_wording_is_read_back(number, wording, form):
    text = wording.format(form.format(number))
    (quantity,) = read_quantities(tokenize(f"They saw {text} ewes there."), ())
    model = BOUNDS[wording]
    expected = Range(
        None if model.low is None else number, None if model.high is None else number,
        low_closed=model.low_closed, high_closed=model.high_closed,
    )  # fmt: skip
    assert quantity.range == expected
    assert quantity.span.of(f"They saw {text} ewes there.") == text
