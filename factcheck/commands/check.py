"""`factcheck check`: what a story says that cannot all be true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from factcheck.checker import UnknownRuleError, select_rules
from factcheck.commands.batches import Means
from factcheck.commands.checking import Plan, reaches
from factcheck.commands.decisions import Wishes, decision_options, desk_for
from factcheck.commands.effort import check_by, effort_options
from factcheck.commands.exits import FAILED, FOUND, INTERRUPTED
from factcheck.commands.folders import load_all_rules, rules_option
from factcheck.commands.interrupts import Interrupts
from factcheck.commands.output import color_option, complain, complain_of, page_for
from factcheck.commands.progress import watch
from factcheck.commands.sheets import Sheets, Wanted, apart_from, format_option, require_apart
from factcheck.commands.stories import AsOf, read_stories
from factcheck.findings import SEVERITIES
from factcheck.reports import Checked, Run
from factcheck.rules import Rule

if TYPE_CHECKING:
    from factcheck.commands.baselines import Keeper


@dataclass(slots=True)
class _Outcome:
    """What the exit code depends on, gathered while the report is written."""

    fail_on: str
    found: bool = False
    failed: bool = False
    interrupted: bool = False
    said: set[str] = field(default_factory=set)

    def watching(self, files: Iterable[Checked]) -> Iterator[Checked]:
        """The same files."""
        for file in files:
            self._note(file)
            yield file

    def write(self, sheets: Sheets, interrupts: Interrupts) -> None:
        """Write the reports, to their last lines even after a Ctrl-C."""
        sheets.write()
        self.failed |= sheets.failed
        self.interrupted = interrupts.came
        if self.interrupted:
            complain("interrupted; not every story was checked")

    def settle(self, keeper: Keeper | None) -> None:
        """Have the baseline written, unless stories were left out; what it holds does not fail."""
        if keeper and not self.interrupted:
            self.failed |= not keeper.write()
            self.found &= not keeper.wishes.write_baseline

    def _note(self, file: Checked) -> None:
        found = file.report.findings if file.report else ()
        self.found |= any(reaches(one, self.fail_on) for one in found)
        for failure in file.failures:
            self.failed = True
            # A broken rule breaks on every story: once is enough.
            if not failure.rule or failure.message not in self.said:
                complain(f"{file.path}: {failure.message}")
            self.said.add(failure.message)

    @property
    def code(self) -> int:
        """The exit code."""
        if self.interrupted:
            return INTERRUPTED
        return FAILED if self.failed else FOUND if self.found else 0


def _as_of(ctx: click.Context, param: click.Parameter, value: str | None) -> AsOf:
    del ctx, param
    if value is None:
        return None
    from datetime import date

    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a day such as 2024-03-31") from None
    return day.year, day.month, day.day


def _words(values: Sequence[str]) -> list[str]:
    """The words of a list in which each may itself be a list with commas."""
    return [word.strip() for value in values for word in value.split(",") if word.strip()]


def _selected(
    rules: Sequence[Rule], select: Sequence[str], ignore: Sequence[str]
) -> tuple[Rule, ...]:
    try:
        return select_rules(rules, _words(select), _words(ignore))
    except UnknownRuleError as error:
        raise click.UsageError(str(error)) from None


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH… | -")
@format_option
@click.option(
    "--select",
    multiple=True,
    metavar="RULES",
    help="Run only these rules, with commas: names, codes, or how codes begin.",
)
@click.option("--ignore", multiple=True, metavar="RULES", help="Leave these rules out.")
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    default="error",
    show_default=True,
    help="Exit with 1 if something at or above this severity is shown.",
)
@click.option(
    "--severity",
    type=click.Choice([*SEVERITIES]),
    default="note",
    show_default=True,
    help="Show only what is at or above this severity.",
)
@click.option("--as-of", callback=_as_of, metavar="YYYY-MM-DD", help="The day the stories are of.")
@click.option(
    "--stdin-filename",
    default="stdin",
    metavar="NAME",
    help="What to call standard input; its suffix chooses the format.",
)
@decision_options
@rules_option
@effort_options
@color_option
def check(
    paths: tuple[str, ...],
    formats: Sequence[Wanted],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    severity: str,
    as_of: AsOf,
    stdin_filename: str,
    wishes: Wishes,
    folders: tuple[str, ...],
    jobs: int,
    cached: bool,  # noqa: FBT001
    color: str,
) -> None:
    """Point at what cannot all be true in these stories.

    PATH is a file, a folder to search for stories, or - for standard input.
    """
    loaded = load_all_rules(folders)
    outcome = _Outcome(fail_on, failed=complain_of(loaded.failures))
    rules = _selected(loaded.rules, select, ignore)
    require_apart(paths, formats)

    def rules_for(_path: str) -> Sequence[Rule]:
        return rules

    desk = desk_for(wishes, paths, loaded.rules, rules_for)
    stories = apart_from(read_stories(paths, stdin_filename), formats)
    plan = Plan(rules_for, desk.decisions, severity, as_of)
    means = Means(jobs, cached=cached, folders=folders)
    with Interrupts() as interrupts:
        checked = interrupts.stopping(check_by(means, stories, plan, paths, formats))
        checked = watch(outcome.watching(desk.watching(checked)), paths)
        run = Run(rules, loaded.failures)
        outcome.write(Sheets(formats, checked, page_for(color), run), interrupts)
    outcome.settle(desk.keeper)
    raise SystemExit(outcome.code)
