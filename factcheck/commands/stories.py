"""Finding the files to read, and reading them; what cannot be read says why."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from factcheck.added import added
from factcheck.findings import Failure
from factcheck.hosting import describe
from factcheck.model import Document
from factcheck.plugins import installed_additions
from factcheck.readers import JsonPaths, holds_story, suffix_of
from factcheck.readers.decoding import Unreadable
from factcheck.values import dataclass

if TYPE_CHECKING:
    from factcheck.commands.configured import Configured

_SUFFIXES = frozenset((
    ".md", ".markdown", ".txt", ".html", ".htm", ".docx", ".json", ".xml", ".aml", ".archieml",
))  # fmt: skip
_SKIPPED = frozenset(("node_modules", "venv", "site-packages", "__pycache__"))
STDIN = "-"

AsOf: TypeAlias = tuple[int, int, int] | None
_Identity: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Story:
    """What is in a file, or else the fault that kept it from being read, as half a sentence."""

    path: str
    data: bytes = b""
    fault: str = ""


def read_stories(
    paths: Iterable[str], stdin_name: str, configured: Configured, *, as_found: bool = False
) -> Iterator[Story]:
    """The stories at these paths, each read when its turn comes and none twice.

    A file that is named is read whatever it is called; of a folder, what looks like a story and
    is not excluded: of JSON and XML, which most is not, only what holds one. With `as_found` a
    named file is taken as if it had been found in its folder.
    "-" is what comes on standard input.
    """
    installed_additions()
    done: set[_Identity] = set()
    for path in dict.fromkeys(paths):
        if path == STDIN:
            yield _read_stdin(stdin_name)
        elif as_found and os.path.isfile(path):  # noqa: PTH113
            stories = _at(path, done, configured) if _is_findable(path, configured) else ()
            yield from (one for one in stories if one.fault or _holds_story(one, configured))
        else:
            yield from _at(path, done, configured)


def count_stories(paths: Iterable[str]) -> int:
    """About how many stories are at these paths, none of them read."""
    done: set[_Identity] = set()
    waiting = [*paths]
    count = 0
    while waiting:
        place = waiting.pop()
        try:
            about = os.stat(place)  # noqa: PTH116
            if (about.st_dev, about.st_ino) in done:
                continue
            done.add((about.st_dev, about.st_ino))
            if stat.S_ISDIR(about.st_mode):
                waiting += _inside(place)
                continue
        except OSError:
            pass  # it is counted when it fails, too
        count += 1
    return count


def read_document(
    story: Story, as_of: AsOf = None, json_paths: JsonPaths = ()
) -> Document | Failure:
    """The story as read, or why it could not be."""
    from factcheck.reading import read_data

    if story.fault:
        return Failure(story.fault)
    try:
        return read_data(story.data, story.path, as_of=as_of, json_paths=json_paths)
    except Unreadable as error:
        return Failure(str(error))
    except Exception as error:  # a fault of ours, which must not keep the other stories back
        return Failure(f"factcheck broke on this story, please report it: {describe(error)}")


def _at(path: str, done: set[_Identity], configured: Configured) -> Iterator[Story]:
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
                inside = [
                    (one, (*above, identity))
                    for one in _inside(place)
                    if not configured.excludes(one)
                ]
                waiting += reversed(inside)
            elif _is_wanted(about, named=not above):
                story = _read(place)
                if not above or story.fault or _holds_story(story, configured):
                    yield story
            done.add(identity)
        except OSError as error:
            yield Story(place, fault=error.strerror or str(error))


def _holds_story(story: Story, configured: Configured) -> bool:
    try:
        json_paths = configured.settings_for(story.path).json_paths
        return holds_story(story.data, story.path, json_paths)
    except Exception:  # whatever it is, it is told when the story is read
        return True


def _is_findable(path: str, configured: Configured) -> bool:
    """Whether a search of its folder would find a file."""
    return (
        not _is_hidden(os.path.basename(path))  # noqa: PTH119
        and _is_story(path)
        and not configured.excludes(path)
    )


def _is_hidden(name: str) -> bool:
    # Word keeps "~$draft.docx" beside a "draft.docx" that is open.
    return name.startswith((".", "~$")) or name in _SKIPPED


def _is_wanted(about: os.stat_result, *, named: bool) -> bool:
    # A pipe in a folder would wait for ever; one that is named may be the shell's `<(…)`.
    return named or stat.S_ISREG(about.st_mode)


def _inside(folder: str) -> Iterator[str]:
    for name in sorted(os.listdir(folder)):  # noqa: PTH208
        path = os.path.join(folder, name).removeprefix("./")  # noqa: PTH118
        if _is_hidden(name):
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
