"""Marks: what an editor accepts in a story, where, and what is said of a mark that is wrong."""

import io
import json

import docx
import pytest
from desked import BROKEN, MARK, REASON, RULES, SOUND, accepted_by, decided, factcheck, rules_of
from hypothesis import given
from strategies import mark_comments, page_texts

from factcheck.desk.mark_rules import MARK_RULES
from factcheck.desk.marks import read_mark
from factcheck.examples import mark as marked
from factcheck.model import Comment, Span
from factcheck.readers import read_text

ACCEPTED = [("inverted-range", "mark", REASON)]

NITF = (
    "<nitf><body><body.head><hedline><hl1>Meeting</hl1></hedline></body.head>"
    "<body.content>{}</body.content></body></nitf>"
)
NOTE = f"# factcheck: ok inverted-range: {REASON}"
PLACES = {
    "on the paragraph": ("story.md", f"{BROKEN} {MARK}\n"),
    "in the middle of it": ("story.md", BROKEN.replace(" people", f" {MARK} people")),
    "on the line before": ("story.md", f"# Meeting\n\n{MARK}\n{BROKEN}\n"),
    "in a block of its own before": ("story.md", f"It rained.\n\n{MARK}\n\n{BROKEN}\n"),
    "on the line below, with a gap behind": ("story.md", f"{BROKEN}\n{MARK}\n\nIt rained.\n"),
    "on the last line": ("story.md", f"It rained.\n\n{BROKEN}\n{MARK}\n"),
    "with another mark": ("story.md", f"{MARK}\n<!-- a note -->\n{BROKEN}\n"),
    "on a headline": ("story.md", f"# {BROKEN} {MARK}\n\nIt rained.\n"),
    "in a list": ("story.md", f"- It rained.\n- {BROKEN} {MARK}\n"),
    "with carriage returns": ("story.md", f"{BROKEN}\r\n{MARK}\r\n\r\nIt blew.\r\n"),
    "over several lines": ("story.md", f"{MARK.replace(' ok ', chr(10) + 'ok ')}\n{BROKEN}\n"),
    "in front matter": (
        "story.md", f"---\n{NOTE}\ntitle: {BROKEN}\n---\nIt blew.\n",
    ),
    "behind a title in front matter": (
        "story.md", f"---\ntitle: {BROKEN} {NOTE}\n---\nIt blew.\n",
    ),
    "in plain text": ("story.txt", f"It rained.\n\n{MARK}\n{BROKEN}\n"),
    "in a paragraph of HTML": ("story.html", f"<p>{BROKEN} {MARK}</p><p>It blew.</p>"),
    "between paragraphs of HTML": ("story.html", f"<p>It blew.</p>\n{MARK}\n<p>{BROKEN}</p>"),
    "behind a paragraph of HTML": ("story.html", f"<p>{BROKEN}</p>{MARK}\n<p>It blew.</p>"),
    "in a headline of HTML": ("story.html", f"<h1>{BROKEN} {MARK}</h1><p>It blew.</p>"),
    "in NITF": ("story.xml", NITF.format(f"<p>It blew.</p>{MARK}<p>{BROKEN}</p>")),
    "in a value of ArchieML": ("story.aml", f"headline: Meeting\ntext: {BROKEN} {MARK}\n"),
    "in ArchieML's free form": ("story.aml", f"[+body]\n{MARK}\n{BROKEN}\n[]\n"),
    "in a value of JSON": (
        "story.json", json.dumps({"headline": "Meeting", "body": ["It blew.", f"{BROKEN} {MARK}"]}),
    ),
    "escaped in JSON": (
        "story.json",
        json.dumps({"headline": "M", "body": f"<p>{BROKEN} {MARK}</p>"}).replace("<", "\\u003c"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text"), PLACES.values(), ids=PLACES)
def test_a_mark_accepts_what_its_paragraph_holds(name, text):
    report = decided(text, name)
    assert accepted_by(report) == ACCEPTED
    assert {"inverted-range", "unused-mark"}.isdisjoint(rules_of(report))
    another = decided(text.replace("inverted-range", "percent-change-wrong"), name)
    assert {"inverted-range", "unused-mark"} <= {*rules_of(another)}


ELSEWHERE = [
    f"{MARK}\nIt rained.\n\n{BROKEN}\n",
    f"It rained. {MARK}\n\n{BROKEN}\n",
    f"{BROKEN}\n\n{MARK}\nIt rained.\n",
    f"It rained.\n{MARK}\n\n{BROKEN}\n",
    f"{BROKEN}\n\n{MARK}\n",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_a_mark_accepts_nothing_in_another_paragraph(text):
    assert sorted(rules_of(decided(text))) == ["inverted-range", "unused-mark"]


@pytest.mark.parametrize(
    "comment",
    [
        f"<!-- factcheck: ok FC101: {REASON} -->",
        f"<!-- factcheck: ok percent-change-wrong, inverted-range: {REASON} -->",
        f"<!--factcheck:ok inverted-range:{REASON}-->",
        f"<!-- Factcheck: OK Inverted-Range: {REASON} -->",
    ],
)
def test_a_mark_may_name_codes_several_rules_and_capitals(comment):
    report = decided(f"{BROKEN} {comment}\n")
    assert (accepted_by(report), "inverted-range" in rules_of(report)) == (ACCEPTED, False)


def test_a_mark_accepts_only_the_rules_it_names():
    text = f"{BROKEN} <!-- factcheck: ok percent-change-wrong: {REASON} -->\n"
    assert rules_of(decided(text)) == ["inverted-range", "unused-mark"]


def test_a_finding_is_accepted_in_the_paragraph_of_any_of_its_places():
    story = (
        "At the meeting 40 people were hurt, police said. {}\n\n"
        "Police said 31 people were hurt at the meeting. {}\n"
    )
    mark = f"<!-- factcheck: ok estimates-disagree: {REASON} -->"
    for text in (story.format(mark, ""), story.format("", mark)):
        assert accepted_by(decided(text)) == [("estimates-disagree", "mark", REASON)]


def test_a_reason_in_front_matter_may_hold_any_sign():
    (one,) = read_text(f"---\n{NOTE}, see #12: a\ntitle: Meeting\n---\n", "story.md").comments
    assert one.text == f"ok inverted-range: {REASON}, see #12: a"


def test_a_mark_in_code_is_shown_and_not_made():
    for text in (f"```\n{MARK}\n```\n\n{BROKEN}\n", f"Write `{MARK}`.\n\n{BROKEN}\n"):
        assert rules_of(decided(text)) == ["inverted-range"]


@pytest.mark.parametrize("name", ["story.md", "story.txt", "story.html", "story.aml", "story.json"])
@given(comment=mark_comments, words=page_texts)
def test_no_word_or_digit_of_a_mark_is_prose(name, comment, words):
    # What opens a comment or code before it would hold it.
    words = words.translate(dict.fromkeys(map(ord, "<`~:"), " "))
    text = f"title: One\n\n{words} {comment} end\n\n{comment}\n\ntext: {comment} it rained\n"
    if name.endswith("json"):
        comment = " ".join(comment.split())
        text = json.dumps({"headline": "One", "body": [words, f"{comment} a", comment, comment]})
    reading = read_text(text, name)
    assert len(reading.prose) == len(text)
    assert [one.span.of(text) for one in reading.comments] == [comment] * 3
    assert not any(one.span.of(reading.prose).strip() for one in reading.comments)


def test_a_mark_at_the_end_of_a_line_does_not_part_its_paragraph():
    text = f"The agency let 60 flats in May, up 30 percent {MARK}\nfrom 50 flats in April.\n"
    assert "percent-change-wrong" in rules_of(decided(text))


# What is wrong with a mark


def of(text, **more):
    return [(one.rule, one.severity, one.message) for one in decided(text, **more).findings]


def test_a_mark_that_accepts_nothing_is_a_warning():
    assert of(f"{SOUND} {MARK}\n") == [
        ("unused-mark", "warning", "The mark for inverted-range accepts nothing in its paragraph")
    ]


def test_only_the_rules_that_accept_nothing_are_unused():
    text = f"{BROKEN} <!-- factcheck: ok FC101, FC201, FC302: {REASON} -->\n"
    ((rule, _, message),) = of(text)
    assert rule == "unused-mark"
    assert "percent-change-wrong" in message
    assert "inverted-range" not in message


def test_a_mark_for_a_rule_that_is_not_run_is_not_unused():
    running = [one for one in RULES if one.name != "inverted-range"]
    assert of(f"{SOUND} {MARK}\n", running=running) == []


def test_a_mark_for_a_rule_that_broke_is_not_unused_and_hides_no_failure():
    from dataclasses import replace

    def find(document):
        raise KeyError("broken")

    running = [replace(one, find=find) if one.code == "FC101" else one for one in RULES]
    report = decided(f"{BROKEN} {MARK}\n", running=running)
    assert rules_of(report) == []
    assert [one.rule for one in report.failures] == ["inverted-range"]


def test_a_mark_for_no_rule_is_an_error_with_the_nearest_name():
    ((rule, severity, message),) = of(f"{SOUND} <!-- factcheck: ok inverted-rnage: x -->\n")
    assert (rule, severity) == ("unknown-mark", "error")
    assert message == (
        "The mark names inverted-rnage, which is no rule; did you mean inverted-range?"
    )


def test_a_mark_without_reason_is_an_error_and_accepts_nothing():
    for comment in ("ok inverted-range", "ok inverted-range:", "ok inverted-range: "):
        rules = [
            (rule, severity) for rule, severity, _ in of(f"{BROKEN} <!-- factcheck: {comment} -->")
        ]
        assert rules == [("inverted-range", "error"), ("mark-without-reason", "error")]


def test_a_comment_of_another_kind_is_only_a_warning():
    ((rule, severity, message),) = of(f"{SOUND} <!-- factcheck: please ask the clerk -->")
    assert (rule, severity) == ("unknown-mark", "warning")
    assert "please ask the clerk" in message


def test_a_mark_with_nothing_behind_it_says_so():
    ((_, _, message),) = of(f"It rained.\n\n{MARK}\n")
    assert message.endswith("accepts nothing as no paragraph follows it")


@given(mark_comments)
def test_every_comment_is_read_in_one_way(comment):
    mark = read_mark(Comment(comment[15:-4].strip(), Span(0, 1)))
    assert mark.misread or all(one == one.strip() and one for one in mark.rules)
    assert not (mark.misread and mark.rules)


@pytest.mark.parametrize("rule", MARK_RULES, ids=lambda one: one.name)
def test_the_rules_for_marks_flag_what_their_examples_mark(rule):
    assert len(rule.examples) >= 2
    for example in rule.examples:
        report = decided(example.plain, example.name)
        assert {one.rule for one in report.findings} <= {rule.name, "percent-change-wrong"}
        spans = [span for one in report.findings if one.rule == rule.name for span in one.spans]
        assert marked(example.plain, spans) == example.text


# As an editor meets them


def test_the_rules_for_marks_are_listed_explained_and_selected(tmp_path):
    assert "FC001  unused-mark" in factcheck("rules").stdout
    assert "A mark accepts something." in factcheck("explain", "unused-mark").stdout
    story = tmp_path / "a.md"
    story.write_text(f"{SOUND} {MARK}\n")
    assert factcheck("check", "--fail-on", "warning", story).exit_code == 1
    assert factcheck("check", "--fail-on", "warning", "--ignore", "FC0", story).exit_code == 0


def test_an_unused_mark_does_not_fail_a_run_and_an_unknown_one_does(tmp_path):
    story = tmp_path / "a.md"
    story.write_text(f"{SOUND} {MARK}\n")
    assert factcheck("check", story).exit_code == 0
    story.write_text(f"{SOUND} {MARK.replace('range', 'rage')}\n")
    assert factcheck("check", story).exit_code == 1


def test_the_last_line_says_how_many_were_accepted(tmp_path):
    story = tmp_path / "a.md"
    story.write_text(f"{BROKEN} {MARK}\n")
    result = factcheck("check", story)
    assert result.exit_code == 0
    assert result.stdout == "no findings in 1 file; 1 accepted; checked 1 of 1 figure\n"


def test_what_is_below_the_severity_asked_for_is_not_counted_either(tmp_path):
    story = tmp_path / "a.md"
    story.write_text(f"The river is four times less busy. <!-- factcheck: ok FC214: {REASON} -->\n")
    assert "1 accepted" in factcheck("check", story).stdout
    assert "accepted" not in factcheck("check", "--severity", "error", story).stdout


# Word


def word(*marks, text=BROKEN):
    """A document whose second paragraph has these comments."""
    document = docx.Document()
    document.add_paragraph("It rained.")
    paragraph = document.add_paragraph(text)
    for one in marks:
        document.add_comment(paragraph.runs, text=one, author="Bo Lind", initials="BL")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_comment_of_word_is_a_mark_on_its_paragraph():
    data = word("Please check.", f"Factcheck: ok inverted-range: {REASON}")
    report = decided(data, "draft.docx")
    assert (rules_of(report), accepted_by(report)) == ([], ACCEPTED)


def test_other_comments_of_word_accept_nothing():
    report = decided(word("ok inverted-range: fine", "The agency rounds"), "draft.docx")
    assert rules_of(report) == ["inverted-range"]


def test_a_comment_over_several_paragraphs_of_word_is_on_each():
    document = docx.Document()
    runs = [document.add_paragraph(text).runs[0] for text in (BROKEN, "It rained.", BROKEN)]
    document.add_comment([runs[0], runs[-1]], text=f"factcheck: ok FC101: {REASON}", author="Bo")
    file = io.BytesIO()
    document.save(file)
    report = decided(file.getvalue(), "draft.docx")
    assert (rules_of(report), accepted_by(report)) == ([], ACCEPTED * 2)


def test_a_mark_of_word_that_is_wrong_is_found_on_its_paragraph():
    report = decided(word("factcheck: ok inverted-range"), "draft.docx")
    assert rules_of(report) == ["mark-without-reason", "inverted-range"]
    (place,) = report.findings[0].spans
    assert report.document.place_at(place.start) == "paragraph 2"


def test_annotate_writes_no_comment_on_what_a_comment_accepts(tmp_path):
    draft, out = tmp_path / "draft.docx", tmp_path / "out.docx"
    draft.write_bytes(word(f"factcheck: ok inverted-range: {REASON}"))
    assert "0 findings written" in factcheck("annotate", draft, "-o", out).stdout
    draft.write_bytes(word("Please check."))
    assert "1 finding written" in factcheck("annotate", draft, "-o", out).stdout
