"""What a desk decides about findings: marks, then its baseline, then what has not changed.

Marks need no option. Nothing else is loaded until an option asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from factcheck.commands.checking import Decision
from factcheck.commands.configured import Configured
from factcheck.findings import Report
from factcheck.reports import Checked
from factcheck.rules import Rule
from factcheck.values import dataclass, replace

if TYPE_CHECKING:
    from factcheck.commands.baselines import Keeper

RulesFor: TypeAlias = Callable[[str], Sequence[Rule]]

_OPTIONS = (
    click.option(
        "--baseline", metavar="FILE",
        help="Leave out the findings that stand in FILE, which --write-baseline has written.",
    ),
    click.option(
        "--write-baseline", metavar="FILE",
        help="Write the findings of this run to FILE: from then on only new ones count.",
    ),
    click.option(
        "--prune-baseline", is_flag=True,
        help="Take out of the baseline what is no longer found in these stories.",
    ),
    click.option(
        "--diff", metavar="REF",
        help="Show only findings that touch a line changed since REF, a revision of git.",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for, "" for nothing."""

    baseline: str = ""
    write_baseline: str = ""
    prune_baseline: bool = False
    diff: str = ""

    def or_else(self, baseline: str) -> Wishes:
        """The same with this baseline, unless one is named or written anew."""
        if not baseline or self.baseline or self.write_baseline:
            return self
        return replace(self, baseline=baseline)


def decision_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of this file, which the command gets as its `wishes`."""

    @wraps(command)
    def wishing(
        *,
        baseline: str | None,
        write_baseline: str | None,
        prune_baseline: bool,
        diff: str | None,
        **values: Any,
    ) -> None:
        wishes = Wishes(baseline or "", write_baseline or "", prune_baseline, diff or "")
        command(wishes=wishes, **values)

    wishing_command: Callable[..., None] = wishing
    for option in reversed(_OPTIONS):
        wishing_command = option(wishing_command)
    return wishing_command


@dataclass(frozen=True, slots=True)
class Desk:
    """The decisions of a run, in their order, and who keeps its baseline."""

    decisions: tuple[Decision, ...]
    keeper: Keeper | None = None

    def watching(self, files: Iterable[Checked]) -> Iterable[Checked]:
        """The same files, seen by the keeper of the baseline as they go by."""
        return self.keeper.watching(files) if self.keeper else files


def desk_for(wishes: Wishes, paths: Sequence[str], configured: Configured) -> Desk:
    """The desk of a run over these paths; raises a UsageError for wishes that cannot be met."""
    _require_sense(wishes)

    def accept(report: Report) -> Report:
        if not report.document.comments:
            return report
        name = report.document.name
        return accept_marks(report, configured.loaded_for(name).rules, configured.rules_for(name))

    if wishes == Wishes():
        return Desk((accept,))
    from factcheck.commands.baselines import keeper_for

    keeper = keeper_for(wishes, configured.rules_for)
    known_before = (keeper.baseline.deciding(),) if keeper.baseline else ()
    unchanged = (_changes(wishes.diff, paths),) if wishes.diff else ()
    return Desk((accept, *known_before, *unchanged), keeper)


def accept_marks(report: Report, known: Sequence[Rule], running: Sequence[Rule]) -> Report:
    """The report as marks in the story decide; at no cost where there are none."""
    if not report.document.comments:
        return report
    from factcheck.desk.marks import accept_marked

    return accept_marked(report, known, running)


def _require_sense(wishes: Wishes) -> None:
    if wishes.prune_baseline and not wishes.baseline:
        raise click.UsageError("--prune-baseline goes with --baseline FILE")
    if wishes.write_baseline and wishes.prune_baseline:
        raise click.UsageError("--write-baseline writes a baseline anew: nothing is to be pruned")
    if wishes.write_baseline and wishes.diff:
        raise click.UsageError("--write-baseline takes all findings: leave out --diff")


def _changes(revision: str, paths: Sequence[str]) -> Decision:
    from factcheck.desk.changes import changes_since
    from factcheck.desk.git import GitError

    try:
        return changes_since(revision, paths)
    except GitError as error:
        raise click.UsageError(f"--diff: {error}") from None
