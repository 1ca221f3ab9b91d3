"""From a file to its prose: one module a format, chosen by the name's suffix.

A reader blanks markup with spaces and never removes it; a character that the file writes in a
longer way (an entity, an escape) stands in the prose with spaces beside it. In a prose every
line break ends a paragraph; the breaks of hard-wrapped text have become spaces.

A module has `read(text)`. Where its files are not always UTF-8, or no text at all, it has
`read_bytes(data)` as well, which gives the text too. So have the readers of plugins.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, TypeAlias, cast

from factcheck.added import added
from factcheck.model import Comment, Place, Region, RegionKind
from factcheck.readers.decoding import Unreadable, decode
from factcheck.values import dataclass

if TYPE_CHECKING:
    from factcheck.readers.plugged import AddedReader

SUFFIXES = {
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd"), "markdown"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    **dict.fromkeys((".aml", ".archieml"), "archieml"),
    ".docx": "docx",
    ".json": "json_story",
    ".xml": "news_xml",
}
# Most files of these names are no stories.
_SELDOM_STORIES = frozenset((".json", ".xml"))
# What a broken file of these names must hold somewhere to be taken for a story.
# How reports of ours begin that would be read as stories.
REPORT_SIGN = "<!-- written by factcheck -->"
_REPORTS = (REPORT_SIGN.encode(), b'<meta name="generator" content="factcheck">')
_NEAR = 400  # bytes in which it stands
_SIGNS = (b'"headline', b'"body', b'"bodies', b"<nitf", b"newsItem", b"newsMessage")


# Where the prose of JSON stands and what part of a story it plays, instead of what is known of it.
JsonPaths: TypeAlias = Sequence[tuple[str, RegionKind]]


class NotAStoryError(Unreadable):
    """A file in good order that holds no story we know how to find."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader makes of a text: `len(prose) == len(text)`, regions in reading order.

    `as_of` is the story's own date as (year, month, day), None where the file does not say.
    `places` and `comments` are as those of `Document`.
    """

    prose: str
    regions: tuple[Region, ...] = ()
    as_of: tuple[int, int, int] | None = None
    places: tuple[Place, ...] = ()
    comments: tuple[Comment, ...] = ()


# What plugins call it: to rules a reading is one of a date.
Prose = Reading


def read_text(text: str, name: str) -> Reading:
    """Read a text by the reader for the name's suffix; what no reader claims is plain text.

    Raises `Unreadable` for a text that is not what its name says: broken JSON or XML.
    """
    return cast(Reading, _reader(name).read(text))


def read_bytes(data: bytes, name: str, json_paths: JsonPaths = ()) -> tuple[str, Reading]:
    """The text of a file and what its reader makes of it; raises `Unreadable` where it cannot."""
    if json_paths and suffix_of(name) == ".json":
        from factcheck.readers import json_story

        text = decode(data)
        return text, json_story.read(text, dict(json_paths))
    reader = _reader(name)
    if hasattr(reader, "read_bytes"):
        return cast(tuple[str, Reading], reader.read_bytes(data))
    text = decode(data)
    return text, cast(Reading, reader.read(text))


def holds_story(data: bytes, name: str, json_paths: JsonPaths = ()) -> bool:
    """Whether a file that nobody named is to be read as a story.

    Reports of ours are none. Most JSON and XML is data: it must have a headline, or prose at one of
    the `json_paths`. If it cannot be read, a word that only stories use is enough, so that a broken
    story is not passed over.
    """
    if any(sign in data[:_NEAR] for sign in _REPORTS):
        return False
    if suffix_of(name) not in _SELDOM_STORIES:
        return True
    try:
        _, reading = read_bytes(data, name, json_paths)
    except NotAStoryError:
        return False
    except Unreadable:
        return any(sign in data for sign in _SIGNS)
    is_where_looked_for = bool(json_paths) and suffix_of(name) == ".json"
    return is_where_looked_for or any(one.kind == "headline" for one in reading.regions)


def _reader(name: str) -> ModuleType | AddedReader:
    suffix = suffix_of(name)
    if suffix in added().get("readers", ()):
        from factcheck.readers.plugged import AddedReader

        return AddedReader(suffix, added()["readers"][suffix])
    # Only the reader that is needed: a reader's patterns cost milliseconds to compile.
    return import_module(f"factcheck.readers.{SUFFIXES.get(suffix, 'plain')}")


def suffix_of(name: str) -> str:
    """The suffix that chooses the reader, in lower case."""
    return "." + name.rpartition(".")[2].lower()
