import csv
import re
import tomllib
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from factcheck_plugin_housestyle import copy_file, provide_words
from factcheck_plugin_housestyle.desk_log import COLUMNS
from factcheck_plugin_housestyle.figure_rules import figure_rule, figure_rules
from factcheck_plugin_housestyle.style import VARIABLE, house_style, read_style
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck import RuleError, marked_by
from factcheck.commands import main
from factcheck.plugins import installed_additions, installed_rules

README = (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")
STYLE = re.search(r"^```toml\n(.*?)^```", README, re.M | re.S)[1]
TABLES = tomllib.loads(STYLE)["rule"]


@pytest.fixture(params=TABLES, ids=lambda table: table["name"])
def made(request):
    return figure_rule(request.param)


def test_each_rule_of_the_readme_flags_what_its_examples_mark(made):
    for example in made.examples:
        named = factcheck.Example(example.text, name="story.md")
        assert marked_by(made, named) == example.text


BOATS = {
    "code": "HS901",
    "name": "boats",
    "must": "Boats are few.",
    "message": "{figure} is a lot",
    "examples": ["There were [[90 boats]].", "There were 9 boats."],
}


def flagged(figure, text, name="story.txt", **more):
    """The text with marks round what a rule about these figures flags."""
    rule = figure_rule({**BOATS, **more, "figure": figure})
    return marked_by(rule, factcheck.Example(text, name=name))


@pytest.mark.parametrize(
    ("figure", "broken", "sound"),
    [
        ({"noun": "boat", "above": 40}, "It lost [[41 boats]].", "It lost 40 boats."),
        ({"noun": "boat", "above": 40}, "It lost [[over 40 boats]].", "It lost up to 90 boats."),
        ({"noun": "boat", "below": 40}, "It lost [[39 boats]].", "It lost at least 3 boats."),
        ({"noun": ["boat"]}, "A storm took [[12 boats]].", "A storm took 12 houses."),
        ({"unit": "mile"}, "It ran [[12 miles]].", "It ran 12 kilometres."),
        ({"kind": "percent", "above": 99.5}, "Of all [[100 percent]] ran.", "Of all 99 percent."),
        ({"bound": "about"}, "It lost [[about 40 boats]].", "It lost 40 boats."),
        ({"bound": ["exact"]}, "It lost [[40 boats]].", "It lost some 40 boats."),
        ({"bound": "at-least"}, "It lost [[more than 40 boats]].", "It lost 40 to 50 boats."),
        ({"bound": "at-most"}, "It lost [[up to 40 boats]].", "It lost dozens of boats."),
        ({"bound": "between"}, "It lost [[dozens of boats]].", "It lost a dozen boats."),
        ({"quoted": True}, "“We lost [[40 boats]],” said Ana Marel.", "It lost 40 boats."),
        ({"said-by": "unnamed"}, "A source said [[40 boats]] sank.", "Forty boats sank."),
    ],
)  # fmt: skip
def test_a_rule_is_about_the_figures_that_fit_each_of_its_lines(figure, broken, sound):
    assert flagged(figure, broken.replace("[[", "").replace("]]", "")) == broken
    assert flagged(figure, sound) == sound


def test_a_rule_may_be_about_headlines_alone():
    text = "# Storm takes 40 boats\n\nIt took 40 boats.\n"
    assert flagged({"in": "headline"}, text, "story.md") == text.replace(
        "40 boats", "[[40 boats]]", 1
    )


def test_the_message_quotes_the_figure_and_keeps_other_braces():
    table = {**BOATS, "message": "{figure} {of} {}", "figure": {"noun": "boat"}}
    report = factcheck.check("It lost 40  boats.", rules=[figure_rule(table)])
    assert [one.message for one in report.findings] == ["“40 boats” {of} {}"]
    assert report.findings[0].severity == "warning"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"figure": {"nuon": "boat"}}, "is called 'nuon'; did you mean noun?"),
        ({"figure": {"kind": "percentage"}}, "did you mean percent?"),
        ({"figure": {"bound": "atleast"}}, "did you mean at-least?"),
        ({"figure": {"above": "many"}}, "its above is 'many', not a number"),
        ({"figure": {"above": True}}, "its above is True, not a number"),
        ({"figure": {"noun": []}}, "not a word or a list of words"),
        ({"figure": {"noun": "of"}}, "nothing that can be counted"),
        ({"figure": {"quoted": "yes"}}, "neither true nor false"),
        ({"figure": {}}, "says nothing of which figures"),
        ({"figure": 3}, "needs a table [rule.figure]"),
        ({"message": ""}, "needs a text for 'message'"),
        ({"exampels": []}, "did you mean examples?"),
        ({"examples": "It sank."}, "needs a list of texts for 'examples'"),
        ({"examples": ["It sank."]}, "has no broken example"),
        ({"code": "X1"}, "not capitals and three digits"),
        ({"severity": "fatal"}, "has the severity 'fatal'"),
        ({"consistent-if": "x"}, "no list of texts"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_and_the_other_rules_run(tmp_path, change, said):
    path = tmp_path / "housestyle.toml"
    style = read_style(_written(path, STYLE))
    broken = {**BOATS, "figure": {"noun": "boat"}, **change}
    results = list(figure_rules(type(style)(str(path), (broken, *style.rules))))
    assert isinstance(results[0], RuleError)
    assert said in str(results[0])
    assert str(results[0]).startswith(f"{path}, rule boats: ")
    assert [one.code for one in results[1:]] == ["HS101", "HS102"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[rules]", "is called 'rules'; did you mean rule?"),
        ("[rule]\ncode = 'HS101'", "with two brackets"),
        ("words = 3", "words stand under [words]"),
        ("[[rule]\n", "(at line 1"),
    ],
)
def test_a_file_that_is_no_style_is_told_in_a_sentence(tmp_path, content, said):
    with pytest.raises(RuleError) as caught:
        read_style(_written(tmp_path / "housestyle.toml", content))
    assert said in str(caught.value)
    assert str(tmp_path) in str(caught.value)


