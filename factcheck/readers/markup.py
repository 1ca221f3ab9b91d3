"""The marks of HTML and XML in one pass over a text: tags, entities, and what is no text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import Literal

from factcheck.model import Span
from factcheck.readers.signs import ENTITY
from factcheck.tuples import NamedTuple

_SIGN = re.compile(r"[<&\]]")
_OPENING = re.compile(r"</?[A-Za-z]")
_TAG = re.compile(
    r"""<(?P<slash>/?)(?P<name>[A-Za-z][^\s/>]*+)
    (?P<rest>(?:[\s/=]++|[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+))?+)*+)>""",
    re.VERBOSE,
)
# For the rest of a text in which the search for a tag's end came to nothing: it would be
# searched for again from each "<".
_SHORT_TAG = re.compile(r"<(?P<slash>/?)(?P<name>[A-Za-z][^\s/<>]*+)(?P<rest>[^<>]*+)>")
_ATTRIBUTE = re.compile(
    r"""([^\s/>=]++)
    (?:\s*+=\s*+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>[^\s>"']++)))?+""",
    re.VERBOSE,
)
_DECLARATION = re.compile(r"<![^\[>]*+(?:\[[^\]]*+\]\s*+)?+>|<\?[^>]*+>")
_CDATA, _CDATA_END = "<![CDATA[", "]]>"


class Mark(NamedTuple):
    """A mark: a tag with its name in small letters and without prefix, or another stretch.

    "open" and "close" are tags, "empty" is a tag that closes itself. "none" is no text:
    a comment, a declaration, a script.
    """

    kind: Literal["open", "close", "empty", "entity", "none"]
    start: int
    end: int
    name: str = ""


def find_marks(text: str, raw: Set[str] = frozenset()) -> Iterator[Mark]:
    """The marks in order; within the elements of `raw`, nothing is a mark but their end."""
    at, tag, in_cdata = 0, _TAG, False
    while sign := _SIGN.search(text, at):
        start = sign.start()
        at = start + 1
        if text[start] == "]":
            if in_cdata and text.startswith(_CDATA_END, start):
                at, in_cdata = start + len(_CDATA_END), False
                yield Mark("none", start, at)
        elif text[start] == "&":
            if found := ENTITY.match(text, start):
                at = found.end()
                yield Mark("entity", start, at)
        elif text.startswith(_CDATA, start):
            # What stands in it is HTML again in all that news agencies send.
            at, in_cdata = start + len(_CDATA), True
            yield Mark("none", start, at)
        elif text.startswith(("<!", "<?"), start):
            at = _end_of_declaration(text, start)
            yield Mark("none", start, at)
        elif found := tag.match(text, start):
            at = found.end()
            yield (mark := _tag(found))
            if mark.kind == "open" and mark.name in raw:
                end = _end_of_raw(text, mark)
                yield Mark("none", at, end)
                at = end
        elif _OPENING.match(text, start):
            tag = _SHORT_TAG


def attributes(text: str, tag: Mark) -> dict[str, Span]:
    """Where the value of each attribute stands, by the attribute's name in small letters."""
    values: dict[str, Span] = {}
    at = tag.start + 1
    for found in _ATTRIBUTE.finditer(text, at, tag.end - 1):
        if found.lastgroup:
            span = Span(*found.span(found.lastgroup))
            values.setdefault(found[1].lower().rpartition(":")[2], span)
    return values


def _tag(found: re.Match[str]) -> Mark:
    name = found["name"].lower().rpartition(":")[2]
    if found["slash"]:
        return Mark("close", *found.span(), name)
    return Mark("empty" if found["rest"].endswith("/") else "open", *found.span(), name)


def _end_of_declaration(text: str, start: int) -> int:
    """After a comment, a document type or a processing instruction, which may be never closed."""
    if text.startswith("<!--", start):
        end = text.find("-->", start + 2)
        return len(text) if end < 0 else end + 3
    found = _DECLARATION.match(text, start)
    return found.end() if found else len(text)


def _end_of_raw(text: str, tag: Mark) -> int:
    closing = re.compile(rf"</{re.escape(tag.name)}(?=[\s/>])", re.IGNORECASE)
    found = closing.search(text, tag.end)
    return found.start() if found else len(text)
