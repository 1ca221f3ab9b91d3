"""What is installed: each distribution with what it provides to each hook, and what failed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from time import perf_counter

from factcheck.distributions import EntryPoint
from factcheck.findings import Failure
from factcheck.hooks import hook_names
from factcheck.hosting import answers_of, describe
from factcheck.plugins import installed_points, load_rules, rules_from_folder
from factcheck.reports.plugged import installed_formats
from factcheck.rules import Rule
from factcheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Provided:
    """What was answered to a hook, by its names; `kind` is the hook's name less "provide_"."""

    kind: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Provider:
    """A distribution, or a folder of rules, with what it provides and what of it failed.

    `version` is "" for a folder. `seconds` is how long it took to load and to answer.
    """

    name: str
    version: str = ""
    provided: tuple[Provided, ...] = ()
    failures: tuple[str, ...] = ()
    seconds: float = 0


def find_providers(folders: Sequence[str] = ()) -> tuple[list[Provider], list[str]]:
    """All that provides something, or should, and failures that are nobody's.

    Asks every hook there is, so that one that is new shows by itself.
    """
    asked = [*_installed(), *map(_folder, folders)]
    failures = (*load_rules(folders).failures, *installed_formats().failures)
    known = {one.name for one in asked}
    return (
        [_with_failures(one, failures) for one in asked],
        [one.message for one in failures if one.distribution not in known],
    )


def _installed() -> Iterator[Provider]:
    points = installed_points()
    for (name, version), own in groupby(points, lambda one: (one.distribution, one.version)):
        provided: list[Provided] = []
        failures: list[str] = []
        started = perf_counter()
        for point in own:
            for hook in hook_names():
                try:
                    names = tuple(_answered(point, hook))
                except (Exception, SystemExit) as error:
                    failures.append(f"{point}: {describe(error)}")
                    continue
                if names:
                    provided.append(Provided(hook.removeprefix("provide_"), names))
        took = perf_counter() - started
        yield Provider(name, version, tuple(provided), tuple(dict.fromkeys(failures)), took)


def _answered(point: EntryPoint, hook: str) -> Iterator[str]:
    for answer in answers_of(point, hook):
        yield from _names(answer)


def _names(answer: object) -> Iterator[str]:
    """What an answer is made of: the keys of a table, the members of anything else."""
    if isinstance(answer, Mapping):
        yield from (_row(str(key), value) for key, value in answer.items())
    elif isinstance(answer, Iterable) and not isinstance(answer, str):
        # What is no rule is told of among the failures.
        yield from sorted(f"{one.code} {one.name}" for one in answer if isinstance(one, Rule))


def _row(key: str, value: object) -> str:
    """A row of a table; with its tables in turn, as units have, or else with all its parts."""
    if isinstance(value, Mapping):
        tables = [str(one) for one, inner in value.items() if isinstance(inner, Mapping)]
        return f"{key} ({', '.join(tables or map(str, value))})"
    return f"{key} ({len(value)})" if isinstance(value, list | tuple) else key


def _folder(folder: str) -> Provider:
    started = perf_counter()
    rules = rules_from_folder(folder).rules
    took = perf_counter() - started
    names = tuple(f"{one.code} {one.name}" for one in rules)
    return Provider(folder, provided=(Provided("rules", names),) if names else (), seconds=took)


def _with_failures(one: Provider, failures: Iterable[Failure]) -> Provider:
    own = [failure.message for failure in failures if failure.distribution == one.name]
    said = tuple(dict.fromkeys([*own, *one.failures]))
    return Provider(one.name, one.version, one.provided, said, one.seconds)
