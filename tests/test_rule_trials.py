"""`factcheck test` tries rules on their own examples."""

from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner

from factcheck.commands import main
from factcheck.plugins import installed_rules

SOUND = dedent(
    '''
    from factcheck import Finding, Span, rule

    @rule("ZZ101", examples=["[[Dozens]] came.", "Thirty people came."])
    def vague_crowd(document):
        """A crowd has a number.

        "Dozens" tells a reader little.
        """
        start = document.text.find("Dozens")
        if start >= 0:
            yield Finding("“Dozens” is no number", (Span(start, start + 6),))
    '''
)


@pytest.fixture
def tried(tmp_path, monkeypatch):
    """What the command says of files of these texts, and its exit code."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")

    def run(*args, **texts):
        folder = Path("newsroom_rules")
        folder.mkdir(exist_ok=True)
        for name, text in texts.items():
            (folder / f"{name}.py").write_text(text, encoding="utf-8")
        return CliRunner().invoke(main, ["test", *args])

    return run


def test_rules_that_pass_are_named_and_counted(tried):
    result = tried(crowds=SOUND)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "ZZ101 vague-crowd: 1 flagged as marked, 1 left alone\n"
        "\n"
        "tried 2 examples of 1 rule: all pass\n"
    )


def test_an_example_that_fails_is_shown_beside_what_the_rule_marks(tried):
    result = tried(crowds=SOUND.replace("Thirty people", "Dozens of people"))
    assert result.exit_code == 1
    assert result.stdout == (
        "ZZ101 vague-crowd: 1 of 2 examples failed\n"
        "  failed: example 2; - is its text, + what the rule marks\n"
        "    - Dozens of people came.\n"
        "    + [[Dozens]] of people came.\n"
        "    = “Dozens” is no number\n"
        "\n"
        "tried 2 examples of 1 rule: 1 failed\n"
    )


def test_of_a_long_example_only_the_lines_that_differ_are_shown(tried):
    story = r"One.\n\nTwo.\n\nDozens came.\n\nThree.\n\nFour."
    result = tried(crowds=SOUND.replace("Thirty people came.", story))
    assert "    - Dozens came.\n    + [[Dozens]] came.\n" in result.stdout
    assert "One." not in result.stdout
    assert "Four." not in result.stdout


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        (("yield Finding", "raise OSError('no list'); yield Finding"), 3,
         "example 1 broke the rule: OSError: no list"),
        (("yield Finding(", "yield ("), 3, "neither a Finding nor a Compared"),
        (("Span(start, start + 6)", "Span(start, 999)"), 3, "in 12 characters"),
        (("A crowd has a number.", "no sentence"), 1,
         "the first line of its docstring is no sentence with a capital and a full stop: no"),
        (('\n    "Dozens" tells a reader little.\n', ""), 1,
         "its docstring does not say, below its first line, why anyone should care"),
        (("“Dozens” is no number", "vague"), 1, "does not begin as a sentence: vague"),
        (("“Dozens” is no number", r"A\nB"), 1, "its message is more than one line: A B"),
        (("“Dozens” is no number", "It is vague-crowd"), 1, "has the rule's name in it"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_rule_is_said_and_the_others_go_on(tried, change, code, said):
    assert change[0] in SOUND
    other = SOUND.replace("ZZ101", "ZZ102").replace("Dozens", "Scores").replace("_crowd", "_sum")
    result = tried(crowds=SOUND.replace(*change), sums=other)
    assert result.exit_code == code
    assert said in result.stdout
    assert "ZZ102 vague-sum: 1 flagged as marked, 1 left alone\n" in result.stdout
    assert result.stdout.endswith("of 2 rules: 1 failed\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("def broken(:", "newsroom_rules/broken.py: SyntaxError: invalid syntax"),
        ("1 / 0", "newsroom_rules/broken.py: ZeroDivisionError: division by zero"),
        (SOUND.replace("@rule", "#"), "newsroom_rules/broken.py: "),
        (SOUND.replace('"[[Dozens]] came.", ', ""), "vague-crowd has no broken example"),
        (SOUND.replace(', "Thirty people came."', ""), "vague-crowd has no sound example"),
        (SOUND.replace("ZZ101", "FC101"), "two rules have the code FC101: inverted-range of"),
        (SOUND.replace("vague_crowd", "inverted_range"), "two rules have the name inverted-range"),
    ],
)
def test_a_file_that_does_not_load_is_named_and_the_others_go_on(tried, text, said):
    good = SOUND.replace("vague_crowd", "vague_total").replace("ZZ101", "ZZ103")
    result = tried(broken=text, good=good)
    assert result.exit_code == 3
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert "tried 2 examples of 1 rule: all pass\n" in result.stdout


def test_another_rule_that_flags_an_example_is_a_warning(tried):
    text = SOUND.replace("Thirty people", "Between 30 and 20 people")
    result = tried(crowds=text)
    assert result.exit_code == 0
    assert "  warning: example 2 is flagged by FC101 inverted-range too\n" in result.stdout
    assert result.stdout.endswith("all pass; 1 warning\n")


def test_a_note_of_another_rule_is_none(tried):
    note = SOUND.replace("ZZ101", "ZZ102").replace("_crowd", "_total")
    note = note.replace('"Thirty people came."]', '"Thirty people came."], severity="note"')
    result = tried("newsroom_rules", crowds=SOUND, totals=note)
    # The note's own example is flagged by the other, an error.
    assert "flagged by ZZ101 vague-crowd too" in result.stdout
    assert "flagged by ZZ102 vague-total too" not in result.stdout


def test_fewer_sound_examples_than_broken_ones_are_a_warning(tried):
    result = tried(crowds=SOUND.replace('"[[Dozens]]', '"[[Dozens]] left.", "[[Dozens]]'))
    assert result.exit_code == 0
    assert "warning: it has 2 broken examples and 1 sound" in result.stdout


def test_one_file_is_tried_alone_and_a_folder_or_a_file_once(tried):
    other = SOUND.replace("ZZ101", "ZZ102").replace("vague_crowd", "vague_total")
    alone = tried("newsroom_rules/crowds.py", crowds=SOUND, totals=other)
    assert "vague-total" not in alone.stdout
    twice = tried("newsroom_rules", "newsroom_rules")
    assert twice.exit_code == 0
    assert "of 2 rules: all pass" in twice.stdout


def test_what_is_not_there_is_a_failure_and_nothing_at_all_is_misuse(tried, tmp_path):
    missing = tried("nowhere", crowds=SOUND)
    assert missing.exit_code == 3
    assert "nowhere: No such file or directory" in missing.stderr
    (tmp_path / "newsroom_rules" / "crowds.py").unlink()
    (tmp_path / "newsroom_rules").rmdir()
    nothing = CliRunner().invoke(main, ["test"])
    assert nothing.exit_code == 2
    assert "no rules to try: name a folder or a file of rules" in nothing.stderr


def test_the_rules_of_an_installed_distribution_pass(tried):
    (name,) = {one.distribution for one in installed_rules().rules} - {"factcheck-lint"} or {
        "factcheck-lint"
    }
    result = tried("--distribution", name)
    assert (result.exit_code, result.stderr) == (0, "")
    assert ": all pass" in result.stdout


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--distribution", "factcheck-lin"], "did you mean factcheck-lint?"),
        (["--distribution", "zzz"], "factcheck plugins lists what is there"),
        (["--distribution", "factcheck-lint", "a"], "a PATH or a --distribution, not both"),
    ],
)
def test_a_distribution_that_brings_no_rules_is_misuse(tried, args, said):
    result = tried(*args)
    assert result.exit_code == 2
    assert said in result.stderr


def test_an_installed_rule_tried_from_its_own_file_does_not_clash_with_itself(tried):
    import factcheck_rules.estimates as group

    file = Path(group.__file__).with_name("inverted_range.py")
    result = tried(str(file))
    assert (result.exit_code, result.stderr) == (0, "")
    assert "FC101 inverted-range" in result.stdout
