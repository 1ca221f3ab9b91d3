"""`factcheck init`: the configuration of a newsroom and its entry for pre-commit."""

from __future__ import annotations

import os
import re
import shlex
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import click

from factcheck.commands.exits import FAILED
from factcheck.commands.hook_entry import UnfitError, entry_lines, has_entry, with_entry
from factcheck.commands.output import complain
from factcheck.values import dataclass

_SETTINGS = "factcheck.toml"
_PROJECT = "pyproject.toml"
_HOOKS = ".pre-commit-config.yaml"
_DEFAULTS = """\
# What factcheck does with the stories in this folder and below it. All is as it would be
# without this file. `factcheck config PATH` shows what holds for a story, and from where.

# What stops a commit: "error", "warning", "note" or "never".
fail-on = "error"

# What is shown: this and whatever is more severe.
severity = "note"

# Rules to leave out, by name or code; `factcheck rules` lists them.
ignore = []

# Folders of your newsroom's own rules; `factcheck new-rule NAME` begins one.
rules = []

# Files and folders to pass over.
exclude = []
"""


@dataclass(frozen=True, slots=True)
class _Step:
    """What is to be done with a file: nothing where `text` is None, and `said` says why not.

    `shown` is what is new in it; behind `line`, if the file is there already.
    """

    path: str
    said: str = ""
    text: str | None = None
    shown: str = ""
    line: int | None = None

    def told(self, fresh: str, grown: str) -> str:
        """What was done, in the words for a file that is new and for one that is not."""
        return f"{fresh} {self.path}" if self.line is None else f"{grown} {self.path}{self._where}"

    @property
    def _where(self) -> str:
        return f", behind line {self.line}" if self.line else ""


@click.command()
@click.argument("folder", default=".")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
def init(folder: str, *, dry_run: bool) -> None:
    """Write factcheck.toml and a pre-commit hook.

    factcheck.toml is put into FOLDER, this one unless you name another; the hook into the
    .pre-commit-config.yaml of the git repository that FOLDER is in. What is there already stays
    as it is.
    """
    place = Path(os.path.normpath(folder))
    if place.exists() and not place.is_dir():
        raise click.UsageError(f"{folder} is not a folder")
    root = _repository(place)
    failed = False
    for step in (_settings(place), _hooks(root or place, place)):
        failed |= _show(step) if dry_run else not _do(step)
    if not dry_run and not failed:
        click.echo("\n".join(_next(place, in_repository=root is not None)))
    raise SystemExit(FAILED if failed else 0)


def _repository(place: Path) -> Path | None:
    """The git repository that a folder is in, where alone pre-commit looks."""
    if (place / ".git").exists():
        return place
    above = place.resolve().parents
    return next((one for one in above if (one / ".git").exists()), None)


def _called(path: Path) -> str:
    return os.path.relpath(path) if path.is_absolute() else str(path)


def _settings(place: Path) -> _Step:
    path, project = place / _SETTINGS, place / _PROJECT
    if path.exists():
        return _Step(str(path), "is there already, and is left as it is")
    with suppress(OSError, ValueError):
        if "factcheck" in tomllib.loads(project.read_text("utf-8")).get("tool", {}):
            return _Step(str(project), "has [tool.factcheck] already, and is left as it is")
    return _Step(str(path), text=_DEFAULTS, shown=_DEFAULTS)


def _hooks(root: Path, place: Path) -> _Step:
    path = root / _HOOKS
    name = _called(path)
    below = place.resolve().relative_to(root.resolve()).as_posix()
    files = "" if below == "." else f"^{re.escape(below)}/"
    entry = "\n".join(entry_lines(files)) + "\n"
    try:
        # As it came, line endings too.
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        if has_entry(text):
            return _Step(name, "has a hook for factcheck already, and is left as it is")
        grown = with_entry(text, files)
        added = "\n".join(grown.added)
        return _Step(name, text=grown.text, shown=f"{added}\n", line=grown.line)
    except FileNotFoundError:
        return _Step(name, text=f"repos:\n{entry}", shown=f"repos:\n{entry}")
    except UnicodeDecodeError:
        return _Step(name, "it is not in UTF-8", shown=entry)
    except OSError as error:
        return _Step(name, error.strerror or str(error), shown=entry)
    except UnfitError as error:
        return _Step(name, str(error), shown=entry)


def _show(step: _Step) -> bool:
    """Show what would be done; whether it could not be."""
    if step.text is None:
        return _leave(step)
    click.echo(f"{step.told('would write', 'would add to')}:\n\n{_indented(step.shown)}")
    return False


def _do(step: _Step) -> bool:
    """Do it; whether that went well."""
    if step.text is None:
        return not _leave(step)
    try:
        path = Path(step.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            file.write(step.text)
    except OSError as error:
        complain(f"cannot write {step.path}: {error.strerror}")
        return False
    click.echo(step.told("wrote", "added to"))
    return True


def _leave(step: _Step) -> bool:
    """Say why a file is left as it is; whether it is not as it should be."""
    if not step.shown:
        click.echo(f"{step.path} {step.said}")
        return False
    complain(f"{step.path} is left as it is: {step.said}; add this to its repos yourself")
    click.echo(_indented(step.shown), err=True, nl=False)
    return True


def _indented(text: str) -> str:
    return "".join(f"    {line}".rstrip() + "\n" for line in text.splitlines())


def _next(place: Path, *, in_repository: bool) -> Iterator[str]:
    yield "\nSee what it says of your stories, and have it run before each commit:\n"
    yield f"    factcheck check {shlex.quote(str(place))}"
    if not in_repository:
        yield "    git init"
    yield "    pre-commit install"
