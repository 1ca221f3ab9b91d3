"""`factcheck why` says what decided for each figure on a line."""

import pytest
from click.testing import CliRunner

from factcheck.commands import main

STORY = """\
The landslide in Quenby killed 12 people and buried a school.

It injured 40 people on the road to Alder.

The landslide in Quenby, which buried the school, killed 14 people.
"""


@pytest.fixture
def why(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text(STORY)

    def run(place):
        return CliRunner().invoke(main, ["why", place], env={"COLUMNS": "200"})

    return run


def test_a_figure_that_was_compared_names_the_other_and_the_reason(why):
    result = why("story.txt:5")
    assert result.exit_code == 0
    assert "“14 people”" in result.output
    assert "1:32 “12 people”: compared, both speak of" in result.output
    assert "they do not agree" in result.output
    assert "flagged by figures-disagree" in result.output


def test_a_figure_that_was_not_compared_names_the_veto(why):
    result = why("story.txt:5")
    assert "3:12 “40 people”: not compared, only one is about" in result.output


def test_a_line_without_a_figure_says_so(why):
    assert why("story.txt:2").output == "story.txt:2: no figure was read there\n"


def test_a_column_chooses_one_figure(why):
    assert "“12 people”" in why("story.txt:1:32").output
    assert "no figure was read there" in why("story.txt:1:3").output


@pytest.mark.parametrize("place", ["story.txt", "story.txt:", "story.txt:x", ":3"])
def test_a_place_without_a_line_is_misuse(why, place):
    result = why(place)
    assert result.exit_code == 2
    assert "PATH:LINE" in result.output


def test_a_missing_file_is_one_sentence(why):
    result = why("none.txt:3")
    assert result.exit_code == 3
    assert result.output.startswith("factcheck: none.txt: ")
    assert len(result.output.splitlines()) == 1
