"""How figures of one story hang together, and what no change of wording may change."""

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import figure_reports, quiet_paragraphs, reported_figures, small_counts

from factcheck.checker import check
from factcheck.claims.relations import find_wholes
from factcheck.findings import SEVERITIES
from factcheck.reading import read

_NOTICED = SEVERITIES[:2]
_OTHER_NAMES = {"Quenby": "Tarnholt", "Marel": "Ostwick", "Alder": "Penbrook"}


def found(text):
    """What is found in a text: rule, severity and marked words, wherever they stand."""
    return sorted(
        (one.rule, one.severity, sorted(span.of(text) for span in one.spans))
        for one in check(text).findings
        if one.severity in _NOTICED
    )


def story(reports, rename=None):
    return "\n\n".join(report.said(rename) for report in reports)


def test_parts_by_place_hang_on_the_total_of_their_noun():
    text = "The storm hurt 20 people: 12 people in Quenby and 9 in Marel."
    (whole,) = find_wholes(read(text))
    assert (whole.sum.low, whole.complete, whole.one_voice) == (21, True, True)


def test_parts_of_another_noun_have_no_total():
    text = "The storm sank 20 boats. It hurt 12 people in Quenby and 9 in Marel."
    assert find_wholes(read(text)) == ()


def test_a_part_may_not_stand_for_the_whole():
    text = "The storm hurt 20 people in Alder. It hurt 12 people in Quenby and 9 in Marel."
    assert find_wholes(read(text)) == ()


@settings(deadline=None)
@given(figure_reports, quiet_paragraphs, st.integers(0, 6))
def test_a_sentence_without_figures_changes_no_finding(reports, sentence, place):
    paragraphs = [report.said() for report in reports]
    paragraphs.insert(place, sentence)
    assert found("\n\n".join(paragraphs)) == found(story(reports))


@settings(deadline=None)
@given(figure_reports, st.randoms(use_true_random=False))
def test_the_order_of_paragraphs_without_pronouns_changes_no_verdict(reports, random):
    shuffled = list(reports)
    random.shuffle(shuffled)
    assert found(story(shuffled)) == found(story(reports))


@settings(deadline=None)
@given(figure_reports)
def test_renaming_a_place_throughout_changes_nothing(reports):
    renamed = [(rule, severity) for rule, severity, _ in found(story(reports, _OTHER_NAMES))]
    assert sorted(renamed) == sorted(
        (rule, severity) for rule, severity, _ in found(story(reports))
    )


@settings(deadline=None)
@given(reported_figures, small_counts, small_counts, small_counts, small_counts)
def test_widening_a_range_makes_no_error(report, low, width, less, more):
    other = "The landslide in {} killed between {} and {} people and buried a school."
    narrow = other.format(report.place, low, low + width)
    wide = other.format(report.place, max(1, low - less), low + width + more)
    before = {one.rule for one in check(f"{report.said()}\n\n{narrow}").findings}
    after = {
        one.rule for one in check(f"{report.said()}\n\n{wide}").findings if one.severity == "error"
    }
    assert after <= before


@settings(deadline=None)
@given(figure_reports)
def test_a_conflict_is_shown_once(reports):
    marked = [
        (one.rule, one.spans[0])
        for one in check(story(reports)).findings
        if one.rule in ("figures-disagree", "estimates-disagree", "dates-disagree")
    ]
    assert len(marked) == len(set(marked))
