"""The rules flag what their examples mark, and keep to what can be worked out."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from factcheck_plugin_elections import provide_rules
from factcheck_plugin_elections.chambers import find_chambers
from hypothesis import given
from hypothesis import strategies as st

from factcheck import check, marked_by, read
from factcheck.plugins import find_entry_points

RULES = {rule.name: rule for rule in provide_rules()}
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}-{number}")
    for rule in RULES.values()
    for number, example in enumerate(rule.examples, 1)
]

PARTIES = ("Harbour Party", "Reform Union", "Greens", "Orchard List", "Marel Front")


def shown(tenths):
    """Tenths of a percent as a story prints them: 482 is "48.2", 480 is "48"."""
    return f"{tenths // 10}.{tenths % 10}" if tenths % 10 else f"{tenths // 10}"


def told(figures, first="{} percent of the vote", then="{} percent"):
    """ "The Harbour Party won 61 seats, the Reform Union 40 and the Greens 24."."""
    parts = [
        f"the {party} {(first if not at else then).format(figure)}"
        for at, (party, figure) in enumerate(zip(PARTIES, figures, strict=False))
    ]
    parts[0] = parts[0].replace(PARTIES[0], f"{PARTIES[0]} won")
    return f"On Sunday {', '.join(parts[:-1])} and {parts[-1]}."


def found(name, text):
    return [finding.message for finding in check(text, rules=[RULES[name]]).findings]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_rule_flags_what_its_example_marks_and_nothing_else(rule, example):
    assert marked_by(rule, example) == example.text


@pytest.mark.parametrize(
    ("speaker", "authority"),
    [
        ("Backbencher Ann Lee", "political"),
        ("Scrutineer Piet Vos", "official"),
        ("Pollster Jan Pos", "expert"),
    ],
)
def test_who_speaks_on_election_night_is_known(speaker, authority):
    (claim,) = read(f"{speaker} said 40 ballots were spoilt.").claims
    assert (claim.source.name, claim.source.authority) == (speaker, authority)


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_rule_has_six_examples_of_either_kind(rule):
    sound = sum(example.sound for example in rule.examples)
    assert sound >= 6
    assert len(rule.examples) - sound >= 6


@pytest.mark.parametrize(
    ("rule", "example"), [case for case in EXAMPLES if not case.values[1].sound]
)
def test_a_finding_shows_its_sum_and_what_would_repair_it(rule, example):
    for finding in check(example.plain, example.name, rules=[rule]).findings:
        assert finding.working
        assert finding.consistent_if
        assert all(span.label for span in finding.spans)


@st.composite
def shares(draw, *, total):
    """Two to five shares, in tenths of a percent and each above 1 percent, with this sum."""
    count = draw(st.integers(2, len(PARTIES)))
    cuts = draw(
        st.lists(
            st.integers(1, total // 20 - 1), min_size=count - 1, max_size=count - 1, unique=True
        )
    )
    edges = [0, *(20 * cut for cut in sorted(cuts)), total]
    return [high - low for low, high in pairwise(edges)]


whole_votes = st.integers(600, 1000).flatmap(lambda total: shares(total=total))
# At most one share above half: two above it are taken for the winners of two races.
overfull_votes = (
    st.integers(1060, 1400)
    .flatmap(lambda total: shares(total=total))
    .filter(lambda tenths: sum(one > 495 for one in tenths) < 2 and not has_subtotal(tenths))
)


def has_subtotal(figures):
    """Whether a figure is the sum of some that stand next to it, as an alliance's would be."""
    for index, figure in enumerate(figures):
        for others in (figures[index + 1 :], figures[:index][::-1]):
            if any(sum(others[:count]) == figure for count in range(2, len(others) + 1)):
                return True
    return False


@given(whole_votes)
def test_shares_of_at_most_a_hundred_percent_pass(tenths):
    assert found("vote-shares-over-100", told(map(shown, tenths))) == []


