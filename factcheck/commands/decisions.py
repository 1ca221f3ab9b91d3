"""The options for what a desk decides about findings: its baseline, and only what changed.

Marks need no option. They are taken first, then the baseline, then what has not changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from factcheck.commands.checking import Decision
from factcheck.commands.output import complain
from factcheck.findings import Report
from factcheck.reports import Checked
from factcheck.rules import Rule
from factcheck.values import dataclass as value

if TYPE_CHECKING:
    from factcheck.desk.baseline import Baseline, Entry, Seen

RulesFor = Callable[[str], Sequence[Rule]]

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


@value(frozen=True, slots=True)
class Wishes:
    """What was asked for, "" for nothing."""

    baseline: str = ""
    write_baseline: str = ""
    prune_baseline: bool = False
    diff: str = ""


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


@dataclass(slots=True)
class Desk:
    """The decisions of a run, and what is to be written when all stories are checked."""

    wishes: Wishes
    known: Sequence[Rule]
    rules_for: RulesFor
    decisions: tuple[Decision, ...] = ()
    baseline: Baseline | None = None
    former: Baseline | None = None
    entries: list[Entry] = field(default_factory=list)
    seen: dict[str, Seen] = field(default_factory=dict)

    def watching(self, files: Iterable[Checked]) -> Iterator[Checked]:
        """The same files; what the baseline needs to know of each is kept."""
        for file in files:
            if file.report and self.wishes.write_baseline:
                from factcheck.desk.baseline import entries_of

                self.entries += entries_of(self.wishes.write_baseline, file.report)
            if file.report and self.baseline and self.wishes.prune_baseline:
                self._see(self.baseline, file.path, file.report)
            yield file

    def _see(self, baseline: Baseline, path: str, report: Report) -> None:
        from factcheck.desk.baseline import Seen, path_from

        broken = {one.rule for one in report.failures}
        rules = {rule.name for rule in self.rules_for(path)} - broken
        matched = {one.identity for one in report.accepted if one.by == "baseline"}
        self.seen[path_from(baseline.file, path)] = Seen(matched, rules)

    @property
    def settles(self) -> bool:
        """Whether something is to be written at the end."""
        return bool(self.wishes.write_baseline or self.wishes.prune_baseline)

    def write(self) -> bool:
        """Write what was asked for, and say so; whether that worked."""
        worked = True
        if self.baseline and self.wishes.prune_baseline:
            pruned = self.baseline.pruned(self.seen)
            gone = len(self.baseline.entries) - len(pruned.entries)
            if gone:
                worked = _write(pruned, f"{gone:,} of {_entries(self.baseline)} taken out of")
        if self.wishes.write_baseline:
            from factcheck.desk.baseline import Baseline

            written = Baseline(self.wishes.write_baseline, tuple(self.entries))
            if self.former:
                written = written.with_reasons_of(self.former)
            worked &= _write(written, f"{_entries(written)} written to")
        return worked


def _entries(baseline: Baseline) -> str:
    count = len(baseline.entries)
    return f"{count:,} {'entry' if count == 1 else 'entries'}"


def _write(baseline: Baseline, what: str) -> bool:
    try:
        with open(baseline.file, "w", encoding="utf-8", newline="\n") as file:  # noqa: PTH123
            file.write(str(baseline))
    except OSError as error:
        complain(f"cannot write the baseline {baseline.file}: {error.strerror}")
        return False
    complain(f"{what} {baseline.file}")
    return True


def desk_for(
    wishes: Wishes, paths: Sequence[str], known: Sequence[Rule], rules_for: RulesFor
) -> Desk:
    """The desk of a run over these paths; `known` are all rules, `rules_for` those that run.

    Raises a UsageError for wishes that cannot be met.
    """
    _require_sense(wishes)
    desk = Desk(wishes, known, rules_for)
    decisions: list[Decision] = [lambda report: _accept_marked(report, desk)]
    if wishes.baseline:
        desk.baseline = _loaded(wishes.baseline)
        decisions.append(desk.baseline.deciding())
    if wishes.write_baseline:
        desk.former = _loaded_if_there(wishes.write_baseline)
    if wishes.diff:
        decisions.append(_changes(wishes.diff, paths))
    desk.decisions = tuple(decisions)
    return desk


def accept_marks(report: Report, known: Sequence[Rule], running: Sequence[Rule]) -> Report:
    """The report as marks in the story decide; at no cost where there are none."""
    if not report.document.comments:
        return report
    from factcheck.desk.marks import accept_marked

    return accept_marked(report, known, running)


def _accept_marked(report: Report, desk: Desk) -> Report:
    if not report.document.comments:
        return report
    return accept_marks(report, desk.known, desk.rules_for(report.document.name))


def _require_sense(wishes: Wishes) -> None:
    if wishes.prune_baseline and not wishes.baseline:
        raise click.UsageError("--prune-baseline goes with --baseline FILE")
    if wishes.write_baseline and wishes.prune_baseline:
        raise click.UsageError("--write-baseline writes a baseline anew: nothing is to be pruned")
    if wishes.write_baseline and wishes.diff:
        raise click.UsageError("--write-baseline takes all findings: leave out --diff")


def _loaded(file: str) -> Baseline:
    from factcheck.desk.baseline import BaselineError, load_baseline

    try:
        return load_baseline(file)
    except BaselineError as error:
        raise click.UsageError(str(error)) from None


def _loaded_if_there(file: str) -> Baseline | None:
    """What is to be written anew, for its reasons; nothing else is ever written over."""
    import os

    return _loaded(file) if os.path.exists(file) else None  # noqa: PTH110


def _changes(revision: str, paths: Sequence[str]) -> Decision:
    from factcheck.desk.changes import changes_since
    from factcheck.desk.git import GitError

    try:
        return changes_since(revision, paths)
    except GitError as error:
        raise click.UsageError(f"--diff: {error}") from None
