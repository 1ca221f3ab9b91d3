import sys
from itertools import count
from textwrap import dedent

import pytest

from factcheck.plugins import find_entry_points, rules_from_folder, rules_from_path

serials = count()

RULE = '''
from factcheck import Finding, Span, rule

@rule("{code}", examples=["[[Dozens]] came.", "Thirty people came."])
def {name}(document):
    """A crowd has a number.

    "Dozens" tells a reader little.
    """
    start = document.text.find("Dozens")
    if start >= 0:
        yield Finding("“Dozens” is no number", (Span(start, start + 6),))
'''
PROVIDES = """
from factcheck import hookimpl

@hookimpl
def provide_rules():
    return [{names}]
"""


def rule_source(code="ZZ101", name="vague_crowd"):
    return RULE.format(code=code, name=name)


def plugin_source(code="ZZ101", name="vague_crowd"):
    return rule_source(code, name) + PROVIDES.format(names=name)


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Puts a distribution with one module into a folder on `sys.path`, as an installer would."""
    monkeypatch.syspath_prepend(tmp_path)

    def put(distribution, source, target="{module}", folder=tmp_path):
        module = f"plugin_{next(serials)}"
        folder.mkdir(exist_ok=True)
        (folder / f"{module}.py").write_text(dedent(source), encoding="utf-8")
        info = folder / f"{distribution.replace('-', '_')}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\n")
        declared = f"[console_scripts]\nx = y:z\n\n[factcheck]\nmain = {target}\n\n[other]\nx = y\n"
        (info / "entry_points.txt").write_text(declared.format(module=module))
        return str(folder)

    return put


def only_failure(loaded):
    assert len(loaded.failures) == 1, loaded.failures
    return loaded.failures[0]


def test_a_rule_knows_the_distribution_that_brought_it(install):
    loaded = rules_from_path([install("acme-rules", plugin_source())])
    assert [(one.name, one.distribution) for one in loaded.rules] == [("vague-crowd", "acme-rules")]
    assert not loaded.failures


def test_an_entry_point_may_name_an_object_within_a_module(install):
    source = rule_source() + dedent(
        """
        from factcheck import hookimpl

        class Plugin:
            @hookimpl
            def provide_rules(self):
                return [vague_crowd]

        plugin = Plugin()
        """
    )
    loaded = rules_from_path([install("acme-rules", source, target="{module}:plugin")])
    assert [one.code for one in loaded.rules] == ["ZZ101"]


def test_a_distribution_seen_twice_on_the_path_counts_once(install, tmp_path):
    first = install("acme-rules", plugin_source())
    second = install("acme-rules", plugin_source(), folder=tmp_path / "second")
    assert find_entry_points([first, second, first]) == find_entry_points([first])
    assert len(find_entry_points([second])) == 1


def test_what_an_interrupted_uninstall_left_behind_does_not_count(install, tmp_path):
    folder = install("acme-rules", plugin_source())
    (tmp_path / "acme_rules-1.0.dist-info").rename(tmp_path / "~cme_rules-1.0.dist-info")
    assert find_entry_points([folder]) == []


def test_an_egg_info_beside_the_source_counts(install, tmp_path):
    folder = install("acme-rules", plugin_source())
    (tmp_path / "acme_rules-1.0.dist-info").rename(tmp_path / "acme_rules.egg-info")
    (tmp_path / "acme_rules.egg-info" / "METADATA").rename(
        tmp_path / "acme_rules.egg-info" / "PKG-INFO"
    )
    assert [one.distribution for one in find_entry_points([folder])] == ["acme-rules"]


def test_discovery_agrees_with_the_standard_library():
    from importlib.metadata import entry_points

    theirs = {(one.name, one.value) for one in entry_points(group="factcheck")}
    assert {(one.name, one.target) for one in find_entry_points(sys.path)} == theirs


def test_a_folder_that_is_not_there_holds_no_distributions(tmp_path):
    assert find_entry_points([str(tmp_path / "nowhere"), __file__]) == []


def test_a_path_without_any_rule_is_a_failure(tmp_path):
    assert "no rules are installed" in only_failure(rules_from_path([str(tmp_path)])).message


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("raise OSError('no dictionary')", "OSError: no dictionary"),
        ("raise SystemExit(0)", "SystemExit: 0"),
        ("def broken(:", "SyntaxError: invalid syntax"),
        ("import surely_not_installed", "No module named 'surely_not_installed'"),
        ("", "no function marked @hookimpl"),
        (PROVIDES.format(names="1 / 0"), "ZeroDivisionError: division by zero"),
        (PROVIDES.format(names="'FC999'"), "gave 'FC999', not a Rule"),
        (PROVIDES.replace("[{names}]", "7"), "returned 7, not rules"),
        (PROVIDES.replace("[{names}]", "'FC999'"), "returned 'FC999', not rules"),
        (PROVIDES.replace("[{names}]", "None"), "its provide_rules() returned nothing"),
        (PROVIDES.replace("provide_rules()", "provide_rule()"), "unknown hook 'provide_rule'"),
        (RULE.format(code="zz1", name="vague_crowd"), "rule vague-crowd has the code 'zz1'"),
    ],
)
def test_a_broken_plugin_is_named_and_the_others_load(install, source, said):
    install("good-rules", plugin_source())
    loaded = rules_from_path([install("broken-rules", source)])
    failure = only_failure(loaded)
    assert said in failure.message
    assert "plugin main of broken-rules" in failure.message
    assert "\n" not in failure.message
    assert failure.distribution == "broken-rules"
    assert [one.distribution for one in loaded.rules] == ["good-rules"]


@pytest.mark.parametrize(
    "marker", ["hookimpl", "hookimpl()", "hookimpl(tryfirst=True)", "HookimplMarker('factcheck')"]
)
def test_a_hook_may_be_marked_in_each_way_that_pluggy_knows(install, marker):
    source = rule_source() + PROVIDES.format(names="vague_crowd").replace("@hookimpl", f"@{marker}")
    loaded = rules_from_path([install("acme-rules", f"from pluggy import *\n{source}")])
    assert [one.name for one in loaded.rules] == ["vague-crowd"], loaded.failures


@pytest.mark.parametrize("marker", ["hookimpl(first=True)", "partial(hookimpl, first=True)"])
def test_an_option_that_no_marker_has_is_named(install, marker):
    source = plugin_source().replace("@hookimpl", f"@{marker}")
    source = f"from functools import partial\n{source}"
    failure = only_failure(rules_from_path([install("acme-rules", source)]))
    assert "'first'" in failure.message


def test_an_argument_no_hook_has_is_named_with_distribution_plugin_and_hook(install):
    source = PROVIDES.replace("provide_rules()", "provide_rules(story)").format(names="")
    message = only_failure(rules_from_path([install("acme-rules", source)])).message
    for name in ("acme-rules", "main", "provide_rules", "story"):
        assert name in message
    assert "\n" not in message


def test_rules_given_before_a_plugin_breaks_are_kept(install):
    source = plugin_source().replace("return [vague_crowd]", "yield vague_crowd; raise OSError")
    loaded = rules_from_path([install("acme-rules", source)])
    assert [one.code for one in loaded.rules] == ["ZZ101"]
    assert only_failure(loaded).message == "plugin main of acme-rules: OSError"


@pytest.mark.parametrize(
    ("second", "shared"),
    [(("ZZ101", "other_name"), "code ZZ101"), (("ZZ102", "vague_crowd"), "name vague-crowd")],
)
def test_two_rules_with_one_code_or_name_name_both_distributions(install, second, shared):
    install("acme-rules", plugin_source())
    loaded = rules_from_path([install("beta-rules", plugin_source(*second))])
    message = only_failure(loaded).message
    assert shared in message
    assert "acme-rules, which runs" in message
    assert "beta-rules, which does not" in message
    assert [one.distribution for one in loaded.rules] == ["acme-rules"]


def test_a_plugin_cannot_take_the_code_of_a_built_in_rule(install):
    install("acme-rules", plugin_source())
    loaded = rules_from_path([install("factcheck-lint", plugin_source())])
    assert [one.distribution for one in loaded.rules] == ["factcheck-lint"]
    assert only_failure(loaded).distribution == "acme-rules"


def test_each_file_of_a_folder_brings_its_rules(tmp_path):
    (tmp_path / "crowds.py").write_text(rule_source(), encoding="utf-8")
    (tmp_path / "sizes.py").write_text(rule_source("ZZ102", "vague_size"), encoding="utf-8")
    (tmp_path / "_words.py").write_text("raise OSError")
    (tmp_path / "notes.txt").write_text("not a rule")
    loaded = rules_from_folder(str(tmp_path))
    assert [one.name for one in loaded.rules] == ["vague-crowd", "vague-size"]
    assert {one.distribution for one in loaded.rules} == {str(tmp_path)}
    assert not loaded.failures


def test_a_file_of_a_folder_shadows_no_installed_module(tmp_path):
    (tmp_path / "json.py").write_text(rule_source(), encoding="utf-8")
    assert rules_from_folder(str(tmp_path)).rules
    assert "dumps" in vars(__import__("json"))


def test_a_rule_that_a_file_only_imports_is_not_its_own(install, tmp_path):
    install("acme-rules", plugin_source())
    (module,) = (one.stem for one in tmp_path.glob("plugin_*.py"))
    (tmp_path / "newsroom").mkdir()
    (tmp_path / "newsroom" / "copy.py").write_text(f"from {module} import vague_crowd")
    loaded = rules_from_folder(str(tmp_path / "newsroom"))
    assert not loaded.rules
    assert "has no @rule" in only_failure(loaded).message


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("def broken(:", "SyntaxError: invalid syntax (broken.py, line 1)"),
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("raise SystemExit", "SystemExit"),
        ("def vague_crowd(document): ...", "has no @rule"),
        ("from good import vague_crowd", "No module named 'good'"),
    ],
)
def test_a_broken_file_of_a_folder_is_named_and_the_others_load(tmp_path, source, said):
    (tmp_path / "broken.py").write_text(source)
    (tmp_path / "good.py").write_text(rule_source(), encoding="utf-8")
    loaded = rules_from_folder(str(tmp_path))
    failure = only_failure(loaded)
    assert failure.message.startswith(str(tmp_path / "broken.py"))
    assert said in failure.message
    assert [one.name for one in loaded.rules] == ["vague-crowd"]


def test_a_folder_without_rules_or_that_is_not_there_is_a_failure(tmp_path):
    assert "no file with a rule" in only_failure(rules_from_folder(str(tmp_path))).message
    missing = rules_from_folder(str(tmp_path / "missing"))
    assert "missing: No such file or directory" in only_failure(missing).message


def test_a_rule_may_not_be_registered_twice_in_a_file(tmp_path):
    (tmp_path / "twice.py").write_text(rule_source() + rule_source("ZZ101", "vague_size"))
    assert "two rules have the code ZZ101" in only_failure(rules_from_folder(str(tmp_path))).message
