"""`factcheck plugins` says what is installed, what it provides and what failed."""

import json
import os
import subprocess
import sys
from textwrap import dedent

import pytest

from factcheck import hooks
from factcheck.hooks import hook_names

RULE = '''
from factcheck import hookimpl, rule

@rule("{code}", examples=["[[Dozens]] came.", "Thirty came."])
def {name}(document):
    """A crowd has a number."""
    return ()
'''
GOOD = (
    RULE.format(code="ZZ101", name="vague_crowd")
    + """
@hookimpl
def provide_rules():
    return [vague_crowd]

@hookimpl
def provide_units():
    return {
        "illuminance": {"kind": "measure", "lux": {"words": "lux"}},
        "area": {"morgen": {"factor": "8565.32", "words": "morgen"}},
    }

@hookimpl
def provide_words():
    return {
        "synonyms": ["walker rambler", "cyclist biker"],
        "vague": {"umpteen": [11, 99, True, "so"]},
    }
"""
)
TAKES_A_CODE = (
    RULE.format(code="FC101", name="vague_total")
    + """
@hookimpl
def provide_rules():
    return [vague_total]
"""
)
HALF = (
    RULE.format(code="ZZ102", name="vague_sum")
    + """
@hookimpl
def provide_rules():
    yield vague_sum
    raise OSError("no list of words")
"""
)


@pytest.fixture
def plugins(tmp_path):
    """Runs the command with these distributions installed; their names have - for _."""
    folder = tmp_path / "site"
    folder.mkdir()
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, map(os.path.abspath, [folder, *sys.path]))),
        "COLUMNS": "100",
    }

    def run(*args, **sources):
        for module, source in sources.items():
            (folder / f"{module}.py").write_text(dedent(source), encoding="utf-8")
            info = folder / f"{module}-1.4.dist-info"
            info.mkdir()
            name = module.replace("_", "-")
            (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.4\n")
            (info / "entry_points.txt").write_text(f"[factcheck]\nmain = {module}\n")
        return subprocess.run(
            [sys.executable, "-m", "factcheck", "plugins", *args],
            cwd=tmp_path, env=environment, capture_output=True, text=True,
        )  # fmt: skip

    return run


def listed(result):
    """The JSON by the names of the distributions."""
    return {one["name"]: one for one in json.loads(result.stdout)["plugins"]}


def test_each_hook_there_is_is_asked():
    marked = [name for name in vars(hooks) if hasattr(getattr(hooks, name), "factcheck_spec")]
    assert hook_names() == marked
    assert {"provide_rules", "provide_units", "provide_words"} <= set(marked)


def test_factchecks_own_rules_are_listed_first_and_all_is_well(plugins):
    result = plugins()
    assert (result.returncode, result.stderr) == (0, "")
    first, second = result.stdout.splitlines()[:2]
    assert first.startswith("factcheck-lint ")
    assert "FC101 inverted-range" in second


def test_what_a_plugin_provides_is_listed_by_its_names(plugins):
    result = plugins(good_rules=GOOD)
    assert (result.returncode, result.stderr) == (0, "")
    _, _, own = result.stdout.partition("good-rules 1.4 (loads in ")
    assert own.splitlines()[1:4] == [
        "  rules    ZZ101 vague-crowd",
        "  units    illuminance (lux), area (morgen)",
        "  words    synonyms (2), vague (umpteen)",
    ]


def test_json_has_every_name(plugins):
    result = plugins("--format", "json", good_rules=GOOD)
    assert result.returncode == 0
    own = listed(result)["good-rules"]
    assert isinstance(own.pop("milliseconds"), int)
    assert own == {
        "name": "good-rules",
        "version": "1.4",
        "provides": {
            "rules": ["ZZ101 vague-crowd"],
            "units": ["illuminance (lux)", "area (morgen)"],
            "words": ["synonyms (2)", "vague (umpteen)"],
        },
        "failures": [],
    }
    assert len(listed(result)["factcheck-lint"]["provides"]["rules"]) > 30


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("raise OSError('no dictionary')", "plugin main of bad-rules: OSError: no dictionary"),
        ("import surely_not_installed", "No module named 'surely_not_installed'"),
        ("", "no function marked @hookimpl"),
        (TAKES_A_CODE, "two rules have the code FC101: inverted-range of factcheck-lint"),
        (HALF, "plugin main of bad-rules: OSError: no list of words"),
        (GOOD.replace('"8565.32"', "8565.32"), "its provide_units() gave 8565.32"),
        (GOOD.replace("return [vague_crowd]", "return ['ZZ1']"), "gave 'ZZ1', not a Rule"),
        (GOOD.replace("return [vague_crowd]", "return 7"), "returned 7, not rules"),
    ],
)
def test_what_did_not_load_is_told_once_with_its_reason_and_the_others_are_listed(
    plugins, source, said
):
    result = plugins("--format", "json", bad_rules=source, good_words=GOOD.replace("ZZ1", "YY1"))
    assert result.returncode == 3
    everything = listed(result)
    (failure,) = everything["bad-rules"]["failures"]
    assert said in failure
    assert "\n" not in failure
    assert everything["factcheck-lint"]["failures"] == []


def test_the_list_shows_what_failed_under_its_distribution(plugins):
    result = plugins(bad_rules="raise OSError('no dictionary')")
    assert (result.returncode, result.stderr) == (3, "")
    _, _, own = result.stdout.partition("bad-rules 1.4 (loads in ")
    assert own.splitlines()[1] == "  failed   plugin main of bad-rules: OSError: no dictionary"


def test_a_plugin_that_loads_slowly_shows_how_long_it_took(plugins):
    result = plugins("--format", "json", slow_rules=f"import time; time.sleep(0.3)\n{GOOD}")
    own = listed(result)
    assert own["slow-rules"]["milliseconds"] >= 300


def test_a_folder_of_rules_is_listed_too(plugins, tmp_path):
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "crowds.py").write_text(RULE.format(code="ZZ107", name="vague_crowd"))
    (tmp_path / "desk" / "broken.py").write_text("1 / 0")
    result = plugins("--rules", "desk", "--format", "json")
    assert result.returncode == 3
    own = listed(result)["desk"]
    assert own["provides"] == {"rules": ["ZZ107 vague-crowd"]}
    assert own["failures"] == ["desk/broken.py: ZeroDivisionError: division by zero"]
