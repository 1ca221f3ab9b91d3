"""What a run takes from an earlier one, and what it must not."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from functools import partial
from time import monotonic

import pytest
from click.testing import CliRunner
from test_kept import FILES

from factcheck.commands import main
from factcheck.desk.cache import FILE, Cache
from factcheck.desk.closures import UncertainError, told_of
from factcheck.desk.fingerprint import Keys
from factcheck.reports import FORMATS

# A rule that says in a file which stories it was asked about.
RULE = '''
from pathlib import Path
from factcheck import Finding, Span, rule

LOG = Path({log!r})

@rule("ZZ301", examples=["It says [[ERR]].", "It says nothing."])
def bad_word(document):
    """Some words are left out."""
    with LOG.open("a") as log:
        log.write(Path(document.name).name + "\\n")
    if "Crash" in document.text:
        raise KeyError("no such thing")
    start = document.text.find("ERR")
    if start >= 0:
        yield Finding("“ERR” is flagged on {{}}".format(document.as_of), (Span(start, start + 3),))
'''
MANY = 15


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """The folder of the cache, which is empty."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def newsroom(tmp_path, cache, monkeypatch):
    """A folder with stories and a folder with a rule."""
    rules, stories = tmp_path / "rules", tmp_path / "stories"
    rules.mkdir()
    stories.mkdir()
    log = tmp_path / "log"
    (rules / "bad_word.py").write_text(RULE.format(log=str(log)), encoding="utf-8")
    for number in range(MANY):
        (stories / f"{number:02}.md").write_text(f"Story {number} says {'ERR' if number else ''}.")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*args, stories="stories"):
    return CliRunner().invoke(
        main, ["check", "--rules", "rules", "--select", "ZZ301", *args, stories]
    )


def checked(newsroom, *args, stories="stories"):
    """The stories that were checked by a run, rather than taken from an earlier one."""
    log = newsroom / "log"
    log.unlink(missing_ok=True)
    result = check(*args, stories=stories)
    assert result.exit_code in (0, 1, 3), result.output
    return log.read_text().split() if log.exists() else []


# The same results


@pytest.mark.parametrize("format_", FORMATS)
def test_a_report_is_the_same_to_the_byte_by_whatever_means(tmp_path, cache, monkeypatch, format_):
    monkeypatch.chdir(tmp_path)
    for name, data in FILES.items():
        for number in (1, 2):
            (tmp_path / f"{number}-{name}").write_bytes(data)
    run = partial(CliRunner().invoke, main)
    fresh, first, second, shared = (
        run(["check", "--format", format_, *more, "."])
        for more in (["--no-cache"], [], [], ["--no-cache", "-j", "2"])
    )
    assert fresh.exit_code == 1
    for other in (first, second, shared):
        assert other.output == fresh.output
        assert other.exit_code == 1


def test_what_the_desk_decides_is_the_same_by_whatever_means(newsroom):
    mark = "<!-- factcheck: ok bad-word: it is a name -->"
    for number in range(4, 8):
        (newsroom / "stories" / f"{number:02}.md").write_text(f"This says ERR. {mark}\n")
    (newsroom / "stories" / "08.md").write_text(f"This says nothing. {mark}\n")
    check("--no-cache", "--write-baseline", "old.json", stories="stories/01.md")
    means = (["--no-cache"], [], [], ["--no-cache", "-j", "2"])
    for wishes in (["--select", "FC"], ["--baseline", "old.json"]):
        fresh, *others = (check(*wishes, *more).output for more in means)
        assert others == [fresh] * 3
        # A mark with nothing to accept is a finding of the desk's own.
        assert ("08.md" in fresh) == ("FC" in wishes)
        assert ("01.md" in fresh) == ("FC" in wishes)
        assert "04.md" not in fresh


def test_what_did_not_change_is_not_checked_again(newsroom):
    assert len(checked(newsroom)) == MANY
    assert checked(newsroom) == []
    assert checked(newsroom, "-j", "2") == []
    # Nor for another report of it, or less of it.
    assert checked(newsroom, "--format", "sarif", "--severity", "warning") == []


def test_worker_processes_fill_the_cache_too(newsroom):
    assert len({*checked(newsroom, "-j", "2")} - {"story.md"}) == MANY
    assert checked(newsroom) == []