def _written(path, content):
    path.write_text(content, encoding="utf-8")
    return path


COPY = """SLUG: ferry-fares
DATE: 2026-05-28
HED: Ferry fares to rise 12 percent
DEK:
BY: Ana Marel

[NOTE: 99 boats? check]
Fares on the ferry rise by 12 percent. Note: 3 boats are new.
CUTLINE: The ferry at the old pier.
###
4 columns, 31 lines
"""


def test_a_copy_file_has_its_fields_as_regions_and_its_own_day():
    read = copy_file.read(COPY)
    assert [(one.kind, one.span.of(COPY)) for one in read.regions] == [
        ("headline", "Ferry fares to rise 12 percent"),
        ("byline", "Ana Marel"),
        ("caption", "The ferry at the old pier."),
    ]
    assert read.as_of == (2026, 5, 28)
    assert "Note: 3 boats are new" in read.prose
    for left_out in ("SLUG", "2026", "HED", "99", "CUTLINE", "###", "31"):
        assert left_out not in read.prose


@given(st.lists(st.sampled_from([*COPY.splitlines(), "", "a", "[NOTE: x", "\r", "-30-"])))
def test_the_prose_of_a_copy_file_is_its_text_with_spaces_for_some_of_it(lines):
    text = "\n".join(lines)
    prose = copy_file.read(text).prose
    assert len(prose) == len(text)
    assert all(shown in (" ", given_) for shown, given_ in zip(prose, text, strict=True))


@pytest.fixture
def newsroom(tmp_path, monkeypatch):
    """A folder with a house style, in which the plugin is asked anew."""
    caches = (installed_rules, installed_additions, house_style)
    for one in caches:
        one.cache_clear()
    monkeypatch.delenv(VARIABLE, raising=False)
    _written(tmp_path / "housestyle.toml", STYLE)
    (tmp_path / "stories").mkdir()
    monkeypatch.chdir(tmp_path / "stories")
    yield tmp_path
    monkeypatch.undo()
    for one in caches:
        one.cache_clear()


def run(*arguments):
    from factcheck.hosting import _plugin_at

    _plugin_at.cache_clear()
    return CliRunner().invoke(main, [*arguments])


def test_the_style_above_the_working_folder_is_in_force(newsroom):
    _written(Path("full.md"), "There were 45,000 fans at the Alder ground.\n")
    shown = run("check", "--fail-on", "warning", "full.md")
    assert shown.exit_code == 1, shown.output
    assert "[ground-too-full]" in shown.output
    assert provide_words()["roles"] == {"official": "harbourmaster"}


def test_a_style_named_by_the_environment_goes_before_the_nearest(newsroom, monkeypatch):
    _written(newsroom / "other.toml", "")
    monkeypatch.setenv(VARIABLE, str(newsroom / "other.toml"))
    _written(Path("full.md"), "There were 45,000 fans at the Alder ground.\n")
    assert run("check", "--fail-on", "warning", "full.md").exit_code == 0


def test_copy_files_of_a_folder_are_checked_and_the_log_has_a_line_for_each_finding(newsroom):
    _written(
        Path("fares.copy"),
        COPY.replace("by 12", "12").replace("ent. N", "ent to $2.80 from $2.00. N"),
    )
    _written(Path("gone.copy"), "\0")
    shown = run("check", "--format", "desk-log", ".")
    rows = list(csv.reader(StringIO(shown.stdout)))
    assert rows[0] == [*COLUMNS]
    assert [(row[0], row[1], row[3]) for row in rows[1:]] == [
        ("fares.copy", "8", "FC201"),
        ("gone.copy", "", ""),
    ]
    assert "binary" in rows[2][5]
    assert shown.exit_code == 3
