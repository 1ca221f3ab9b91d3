"""The checklist: every figure of a story with a box to tick, in the order of its paragraphs."""

import re

from hypothesis import given
from reported import checked, finding, written
from strategies import page_texts, reported_files

from factcheck.reports.coverage import find_places

STORY = (
    "# Ferry *Ida* carries 40\n\n"
    "Guards on the quay said that in May the ferry took 1,200 people.\n\n"
    "A Boeing 737 flew over it.\n"
)


def test_every_figure_has_a_box_under_its_paragraph():
    found = finding(STORY, "1,200 people", message="Too many_for_it", severity="warning")
    assert (
        written("checklist", checked(STORY, found))
        == r"""<!-- written by factcheck -->
# story.md

Checked 1 of 2 figures.

## Line 1: Ferry Ida carries 40

- [ ] **40**: 40; kind: count; who says it: the author; compared with nothing

## Line 3: Guards on the quay said that in May the ferry took 1,200 …

- [ ] **May**: May; kind: date; compared with nothing
- [ ] **1,200**: 1,200; kind: count; counts: people; when: May; who says it: Guards; compared
  - warning: Too many\_for\_it (counts-cats)

## Line 5: A Boeing 737 flew over it.

- [ ] **737**: not read

"""
    )


def test_a_finding_without_a_figure_has_a_box_too():
    report = written("checklist", checked("No figure.", finding("No figure.", "figure")))
    assert "\n## Without a figure\n\n- [ ] error: 40 boats are not 31 (counts-cats)\n" in report


@given(page_texts)
def test_there_is_one_box_for_each_number_of_the_story(text):
    file = checked(text)
    entries = [one for place in find_places("", file.report) for one in place.entries]
    lines = written("checklist", file).split("\n")
    boxes = [line for line in lines if line.startswith("- [ ] ")]
    assert len(boxes) == len(entries)
    for box, entry in zip(boxes, entries, strict=True):
        compared = {"compared": "compared", "read": "compared with nothing", "unread": "not read"}
        assert box.endswith(compared[entry.reading])


@given(reported_files)
def test_no_text_of_a_story_becomes_markup(files):
    sign, *lines = written("checklist", *files).split("\n")
    assert sign == "<!-- written by factcheck -->"
    for line in lines:
        head = re.match(r"# |## |- \[ \] (\*\*)?|- |  - |Checked |$", line)
        assert head, line
        rest = line[head.end() :].replace("**: ", ": ", 1) if head[1] else line[head.end() :]
        assert not re.search(r"(?<!\\)(?:\\\\)*[*_<>`\[\]#|]", rest), line


@given(reported_files)
def test_every_finding_is_told_with_its_severity(files):
    report = written("checklist", *files)
    for file in files:
        for one in file.report.findings if file.report else ():
            assert f"{one.severity}: " in report
