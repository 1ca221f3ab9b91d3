"""The strings of a JSON text with their places, and as they would be read, in the same length."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from factcheck.model import Span
from factcheck.readers.decoding import Unreadable
from factcheck.readers.signs import spread
from factcheck.tuples import NamedTuple

_TOKEN = re.compile(r'"(?P<string>(?:[^"\\]++|\\.)*+)"|[{}\[\],]')
# The start of a tag is one sign, whether or not parts of it are escaped: "\u003c\/p".
_ESCAPE = re.compile(
    r"(?:<|\\u003[cC])\\/|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|\\u[0-9a-fA-F]{4}|\\."
)


_DEEPEST = 100  # keys that lead to a value
MARKUP = re.compile(r"</?(?:p|br|div|h[1-6]|ul|ol|li|em|strong|b|i|a|span|blockquote)\b[^<>]*>")


class Value(NamedTuple):
    """A string in a JSON text: the keys and indices that lead to it, and its span.

    `marked` says that it holds HTML.
    """

    path: tuple[str, ...]
    span: Span
    marked: bool

    @property
    def pointer(self) -> str:
        """Its JSON Pointer (RFC 6901)."""
        keys = (key.replace("~", "~0").replace("/", "~1") for key in self.path)
        return "".join(f"/{key}" for key in keys)


def parse(text: str) -> Any:
    """What the text says; raises `Unreadable` where it is not JSON."""
    try:
        # Numbers stay as they are written: one of a million digits would take for ever.
        return json.loads(text, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise Unreadable(f"it is not valid JSON: {error.msg} at {where}") from None
    except RecursionError:
        raise Unreadable("it is JSON nested deeper than any story") from None


def find_values(text: str) -> Iterator[Value]:
    """Each string of a valid JSON text that is a value at a depth stories have, in order."""
    path: list[str] = []  # the key or index within each open object or list
    lists: list[bool] = []
    expects_key = False
    for found in _TOKEN.finditer(text):
        sign = found[0]
        if sign in ("{", "["):
            lists.append(sign == "[")
            path.append("0")
            expects_key = sign == "{"
        elif sign in ("}", "]"):
            lists.pop()
            path.pop()
        elif sign == ",":
            expects_key = not lists[-1]
            if lists[-1]:
                path[-1] = str(int(path[-1]) + 1)
        elif expects_key:
            path[-1] = json.loads(sign, strict=False) if "\\" in sign else sign[1:-1]
            expects_key = False
        elif len(path) <= _DEEPEST:
            marked = "<" in sign or "\\u003" in sign
            marked = marked and MARKUP.search(unescape(sign)) is not None
            yield Value(tuple(path), Span(*found.span("string")), marked)


def unescape(written: str) -> str:
    """A string as it would be read, each character in the width that it was written with."""
    return _ESCAPE.sub(_shown, written) if "\\" in written else written


def _shown(found: re.Match[str]) -> str:
    escape, width = found[0], len(found[0])
    if escape.endswith("\\/") and width > 2:
        return "</".rjust(width)
    sign = json.loads(f'"{escape}"')
    if sign in "<&":
        return str(sign).rjust(width)
    if not (sign.isprintable() or sign in "\n\xa0\u2028\u2029"):
        return " " * width
    start, end = found.span()
    return spread(sign, width, found.string[max(0, start - 1) : start], found.string[end : end + 1])