@given(whole_votes)
def test_shares_fairly_rounded_to_whole_percents_pass(tenths):
    rounded = [(one + 5) // 10 for one in tenths]
    assert found("vote-shares-over-100", told(rounded)) == []


@given(overfull_votes)
def test_shares_that_rounding_cannot_bring_to_a_hundred_are_flagged_with_their_sum(tenths):
    (message,) = found("vote-shares-over-100", told(map(shown, tenths)))
    assert f" {shown(sum(tenths))} percent" in message


@given(overfull_votes, st.data())
def test_each_change_that_a_finding_offers_repairs_the_shares(tenths, data):
    index = data.draw(st.integers(0, len(tenths) - 1))
    rest = 1000 - sum(tenths) + tenths[index]
    (finding,) = check(told(map(shown, tenths)), rules=[RULES["vote-shares-over-100"]]).findings
    offered = f"the share of the {PARTIES[index]} is at most {shown(rest)} percent"
    assert (offered in finding.consistent_if) == (rest > 0)
    repaired = [*tenths[:index], max(rest, 1), *tenths[index + 1 :]]
    if rest > 0:
        assert found("vote-shares-over-100", told(map(shown, repaired))) == []


seat_counts = st.lists(st.integers(3, 400), min_size=2, max_size=len(PARTIES)).filter(
    lambda seats: not has_subtotal(seats)
)
surpluses = st.integers(1, 100)


def in_chamber(seats, size):
    return told(seats, first=f"{{}} seats in the {size:,}-seat assembly", then="{}")


@given(seat_counts, surpluses)
def test_seats_that_a_chamber_has_pass(seats, spare):
    assert found("seats-do-not-add-up", in_chamber(seats, sum(seats))) == []
    assert found("seats-do-not-add-up", in_chamber(seats, sum(seats) + spare)) == []


@given(seat_counts, st.data())
def test_more_seats_than_a_chamber_has_are_flagged(seats, data):
    # A chamber smaller than one party's seats is taken for another chamber.
    size = data.draw(st.integers(max(seats), sum(seats) - 1))
    (message,) = found("seats-do-not-add-up", in_chamber(seats, size))
    assert f"{sum(seats):,} seats" in message
    assert f"{size:,} of the chamber" in message


@given(seat_counts, st.integers(2, 9), st.integers(-9, 9))
def test_seats_that_are_all_add_up_exactly(seats, rest, error):
    size = sum(seats) + rest + error
    text = f"{in_chamber(seats, size)} The remaining {rest} seats went to independents."
    flagged = found("seats-do-not-add-up", text)
    # One with more than the whole chamber is taken to sit in another.
    fits = error == 0 or size < max(*seats, rest) or has_subtotal([*seats, rest])
    assert fits or len(flagged) == 1
    assert error != 0 or flagged == []


rolls = st.integers(1000, 9_999_999)


@given(rolls, st.integers(1, 1000))
def test_voters_are_flagged_if_and_only_if_they_are_more_than_the_roll(roll, thousandths):
    text = "Of the {:,} registered voters, {:,} cast ballots on Sunday."
    fewer = roll * thousandths // 1000
    # Beyond what a figure with zeros at its end may have been rounded from.
    more = roll + roll // 5
    assert found("turnout-above-roll", text.format(roll, max(1, fewer))) == []
    assert len(found("turnout-above-roll", text.format(roll, more))) == 1


@given(rolls, st.integers(100, 900), st.integers(15, 90))
def test_a_turnout_is_flagged_if_it_is_not_the_share_of_those_who_voted(roll, thousandths, off):
    voted = round(Fraction(roll * thousandths, 1000))
    true = round(Fraction(1000 * voted, roll))
    text = "Turnout was {} percent: {:,} votes were cast, and {:,} people were registered to vote."
    assert found("turnout-above-roll", text.format(shown(true), voted, roll)) == []
    # More than a point: "47 percent" may be cut off from 47.9. And figures that end in zeros may
    # have been rounded by a fiftieth.
    wrong = true + off + true // 10
    assert len(found("turnout-above-roll", text.format(shown(wrong), voted, roll))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "In the end 48 of the 105 members, a majority, backed the merger.",
        "A majority of voters, 44 percent, backed the treaty.",
        "A majority of voters – 44 percent – backed the treaty.",
    ],
)
def test_a_false_majority_is_flagged_once(text):
    assert len(check(text).findings) == 1


@given(st.integers(10, 999), st.data())
def test_a_majority_is_flagged_if_and_only_if_it_is_below_half(size, data):
    seats = data.draw(st.integers(3, size))
    text = f"The Harbour Party won an absolute majority with {seats} of {size} seats."
    assert len(found("majority-below-half", text)) == (2 * seats < size)


@pytest.mark.parametrize(
    ("text", "size", "kind"),
    [
        ("The 120-seat regional assembly meets.", 120, "regional assembly"),
        ("It won 24 of the council’s 40 seats.", 40, ""),
        ("A council of 30 members was chosen.", 30, "council"),
        ("All 80 seats in the new senate are filled.", 80, "senate"),
        ("They sit in the 169-member Storting.", 169, "storting"),
    ],
)
def test_a_chamber_is_found_with_its_size(text, size, kind):
    document = read(text)
    (chamber,) = find_chambers(document)
    assert (chamber.quantity.range.low, chamber.kind) == (size, kind)


@pytest.mark.parametrize(
    "text", ["The 120-seat theatre reopens.", "A nine-member jury sat.", "He bought 40 seats."]
)
def test_other_seats_are_no_chamber(text):
    document = read(text)
    assert list(find_chambers(document)) == []


installed = any(
    point.distribution == "factcheck-plugin-elections" for point in find_entry_points(sys.path)
)


@pytest.mark.skipif(not installed, reason="factcheck-plugin-elections is not installed")
def test_the_command_runs_the_rules_once_the_plugin_is_installed(tmp_path):
    story = tmp_path / "story.md"
    story.write_text(
        "In the 120-seat assembly the Harbour Party won 61 seats, the Reform Union 40 and the "
        "Greens 24.\n",
        encoding="utf-8",
    )
    command = [str(Path(sys.executable).with_name("factcheck")), "check", str(story)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "seats-do-not-add-up" in run.stdout, run.stderr
    assert "125 seats" in run.stdout
    assert run.returncode == 1