def test_a_story_that_changed_is_checked_again_and_no_other(newsroom):
    checked(newsroom)
    (newsroom / "stories" / "03.md").write_text("Story 3 says ERR twice, ERR.")
    assert checked(newsroom) == ["03.md"]


def test_a_story_under_another_name_is_another_story(newsroom):
    checked(newsroom)
    (newsroom / "stories" / "03.md").rename(newsroom / "stories" / "renamed.md")
    assert checked(newsroom) == ["renamed.md"]


def test_another_day_or_another_choice_of_rules_is_another_check(newsroom):
    checked(newsroom)
    assert len(checked(newsroom, "--as-of", "2024-05-03")) == MANY
    assert "(2024, 5, 3)" in check("--as-of", "2024-05-03").output
    assert len(checked(newsroom, "--select", "FC101")) == MANY


def test_a_rule_that_changed_is_asked_again(newsroom):
    checked(newsroom)
    rule = newsroom / "rules" / "bad_word.py"
    rule.write_text(rule.read_text().replace("is flagged", "is out!!!!"))
    assert len(checked(newsroom)) == MANY
    assert "is out!!!!" in check().output


def test_a_file_beside_the_rules_counts_as_theirs(newsroom):
    checked(newsroom)
    (newsroom / "rules" / "words.txt").write_text("ERR\n")
    assert len(checked(newsroom)) == MANY


