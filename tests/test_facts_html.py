"""The page of facts: the story as it is, each number marked as it was read, and the tables."""

import os
import re
import subprocess
import sys
from html.parser import HTMLParser

from click.testing import CliRunner
from hypothesis import example, given
from strategies import page_texts, story_names

from factcheck import Compared, Finding, Span, check, read, rule
from factcheck.commands import main
from factcheck.findings import Failure
from factcheck.reports.coverage import Entry, Place, find_places
from factcheck.reports.facts_html import write_facts_html
from factcheck.reports.marked_story import write_story

VOID = {"meta"}


@rule("ZZ301", examples=["There were [[4]] cats.", "There were 4 dogs."])
def counts_cats(document):
    """Cats cannot be counted."""
    for claim in document.claims:
        if claim.subject == "cat":
            yield Finding('4 "cats" & more', (claim.quantity.span,), severity="error")
        elif claim.subject == "boat":
            yield Compared((claim.quantity.span,), "boats")


class Page(HTMLParser):
    """What a browser would make of a page, as far as the tests ask; unclosed tags are an error."""

    def __init__(self, page):
        super().__init__()
        self.open, self.stories, self.elements = [], [], []
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        known = {"tag": tag, "text": "", **dict(attrs)}
        self.elements.append(known)
        if known.get("class") == "story":
            self.stories.append(known)
        if tag not in VOID:
            self.open.append(known)

    def handle_endtag(self, tag):
        assert self.open.pop()["tag"] == tag

    def handle_data(self, data):
        for one in self.open:
            one["text"] += data

    def all(self, tag="", **wanted):
        return [
            one for one in self.elements
            if tag in ("", one["tag"])
            and all(one.get(name.rstrip("_")) == value for name, value in wanted.items())
        ]  # fmt: skip

    def texts(self, tag="", **wanted):
        return [one["text"] for one in self.all(tag, **wanted)]

    @property
    def marks(self):
        return [one for one in self.all("a") if one.get("class", "").startswith("mark ")]

    def marked(self, reading):
        return [one["text"] for one in self.marks if one["class"] == f"mark {reading}"]

    def title(self, text):
        (mark,) = [one for one in self.marks if one["text"] == text]
        return mark["title"].split("\n")


def page_of(*texts, name="story.txt", failures=()):
    reports = ((name, check(text, name, rules=[counts_cats])) for text in texts)
    return Page("".join(write_facts_html(reports, failures)))


STORY = (
    "Police said 4 cats and 12 boats were lost in Skellaby on Tuesday. Some 30 people came.\n\n"
    "A Boeing 737 landed, the 21st of its kind; the team won 3-2.\n"
)


def test_each_number_is_marked_as_it_was_read():
    page = page_of(STORY)
    assert page.marked("compared") == ["4", "12"]
    assert page.marked("read") == ["Tuesday", "Some 30"]
    assert page.marked("unread") == ["737", "21st", "3-2"]
    assert page.texts("p", class_="counts") == [
        "checked 2 of 3 figures; 1 date; 3 numbers not read"
    ]


def test_a_mark_says_what_is_known_of_its_figure():
    title = page_of(STORY).title("12")
    assert title[0] == "Read and compared by a rule"
    assert {"Value: 12", "Counts: boats", "Where: Skellaby", "When: Tuesday"} <= {*title}
    assert "Who says it: Police" in title
    assert page_of("It weighs 3 tonnes.").title("3 tonnes")[1:4] == [
        "Kind: measure", "Value: 3", "Unit: tonne",
    ]  # fmt: skip


def test_a_figure_under_a_finding_says_so():
    page = page_of(STORY)
    assert page.title("4")[-1] == 'error counts-cats: 4 "cats" & more'
    assert page.texts("td", **{"data-title": "Compared"}) == [
        "yes: error counts-cats", "yes", "no", "no",
    ]  # fmt: skip


def test_a_figure_within_a_date_shares_its_mark_and_has_a_row_of_its_own():
    page = page_of("It closed three years ago.")
    (mark,) = page.marks
    assert mark["text"] == "three years ago"
    rows = page.all("a", href=f"#{mark['id']}")
    assert [one["text"] for one in rows] == ["three years", "three years ago"]
    assert mark["href"] == f"#{rows[0]['id']}"


def test_a_row_has_a_cell_under_each_title():
    page = page_of(STORY)
    heads = page.texts("th", role="columnheader")
    titles = [one["data-title"] for one in page.all("td")]
    assert heads == ["In the story", *titles[:9], "Number", *titles[-2:]]
    assert titles[:9] == titles[9:18]


def test_a_number_that_was_not_read_is_listed_with_the_words_round_it():
    page = page_of("The crew of the old, long grounded and badly painted Boeing 737 left it.")
    (cell,) = page.texts("td", **{"data-title": "In the story"})
    assert cell == "… long grounded and badly painted Boeing 737 left it."


def test_dates_that_are_no_day_are_shown_as_worded():
    page = page_of("It rained in the 1990s and on 4 May 2018.")
    assert page.texts("td", **{"data-title": "Value"}) == ["1990s", "4 May 2018"]


