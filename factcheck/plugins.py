"""Loading what plugins bring, of installed distributions, and rules of a folder of plain files.

Whatever a plugin does wrong becomes a `Failure` that names it; the others still load.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, cast

from factcheck.added import Tables, added, joined
from factcheck.distributions import OWN, EntryPoint, find_entry_points
from factcheck.findings import Failure
from factcheck.hosting import answers_of, describe
from factcheck.rules import Rule, RuleError
from factcheck.values import dataclass, replace

if TYPE_CHECKING:
    from pathlib import Path

# The hooks whose answers stories are read with.
_ADDING = ("provide_units", "provide_words", "provide_readers")


@dataclass(frozen=True, slots=True)
class Loaded:
    """Rules in the order of their codes, and what did not load."""

    rules: tuple[Rule, ...] = ()
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class Additions:
    """Units, words and readers as rows of factcheck's tables, and what did not load."""

    tables: Tables
    failures: tuple[Failure, ...] = ()


@cache
def installed_rules() -> Loaded:
    """The rules of every installed distribution, loaded once per process.

    Among the failures are those of units, words and readers.
    """
    additions = installed_additions()
    loaded = _rules_at(installed_points())
    return replace(loaded, failures=tuple(dict.fromkeys(additions.failures + loaded.failures)))


@cache
def installed_additions() -> Additions:
    """What every installed distribution adds to how stories are read, which counts from now on.

    Asked for once per process, before the first story is read.
    """
    found = _additions_at(installed_points())
    # Most installations add nothing, and so load none of what checks it.
    if found.tables != added():
        from factcheck.additions import put_in

        put_in(found.tables)
    return found


def installed_points() -> list[EntryPoint]:
    """What every installed distribution declares."""
    return _points_on(tuple(sys.path))


@lru_cache(maxsize=1)
def _points_on(path: tuple[str, ...]) -> list[EntryPoint]:
    return find_entry_points(path)


def plugin_modules() -> tuple[str, ...]:
    """The names of the packages, or single modules, that installed plugins are."""
    return tuple(dict.fromkeys(re.split("[.:]", one.target)[0] for one in installed_points()))


def additions_from_path(path: Iterable[str]) -> Additions:
    """The units and words of the distributions on these folders.

    One answer counts whole or not at all; of two plugins that disagree the first is right.
    """
    return _additions_at(find_entry_points(path))


def _additions_at(points: Iterable[EntryPoint]) -> Additions:
    tables: Tables = {}
    failures = []
    for point in points:
        # What is ours stands in the tables.
        for hook in _ADDING if point.distribution != OWN else ():
            try:
                for answer in answers_of(point, hook):
                    # None this time: its words may stand in a file that is not there.
                    if answer != {}:
                        tables = joined(tables, _checked(hook, answer, tables))
            except (Exception, SystemExit) as error:
                failures.append(_failure(point.distribution, f"{point}: {describe(error)}"))
    return Additions(tables, tuple(dict.fromkeys(failures)))


def _checked(hook: str, answer: object, so_far: Tables) -> Tables:
    what = hook.removeprefix("provide_")
    module = import_module(f"factcheck.additions.{what}")
    try:
        return cast(Tables, getattr(module, f"added_{what}")(answer, so_far))
    except RuleError as error:
        raise RuleError(f"its {hook}() {error}") from None


def rules_from_path(path: Iterable[str]) -> Loaded:
    """The rules of the distributions on these folders, all of which stand on `sys.path`.

    That there are none at all is a failure: a check without rules would pass everything.
    """
    return _rules_at(find_entry_points(path))


def _rules_at(points: Iterable[EntryPoint]) -> Loaded:
    results: list[Rule | Failure] = [one for point in points for one in _rules_of(point)]
    if not results:
        results.append(Failure(f"no rules are installed; factcheck's own come with {OWN}"))
    return _sorted_out(results)


def load_rules(folders: Sequence[str] = ()) -> Loaded:
    """The installed rules with those of these folders."""
    results: list[Rule | Failure] = []
    for part in (installed_rules(), *map(rules_from_folder, folders)):
        results += [*part.rules, *part.failures]
    return _sorted_out(results)


def load_with_others(folders: Sequence[str]) -> Loaded:
    """As `load_rules`, for trying the rules of these folders beside the installed ones.

    An installed rule of the same code and name is the same rule, installed from these folders.
    """
    parts = [rules_from_folder(one) for one in folders]
    tried = {(rule.code, rule.name) for part in parts for rule in part.rules}
    others = [one for one in installed_rules().rules if (one.code, one.name) not in tried]
    results: list[Rule | Failure] = [*others, *installed_rules().failures]
    for part in parts:
        results += [*part.rules, *part.failures]
    return _sorted_out(results)


def rules_from_folder(folder: str) -> Loaded:
    """The rules of each Python file in a folder whose name does not begin with an underscore.

    The folder's name, as given, stands for the distribution. The files are not packages and
    cannot import each other. It may be a file, too, and then is the only one.
    """
    from pathlib import Path

    path = Path(folder)
    try:
        files = [path] if path.is_file() else sorted(path.iterdir())
    except OSError as error:
        return Loaded(failures=(_failure(folder, f"folder of rules {folder}: {error.strerror}"),))
    results: list[Rule | Failure] = []
    for file in files:
        if file.suffix == ".py" and not file.name.startswith("_"):
            results += _rules_of_file(folder, file)
    if not results:
        results.append(_failure(folder, f"folder of rules {folder}: holds no file with a rule"))
    return _sorted_out(results)


def _rules_of(point: EntryPoint) -> Iterator[Rule | Failure]:
    # A plugin's import, registration and answer may each fail in any way, an exit included.
    try:
        for answer in answers_of(point, "provide_rules"):
            yield from _stamped(answer, point)
    except (Exception, SystemExit) as error:
        yield _failure(point.distribution, f"{point}: {describe(error)}")


def _stamped(answer: object, point: EntryPoint) -> Iterator[Rule | Failure]:
    if isinstance(answer, str) or not isinstance(answer, Iterable):
        raise RuleError(f"its provide_rules() returned {answer!r}, not rules")
    for one in answer:
        if isinstance(one, Rule):
            yield replace(one, distribution=point.distribution)
        elif isinstance(one, RuleError):
            # From a plugin that makes its rules of a file of the newsroom's.
            yield _failure(point.distribution, f"{point}: {one}")
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
