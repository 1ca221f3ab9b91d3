"""From a file's text to its prose: one module a format, chosen by the name's suffix.

A reader blanks markup with spaces and never removes it. In a prose every line break ends a
paragraph; the breaks of hard-wrapped text have become spaces.
"""

from __future__ import annotations

from importlib import import_module
from typing import cast

from factcheck.model import Region
from factcheck.values import dataclass

_MODULES = dict.fromkeys((".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd"), "markdown")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader makes of a text: `len(prose) == len(text)`, regions in reading order.

    `as_of` is the story's own date as (year, month, day), None where the file does not say.
    """

    prose: str
    regions: tuple[Region, ...] = ()
    as_of: tuple[int, int, int] | None = None


def read_text(text: str, name: str) -> Reading:
    """Read a text by the reader for the name's suffix; what no reader claims is plain text."""
    # Only the reader that is needed: a reader's patterns cost milliseconds to compile.
    module = import_module(f"factcheck.readers.{_MODULES.get(suffix_of(name), 'plain')}")
    return cast(Reading, module.read(text))


def suffix_of(name: str) -> str:
    """The suffix that chooses the reader, in lower case."""
    return "." + name.rpartition(".")[2].lower()
