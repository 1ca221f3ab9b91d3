"""Examples with `[[ ]]` round what a rule must flag; one without marks must pass."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.findings import Severity
from factcheck.model import Span
from factcheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """A marked text, with what is known of the story it stands for.

    `[[ ]]` stand round each stretch that the rule flags: every span of every finding. Marks do
    not nest and are not empty. `name` chooses the reader by its suffix. `as_of` is the story's
    own date as (year, month, day). `severity` is what each finding must have; None takes any.
    """

    text: str
    name: str = "story.txt"
    as_of: tuple[int, int, int] | None = None
    severity: Severity | None = None

    @property
    def sound(self) -> bool:
        """Whether nothing is to be flagged."""
        return "[[" not in self.text

    @property
    def plain(self) -> str:
        """The text without its marks."""
        return self.text.replace("[[", "").replace("]]", "")


def marks_balance(text: str) -> bool:
    """Whether each `[[` is closed by the next `]]`, with something in between."""
    if "[[" not in text and "]]" not in text:
        return True
    marks = re.findall(r"\[\[|\]\]", text)
    return marks == ["[[", "]]"] * (len(marks) // 2) and "[[]]" not in text


def merge(spans: Iterable[Span]) -> list[Span]:
    """The same characters as disjoint spans in order; spans that only touch stay apart.

    Of spans that overlap, the label of the first that has one stays.
    """
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and merged[-1].overlaps(span):
            last = merged.pop()
            span = Span(last.start, max(last.end, span.end), last.label or span.label)
        merged.append(span)
    return merged


def mark(text: str, spans: Iterable[Span]) -> str:
    """The text with `[[ ]]` round these spans, a span's label written within its mark."""
    pieces, done = [], 0
    for span in merge(spans):
        label = f"{span.label}: " if span.label else ""
        pieces += [text[done : span.start], "[[", label, span.of(text), "]]"]
        done = span.end
    return "".join([*pieces, text[done:]])
