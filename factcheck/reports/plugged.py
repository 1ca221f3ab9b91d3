"""The formats of plugins: what one does wrong ends its own report and no other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from factcheck.distributions import OWN, EntryPoint
from factcheck.findings import Failure
from factcheck.hosting import answers_of, describe
from factcheck.plugins import installed_points
from factcheck.reports import FORMATS, FormatError
from factcheck.rules import RuleError
from factcheck.values import dataclass

_NAME = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Format:
    """A format of `check --format` that a plugin brings: a function of files, page and run."""

    name: str
    write: Callable[..., object]
    distribution: str


@dataclass(frozen=True, slots=True)
class Formats:
    """The formats of plugins, and what did not load."""

    formats: tuple[Format, ...] = ()
    failures: tuple[Failure, ...] = ()


@cache
def installed_formats() -> Formats:
    """The formats of every installed distribution; of two with one name the first counts."""
    formats: dict[str, Format] = {}
    failures = []
    for point in installed_points():
        try:
            for answer in answers_of(point, "provide_reports") if point.distribution != OWN else ():
                for one in _formats(answer, point, formats):
                    formats[one.name] = one
        except (Exception, SystemExit) as error:
            failures.append(Failure(f"{point}: {describe(error)}", distribution=point.distribution))
    return Formats(tuple(formats.values()), tuple(failures))


def _formats(answer: object, point: EntryPoint, taken: Iterable[str]) -> list[Format]:
    if not isinstance(answer, Mapping):
        raise RuleError(f"its provide_reports() returned {answer!r}, not functions by their names")
    for name, write in answer.items():
        if not isinstance(name, str) or not _NAME.fullmatch(name) or not callable(write):
            raise RuleError(f"its provide_reports() gave {write!r} as {name!r}")
        if name in FORMATS or name in taken:
            raise RuleError(f"its provide_reports() gave the format {name}, which there is")
    return [Format(name, write, point.distribution) for name, write in answer.items()]


def added_formats() -> dict[str, Format]:
    """The formats that plugins bring, by their names."""
    return {one.name: one for one in installed_formats().formats}


def write_added(added: Format, *arguments: object) -> Iterator[str]:
    """The report in a plugin's format; raises `FormatError` for all that the plugin does wrong."""
    pieces = _pieces(added, *arguments)
    while True:
        try:
            piece = next(pieces, None)
        except (Exception, SystemExit) as error:
            raise FormatError(_named(added, f"broke: {describe(error)}")) from error
        if piece is None:
            return
        if not isinstance(piece, str):
            raise FormatError(_named(added, f"gave {piece!r}, not text"))
        yield piece


def _pieces(added: Format, *arguments: object) -> Iterator[object]:
    written = added.write(*arguments)
    if isinstance(written, Iterable):
        yield from written
    else:
        yield [written]  # told as what it is: no text


def _named(added: Format, what: str) -> str:
    return f"the format {added.name} of {added.distribution} {what}"
