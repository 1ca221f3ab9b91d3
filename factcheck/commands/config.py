"""`factcheck config`: each setting with its value and where it comes from."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import click

from factcheck.commands.configured import Configured, Given, rows_for
from factcheck.commands.exits import FAILED
from factcheck.commands.folders import choice_options
from factcheck.commands.output import color_option, complain_of, page_for, write
from factcheck.desk.configuration import Configuration
from factcheck.desk.considered import considered
from factcheck.desk.settings import SETTINGS, about
from factcheck.desk.toml_values import as_toml, plain
from factcheck.reports.page import Page
from factcheck.values import dataclass

_DEFAULT, _GIVEN = "default", "command line"
# Behind a longer value its origin stands where the value ends.
_WIDEST = 44


@dataclass(frozen=True, slots=True)
class _Row:
    """A setting as it holds, and where from: by default, a file and its line, or the command."""

    name: str
    value: Any
    origin: str


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What is shown of a story or a folder."""

    path: str
    rows: tuple[_Row, ...]
    files: tuple[tuple[str, str], ...]
    patterns: tuple[str, ...]
    running: int
    known: int


def _listing() -> str:
    return "\b\nSettings:\n" + "\n".join(f"  {name:<15} {about(name)}" for name in SETTINGS)


@click.command(epilog=_listing())
@click.argument("path", default=".", metavar="[PATH]")
@click.option(
    "--format", "format_", type=click.Choice(["toml", "json"]), default="toml", show_default=True,
    help="How to show the settings.",
)  # fmt: skip
@choice_options
@color_option
def config(path: str, format_: str, given: Given, color: str) -> None:
    """Show each setting with its value and where it comes from.

    PATH is a story, or a folder of stories; without it, the current folder.

    Settings stand in factcheck.toml, or in the table [tool.factcheck] of pyproject.toml. The
    nearest above a story counts, up to the root of its repository; paths in it start from its
    folder. format, baseline, jobs and cache hold for a whole run: they are those of the nearest
    configuration above all its stories. --select begins anew, whatever a file selects or ignores.
    """
    if path and not os.path.exists(path):  # noqa: PTH110
        raise click.UsageError(f"{path}: there is no such file or folder")
    configured = Configured(given)
    folder = path if os.path.isdir(path) else os.path.dirname(path)  # noqa: PTH112, PTH120
    configuration = configured.of_folder(folder)
    failed = complain_of(configured.failures_by(configuration))
    configured.require_words(configuration)
    is_story = folder != path
    running = configured.rules_for(path) if is_story else configured.rules_by(configuration)
    sought = not (given.config or given.isolated)
    sheet = _Sheet(
        path,
        tuple(_rows(configured, configuration, given)),
        tuple(considered(folder, configuration)) if sought else (),
        tuple(row.pattern for row in rows_for(path, configuration)) if is_story else (),
        len(running),
        len(configured.loaded(configuration).rules),
    )
    page = page_for(color)
    write({"toml": _toml, "json": _json}[format_](sheet, page), page)
    raise SystemExit(FAILED if failed else 0)


def _rows(configured: Configured, configuration: Configuration, given: Given) -> Iterator[_Row]:
    settings = configured.settings_by(configuration)
    for name, one in SETTINGS.items():
        origins = [configuration.place_of(name)] if name in configuration.given else []
        value = getattr(settings, one.field)
        said = getattr(given, one.field, None)
        if given.select and name in ("select", "ignore", "per-file-rules"):
            origins, value = [], said or ()
            said = given.select
        elif name == "ignore":
            value = (*value, *given.ignore)
        elif said and name != "rules":
            origins = []
        origins += [_GIVEN] if said else []
        yield _Row(name, plain(value), " and ".join(origins) or _DEFAULT)


def _toml(sheet: _Sheet, page: Page) -> Iterator[str]:
    """A configuration that says the same, with the origins as comments."""
    lines = [f"{one.name} = {as_toml(_as_written(one))}" for one in sheet.rows]
    room = max(len(line) for line in lines if len(line) <= _WIDEST)
    for line, row in zip(lines, sheet.rows, strict=True):
        strong = "" if row.origin == _DEFAULT else "strong"
        comment = page.shown(f"# {row.origin}")
        yield f"{page.shown(line):<{room}}  {page.paint(comment, strong) if strong else comment}\n"
    yield "\n"
    for file, result in sheet.files:
        yield page.shown(f"# {file}: {result}") + "\n"
    if not any(result == "used" for _, result in sheet.files):
        yield "# No configuration is used.\n"
    for pattern in sheet.patterns:
        yield page.shown(f"# per-file-rules: {as_toml(pattern)} means this story") + "\n"
    yield f"# {sheet.running} of {sheet.known} rules run.\n"


def _json(sheet: _Sheet, page: Page) -> Iterator[str]:
    from factcheck.reports.json_object import dump

    settings = [
        {"name": one.name, "value": _as_written(one), "from": one.origin, "about": about(one.name)}
        for one in sheet.rows
    ]
    files = [{"file": file, "result": result} for file, result in sheet.files]
    written = {
        "path": sheet.path,
        "settings": settings,
        "files": files,
        "per_file_rules": sheet.patterns,
        "rules": {"run": sheet.running, "known": sheet.known},
    }
    yield dump(written, page) + "\n"


def _as_written(row: _Row) -> Any:
    """The value, an empty one as the kind of value that the setting takes."""
    is_table = row.name in ("severities", "per-file-rules")
    return {} if is_table and not row.value else row.value
