import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.tuples import NamedTuple


class Reading(NamedTuple):
    """What a word was read as."""

    word: str
    number: int = 0
    approximate: bool = False

    @property
    def loud(self) -> str:
        return self.word.upper()


readings = st.builds(Reading, st.text(max_size=3), st.integers(0, 9), st.booleans())


@given(readings)
def test_a_named_tuple_is_the_tuple_of_its_parts(one):
    word, number, approximate = one
    assert one == (word, number, approximate) == (one.word, one.number, one.approximate)
    assert hash(one) == hash((word, number, approximate))
    assert isinstance(one, tuple)


@given(readings)
def test_a_copied_or_pickled_tuple_is_the_same_and_of_its_class(one):
    for made in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
        assert made == one
        assert type(made) is Reading


@given(readings)
def test_a_named_tuple_shows_how_it_can_be_made(one):
    assert eval(repr(one)) == one


@given(readings, st.integers(0, 9))
def test_replacing_a_part_leaves_the_others(one, number):
    changed = one._replace(number=number)
    assert type(changed) is Reading
    assert changed == (one.word, number, one.approximate)


def test_a_part_that_is_not_given_is_its_default():
    assert Reading("twelve") == ("twelve", 0, False)
    assert Reading("twelve", approximate=True) == ("twelve", 0, True)


def test_a_tuple_has_what_its_class_says_besides():
    assert Reading("twelve").loud == "TWELVE"
    assert Reading.__doc__ == "What a word was read as."


@pytest.mark.parametrize("arguments", [(), ("a", 1, True, 4)])
def test_a_named_tuple_wants_its_parts_and_no_more(arguments):
    Reading("the first makes what makes the others")
    with pytest.raises(TypeError, match=r"Reading\.__new__\(\)"):
        Reading(*arguments)


def test_no_part_can_be_changed_added_or_replaced_that_is_none():
    one = Reading("twelve")
    with pytest.raises(AttributeError):
        one.word = "dozen"
    with pytest.raises(AttributeError):
        one.colour = "red"
    with pytest.raises(TypeError, match="Reading has no colour"):
        one._replace(colour="red")


def test_a_part_without_a_default_stands_before_those_with_one():
    with pytest.raises(TypeError, match="Late has a part without a default"):

        class Late(NamedTuple):
            first: int = 0
            second: str
