"""What each rule says of itself, and that a docstring's headings are found wherever they stand."""

import re

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from strategies import remark_texts

from factcheck import rule
from factcheck.commands import main
from factcheck.plugins import installed_rules
from factcheck.remarks import HEADINGS, Remark, reason_of, remarks_of

RULES = installed_rules().rules
OURS = [one for one in RULES if one.code.startswith(("FC", "EL"))]


@pytest.mark.parametrize("one", OURS, ids=lambda one: one.name)
def test_each_rule_says_what_it_compares_how_exactly_and_when_it_is_silent(one):
    headings = [remark.heading for remark in remarks_of(one)]
    assert headings[:3] == ["Compares", "Tolerance", "Silent"]
    assert reason_of(one)


# "The Guardian, November 2007: what stood there and what was meant (where that is told)."
PUBLISHED = r"(?:The )?[A-Z][^:\d]+, [^:]*\b(?:19|20)\d\d: .+ \([^()]*[a-z]{3}[^()]*\)\."
PRINTED = [(one.name, remark.text) for one in OURS for remark in remarks_of(one)[3:]]


@pytest.mark.parametrize(("name", "text"), PRINTED, ids=[name for name, _ in PRINTED])
def test_a_published_error_has_its_publication_its_year_and_its_source(name, text):
    assert re.fullmatch(PUBLISHED, text)


def test_most_rules_name_a_published_error_of_their_kind():
    assert len(PRINTED) > len(OURS) / 2


def test_a_rule_is_explained_with_its_remarks_and_with_what_an_editor_can_do():
    shown = CliRunner().invoke(main, ["explain", "share-wrong"]).stdout
    for title in ("What it compares", "Tolerance", "When it is silent", "Flagged", "Left alone"):
        assert f"\n{title}:\n" in shown
    assert "<!-- factcheck: ok share-wrong: why it is right -->" in shown
    assert 'ignore = ["share-wrong"]' in shown


@given(st.lists(remark_texts), st.permutations([*HEADINGS]))
def test_headings_are_found_in_any_order_and_the_rest_is_the_reason(reason, headings):
    remarks = {heading: f"why {number}" for number, heading in enumerate(headings)}
    paragraphs = [*reason, *(f"{heading}: {text}" for heading, text in remarks.items())]

    def crowd(document):
        return ()

    crowd.__doc__ = "\n\n".join(["Crowds are counted.", *paragraphs])
    made = rule("ZZ101", examples=["[[50]] came.", "50 came."])(crowd)
    assert reason_of(made) == tuple(" ".join(one.split()) for one in reason)
    assert remarks_of(made) == tuple(Remark(one, remarks[one]) for one in HEADINGS)
