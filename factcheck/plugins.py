"""Finding and loading rules: of installed distributions, and of a folder of plain files.

Whatever a plugin does wrong becomes a `Failure` that names it; the others still load.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from factcheck.model import Failure
from factcheck.rules import Rule, RuleError
from factcheck.values import dataclass

GROUP = "factcheck"
_OWN = "factcheck-lint"


@dataclass(frozen=True, slots=True)
class EntryPoint:
    """What a distribution declares in the group: a name for a module, or for something in one."""

    name: str
    target: str
    distribution: str

    def __str__(self) -> str:
        return f"plugin {self.name} of {self.distribution}"


@dataclass(frozen=True, slots=True)
class Loaded:
    """Rules in the order of their codes, and what did not load."""

    rules: tuple[Rule, ...] = ()
    failures: tuple[Failure, ...] = ()


@cache
def installed_rules() -> Loaded:
    """The rules of every installed distribution, loaded once per process."""
    return rules_from_path(sys.path)


def rules_from_path(path: Iterable[str]) -> Loaded:
    """The rules of the distributions on these folders, all of which stand on `sys.path`.

    That there are none at all is a failure: a check without rules would pass everything.
    """
    points = find_entry_points(path)
    results: list[Rule | Failure] = [one for point in points for one in _rules_of(point)]
    if not results:
        results.append(Failure(f"no rules are installed; factcheck's own come with {_OWN}"))
    return _sorted_out(results)


def load_rules(folders: Sequence[str] = ()) -> Loaded:
    """The installed rules with those of these folders."""
    results: list[Rule | Failure] = []
    for part in (installed_rules(), *map(rules_from_folder, folders)):
        results += [*part.rules, *part.failures]
    return _sorted_out(results)


def rules_from_folder(folder: str) -> Loaded:
    """The rules of each Python file in a folder whose name does not begin with an underscore.

    The folder's name, as given, stands for the distribution. The files are not packages and
    cannot import each other.
    """
    try:
        files = sorted(Path(folder).iterdir())
    except OSError as error:
        return Loaded(failures=(_failure(folder, f"folder of rules {folder}: {error.strerror}"),))
    results: list[Rule | Failure] = []
    for file in files:
        if file.suffix == ".py" and not file.name.startswith("_"):
            results += _rules_of_file(folder, file)
    if not results:
        results.append(_failure(folder, f"folder of rules {folder}: holds no file with a rule"))
    return _sorted_out(results)


def find_entry_points(path: Iterable[str]) -> list[EntryPoint]:
    """What is declared in the group on these folders, factcheck's own first, then by name.

    Reads the files that installers leave beside the packages: `importlib.metadata`, which does
    the same, costs 40 ms to import. The first of two distributions of one name counts, as it is
    the one whose modules are imported.
    """
    first: dict[str, Path] = {}
    for folder in path:
        for name, found in _distributions(folder):
            first.setdefault(name, found)
    points = [point for found in first.values() for point in _entry_points(found)]
    # Built-in rules come first, so that a plugin cannot take one's code.
    return sorted(points, key=lambda one: (one.distribution != _OWN, one.distribution, one.name))


def _distributions(folder: str) -> Iterator[tuple[str, Path]]:
    try:
        # Names, because the folders hold hundreds of files and few distributions.
        found = sorted(os.listdir(folder or "."))  # noqa: PTH208
    except OSError:
        return  # zip files and folders that are not there stand on the path too
    for name in found:
        # A name that begins with "~" is what an interrupted uninstall left behind.
        if name.endswith((".dist-info", ".egg-info")) and name[0] != "~":
            info = Path(folder, name)
            stem = info.stem.partition("-")[0]
            yield re.sub(r"[-_.]+", "-", stem).lower(), info


def _entry_points(info: Path) -> Iterator[EntryPoint]:
    text = _text_of(info / "entry_points.txt")
    _, declared, rest = text.partition(f"[{GROUP}]")
    if not declared:
        return
    distribution = _distribution_name(info)
    for line in rest.partition("\n[")[0].splitlines():
        name, is_one, target = line.partition("=")
        if is_one and not line.startswith(("#", ";")):
            yield EntryPoint(name.strip(), target.partition("[")[0].strip(), distribution)


def _distribution_name(info: Path) -> str:
    metadata = _text_of(info / "METADATA") or _text_of(info / "PKG-INFO")
    named = re.search(r"^Name:[ \t]*(\S+)", metadata, re.MULTILINE)
    return named[1] if named else info.stem.partition("-")[0]


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _rules_of(point: EntryPoint) -> Iterator[Rule | Failure]:
    # A plugin's import, registration and answer may each fail in any way, an exit included.
    try:
        for answer in _answers(point):
            yield from _stamped(answer, point)
    except (Exception, SystemExit) as error:
        yield _failure(point.distribution, f"{point}: {describe(error)}")


def _answers(point: EntryPoint) -> list[object]:
    from pluggy import PluginManager

    from factcheck import hooks

    module, _, attributes = point.target.partition(":")
    plugin: object = import_module(module)
    for attribute in filter(None, attributes.split(".")):
        plugin = getattr(plugin, attribute)
    # A manager of its own: pluggy stops at the first plugin that raises.
    manager = PluginManager(hooks.PROJECT)
    manager.add_hookspecs(hooks)
    manager.register(plugin, point.name)
    manager.check_pending()
    if not manager.get_hookcallers(plugin):
        raise RuleError("it has no function marked @hookimpl")
    answers: list[object] = manager.hook.provide_rules()
    if not answers:
        raise RuleError("its provide_rules() returned nothing")
    return answers


def _stamped(answer: object, point: EntryPoint) -> Iterator[Rule | Failure]:
    if isinstance(answer, str) or not isinstance(answer, Iterable):
        raise RuleError(f"its provide_rules() returned {answer!r}, not rules")
    for one in answer:
        if isinstance(one, Rule):
            yield replace(one, distribution=point.distribution)
        else:
            message = f"{point}: its provide_rules() gave {one!r}, not a Rule"
            yield _failure(point.distribution, message)


def _rules_of_file(folder: str, file: Path) -> Iterator[Rule | Failure]:
    try:
        module = _import_file(file)
    except (Exception, SystemExit) as error:
        yield _failure(folder, f"{file}: {describe(error)}")
        return
    named = vars(module).values()
    rules = [one for one in named if isinstance(one, Rule) and one.module == module.__name__]
    if not rules:
        # Most often the decorator was forgotten.
        yield _failure(folder, f"{file}: has no @rule; if none is meant, begin its name with _")
    yield from (replace(one, distribution=folder) for one in rules)


def _import_file(file: Path) -> ModuleType:
    from importlib.util import module_from_spec, spec_from_file_location

    # Private and unique, so that no file shadows an installed module or one of another folder.
    name = "_factcheck_rules_" + re.sub(r"\W", "_", str(file.absolute()))
    spec = spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise ImportError("not a Python file")
    module = sys.modules[name] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _sorted_out(results: Iterable[Rule | Failure]) -> Loaded:
    # Of two rules with one code or one name the first stays.
    taken: dict[str, Rule] = {}
    rules, failures = [], []
    for one in results:
        if isinstance(one, Failure):
            failures.append(one)
        elif other := taken.get(one.code) or taken.get(one.name):
            failures.append(_clash(one, other))
        else:
            taken[one.code] = taken[one.name] = one
            rules.append(one)
    return Loaded(tuple(sorted(rules, key=lambda one: one.code)), tuple(failures))


def _clash(one: Rule, other: Rule) -> Failure:
    what = f"code {one.code}" if one.code == other.code else f"name {one.name}"
    message = (
        f"two rules have the {what}: {other.name} of {other.distribution}, which runs, "
        f"and {one.name} of {one.distribution}, which does not"
    )
    return Failure(message, one.name, one.distribution)


def _failure(distribution: str, message: str) -> Failure:
    return Failure(message, distribution=distribution)


def describe(error: BaseException) -> str:
    """What went wrong, in one line; the kind of error too, unless it is one of ours."""
    text = ", ".join(line.strip() for line in str(error).splitlines() if line.strip())
    kind = type(error).__name__
    return text if isinstance(error, RuleError) else f"{kind}: {text}" if text else kind
