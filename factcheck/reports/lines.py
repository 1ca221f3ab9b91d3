"""Lines and columns of a text, both from 1, columns in code points: what editors count in."""

from __future__ import annotations

import re
from bisect import bisect_right

from factcheck.values import dataclass

_BREAK = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Lines:
    """Where each line of a text begins, and where it ends without its line break."""

    starts: list[int]
    ends: list[int]

    def number(self, offset: int) -> int:
        """The line that holds this offset."""
        return max(1, bisect_right(self.starts, offset))

    def bounds(self, number: int) -> tuple[int, int]:
        """The half-open stretch of a line, its line break left out."""
        return self.starts[number - 1], self.ends[number - 1]

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset."""
        number = self.number(offset)
        return number, offset - self.starts[number - 1] + 1


def find_lines(text: str) -> Lines:
    """Cut a text at line feeds, carriage returns, and one followed by the other."""
    breaks = [found.span() for found in _BREAK.finditer(text)]
    return Lines([0, *(end for _, end in breaks)], [*(start for start, _ in breaks), len(text)])
