"""`factcheck test`: rules tried on their own examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches, unified_diff

import click

from factcheck.commands.exits import FAILED, FOUND
from factcheck.commands.newsroom import rule_folders
from factcheck.commands.output import color_option, complain_of, page_for, write
from factcheck.plugins import Loaded, installed_rules, load_with_others
from factcheck.reports.cells import wrap
from factcheck.reports.page import Page
from factcheck.reports.summary import plural
from factcheck.rules import Rule
from factcheck.trials import Trial, advice_on, faults_of, try_rule
from factcheck.values import dataclass


@dataclass(slots=True)
class _Tally:
    """What has been tried so far."""

    rules: int = 0
    examples: int = 0
    failed: int = 0
    broke: bool = False
    warnings: int = 0

    def __str__(self) -> str:
        tried = f"tried {plural(self.examples, 'example')} of {plural(self.rules, 'rule')}"
        passed = "all pass" if self.examples else "nothing to pass"
        verdict = f"{self.failed:,} failed" if self.failed else passed
        warned = f"; {plural(self.warnings, 'warning')}" if self.warnings else ""
        return f"{tried}: {verdict}{warned}"

    @property
    def code(self) -> int:
        """The exit code."""
        return FAILED if self.broke else FOUND if self.failed else 0


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@click.option(
    "--distribution", metavar="NAME",
    help="Try the rules that the installed plugin NAME brings.",
)  # fmt: skip
@color_option
def test(paths: tuple[str, ...], distribution: str | None, color: str) -> None:
    """Try rules on their own examples.

    PATH is a folder of rules or the file of one; without any, the folder of your newsroom's. Of
    an example that fails you see its text and what the rule marks in it. That a rule says what
    it is for is tried too; that another rule flags an example is a warning.
    """
    loaded, tried = _from_distribution(paths, distribution) if distribution else _at(paths)
    page, tally = page_for(color), _Tally()
    tally.broke = complain_of(loaded.failures)
    write(_results(tried, loaded.rules, page, tally), page)
    raise SystemExit(tally.code)


def _at(paths: tuple[str, ...]) -> tuple[Loaded, list[Rule]]:
    folders = paths or rule_folders()
    if not folders:
        raise click.UsageError(
            "no rules to try: name a folder or a file of rules, or begin one with factcheck "
            "new-rule"
        )
    loaded = load_with_others(tuple(dict.fromkeys(folders)))
    return loaded, [one for one in loaded.rules if one.distribution in folders]


def _from_distribution(paths: tuple[str, ...], name: str) -> tuple[Loaded, list[Rule]]:
    if paths:
        raise click.UsageError("name a PATH or a --distribution, not both")
    loaded = installed_rules()
    tried = [one for one in loaded.rules if one.distribution == name]
    failed = any(one.distribution == name for one in loaded.failures)
    if not tried and not failed:
        near = get_close_matches(name, {one.distribution for one in loaded.rules}, n=1)
        hint = f"; did you mean {near[0]}?" if near else "; factcheck plugins lists what is there"
        raise click.UsageError(f"nothing that is installed as {name!r} brings rules{hint}")
    return loaded, tried


def _results(
    tried: Sequence[Rule], others: Sequence[Rule], page: Page, tally: _Tally
) -> Iterator[str]:
    said: set[str] = set()
    for rule in tried:
        trials = [*try_rule(rule, others)]
        yield "".join(f"{line}\n" for line in _of_rule(rule, trials, page, tally))
        failures = [one for trial in trials for one in trial.failures if one.message not in said]
        said |= {one.message for one in failures}
        tally.broke |= complain_of(failures)
    yield f"{chr(10) * bool(tally.rules)}{tally}\n"


def _of_rule(rule: Rule, trials: Sequence[Trial], page: Page, tally: _Tally) -> Iterator[str]:
    faults = [*faults_of(rule)]
    warnings = [*advice_on(rule), *_objections(trials)]
    failed = sum(not one.passed for one in trials)
    tally.rules += 1
    tally.examples += len(trials)
    tally.failed += failed + len(faults)
    tally.broke |= any(one.broke for one in trials)
    tally.warnings += len(warnings)
    verdict = f"{failed} of {plural(len(trials), 'example')} failed" if failed else _passed(trials)
    colour = "error" if failed or faults else "strong"
    yield f"{page.paint(f'{rule.code} {rule.name}', colour)}: {verdict}"
    for fault in faults:
        yield from _said("failed", fault, page)
    for number, trial in enumerate(trials, 1):
        if not trial.passed:
            yield from _failed(number, trial, page)
    for warning in warnings:
        yield from _said("warning", warning, page)


def _passed(trials: Sequence[Trial]) -> str:
    sound = sum(one.example.sound for one in trials)
    return f"{len(trials) - sound} flagged as marked, {sound} left alone"


def _objections(trials: Iterable[Trial]) -> Iterator[str]:
    flagged: dict[str, list[str]] = {}
    for number, trial in enumerate(trials, 1):
        for other in dict.fromkeys(f"{one.code} {one.rule}" for one in trial.others):
            flagged.setdefault(other, []).append(str(number))
    for other, numbers in flagged.items():
        several = f"s {', '.join(numbers[:-1])} and {numbers[-1]} are"
        yield f"example{several if numbers[1:] else f' {numbers[0]} is'} flagged by {other} too"


def _failed(number: int, trial: Trial, page: Page) -> Iterator[str]:
    if trial.broke:
        yield from _said("failed", f"example {number} broke the rule: {trial.broke}", page)
        yield from _piece("  ", trial.example.text, page)
        return
    for fault in trial.faults:
        yield from _said("failed", f"example {number}: {fault}", page)
    if trial.marked != trial.example.text:
        yield from _said("failed", f"example {number}; - is its text, + what the rule marks", page)
        for line in _difference(trial):
            yield from _piece(f"{line[:1]} ", line[1:], page)
        for message in dict.fromkeys(one.message for one in trial.findings):
            yield from _piece("= ", message, page)


def _difference(trial: Trial) -> Iterator[str]:
    """The lines that differ with one on either side, each behind its sign."""
    wanted, marked = trial.example.text.splitlines(), trial.marked.splitlines()
    for line in [*unified_diff(wanted, marked, n=1, lineterm="")][2:]:
        if not line.startswith("@@"):
            yield line


def _said(kind: str, text: str, page: Page) -> Iterator[str]:
    first, *rest = wrap(page.shown(text), page.room - len(kind) - 4)
    yield f"  {page.paint(kind, 'error' if kind == 'failed' else 'warning')}: {first}"
    yield from (f"    {line}" for line in rest)


def _piece(sign: str, text: str, page: Page) -> Iterator[str]:
    for index, line in enumerate(wrap(page.shown(text), page.room - 6)):
        yield f"    {sign if not index else '  '}{line}".rstrip()
