"""A rule that takes long is named, in the end or after Ctrl-C."""

import os
import signal
import subprocess
import sys
import time

import pytest

from factcheck.checker import check, check_document
from factcheck.commands.slowness import Slowness
from factcheck.findings import Report, Slow
from factcheck.reading import read
from factcheck.reports import Checked
from factcheck.rules import rule

DOZING = '''
import time
from factcheck import rule

@rule("ZZ101", examples=["[[Dozens]] came.", "Thirty came."])
def vague_crowd(document):
    """A crowd has a number."""
    print("at work", flush=True)
    time.sleep({seconds})
    return ()
'''


def dozing(seconds):
    @rule("ZZ101", examples=["[[Dozens]] came.", "Thirty came."])
    def vague_crowd(document):
        """A crowd has a number."""
        time.sleep(seconds)
        return ()

    return vague_crowd


def brisk(document):
    """A crowd is no number."""
    return ()


def slow(seconds, text="Ten came.", path="a.md"):
    took = (Slow("vague-crowd", "desk", seconds),) if seconds else ()
    return Checked(path, Report(read(text), slow=took))


def test_a_report_has_the_rules_that_took_long_and_no_others():
    examples = ["[[Ten]] came.", "Nobody came."]
    quick = rule("ZZ102", examples=examples)(brisk)
    report = check("Ten came.", rules=[quick, dozing(0.05), quick])
    ((name, seconds),) = [(one.rule, one.seconds) for one in report.slow]
    assert name == "vague-crowd"
    assert 0.05 <= seconds < 5


def test_a_rule_that_breaks_late_took_long_too():
    made = dozing(0.03)

    def late(document):
        """A crowd has a number."""
        time.sleep(0.03)
        raise OSError

    broken = rule("ZZ103", examples=["[[Ten]] came.", "Nobody came."])(late)
    report = check("Ten came.", rules=[broken, made])
    assert [one.rule for one in report.slow] == ["late", "vague-crowd"]


def test_an_interruption_says_which_rule_it_met(monkeypatch):
    at = iter([0.0, 12.5])
    monkeypatch.setattr("factcheck.checker.perf_counter", lambda: next(at))

    def stuck(document):
        """A crowd has a number."""
        raise KeyboardInterrupt

    made = rule("ZZ103", examples=["[[Ten]] came.", "Nobody came."])(stuck)
    with pytest.raises(KeyboardInterrupt) as stopped:
        check_document(read("Ten came.", name="a.md"), [made])
    assert stopped.value.__notes__ == ["rule stuck had been at work on a.md for 12.5 s"]


def test_a_second_with_one_story_is_long():
    watched = Slowness()
    watched.note(slow(1.25))
    (sentence,) = watched.sentences()
    assert sentence.startswith("rule vague-crowd of desk is slow: it took 1.2 s of a run of ")
    assert sentence.endswith(" s, all of it on a.md")


def test_less_than_a_second_is_not_long():
    watched = Slowness()
    watched.note(slow(0.9))
    watched.note(slow(0))
    assert [*watched.sentences()] == []


def test_a_book_may_take_longer():
    watched = Slowness()
    watched.note(slow(1.5, text="Ten came. " * 20_000))
    assert [*watched.sentences()] == []


@pytest.mark.parametrize(
    ("each", "elapsed", "told"),
    [(0.1, 8, True), (0.1, 12, False), (0.06, 4.8, False)],
)
def test_more_than_half_of_a_long_run_is_long(each, elapsed, told):
    watched = Slowness(started=time.perf_counter() - elapsed)
    for number in range(50):
        watched.note(slow(each, path=f"{number}.md"))
    watched.note(slow(each * 2, path="longest.md"))
    sentences = [*watched.sentences()]
    assert bool(sentences) == told
    assert not told or sentences[0].endswith(f"{elapsed}.0 s, 0.2 s of it on longest.md")


def start(folder, seconds):
    (folder / "desk").mkdir()
    (folder / "desk" / "crowds.py").write_text(DOZING.format(seconds=seconds))
    (folder / "a.md").write_text("Ten came.\n")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return subprocess.Popen(
        [sys.executable, "-m", "factcheck", "check", "--rules", "desk", "a.md"],
        cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        # A shell's background jobs ignore Ctrl-C, and would hand that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip


def test_check_names_a_slow_rule_on_standard_error_and_ends_as_it_would(tmp_path):
    process = start(tmp_path, 1.1)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 0
    assert errors.startswith("factcheck: rule vague-crowd of desk is slow: it took 1.1 s of a run")
    assert len(errors.splitlines()) == 1


def test_ctrl_c_says_which_rule_was_waited_for(tmp_path):
    process = start(tmp_path, 60)
    assert process.stdout.readline() == "at work\n"
    time.sleep(1.2)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "factcheck: interrupted; not every story was checked\n" in errors
    assert "factcheck: rule vague-crowd of desk had been at work on a.md for " in errors
