"""What is no rate but a date, and no range but a change with its result."""

import pytest

from factcheck.quantities import read_quantities
from factcheck.tokens import tokenize


def read(text):
    return [(str(one.range), one.unit) for one in read_quantities(tokenize(text), ())]


# Each sentence with a figure that a date follows, and the nearest in which it is a rate.
DATES_AND_RATES = [
    ("The ferry sold 960,000 a year earlier.", "The ferry sold 960,000 a year.", "960,000", "year"),
    ("The shelter took in 9 a month earlier.", "The shelter took in 9 a month.", "9", "month"),
    ("The vet saw five a week ago.", "The vet saw five a week again.", "5", "week"),
    ("The vet saw five a week later.", "The vet saw five a week all year.", "5", "week"),
    ("The vet saw five a week later on.", "The vet saw five a week on farms.", "5", "week"),
    ("The mill had 300 a week before.", "The mill paid 300 a week before tax.", "300", "week"),
    ("The school had 12 a year on.", "The school took 12 a year on average.", "12", "year"),
    ("It sold 12 an hour earlier.", "It sold 12 an hour earlier this year.", "12", "hour"),
    ("It had 5 to 7 a week later.", "It had 5 to 7 a week.", "5 to 7", "week"),
    (
        "It had over 40 a year prior.",
        "It had over 40 a year prior to it.",
        "more than 40",
        "year",
    ),
    ("Hens up on 40 a year before\nThe farm", "Hens at 40 a year before the farm", "40", "year"),
]


@pytest.mark.parametrize(("dated", "rate", "figure", "each"), DATES_AND_RATES)
def test_a_year_earlier_is_a_date_and_a_year_a_rate(dated, rate, figure, each):
    assert read(dated) == [(figure, None)]
    assert read(rate) == [(figure, f"/{each}")]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The port made 5 million euros a year earlier.", ("5,000,000", "EUR")),
        ("The rate was 5 percent a year earlier.", ("5", "percent")),
        ("It shut half a year later.", ("0.5", "year")),
        ("It shut more than a year earlier.", ("more than 1", "year")),
    ],
)
def test_a_figure_keeps_its_own_unit_before_a_date(text, figure):
    assert read(text) == [figure]


@pytest.mark.parametrize(
    ("text", "step", "result"),
    [
        ("Staff numbers rose by 85 to 3,485.", "85", "3,485"),
        ("Staff numbers rose 85 to 3,485 people.", "85", "3,485"),
        ("The flock grew by 3,100 to 3,485.", "3,100", "3,485"),
        ("The stock grew by 85,000 to 3.4 million.", "85,000", "3,400,000"),
        ("The list fell by 40 to 25.", "40", "25"),
        ("The fund grew by 3 to 45 million euros.", "3,000,000", "45,000,000"),
    ],
)
def test_a_change_and_its_result_are_two_figures(text, step, result):
    assert [figure for figure, _ in read(text)] == [step, result]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Rents rose by 3 to 4 percent.", "3 to 4"),
        ("Rents rose by 3 to 40 percent.", "3 to 40"),
        ("The crew will be cut by 20 to 30 people.", "20 to 30"),
        ("The crew will be cut by 20 to 200 people.", "20 to 200"),
        ("The flock grew by 3,000 to 3,500 ewes.", "3,000 to 3,500"),
        ("Fares were cut by between 5 and 7 percent.", "5 to 7"),
        ("Leave was extended by 2 to 30 days.", "2 to 30"),
        ("The barns hold 85 to 3,485 ewes each.", "85 to 3,485"),
    ],
)
def test_an_estimate_of_a_change_is_one_range(text, figure):
    assert [found for found, _ in read(text)] == [figure]
