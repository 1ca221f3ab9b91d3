"""A finding stays the same one when its story grows, and becomes another when its facts change."""

from hypothesis import given
from hypothesis import strategies as st
from reported import finding
from strategies import page_texts

from factcheck import Span, read
from factcheck.identity import identify

STORY = "Police counted 1,200 boats on 4 May. The mayor said 900."


def identity(text, *marked, name="story.txt", **more):
    (one,) = identify(read(text, name), [finding(text, *marked, **more)])
    return one


ONE = identity(STORY, "1,200 boats", "900")


def test_other_paragraphs_and_line_breaks_change_nothing():
    moved = "New: 5 ships.\n\n" + STORY.replace(". The", ".\nThe") + "\n\nMore.\n"
    assert identity(moved, "1,200 boats", "900", name="story.md") == ONE


def test_markup_changes_nothing():
    marked = STORY.replace("boats", "**boats**")
    assert identity(marked, "1,200", "900", name="story.md") == ONE


def test_how_a_label_or_message_is_worded_changes_nothing():
    assert identity(STORY, "1,200 boats", "900", message="Another sentence") == ONE


def test_how_a_figure_in_another_paragraph_is_written_changes_nothing():
    one, other = (
        identity(f"Police counted 900.\n\nThen {figure} boats sank.\n", "900", figure)
        for figure in ("1,200", "1200")
    )
    assert one == other


def test_another_rule_figure_or_paragraph_makes_another_finding():
    others = [
        identity(STORY, "1,200 boats", "900", code="ZZ402"),
        identity(STORY, "1,200 boats"),
        identity(STORY.replace("900", "901"), "1,200 boats", "901"),
        identity(STORY.replace("mayor", "owner"), "1,200 boats", "900"),
    ]
    assert len({ONE, *others}) == 5


def test_what_is_found_in_a_comment_has_nothing_to_do_with_the_paragraphs_around():
    comment = "<!-- factcheck: ok FC101 -->"
    one, other = (
        identity(f"{before}\n\n{comment}\n\nIt blew.\n", comment, name="story.md")
        for before in ("It rained.", STORY)
    )
    assert one == other
    third = comment.replace("FC101", "FC201")
    assert one != identity(f"It rained.\n\n{third}\n", third, name="story.md")


def test_places_without_a_figure_go_by_their_words():
    text = "The bridge held. The bridge broke."
    assert identity(text, "bridge held") != identity(text, "bridge broke")


@given(page_texts.filter(bool), st.integers(1, 4))
def test_no_two_findings_of_a_story_are_one(text, count):
    found = finding(text, Span(0, len(text)))
    assert len({*identify(read(text), [found] * count)}) == count


def test_an_identity_is_the_same_on_every_machine_and_day():
    assert ONE == "38934a807a3a23526b26c02c70d7d88a"
