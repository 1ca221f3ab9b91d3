"""Numbers are exact, and written in full."""

from fractions import Fraction

import pytest
from hypothesis import given
from strategies import exact_numbers

from factcheck.numbers import exact, in_code, write_number

LONGER_THAN_PYTHON_WRITES = 7 * 10**5000 + 1


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "0"),
        (15500, "15,500"),
        (-1234567, "-1,234,567"),
        (Fraction(5, 2), "2.5"),
        (Fraction(-1, 400), "-0.0025"),
        (Fraction(12345678, 1000), "12,345.678"),
        (Fraction(10, 3), "10/3"),
        (Fraction(-100000, 7), "-100,000/7"),
    ],
)
def test_a_number_is_written_with_separators_and_exactly(number, written):
    assert write_number(number) == written


@given(exact_numbers)
def test_a_written_number_reads_back_as_the_same(number):
    assert Fraction(write_number(number).replace(",", "")) == number


@pytest.mark.parametrize("sign", ["", "-"])
def test_a_number_of_any_length_can_be_written(sign):
    number = int(f"{sign}1") * LONGER_THAN_PYTHON_WRITES
    assert write_number(number) == f"{sign}700{',000' * 1665},001"


@given(exact_numbers)
def test_python_reads_a_number_back(number):
    assert eval(in_code(number)) == number


def test_python_reads_a_number_of_any_length_back():
    for number in (LONGER_THAN_PYTHON_WRITES, Fraction(LONGER_THAN_PYTHON_WRITES, 2)):
        assert eval(in_code(number)) == number


@given(exact_numbers)
def test_whole_numbers_are_ints_and_others_fractions(number):
    same = exact(Fraction(number))
    assert same == number
    assert type(same) is (int if same.denominator == 1 else Fraction)
