"""Taking a plugin's answer apart, so that whatever it is, a sentence says what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.rules import RuleError


def rows_of(answer: object, what: str) -> Iterator[tuple[str, object]]:
    """The rows of a table by their names; a table of none is a mistake too."""
    if not isinstance(answer, Mapping) or not answer:
        raise RuleError(f"gave {answer!r} for {what}, not a table")
    for name, row in answer.items():
        if not isinstance(name, str) or not name.strip():
            raise RuleError(f"gave {name!r} for a name in {what}")
        yield name, row


def text_of(value: object, what: str) -> str:
    """A text that is not blank."""
    if not isinstance(value, str) or not value.strip():
        raise RuleError(f"gave {value!r} for {what}, not words in a text")
    return value


def one_of(name: str, known: Mapping[str, object], what: str) -> None:
    """Require a name that is known."""
    if name not in known:
        raise RuleError(f"gave {name!r} for {what}, which is none of {', '.join(known)}")
