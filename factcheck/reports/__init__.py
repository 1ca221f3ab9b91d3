"""What is shown of a run: one file a format, each a pure function that yields text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module

from factcheck.findings import Failure, Report
from factcheck.reports.page import Page
from factcheck.rules import Rule
from factcheck.values import dataclass

# Each with the module that writes it, which is imported when it is asked for.
FORMATS = {
    "full": "full",
    "concise": "concise",
    "json": "json_object",
    "jsonl": "json_lines",
    "html": "check_html",
    "checklist": "checklist",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "rdjson": "rdjson",
}
# Those that show no more of a report than is kept of it (see desk/kept.py). For any other format,
# and for those of plugins, each story is checked afresh, in one process.
FROM_KEPT = frozenset(FORMATS) - {"html", "checklist"}


class FormatError(Exception):
    """A plugin's format that broke; one sentence that names the plugin."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A file with what was found in it: no report where it could not be read, but why.

    `misconfigured` says that it was not read because its configuration does not hold.
    """

    path: str
    report: Report | None = None
    unread: Failure | None = None
    misconfigured: bool = False

    @property
    def failures(self) -> tuple[Failure, ...]:
        """What did not work on this file."""
        if self.report is None:
            return (self.unread,) if self.unread else ()
        return self.report.failures


@dataclass(frozen=True, slots=True)
class Run:
    """What all files have in common: the rules, and what failed apart from any file."""

    rules: tuple[Rule, ...] = ()
    failures: tuple[Failure, ...] = ()


def render(
    name: str, files: Iterable[Checked], page: Page, run: Run | None = None
) -> Iterator[str]:
    """The report in one of the `FORMATS`, or in one of a plugin's, in pieces.

    Before it asks for another file it yields at least one piece, if only "": several reports
    of the same files can then be written side by side, and none has to remember files.
    """
    if name not in FORMATS:
        from factcheck.reports.plugged import added_formats, write_added

        return write_added(added_formats()[name], files, page, run or Run())
    written: Iterator[str] = import_module(f"factcheck.reports.{FORMATS[name]}").write(
        files, page, run or Run()
    )
    return written
