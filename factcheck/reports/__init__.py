"""What is shown of a run: one file a format, each a pure function that yields text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module

from factcheck.model import Failure, Report
from factcheck.reports.page import Page
from factcheck.values import dataclass

FORMATS = {"full": "full", "concise": "concise", "json": "json_object"}


@dataclass(frozen=True, slots=True)
class Checked:
    """A file with what was found in it: no report where it could not be read, but why."""

    path: str
    report: Report | None = None
    unread: Failure | None = None

    @property
    def failures(self) -> tuple[Failure, ...]:
        """What did not work on this file."""
        if self.report is None:
            return (self.unread,) if self.unread else ()
        return self.report.failures


def render(
    name: str, files: Iterable[Checked], page: Page, *, failures: Sequence[Failure] = ()
) -> Iterator[str]:
    """The report in one of the `FORMATS`, in pieces that end with a line.

    A piece is there as soon as its file is. `failures` are those of no file, such as a plugin
    that did not load.
    """
    written: Iterator[str] = import_module(f"factcheck.reports.{FORMATS[name]}").write(
        files, page, failures
    )
    return written