def test_whatever_is_installed_anew_may_change_what_is_found(newsroom, monkeypatch):
    checked(newsroom)
    (newsroom / "site" / "some_words-2.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(newsroom / "site")
    assert len(checked(newsroom)) == MANY


def test_the_files_of_factcheck_itself_count(newsroom, monkeypatch):
    before = Keys().key("a.md", b"", (), ())
    assert Keys().key("a.md", b"", (), ()) == before
    package = newsroom / "package"
    package.mkdir()
    (package / "table.toml").write_text("word = 1")
    monkeypatch.setattr("factcheck.__path__", [*sys.modules["factcheck"].__path__, str(package)])
    with_table = Keys().key("a.md", b"", (), ())
    (package / "table.toml").write_text("word = 2")
    assert len({before, with_table, Keys().key("a.md", b"", (), ())}) == 3


def test_what_a_story_is_read_with_counts():
    keys = Keys()
    assert keys.key("a", b"", (), ("one",)) != keys.key("a", b"", (), ("two",))


def test_a_name_and_a_text_are_kept_apart():
    keys = Keys()
    assert keys.key("ab", b"c", (), ()) != keys.key("a", b"bc", (), ())


def test_a_story_on_which_a_rule_broke_is_tried_again(newsroom):
    (newsroom / "stories" / "03.md").write_text("Crash")
    assert len(checked(newsroom)) == MANY
    assert checked(newsroom) == ["03.md"]
    assert check().exit_code == 3


def test_without_a_cache_every_story_is_checked_and_nothing_is_written(newsroom, cache):
    assert len(checked(newsroom, "--no-cache")) == MANY
    assert len(checked(newsroom, "--no-cache")) == MANY
    assert not (cache / FILE).exists()


# Rules that were made while the program ran: a plugin may read them from a newsroom's file.


def made(word, *, more=()):
    def find(document):
        return [word, more] if document else []

    return find


def test_two_functions_are_alike_if_they_hold_the_same():
    assert told_of(made("a", more={"b": [made("c")]})) == told_of(
        made("a", more={"b": [made("c")]})
    )
    assert told_of(made("a")) != told_of(made("b"))
    assert told_of(made("a", more=made("b"))) != told_of(made("a", more=made("c")))
    assert told_of(made("a", more={"x", "y"})) == told_of(made("a", more={"y", "x"}))


def test_what_cannot_be_compared_is_not_taken_from_another_run(newsroom):
    with pytest.raises(UncertainError):
        told_of(made(object()))
    rule = newsroom / "rules" / "made.py"
    rule.write_text(
        "from factcheck import rule\n"
        "def make(odd):\n"
        "    def some_word(document):\n"
        "        '''It says so.'''\n"
        "        return odd and ()\n"
        "    return rule('ZZ302', examples=['[[a]]', 'b'])(some_word)\n"
        "some_word = make(object())\n"
    )
    for _ in range(2):
        assert len(checked(newsroom, "--select", "ZZ302")) == MANY
    # The rules that can be compared are.
    checked(newsroom)
    assert checked(newsroom) == []


# A cache that does not work


def quick(newsroom):
    start = monotonic()
    found = checked(newsroom)
    assert monotonic() - start < 10
    return len(found)


@pytest.mark.parametrize(
    "garbage", [b"no database at all" * 99, b"", b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_a_broken_cache_costs_nothing_but_time_and_is_made_anew(newsroom, cache, garbage):
    cache.mkdir()
    (cache / FILE).write_bytes(garbage)
    assert quick(newsroom) == MANY
    result = check()
    assert result.stderr == ""
    assert checked(newsroom) == []


def test_a_cache_of_another_make_is_made_anew(newsroom, cache):
    cache.mkdir()
    with closing(sqlite3.connect(cache / FILE)) as other:
        other.execute("CREATE TABLE stories (path TEXT, findings TEXT)")
    assert quick(newsroom) == MANY
    check()
    assert checked(newsroom) == []


def test_a_locked_cache_is_done_without(newsroom, cache):
    checked(newsroom)
    with closing(sqlite3.connect(cache / FILE, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert quick(newsroom) == MANY
    assert checked(newsroom) == []


def test_a_cache_that_cannot_be_written_is_done_without(newsroom, cache):
    cache.write_text("a file where the folder should be")
    assert quick(newsroom) == quick(newsroom) == MANY
    cache.unlink()
    (cache / FILE).mkdir(parents=True)
    assert quick(newsroom) == MANY


def test_what_is_damaged_is_checked_again(newsroom, cache):
    checked(newsroom)
    with closing(sqlite3.connect(cache / FILE)) as other:
        (packed,) = other.execute("SELECT packed FROM stories ORDER BY rowid").fetchone()
        broken = packed[:9] + bytes([packed[9] ^ 1]) + packed[10:]
        other.execute("UPDATE stories SET packed = ? WHERE packed = ?", (broken, packed))
        other.commit()
    assert checked(newsroom) == ["00.md"]
    assert checked(newsroom) == []


def test_when_there_is_too_much_the_longest_unused_goes_first(tmp_path):
    keys = [bytes([number]) * 16 for number in range(200)]
    with closing(Cache(tmp_path)) as cache:
        for key in keys:
            cache.keep(key, bytes(4000))
    with closing(sqlite3.connect(tmp_path / FILE)) as other:
        other.execute("UPDATE stories SET used = used - 1")
        other.commit()
    with closing(Cache(tmp_path)) as cache:
        assert len(cache.recall(keys[:50])) == 50
    with closing(Cache(tmp_path, most_bytes=500_000)) as cache:
        cache.keep(b"new" * 5, bytes(4000))
    with closing(Cache(tmp_path)) as cache:
        left = cache.recall([*keys, b"new" * 5])
    assert {*keys[:50], b"new" * 5} <= {*left}
    assert len(left) < 130


# What is not worth it


def loaded(newsroom, *args):
    """The modules of a kind that a run of the command loads."""
    code = (
        "import sys, atexit\n"
        "wanted = {'sqlite3', 'multiprocessing', 'factcheck.desk.kept', 'signal'}\n"
        "atexit.register(lambda: print(*sorted(wanted & {*sys.modules}), file=sys.stderr))\n"
        f"from factcheck.commands import main; main(['check', *{args!r}])"
    )
    paths = os.pathsep.join(filter(None, sys.path))
    out = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, cwd=newsroom, text=True,
        env={**os.environ, "PYTHONPATH": paths},
    )  # fmt: skip
    return out.stderr.split()


def test_a_few_small_stories_do_not_pay_for_a_cache(newsroom, cache):
    assert loaded(newsroom, "stories/01.md", "stories/02.md", "-j", "2") == []
    assert not (cache / FILE).exists()
    assert "sqlite3" in loaded(newsroom, "stories")


def test_one_large_story_is_worth_it(newsroom, cache):
    (newsroom / "large.md").write_text("They walk on. " * 5_000)
    assert "sqlite3" in loaded(newsroom, "large.md")
