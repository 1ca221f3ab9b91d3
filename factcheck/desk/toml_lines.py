"""Which line of a TOML text each key and each item of a list stands on; tomllib does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from factcheck.tuples import NamedTuple

# The keys that lead to a value; the items of a list count from 0.
Path: TypeAlias = tuple[str | int, ...]
_Place: TypeAlias = tuple[Path, int]

_TOKEN = re.compile(
    r"""
    (?P<gap> [ \t]+ | \#[^\n]* )
    | (?P<break> \r?\n )
    | (?P<text>
        \"{3} (?: [^"\\] | \\. | "(?!"") )*+ \"{3,5}
        | '{3} (?: [^'] | '(?!'') )*+ '{3,5}
        | " (?: [^"\\\n] | \\. )*+ "
        | ' [^'\n]*+ '
      )
    | (?P<sign> [\[\]{}=,.] )
    | (?P<bare> [^\s\[\]{}=,.\#"']+ )
    """,
    re.VERBOSE | re.DOTALL,
)
_ENDS = frozenset(("\n", ",", "]", "}", ""))


def find_lines(text: str) -> dict[Path, int]:
    """The line, from 1, on which each key and item is first named, tables and their parts too.

    `text` must be TOML that tomllib reads.
    """
    lines: dict[Path, int] = {}
    for path, line in _statements(_Tokens(text)):
        lines.setdefault(path, line)
    return lines


class _Token(NamedTuple):
    text: str
    line: int


class _Tokens:
    """What a text consists of, without spaces and comments; behind its end comes ""."""

    def __init__(self, text: str) -> None:
        self._tokens = [*_tokens(text)]
        self._next = 0

    @property
    def next(self) -> _Token:
        return self._tokens[self._next]

    def take(self) -> _Token:
        token = self.next
        self._next += bool(token.text)
        return token

    def takes(self, *signs: str) -> bool:
        """Whether one of these came next; if so, it is taken, the end excepted."""
        found = self.next.text in signs
        self._next += found and bool(self.next.text)
        return found


def _tokens(text: str) -> Iterator[_Token]:
    line = 1
    for found in _TOKEN.finditer(text):
        if found.lastgroup != "gap":
            yield _Token("\n" if found.lastgroup == "break" else found[0], line)
        line += found[0].count("\n")
    yield _Token("", line)


def _statements(tokens: _Tokens) -> Iterator[_Place]:
    table: Path = ()
    counts: dict[Path, int] = {}  # of each list of tables, its last item
    while tokens.next.text:
        if tokens.takes("\n"):
            continue
        if tokens.takes("["):
            repeated = tokens.takes("[")
            key, line = _key(tokens)
            while tokens.takes("]"):
                pass
            table = _table_at(key, counts, repeated=repeated)
            yield from ((table[:end], line) for end in range(1, len(table) + 1))
        else:
            yield from _pair(tokens, table)


def _table_at(key: Path, counts: dict[Path, int], *, repeated: bool) -> Path:
    """Where a header leads: of each list of tables on the way, into its last item."""
    path: Path = ()
    for place, part in enumerate(key, 1):
        path += (part,)
        if repeated and place == len(key):
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path += (counts[path],)
    return path


def _pair(tokens: _Tokens, table: Path) -> Iterator[_Place]:
    key, line = _key(tokens)
    yield from ((table + key[:end], line) for end in range(1, len(key) + 1))
    tokens.take()  # the equals sign
    yield from _value(tokens, table + key)


def _key(tokens: _Tokens) -> _Place:
    line = tokens.next.line
    parts = [_name(tokens.take().text)]
    while tokens.takes("."):
        parts.append(_name(tokens.take().text))
    return (*parts,), line


def _name(written: str) -> str:
    if written[0] not in "\"'":
        return written
    import tomllib

    name: str = tomllib.loads(f"name = {written}")["name"]
    return name


def _value(tokens: _Tokens, path: Path) -> Iterator[_Place]:
    if tokens.takes("["):
        yield from _items(tokens, path)
    elif tokens.takes("{"):
        while not tokens.takes("}", ""):
            if not tokens.takes(",", "\n"):
                yield from _pair(tokens, path)
    else:
        tokens.take()
        while tokens.next.text not in _ENDS:
            tokens.take()


def _items(tokens: _Tokens, path: Path) -> Iterator[_Place]:
    index = 0
    while not tokens.takes("]", ""):
        if not tokens.takes(",", "\n"):
            yield (*path, index), tokens.next.line
            yield from _value(tokens, (*path, index))
            index += 1
