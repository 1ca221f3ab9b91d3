"""Finding the files to read, and reading them; what cannot be read says why."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from factcheck.readers import suffix_of
from factcheck.readers.decoding import Unreadable, decode

_SUFFIXES = frozenset((".md", ".markdown", ".txt"))
_SKIPPED = frozenset(("node_modules", "venv", "site-packages", "__pycache__"))
_STDIN = "-"

_Identity: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Story:
    """A file's text, or else the fault that kept it from being read, as half a sentence."""

    path: str
    text: str = ""
    fault: str = ""


def read_stories(paths: Iterable[str], stdin_name: str = "stdin") -> Iterator[Story]:
    """The stories at these paths, each read when its turn comes and none twice.

    A file that is named is read whatever it is called; of a folder, what looks like a story.
    "-" is what comes on standard input.
    """
    done: set[str] = set()
    for path in paths:
        if path == _STDIN:
            found: Iterable[Story] = (_read_stdin(stdin_name),) if path not in done else ()
            done.add(path)
        else:
            found = _at(path, done)
        yield from found


def _at(path: str, done: set[str]) -> Iterator[Story]:
    # A stack instead of recursion: folders may be nested deeper than Python calls.
    waiting: list[tuple[str, tuple[_Identity, ...]]] = [(path, ())]
    seen: set[_Identity] = set()
    while waiting:
        place, above = waiting.pop()
        try:
            about = os.stat(place)  # noqa: PTH116
            identity = (about.st_dev, about.st_ino)
            if not stat.S_ISDIR(about.st_mode):
                if _is_new(place, done) and _is_wanted(about, named=not above):
                    yield _read(place)
            elif identity in above:
                yield Story(place, fault="a loop: the link leads back to a folder above it")
            elif identity not in seen:
                seen.add(identity)
                inside = [(one, (*above, identity)) for one in _inside(place)]
                waiting += reversed(inside)
        except OSError as error:
            yield Story(place, fault=error.strerror or str(error))


def _is_new(path: str, done: set[str]) -> bool:
    whole = os.path.abspath(path)  # noqa: PTH100
    known = whole in done
    done.add(whole)
    return not known


def _is_wanted(about: os.stat_result, *, named: bool) -> bool:
    # A pipe in a folder would wait for ever; one that is named may be the shell's `<(…)`.
    return named or stat.S_ISREG(about.st_mode)


def _inside(folder: str) -> Iterator[str]:
    for name in sorted(os.listdir(folder)):  # noqa: PTH208
        path = os.path.join(folder, name).removeprefix("./")  # noqa: PTH118
        if name.startswith(".") or name in _SKIPPED:
            continue
        if suffix_of(name) in _SUFFIXES or os.path.isdir(path):  # noqa: PTH112
            yield path


def _read(path: str) -> Story:
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            if stat.S_ISCHR(os.fstat(file.fileno()).st_mode) and path != os.devnull:
                return Story(path, fault="it is a device, not a file")
            return Story(path, decode(file.read()))
    except Unreadable as error:
        return Story(path, fault=str(error))
    except OSError as error:
        return Story(path, fault=error.strerror or str(error))


def _read_stdin(name: str) -> Story:
    try:
        return Story(name, decode(sys.stdin.buffer.read()))
    except Unreadable as error:
        return Story(name, fault=str(error))
    except (OSError, AttributeError):  # there is no sys.stdin where it was closed
        return Story(name, fault="standard input is closed")
