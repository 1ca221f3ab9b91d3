"""Where a command writes: how wide it is, whether it takes colour, which characters it has."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

import click

from factcheck.findings import Failure
from factcheck.reports.page import Page

# What a file or a pipe is written for, so that it does not depend on somebody's window.
_WIDTH = 100

# What takes the line away that a long run has on the terminal, of which there is only one.
_line: list[Callable[[], None]] = []

color_option = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colour the report; auto is on a terminal, unless NO_COLOR is set.",
)


def page_for(color: str = "auto") -> Page:
    """The page that standard output is."""
    return Page(_width(), _takes_colour(color), ascii_only=not _takes_unicode(sys.stdout))


def page_for_file() -> Page:
    """The page that a report in a file of its own is."""
    return Page(_WIDTH)


def write(pieces: Iterable[str], page: Page) -> None:
    """Put each piece on standard output as soon as it is there."""
    for piece in pieces:
        put(piece, page)


def put(piece: str, page: Page) -> None:
    """Put a piece on standard output."""
    if piece:
        if _line and sys.stdout and sys.stdout.isatty():
            _line[-1]()
        click.echo(piece, nl=False, color=page.colour)


def complain(message: str) -> None:
    """Say on standard error, in one line, what did not work."""
    if _line:
        _line[-1]()
    page = Page(ascii_only=not _takes_unicode(sys.stderr))
    click.echo(f"factcheck: {' '.join(page.shown(message).split())}", err=True)


def complain_of(failures: Iterable[Failure]) -> bool:
    """Say what did not work; whether there was anything."""
    failed = False
    for failure in failures:
        complain(failure.message)
        failed = True
    return failed


@contextmanager
def line_taken_away_by(erase: Callable[[], None]) -> Iterator[None]:
    """For as long as a line stands on the terminal: whoever writes there first takes it away."""
    _line.append(erase)
    try:
        yield
    finally:
        _line.remove(erase)


def _width() -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return int(columns)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or _WIDTH
    except (OSError, ValueError, AttributeError):
        return _WIDTH


def _takes_colour(color: str) -> bool:
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    forced = os.environ.get("FORCE_COLOR", "")
    return forced not in ("", "0") or bool(sys.stdout and sys.stdout.isatty())


def _takes_unicode(stream: TextIO | None) -> bool:
    try:
        "├─┤●→←⋮…".encode((stream and stream.encoding) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
