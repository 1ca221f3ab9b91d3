"""How far a long run has come, in a line on a terminal that is gone when there is more to say."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from time import monotonic
from typing import TextIO

from factcheck.commands.output import line_taken_away_by
from factcheck.commands.stories import count_stories
from factcheck.reports import Checked

# Seconds: whoever waits for less wants no line, and reads none that changes more often.
_SHOWN_AFTER = 1.0
_EVERY = 0.1
_BAR = 24
# Back to the first column, and clear the line.
_ERASE = "\r\033[K"


class Progress:
    """A line that says how many of the stories are checked; `count` says how many there are."""

    def __init__(self, count: Callable[[], int], stream: TextIO) -> None:
        self._count = count
        self._stream = stream
        self._total = 0
        self._done = self._with_findings = 0
        self._due = monotonic() + _SHOWN_AFTER
        self._visible = False

    def watching(self, files: Iterable[Checked]) -> Iterator[Checked]:
        """The same files, each counted when the next is asked for."""
        with line_taken_away_by(self.erase):
            try:
                for file in files:
                    yield file
                    self._done += 1
                    self._with_findings += bool(file.report and file.report.findings)
                    if monotonic() >= self._due:
                        self._draw()
            finally:
                self.erase()

    def erase(self) -> None:
        """Take the line away."""
        if self._visible:
            self._write(_ERASE)
            self._visible = False

    def _draw(self) -> None:
        # Not asked for before: to look through all folders takes time as well.
        self._total = max(self._total or self._count(), self._done)
        filled = _BAR * self._done // self._total
        bar = f"[{'#' * filled}{'-' * (_BAR - filled)}]"
        line = (
            f"{bar} {self._done:,} of {self._total:,} files, {self._with_findings:,} with findings"
        )
        self._write(f"{_ERASE}{line[: _width(self._stream) - 1]}")
        self._visible = True
        self._due = monotonic() + _EVERY

    def _write(self, text: str) -> None:
        try:
            self._stream.write(text)
            self._stream.flush()
        except OSError:  # the terminal has gone
            self._due = float("inf")


def watch(files: Iterator[Checked], paths: Sequence[str]) -> Iterator[Checked]:
    """The same files; if they take long, a terminal is told how many of those at `paths` are done.

    Standard error, that is, where it is a terminal that can take a line back.
    """
    stream = sys.stderr
    if not stream or not stream.isatty() or os.environ.get("TERM") == "dumb":
        return files
    return Progress(lambda: count_stories(paths), stream).watching(files)


def _width(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
