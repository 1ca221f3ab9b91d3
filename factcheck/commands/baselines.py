"""Keeping a baseline: reading it before a run, writing or pruning it behind."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

import click

from factcheck.commands.decisions import RulesFor, Wishes
from factcheck.commands.output import complain
from factcheck.desk.baseline import (
    Baseline,
    BaselineError,
    Entry,
    Seen,
    entries_of,
    load_baseline,
    path_from,
)
from factcheck.reports import Checked
from factcheck.values import dataclass, field


@dataclass(slots=True)
class Keeper:
    """What a run has seen that its baselines need to know.

    `baseline` is the one that findings are held against, `former` what is to be written anew.
    """

    wishes: Wishes
    rules_for: RulesFor
    baseline: Baseline | None = None
    former: Baseline | None = None
    entries: list[Entry] = field(default_factory=list)
    seen: dict[str, Seen] = field(default_factory=dict)

    def watching(self, files: Iterable[Checked]) -> Iterator[Checked]:
        """The same files, seen as they go by; what could not be read was not."""
        for file in files:
            if file.report and self.wishes.write_baseline:
                self.entries += entries_of(self.wishes.write_baseline, file.report)
            if file.report and self.baseline and self.wishes.prune_baseline:
                broken = {one.rule for one in file.report.failures}
                rules = {rule.name for rule in self.rules_for(file.path)} - broken
                matched = {one.identity for one in file.report.accepted if one.by == "baseline"}
                self.seen[path_from(self.baseline.file, file.path)] = Seen(matched, rules)
            yield file

    def write(self) -> bool:
        """Write what was asked for, and say so; whether that worked."""
        if self.wishes.write_baseline:
            written = Baseline(self.wishes.write_baseline, tuple(self.entries))
            if self.former:
                written = written.with_reasons_of(self.former)
            return _write(written, f"{_entries(written)} written to")
        if self.baseline and self.wishes.prune_baseline:
            pruned = self.baseline.pruned(self.seen)
            if gone := len(self.baseline.entries) - len(pruned.entries):
                return _write(pruned, f"{gone:,} of {_entries(self.baseline)} taken out of")
        return True


def keeper_for(wishes: Wishes, rules_for: RulesFor) -> Keeper:
    """Who keeps the baselines that are wished for; raises a UsageError for what is none."""
    known = _loaded(wishes.baseline) if wishes.baseline else None
    # For its reasons; and nothing but a baseline is ever written over.
    former = _loaded(wishes.write_baseline) if os.path.exists(wishes.write_baseline) else None  # noqa: PTH110
    return Keeper(wishes, rules_for, known, former)


def _loaded(file: str) -> Baseline:
    try:
        return load_baseline(file)
    except BaselineError as error:
        raise click.UsageError(str(error)) from None


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
