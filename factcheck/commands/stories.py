"""Finding the files to read, and reading them; what cannot be read says why."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from factcheck.added import added
from factcheck.findings import Failure
from factcheck.hosting import describe
from factcheck.model import Document
from factcheck.plugins import installed_additions
from factcheck.readers import holds_story, suffix_of
from factcheck.readers.decoding import Unreadable
from factcheck.values import dataclass

_SUFFIXES = frozenset((
    ".md", ".markdown", ".txt", ".html", ".htm", ".docx", ".json", ".xml", ".aml", ".archieml",
))  # fmt: skip
_SKIPPED = frozenset(("node_modules", "venv", "site-packages", "__pycache__"))
_STDIN = "-"

AsOf: TypeAlias = tuple[int, int, int] | None
_Identity: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Story:
    """What is in a file, or else the fault that kept it from being read, as half a sentence."""

    path: str
    data: bytes = b""
    fault: str = ""


def read_stories(paths: Iterable[str], stdin_name: str = "stdin") -> Iterator[Story]:
    """The stories at these paths, each read when its turn comes and none twice.

    A file that is named is read whatever it is called; of a folder, what looks like a story: of
    JSON and XML, which most is not, only what holds one.
    "-" is what comes on standard input.
    """
    installed_additions()
    done: set[_Identity] = set()
    for path in dict.fromkeys(paths):
        if path == _STDIN:
            yield _read_stdin(stdin_name)
        else:
            yield from _at(path, done)


def read_document(story: Story, as_of: AsOf = None) -> Document | Failure:
    """The story as read, or why it could not be."""
    from factcheck.reading import read_data

    if story.fault:
        return Failure(story.fault)
    try:
        return read_data(story.data, story.path, as_of=as_of)
    except Unreadable as error:
        return Failure(str(error))
    except Exception as error:  # a fault of ours, which must not keep the other stories back
        return Failure(f"factcheck broke on this story, please report it: {describe(error)}")


def _at(path: str, done: set[_Identity]) -> Iterator[Story]:
    # A stack instead of recursion: folders may be nested deeper than Python calls.
    waiting: list[tuple[str, tuple[_Identity, ...]]] = [(path, ())]
    while waiting:
        place, above = waiting.pop()
        try:
            about = os.stat(place)  # noqa: PTH116
            identity = (about.st_dev, about.st_ino)
            if identity in above:
                yield Story(place, fault="a loop: it leads back to a folder above it")
            elif identity in done:
                continue
            elif stat.S_ISDIR(about.st_mode):
                inside = [(one, (*above, identity)) for one in _inside(place)]
                waiting += reversed(inside)
            elif _is_wanted(about, named=not above):
                story = _read(place)
                if not above or story.fault or _holds_story(story):
                    yield story
            done.add(identity)
        except OSError as error:
            yield Story(place, fault=error.strerror or str(error))


def _holds_story(story: Story) -> bool:
    try:
        return holds_story(story.data, story.path)
    except Exception:  # a fault of ours, which is told when the story is read
        return True


def _is_wanted(about: os.stat_result, *, named: bool) -> bool:
    # A pipe in a folder would wait for ever; one that is named may be the shell's `<(…)`.
    return named or stat.S_ISREG(about.st_mode)


def _inside(folder: str) -> Iterator[str]:
    for name in sorted(os.listdir(folder)):  # noqa: PTH208
        path = os.path.join(folder, name).removeprefix("./")  # noqa: PTH118
        # Word keeps "~$draft.docx" beside a "draft.docx" that is open.
        if name.startswith((".", "~$")) or name in _SKIPPED:
            continue
        if _is_story(name) or os.path.isdir(path):  # noqa: PTH112
            yield path


def _is_story(name: str) -> bool:
    suffix = suffix_of(name)
    return suffix in _SUFFIXES or suffix in added().get("readers", ())


def _read(path: str) -> Story:
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            if stat.S_ISCHR(os.fstat(file.fileno()).st_mode) and path != os.devnull:
                return Story(path, fault="it is a device, not a file")
            return Story(path, file.read())
    except OSError as error:
        return Story(path, fault=error.strerror or str(error))


def _read_stdin(name: str) -> Story:
    try:
        return Story(name, sys.stdin.buffer.read())
    except (OSError, AttributeError):  # there is no sys.stdin where it was closed
        return Story(name, fault="standard input is closed")