def test_headings_are_headings_and_paragraphs_keep_their_direction():
    page = page_of("# Flood in May\n\nשלום 30 boats.\n", name="story.md")
    assert page.texts("h3")[0] == "# Flood in May\n\n"
    assert page.texts("p", dir="auto") == ["שלום 30 boats.\n"]


def test_only_a_blank_line_ends_a_paragraph():
    text = "a.\r\nb\rc\nd\r\n\r\ne\r\rf\n \ng"
    assert page_of(text).texts("p", dir="auto") == [
        "a.\r\nb\rc\nd\r\n\r\n", "e\r\r", "f\n \n", "g",
    ]  # fmt: skip


def test_several_stories_have_a_part_each_and_a_list_of_contents():
    page = page_of(STORY, "Some 30 people came.")
    (contents,) = page.all("nav")
    assert "checked 2 of 4 figures; 1 date; 3 numbers not read" in contents["text"]
    assert [one["id"] for one in page.all("section", class_="part")] == ["s1", "s2"]
    assert [one["href"] for one in page.all("a")[:2]] == ["#s1", "#s2"]
    assert [one["text"] for one in page.stories] == [STORY, "Some 30 people came."]
    assert not page_of(STORY).all("nav")


def test_no_story_makes_a_page_all_the_same():
    assert page_of().texts("h2") == ["0 files"]


def test_what_did_not_run_is_said_on_the_page():
    assert "plugin <x> broke" in page_of(failures=[Failure("plugin <x> broke")]).texts("li")


def test_the_page_loads_nothing_and_runs_nothing():
    page = page_of('<script src="https://example.org/a.js"></script> <img src=x onerror=y>')
    assert not [one for one in page.elements if {"src", "onerror", "style"} & {*one}]
    assert not page.all("script")
    assert all(one["href"].startswith("#") for one in page.elements if "href" in one)
    assert "default-src 'none'" in page.all("meta")[1]["content"]
    assert not re.search(r"url\(|@import", page.texts("style")[0])


@given(page_texts, story_names)
@example("a\r\n\r\n30 boats\r\r4 May\n \n2018", "story.md")
@example("\0\x80&#13;\r", "a\0<b>\udcff.txt")
def test_the_story_on_the_page_is_the_story(text, name):
    page = page_of(text, name=name)
    assert [one["text"] for one in page.stories] == [text.replace("\0", "\ufffd")]


def test_a_mark_may_run_over_blank_lines():
    text = "It rose by 12\n\nboats\n\nin May."
    place = Place(Span(11, 20), 0, (Entry(Span(11, 20), "read"),))
    page = Page("".join(write_story(read(text), [place], "s1")))
    assert page.texts("p") == ["It rose by 12\n\nboats\n\n", "in May."]
    assert page.marked("read") == ["12\n\nboats"]


@given(page_texts, story_names)
def test_links_lead_to_what_is_there_and_marks_hold_their_figures(text, name):
    report = check(text, name, rules=[counts_cats])
    page = Page("".join(write_facts_html([(name, report)])))
    named = [one["id"] for one in page.elements if "id" in one]
    assert len(named) == len({*named})
    assert {one["href"][1:] for one in page.elements if "href" in one} <= {*named}
    assert [one["text"] for one in page.marks] == [
        place.span.of(text).replace("\0", "\ufffd") for place in find_places(name, report)
    ]


def test_the_command_writes_utf_8_whatever_the_locale(tmp_path):
    (tmp_path / "a.txt").write_text("In Köln – 30 boats 👩 sank.", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "facts", "--format", "html", "a.txt"],
        cwd=tmp_path, env=environment | {"PYTHONIOENCODING": "latin-1"}, capture_output=True,
    )  # fmt: skip
    assert Page(done.stdout.decode("utf-8")).stories[0]["text"] == "In Köln – 30 boats 👩 sank."


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_shown(tmp_path):
    story = tmp_path / "a.txt"
    story.write_text(STORY)
    result = CliRunner().invoke(main, ["facts", "--format", "html", "no.txt", str(story)])
    assert result.exit_code == 3
    assert "no.txt: No such file" in result.stderr
    assert [one["text"] for one in Page(result.stdout).stories] == [STORY]


def test_rules_of_a_folder_compare_on_the_page_and_nowhere_else(tmp_path):
    (tmp_path / "cats.py").write_text(
        "from factcheck import Compared, rule\n\n"
        '@rule("ZZ302", examples=["[[Cats]]", "Dogs"])\n'
        'def counts_dates(document):\n    """Dates count."""\n'
        "    yield from (Compared((one.span,)) for one in document.dates)\n"
    )
    story = tmp_path / "a.txt"
    story.write_text("It rained in May.")
    asked = ["facts", str(story), "--rules", str(tmp_path)]
    page = Page(CliRunner().invoke(main, [*asked, "--format", "html"]).stdout)
    assert page.marked("compared") == ["May"]
    result = CliRunner().invoke(main, asked)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--rules goes with --format html" in result.stderr
