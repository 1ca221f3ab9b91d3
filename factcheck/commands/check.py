"""`factcheck check`: what a story says that cannot all be true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from factcheck.commands.checking import Plan, reaches
from factcheck.commands.configured import Configured, Given
from factcheck.commands.decisions import Wishes, decision_options, desk_for
from factcheck.commands.effort import check_by, effort_options, means_for
from factcheck.commands.exits import FAILED, FOUND, INTERRUPTED, MISUSE
from factcheck.commands.folders import choice_options
from factcheck.commands.interrupts import Interrupts
from factcheck.commands.output import color_option, complain, complain_of, page_for
from factcheck.commands.progress import watch
from factcheck.commands.sheets import (
    Sheets,
    Wanted,
    apart_from,
    format_option,
    require_apart,
    wanted_by,
)
from factcheck.commands.slowness import Slowness
from factcheck.commands.stories import AsOf, read_stories
from factcheck.reports import Checked, Run
from factcheck.values import dataclass, field

if TYPE_CHECKING:
    from factcheck.commands.baselines import Keeper


@dataclass(slots=True)
class _Outcome:
    """What the exit code depends on, gathered while the report is written."""

    configured: Configured
    found: bool = False
    failed: bool = False
    misconfigured: bool = False
    interrupted: bool = False
    said: set[str] = field(default_factory=set)
    slowness: Slowness = field(default_factory=Slowness)

    def watching(self, files: Iterable[Checked]) -> Iterator[Checked]:
        """The same files."""
        for file in files:
            self.slowness.note(file)
            self._note(file)
            yield file

    def write(self, sheets: Sheets, interrupts: Interrupts) -> None:
        """Write the reports, to their last lines even after a Ctrl-C."""
        sheets.write()
        self.failed |= sheets.failed
        self.interrupted = interrupts.came
        if interrupts.raised:
            self.slowness.note_interruption(interrupts.raised)
        if self.interrupted:
            complain("interrupted; not every story was checked")
        for sentence in self.slowness.sentences():
            complain(sentence)

    def settle(self, keeper: Keeper | None) -> None:
        """Have the baseline written, unless stories were left out; what it holds does not fail."""
        if keeper and not self.interrupted:
            self.failed |= not keeper.write()
            self.found &= not keeper.wishes.write_baseline

    def _note(self, file: Checked) -> None:
        if file.report:
            level = self.configured.settings_for(file.path).fail_on
            self.found |= any(reaches(one, level) for one in file.report.findings)
        self.failed |= bool(file.failures)
        self.misconfigured |= file.misconfigured
        for failure in file.failures:
            # A broken rule or configuration breaks every story: once is enough.
            is_apart = not failure.rule and not file.misconfigured
            if is_apart or failure.message not in self.said:
                place = "" if file.misconfigured else f"{file.path}: "
                complain(f"{place}{failure.message}")
            self.said.add(failure.message)

    @property
    def code(self) -> int:
        """The exit code."""
        if self.interrupted:
            return INTERRUPTED
        if self.misconfigured:
            return MISUSE
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


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH… | -")
@format_option
@choice_options
@click.option("--as-of", callback=_as_of, metavar="YYYY-MM-DD", help="The day the stories are of.")
@click.option(
    "--stdin-filename",
    default="stdin",
    metavar="NAME",
    help="What to call standard input; its suffix chooses the format.",
)
@click.option(
    "--as-found",
    is_flag=True,
    help="Take files that are named as if found in their folder: pass over what is no story.",
)
@decision_options
@effort_options
@color_option
def check(
    paths: tuple[str, ...],
    formats: Sequence[Wanted],
    as_of: AsOf,
    stdin_filename: str,
    as_found: bool,  # noqa: FBT001
    given: Given,
    wishes: Wishes,
    jobs: int | None,
    cached: bool,  # noqa: FBT001
    color: str,
) -> None:
    """Point at what cannot all be true in these stories.

    PATH is a file, a folder to search for stories, or - for standard input.
    """
    configured = Configured(given)
    home = configured.of_all(stdin_filename if path == "-" else path for path in paths)
    formats = formats or wanted_by(home)
    failures = configured.failures_by(home)
    outcome = _Outcome(configured, failed=complain_of(failures))
    configured.require_words(home)
    require_apart(paths, formats)
    desk = desk_for(wishes.or_else(home.settings.baseline), paths, configured)
    stories = apart_from(
        read_stories(paths, stdin_filename, configured, as_found=as_found), formats
    )
    plan = Plan(configured, desk.decisions, as_of)
    means = means_for(configured.settings_by(home), jobs, cached=cached)
    with Interrupts() as interrupts:
        checked = interrupts.stopping(check_by(means, stories, plan, paths, formats))
        checked = watch(outcome.watching(desk.watching(checked)), paths)
        run = Run(configured.rules_by(home), failures)
        outcome.write(Sheets(formats, checked, page_for(color), run), interrupts)
    outcome.settle(desk.keeper)
    raise SystemExit(outcome.code)
