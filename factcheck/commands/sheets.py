"""The reports of one run, each on its way to standard output or to a file of its own."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

import click

from factcheck.commands.configured import MisconfiguredError
from factcheck.commands.output import complain, complain_of, page_for_file, put
from factcheck.commands.stories import Story
from factcheck.desk.configuration import Configuration
from factcheck.reports import FORMATS, Checked, FormatError, Run, render
from factcheck.reports.page import Page
from factcheck.values import dataclass, field
from factcheck.values import dataclass as value


@value(frozen=True, slots=True)
class Wanted:
    """A report that was asked for: its format, and its file, "" for standard output."""

    name: str
    file: str = ""


def wanted_by(configuration: Configuration) -> list[Wanted]:
    """The reports that a configuration asks for; raises `MisconfiguredError` for a wrong one."""
    try:
        return wanted_reports(configuration.settings.format)
    except click.BadParameter as error:
        place = configuration.place_of("format")
        raise MisconfiguredError(f"{place}: {error.message}") from None


def _wanted(ctx: click.Context, param: click.Parameter, values: Sequence[str]) -> list[Wanted]:
    del ctx, param
    return wanted_reports(values)


def wanted_reports(values: Sequence[str]) -> list[Wanted]:
    """The reports of these formats, none for none; raises `click.BadParameter` for a wrong one."""
    wanted = []
    for one in values:
        name, is_file, file = one.partition("=")
        _require_format(name)
        if is_file and not file:
            raise click.BadParameter(f"{one!r} names no file behind its =")
        wanted.append(Wanted(name, file))
    files = [os.path.abspath(one.file) if one.file else "" for one in wanted]  # noqa: PTH100
    if files.count("") > 1:
        names = " and ".join(one.name for one in wanted if not one.file)
        raise click.BadParameter(f"only one report goes to standard output, not {names}")
    if len({*files}) < len(files):
        raise click.BadParameter("two reports cannot be written to one file")
    return wanted


def _require_format(name: str) -> None:
    if name in FORMATS:
        return
    from factcheck.reports.plugged import added_formats, installed_formats

    known = [*FORMATS, *added_formats()]
    if name in known:
        return
    from difflib import get_close_matches

    complain_of(installed_formats().failures)
    near = get_close_matches(name, known, n=1)
    hint = f"; did you mean {near[0]}?" if near else f"; there are {', '.join(known)}"
    raise click.BadParameter(f"no format is called {name!r}{hint}")


format_option = click.option(
    "--format",
    "formats",
    multiple=True,
    callback=_wanted,
    metavar="NAME[=FILE]",
    help=f"How to show the findings, and where; may be repeated. {', '.join(FORMATS)}; plugins"
    " bring others."
    "  [default: full]",
)


def apart_from(stories: Iterable[Story], wanted: Sequence[Wanted]) -> Iterator[Story]:
    """The stories less those that a report is written over, which are empty by now."""
    files = {os.path.abspath(one.file) for one in wanted if one.file}  # noqa: PTH100
    for story in stories:
        if not files or os.path.abspath(story.path) not in files:  # noqa: PTH100
            yield story


def require_apart(paths: Sequence[str], wanted: Sequence[Wanted]) -> None:
    """A usage error if a report would be written over a story that is to be checked."""
    stories = {os.path.abspath(path) for path in paths}  # noqa: PTH100
    for one in wanted:
        if one.file and os.path.abspath(one.file) in stories:  # noqa: PTH100
            raise click.UsageError(f"the {one.name} report would be written over {one.file}")


@dataclass(slots=True, eq=False)
class _Feed:
    """The files as one report gets them; `taken` counts them."""

    shared: _Files
    waiting: deque[Checked] = field(default_factory=deque)
    taken: int = 0

    def __iter__(self) -> Iterator[Checked]:
        while self.waiting or self.shared.fetch():
            self.taken += 1
            yield self.waiting.popleft()


@dataclass(slots=True)
class _Files:
    """The same files for several reports: each is checked once, and kept until all have it."""

    source: Iterator[Checked]
    feeds: list[_Feed] = field(default_factory=list)

    def fetch(self) -> bool:
        """Whether there was another file to wait for each report."""
        for file in self.source:
            for feed in self.feeds:
                feed.waiting.append(file)
            return True
        return False


@dataclass(slots=True)
class _Sheet:
    """A report as it is written."""

    wanted: Wanted
    feed: _Feed
    pieces: Iterator[str]
    put: Callable[[str], object]
    close: Callable[[], object]

    def write_up_to(self, file: int) -> bool:
        """Write on until so many files are taken; whether there is more to come."""
        while self.feed.taken < file:
            piece = next(self.pieces, None)
            if piece is None:
                self.close()
                return False
            self.put(piece)
        return True


class Sheets:
    """All reports of a run, written side by side, so that none keeps more than a file or two.

    `failed` says that one could not be written; which and why was said on standard error. Only
    where it is standard output that fails is that raised, after the others are written.
    """

    def __init__(
        self, wanted: Iterable[Wanted], files: Iterable[Checked], page: Page, run: Run
    ) -> None:
        self.failed = False
        self._files = _Files(iter(files))
        self._closed: OSError | None = None
        self._sheets = [
            sheet for one in wanted if (sheet := self._open(one, page, run)) is not None
        ]

    def write(self) -> None:
        """Write what is not yet written: after an interruption it goes on."""
        file = 0
        while self._sheets:
            file += 1
            for sheet in [*self._sheets]:
                try:
                    if not sheet.write_up_to(file):
                        self._drop(sheet)
                except OSError as error:
                    self._drop(sheet)
                    self._fail(sheet.wanted, error)
                except FormatError as error:
                    self._drop(sheet)
                    sheet.close()
                    self.failed = True
                    complain(str(error))
        if self._closed:
            raise self._closed

    def _open(self, wanted: Wanted, page: Page, run: Run) -> _Sheet | None:
        feed = _Feed(self._files)
        self._files.feeds.append(feed)
        if not wanted.file:
            pieces = render(wanted.name, feed, page, run)
            return _Sheet(wanted, feed, pieces, lambda piece: put(piece, page), lambda: None)
        try:
            # What no encoding can hold, half a character, must not end all reports.
            file = open(  # noqa: PTH123, SIM115
                wanted.file, "w", encoding="utf-8", errors="replace", newline="\n"
            )
        except OSError as error:
            self._files.feeds.remove(feed)
            self._fail(wanted, error)
            return None
        pieces = render(wanted.name, feed, page_for_file(), run)
        return _Sheet(wanted, feed, pieces, file.write, file.close)

    def _drop(self, sheet: _Sheet) -> None:
        self._sheets.remove(sheet)
        self._files.feeds.remove(sheet.feed)

    def _fail(self, wanted: Wanted, error: OSError) -> None:
        if not wanted.file:
            self._closed = error
            return
        self.failed = True
        reason = error.strerror or str(error)
        complain(f"cannot write the {wanted.name} report to {wanted.file}: {reason}")
