"""How the process of the command starts and ends."""

import os
import subprocess
import sys

import pytest

START = "import sys; from factcheck.__main__ import run; sys.argv[1:] = ['check', sys.argv[1]]; "
BROKEN = "Between 50 and 30 people came to the quay. "


def start(*arguments, **more):
    # What is written must arrive though it is not written at once.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    command = [sys.executable, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=env | more)


@pytest.fixture
def story(tmp_path):
    def write(text):
        (tmp_path / "story.txt").write_text(text)
        return str(tmp_path / "story.txt")

    return write


@pytest.mark.parametrize(("text", "code"), [("All quiet.", 0), (BROKEN, 1)])
def test_the_process_ends_with_the_code_of_the_command(story, text, code):
    done = start("-m", "factcheck", "check", story(text))
    assert (done.returncode, done.stderr) == (code, "")
    assert "in 1 file" in done.stdout


def test_a_long_report_is_written_to_its_end(story):
    done = start("-m", "factcheck", "check", story(BROKEN * 500))
    assert done.stdout.count("inverted-range]") == 500
    assert done.stdout.splitlines()[-1].startswith("500 errors")


def test_what_others_do_at_the_end_of_a_process_is_done(story):
    late = "import atexit; atexit.register(print, 'swept'); "
    done = start("-c", f"{START}{late}run()", story("All quiet."))
    assert done.stdout.splitlines()[-1] == "swept"


def test_a_thread_is_waited_for(story):
    wait = "def wait(): threading.main_thread().join(); print('arrived')"
    slow = f"import threading; exec({wait!r}); threading.Thread(target=wait).start(); "
    done = start("-c", f"{START}{slow}run()", story("All quiet."))
    assert done.stdout.splitlines()[-1] == "arrived"


def test_a_run_can_be_profiled(story):
    done = start("-m", "cProfile", "-m", "factcheck", "check", story("All quiet."))
    assert "function calls" in done.stdout


def test_from_the_second_run_on_nothing_heavy_is_imported(story, tmp_path):
    seen = "import atexit; atexit.register(lambda: print(*sys.modules)); "
    # Plugins that happen to be installed may need more.
    points = "import factcheck.plugins as p; found = p.installed_points(); "
    ours = "p.installed_points = lambda: [one for one in found if one.distribution == p.OWN]; "
    cache = str(tmp_path / "cache")
    for _ in range(2):
        done = start(
            "-c", f"{START}{seen}{points}{ours}run()", story(BROKEN), FACTCHECK_CACHE_DIR=cache
        )
    modules = {*done.stdout.splitlines()[-1].split()}
    assert "factcheck.reports.full" in modules, done.stderr
    assert not modules & {"json", "lark", "pathlib", "pluggy", "subprocess", "tomllib"}
