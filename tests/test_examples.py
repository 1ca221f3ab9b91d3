import itertools

from hypothesis import given
from strategies import marked_texts, span_lists

from factcheck.examples import Example, mark, marks_balance, merge
from factcheck.model import Span


@given(marked_texts)
def test_marking_a_text_again_at_its_marks_gives_the_marked_text(parts):
    marked = "".join(f"[[{part}]]" if flagged else part for part, flagged in parts)
    offset, spans = 0, []
    for part, flagged in parts:
        if flagged:
            spans.append(Span(offset, offset + len(part)))
        offset += len(part)
    assert marks_balance(marked)
    assert Example(marked).plain == "".join(part for part, _ in parts)
    assert mark(Example(marked).plain, spans) == marked


@given(span_lists)
def test_merging_keeps_every_character_and_no_other(spans):
    def characters(spans):
        return {offset for span in spans for offset in range(span.start, span.end)}

    assert characters(merge(spans)) == characters(spans)


@given(span_lists)
def test_merged_spans_are_in_order_and_disjoint(spans):
    merged = merge(spans)
    assert all(one.end <= other.start for one, other in itertools.pairwise(merged))


@given(span_lists)
def test_merging_twice_changes_nothing(spans):
    assert merge(merge(spans)) == merge(spans)


def test_a_span_within_another_is_marked_once():
    assert mark("from 50 to 30 people", [Span(5, 13), Span(5, 7), Span(5, 13)]) == (
        "from [[50 to 30]] people"
    )


def test_spans_that_only_touch_are_marked_apart():
    assert mark("20-30", [Span(0, 2), Span(2, 5)]) == "[[20]][[-30]]"


def test_a_label_stands_within_the_mark():
    assert mark("50 and 30", [Span(0, 2, "note")]) == "[[note: 50]] and 30"


def test_of_overlapping_spans_the_first_label_stays():
    (merged,) = merge([Span(0, 5), Span(2, 7, "note"), Span(3, 4, "error")])
    assert merged.label == "note"


def test_marks_that_do_not_pair_off_do_not_balance():
    for text in ("[[50", "50]]", "]]50[[", "[[50 [[and]] 30]]", "[[]]", "[[50]] [[30"):
        assert not marks_balance(text), text


def test_an_example_without_marks_is_sound():
    assert Example("Between 30 and 50 people came.").sound
    assert not Example("Between [[50 and 30]] people came.").sound
