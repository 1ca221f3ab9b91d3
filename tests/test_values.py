import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, fields, replace
from dataclasses import field as library_field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Span, read, values
from factcheck.model import Document, Region
from factcheck.tokens import tokenize
from factcheck.values import Late, dataclass, field, late

spans = st.builds(Span, st.integers(0, 9), st.integers(0, 9), st.sampled_from(["", "here"]))


@dataclass(slots=True)
class Tally:
    count: int = 0


@given(spans, spans)
def test_values_are_equal_when_what_is_compared_of_them_is(one, another):
    """A span's label is not."""
    same = (one.start, one.end) == (another.start, another.end)
    assert (one == another) is same
    assert not same or hash(one) == hash(another)


@given(spans, spans)
def test_values_with_an_order_have_that_of_their_fields(one, another):
    assert (one < another) is ((one.start, one.end) < (another.start, another.end))


@given(spans)
def test_a_copied_value_is_the_same_to_its_last_field(span):
    for made in (copy.copy(span), copy.deepcopy(span), pickle.loads(pickle.dumps(span))):
        assert type(made) is Span
        assert [getattr(made, one.name) for one in fields(made)] == [
            span.start,
            span.end,
            span.label,
        ]


@given(spans)
def test_a_value_shows_how_it_can_be_made(span):
    assert eval(repr(span)).label == span.label


@pytest.mark.parametrize(
    "change", [lambda one: setattr(one, "end", 9), lambda one: delattr(one, "end")]
)
def test_a_value_cannot_be_changed(change):
    span = Span(1, 2)
    with pytest.raises(FrozenInstanceError, match="'end' of a Span"):
        change(span)
    assert span.end == 2


def test_a_value_has_no_other_attributes_than_its_fields():
    with pytest.raises(AttributeError):
        Span(1, 2).colour = "red"  # type: ignore[attr-defined]


def test_replacing_a_field_leaves_the_others():
    assert replace(Span(1, 2, "here"), end=5) == Span(1, 5)
    assert replace(Span(1, 2, "here"), end=5).label == "here"


@pytest.mark.parametrize("arguments", [(), (1,), (1, 2, "here", 4)])
def test_a_value_wants_its_fields_and_no_more(arguments):
    with pytest.raises(TypeError, match=r"Span\.__new__\(\)"):
        Span(*arguments)


def test_values_of_two_classes_are_never_equal():
    assert Region("body", Span(1, 2)) != Span(1, 2)


def test_values_without_equality_are_told_apart_by_identity():
    one, another = (Document("a", "", "", tokenize("")) for _ in range(2))
    assert one == one
    assert one != another
    assert len({one, another}) == 2


def test_what_is_not_frozen_can_be_changed():
    tally = Tally()
    tally.count += 1
    assert tally == Tally(1)


@dataclass(frozen=True, slots=True)
class Sighting(Late):
    bird: str
    song: str = "none"


class Wood:
    """Where a sighting's song is found; it counts how often it is asked."""

    asked = 0

    @property
    def song(self):
        self.asked += 1
        return "kee-wick"


def test_a_late_field_is_found_once_and_only_when_it_is_asked_for():
    wood = Wood()
    sighting = late(Sighting, "bird")(wood, "owl")
    assert (sighting.bird, wood.asked) == ("owl", 0)
    assert (sighting.song, sighting.song, wood.asked) == ("kee-wick", "kee-wick", 1)


@pytest.mark.parametrize("put", [copy.copy, copy.deepcopy, replace, repr, hash])
def test_a_late_value_is_the_same_as_a_whole_one(put):
    whole = Sighting("owl", "kee-wick")
    assert put(late(Sighting, "bird")(Wood(), "owl")) == put(whole)
    assert late(Sighting, "bird")(Wood(), "owl") == whole


def test_a_late_value_has_no_more_than_its_fields():
    with pytest.raises(AttributeError, match="'Sighting' object has no attribute 'nest'"):
        _ = late(Sighting, "bird")(Wood(), "owl").nest
    with pytest.raises(FrozenInstanceError):
        late(Sighting, "bird")(Wood(), "owl").song = "hoot"


def test_the_late_fields_of_a_story_survive_its_pickling():
    story = read("Ann Hale, a minister, said that 30 boats sank off Marel on Monday.")
    again = pickle.loads(pickle.dumps(story))
    assert again.claims == story.claims
    assert again.statements == story.statements
    assert again.claims[0].source.name == "Ann Hale"


@dataclass(slots=True)
class Notes:
    story: str
    lines: list[str] = field(default_factory=list)
    read: bool = field(default=False, compare=False)


def test_each_value_gets_a_list_of_its_own():
    one, another = Notes("harbour"), Notes("harbour")
    one.lines.append("ten boats")
    assert another.lines == []
    assert Notes("harbour", ["ten boats"]) == one != another


def test_what_is_not_compared_may_differ_and_what_can_change_has_no_hash():
    assert Notes("harbour", read=True) == Notes("harbour")
    with pytest.raises(TypeError, match="unhashable"):
        hash(Notes("harbour"))


@given(spans)
def test_our_replace_is_that_of_the_library(span):
    assert values.replace(span, end=3) == replace(span, end=3)
    assert values.replace(span, end=3).label == replace(span, end=3).label


def test_the_library_knows_the_fields_of_a_value():
    assert asdict(Notes("harbour", ["ten boats"])) == {
        "story": "harbour", "lines": ["ten boats"], "read": False,
    }  # fmt: skip
    assert [(one.name, one.compare) for one in fields(Span)] == [
        ("start", True), ("end", True), ("label", False),
    ]  # fmt: skip


def test_a_method_of_the_class_goes_before_ours():
    @dataclass(frozen=True, slots=True)
    class Secret:
        word: str

        def __repr__(self) -> str:
            return "Secret"

    assert repr(Secret("eel")) == "Secret"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("@dataclass(slots=False)\nclass Loose:\n    word: str", "has slots"),
        ("@dataclass(slots=True)\nclass Later(Tally):\n    word: str", "inherits nothing"),
        ("@dataclass(slots=True)\nclass Mixed:\n    a: list = library_field()", "not of factcheck"),
    ],
)
def test_what_a_dataclass_made_here_cannot_be_is_said(source, message):
    names = {"dataclass": dataclass, "Tally": Tally, "library_field": library_field}
    with pytest.raises(TypeError, match=message):
        exec(source, names)
