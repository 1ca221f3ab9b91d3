"""Finding and reading the configuration of a story: the nearest above it.

A folder may have a factcheck.toml, or a pyproject.toml with a table [tool.factcheck]; of both the
first counts. Nothing is looked for above the root of a repository.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from typing import Any

from factcheck.desk.kinds import MisfitError, nearest
from factcheck.desk.settings import DEFAULTS, SETTINGS, Settings
from factcheck.values import dataclass, replace

OWN_FILE = "factcheck.toml"
# In each, the table that holds the settings.
FILES: dict[str, tuple[str, ...]] = {OWN_FILE: (), "pyproject.toml": ("tool", "factcheck")}

_ABSENT = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG)
_LINE = re.compile(r" \(at line (\d+), column \d+\)$| \(at end of document\)$")


class ConfigurationError(ValueError):
    """A configuration that does not hold: one sentence with its file and line."""


@dataclass(frozen=True, slots=True, eq=False)
class Configuration:
    """The settings of a file, "" where there is none; `given` are the names it has.

    `folder` is the absolute path that patterns start from. `table` are the keys that lead to the
    settings within `text`.
    """

    settings: Settings = DEFAULTS
    file: str = ""
    folder: str = ""
    given: tuple[str, ...] = ()
    text: str = ""
    table: tuple[str, ...] = ()

    def place_of(self, *path: str | int) -> str:
        """The file and the line on which a setting, or a part of it, stands."""
        return _place(self.file, self.text, (*self.table, *path))


class Configurations:
    """The configurations of all folders, each looked for once.

    `file` is one to use for all stories; `isolated` says to use none.
    """

    def __init__(self, file: str = "", *, isolated: bool = False) -> None:
        self._found: dict[str, Configuration | ConfigurationError] = {}
        self._everywhere: Configuration | None = None
        if isolated:
            self._everywhere = Configuration(folder=os.getcwd())  # noqa: PTH109
        elif file:
            self._everywhere = _named(os.path.abspath(file))  # noqa: PTH100

    def of_folder(self, folder: str) -> Configuration:
        """What holds in a folder; raises `ConfigurationError`, for the same folder each time."""
        if self._everywhere:
            return self._everywhere
        found = self._found.get(folder) or self._look(os.path.abspath(folder))  # noqa: PTH100
        self._found[folder] = found
        if isinstance(found, ConfigurationError):
            raise ConfigurationError(str(found))
        return found

    def _look(self, start: str) -> Configuration | ConfigurationError:
        passed: list[str] = []
        found: Configuration | ConfigurationError | None = None
        for folder in folders_above(start):
            found = self._found.get(folder)
            if found:
                break
            passed.append(folder)
            try:
                found = _in(folder)
            except ConfigurationError as error:
                found = error
            if found:
                break
        found = found or Configuration(folder=start)
        self._found.update(dict.fromkeys(passed, found))
        return found


def folders_above(folder: str) -> Iterator[str]:
    """The folder and those above it, up to the root of a repository or of the file system."""
    while True:
        yield folder
        above = os.path.dirname(folder)  # noqa: PTH120
        if above == folder or os.path.lexists(os.path.join(folder, ".git")):  # noqa: PTH118
            return
        folder = above


def data_of(path: str) -> bytes | None:
    """What is in a file, None if there is none; raises `ConfigurationError` if none may read it."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read()
    except OSError as error:
        if error.errno in _ABSENT:
            return None
        raise ConfigurationError(f"{shown(path)}: {error.strerror}") from None


def shown(path: str) -> str:
    """A path as one in the current folder, or above it, would write it."""
    here = os.getcwd()  # noqa: PTH109
    try:
        seen = os.path.relpath(path, here)
    except ValueError:
        return path
    above = os.path.dirname(path)  # noqa: PTH120
    if not seen.startswith(".."):
        return seen
    return seen if os.path.join(here, "").startswith(os.path.join(above, "")) else path  # noqa: PTH118


def _in(folder: str) -> Configuration | None:
    for name, table in FILES.items():
        path = os.path.join(folder, name)  # noqa: PTH118
        data = data_of(path)
        # To parse TOML needs an import, and most files of projects have no word for us.
        if data is not None and (not table or table[-1].encode() in data):
            found = _read(path, data, table)
            if found:
                return found
    return None


def _named(path: str) -> Configuration:
    data = data_of(path)
    if data is None:
        raise ConfigurationError(f"{shown(path)}: there is no such file")
    found = _read(path, data, FILES.get(os.path.basename(path), ()))  # noqa: PTH119
    if not found:
        raise ConfigurationError(f"{shown(path)}: it has no table [tool.factcheck]")
    return found


def _read(path: str, data: bytes, table: tuple[str, ...]) -> Configuration | None:
    file = shown(path)
    try:
        # Some editors begin a file with a mark that TOML does not know.
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigurationError(f"{file}:{line}: it is not in UTF-8, as TOML must be") from None
    content = _parsed(file, text)
    for depth, key in enumerate(table):
        content = content.get(key)
        if content is None:
            return None
        if not isinstance(content, dict):
            place = _place(file, text, table[: depth + 1])
            raise ConfigurationError(f"{place}: {'.'.join(table[: depth + 1])} must be a table")
    folder = os.path.dirname(path)  # noqa: PTH120
    made = Configuration(DEFAULTS, file, folder, (*content,), text, table)
    base = os.path.dirname(file)  # noqa: PTH120
    values = {
        _field(name, made): _value(name, value, made, base) for name, value in content.items()
    }
    return replace(made, settings=Settings(**values))


def _parsed(file: str, text: str) -> Any:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        line = (found and found[1]) or text.rstrip().count("\n") + 1
        fault = _LINE.sub("", str(error)) or "it ends too soon"
        message = f"{file}:{line}: it is not valid TOML: {fault[0].lower()}{fault[1:]}"
    except RecursionError:
        message = f"{file}: it is nested too deep"
    raise ConfigurationError(message) from None


def _field(name: str, made: Configuration) -> str:
    if name in SETTINGS:
        return SETTINGS[name].field
    hint = nearest(name, (*SETTINGS,))
    if not hint and not made.table and name in ("tool", OWN_FILE.partition(".")[0]):
        hint = f"; in {OWN_FILE} settings stand in no table"
    raise ConfigurationError(f'{made.place_of(name)}: no setting is called "{name}"{hint}')


def _value(name: str, value: object, made: Configuration, base: str) -> Any:
    try:
        return SETTINGS[name].kind(value, base)
    except MisfitError as error:
        path = (name, *error.within)
        raise ConfigurationError(f"{made.place_of(*path)}: {_written(path)} {error}") from None


def _written(path: tuple[str | int, ...]) -> str:
    """The keys that lead to a value, as TOML writes them."""
    from factcheck.desk.toml_values import as_key

    return ".".join(as_key(one) for one in path if isinstance(one, str))


def _place(file: str, text: str, path: tuple[str | int, ...]) -> str:
    from factcheck.desk.toml_lines import find_lines

    lines = find_lines(text)
    while path and path not in lines:
        path = path[:-1]
    return f"{file}:{lines.get(path, 1)}"
