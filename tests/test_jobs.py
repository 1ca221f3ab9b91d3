"""Worker processes: the same results in the same order, whatever happens to one of them."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from factcheck.commands.checking import Task, find
from factcheck.commands.errands import Errand
from factcheck.commands.jobs import Crew
from factcheck.commands.stories import Story
from factcheck.findings import Failure
from factcheck.plugins import load_rules

# Says in which process it runs, and does what a story asks for.
RULE = '''
import os, signal, time
from pathlib import Path
from factcheck import Finding, Span, rule

@rule("ZZ301", examples=["It says [[ERR]].", "It says nothing."])
def bad_word(document):
    """Some words are left out."""
    if "Die" in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "Leave" in document.text:
        os._exit(7)
    if "Odd" in document.text:
        yield Finding("It is odd", (Span(0, 3),), working=(Path("odd"),))
    if "Sleep" in document.text:
        Path("asleep").write_text(str(os.getpid()))
        time.sleep(60)
    if "Stubborn" in document.text:
        try:
            Path("asleep").touch()
            time.sleep(60)
        except KeyboardInterrupt:
            Path("stubborn").touch()
            time.sleep(60)
    start = document.text.find("ERR")
    if start >= 0:
        yield Finding(f"ERR in {os.getpid()}", (Span(start, start + 3),))
'''
FOLDER = "rules"


@pytest.fixture
def rules(tmp_path, monkeypatch):
    """The rule above, in the folder where it is run."""
    monkeypatch.chdir(tmp_path)
    Path(FOLDER).mkdir()
    Path(FOLDER, "bad_word.py").write_text(RULE, encoding="utf-8")
    return [one for one in load_rules([FOLDER]).rules if one.code == "ZZ301"]


def errands_of(texts, rules):
    return [
        Errand(Task(Story(f"{number:03}.md", text.encode()), rules))
        for number, text in enumerate(texts)
    ]


def found_by(crew, errands):
    try:
        return [one.find() for one in crew.in_order(iter(errands))]
    finally:
        crew.close()


def process_of(report):
    return int(report.findings[0].message.split()[-1])


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_stories_are_checked_elsewhere_and_come_back_in_order(rules, method):
    texts = [f"{'Word. ' * (number % 7 * 300)} ERR" for number in range(60)]
    errands = errands_of(texts, rules)
    found = found_by(Crew(2, [FOLDER], method), errands)
    assert [one.document.name for one in found] == [one.story.path for one in errands]
    assert [one.document.text for one in found] == texts
    processes = {process_of(one) for one in found}
    assert len(processes) == 2
    assert os.getpid() not in processes


def test_too_few_stories_are_checked_here(rules):
    found = found_by(Crew(2, [FOLDER]), errands_of(["ERR"] * 5, rules))
    assert {process_of(one) for one in found} == {os.getpid()}


def test_what_cannot_be_sent_is_found_here(rules):
    found = found_by(Crew(2, [FOLDER]), errands_of(["ERR"] * 9 + ["Odd ERR"] + ["ERR"] * 9, rules))
    assert repr(found[9].findings[0].working) == f"({Path('odd')!r},)"
    assert found[9].findings[1].message == f"ERR in {os.getpid()}"
    assert os.getpid() not in {process_of(one) for one in found[:9]}


@pytest.mark.parametrize("method", ["fork", "spawn"])
@pytest.mark.parametrize(("word", "cause"), [("Die", "SIGKILL ended"), ("Leave", "exit code 7")])
def test_a_worker_that_dies_costs_one_story(rules, method, word, cause):
    texts = ["ERR"] * 40
    texts[0] = texts[11] = texts[12] = texts[39] = word
    found = found_by(Crew(2, [FOLDER], method), errands_of(texts, rules))
    failed = [number for number, one in enumerate(found) if isinstance(one, Failure)]
    assert failed == [0, 11, 12, 39]
    assert cause in found[0].message


def test_a_story_that_cannot_be_read_says_why(rules):
    errands = errands_of(["ERR"] * 20, rules)
    errands[3].task = Task(Story("a.docx", b"no document"), rules)
    errands[4].task = Task(Story("b.md", fault="it is a device"), rules)
    found = found_by(Crew(2, [FOLDER]), errands)
    assert found[3] == find(errands[3].task)
    assert found[4] == Failure("it is a device")


def test_no_more_is_read_ahead_than_workers_need(rules):
    read = []

    def errands():
        for errand in errands_of(["ERR"] * 1000, rules):
            read.append(errand)
            yield errand

    crew = Crew(2, [FOLDER])
    for number, _ in enumerate(crew.in_order(errands())):
        assert len(read) - number <= 80
        if number == 300:
            break
    crew.close()


def test_where_no_process_can_be_started_the_stories_are_checked_here(rules):
    class Alone(Crew):
        def _start(self):
            raise OSError("no more processes")

    found = found_by(Alone(2, [FOLDER]), errands_of(["ERR"] * 40, rules))
    assert {process_of(one) for one in found} == {os.getpid()}


def test_workers_that_never_begin_are_done_without(rules):
    class Mute(Crew):
        def _start(self):
            worker = super()._start()
            os.kill(worker.process.pid, signal.SIGKILL)
            worker.process.join()
            return worker

    found = found_by(Mute(2, [FOLDER], "spawn"), errands_of(["ERR"] * 40, rules))
    assert {process_of(one) for one in found} == {os.getpid()}


# Ctrl-C


def start(*args, **more):
    """The command as a process of its own, at the head of a group such as a terminal has."""
    paths = os.pathsep.join(filter(None, sys.path))
    return subprocess.Popen(
        [sys.executable, "-m", "factcheck", "check", "--rules", FOLDER, "--select", "ZZ301", *args],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        env={**os.environ, "PYTHONPATH": paths},
        # A shell's background jobs ignore Ctrl-C, and would hand that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL), **more,
    )  # fmt: skip


def wait_for(condition):
    limit = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < limit
        time.sleep(0.02)


def is_alive(pid):
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


@pytest.fixture
def stories(rules):
    """Thirty stories of which the twentieth takes a minute."""
    Path("stories").mkdir()
    for number in range(30):
        Path("stories", f"{number:02}.md").write_text("Sleep" if number == 19 else "ERR")


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("cached", [[], ["--no-cache"]])
def test_ctrl_c_leaves_what_was_found_so_far(stories, jobs, cached, tmp_path, monkeypatch):
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    process = start("-j", jobs, *cached, "--format", "json", "stories")
    wait_for(Path("asleep").exists)
    # Until all that was found has come back.
    time.sleep(0.5)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert err == "factcheck: interrupted; not every story was checked\n"
    assert process.returncode == 130
    assert [one["path"] for one in json.loads(out)["files"]] == [
        f"stories/{number:02}.md" for number in range(19)
    ]
    wait_for(lambda: not is_alive(Path("asleep").read_text()))
    if not cached:
        # What was found is kept all the same.
        Path("stories", "19.md").write_text("ERR")
        again = start("--format", "concise", "stories")
        assert again.communicate(timeout=60)[0].count("ERR in") == 30
        assert again.returncode == 1


def test_a_second_ctrl_c_ends_everything(stories):
    Path("stories", "19.md").write_text("Stubborn")
    process = start("--no-cache", "stories")
    wait_for(Path("asleep").exists)
    process.send_signal(signal.SIGINT)
    wait_for(Path("stubborn").exists)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)
    assert process.returncode == -signal.SIGINT


def test_if_the_one_who_reports_is_killed_no_worker_goes_on(stories):
    process = start("-j", "2", "--no-cache", "stories")
    wait_for(Path("asleep").exists)
    wait_for(lambda: Path("asleep").read_text())
    process.kill()
    # Whoever reads what they write waits for the last of them.
    process.communicate(timeout=20)
    wait_for(lambda: not is_alive(Path("asleep").read_text()))


@pytest.mark.parametrize("wrong", ["-1", "many", "1.5", ""])
def test_a_number_of_jobs_that_is_none_is_told(stories, wrong):
    process = start("-j", wrong, "stories")
    _, err = process.communicate(timeout=60)
    assert "neither auto nor a number of processes" in err
    assert process.returncode == 2


@pytest.mark.parametrize("all_cores", ["auto", "0"])
def test_auto_takes_every_core(rules, all_cores):
    Path("stories").mkdir()
    for number in range(30):
        Path("stories", f"{number:02}.md").write_text("ERR")
    process = start("-j", all_cores, "--no-cache", "--format", "concise", "stories")
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert out.count("ERR in") == 30
