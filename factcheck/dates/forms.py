"""A form: how a kind of date looks in the shape of a text, and the function that reads it."""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.dates.shapes import Page
from factcheck.model import Date
from factcheck.values import dataclass

Match = re.Match[str]
Reader = Callable[[Page, Match], "Date | None"]


@dataclass(frozen=True, slots=True)
class Form:
    """`starts` are the letters it may begin with; a blank in `pattern` allows a line break."""

    starts: str
    pattern: str
    read: Reader

    def compile(self) -> re.Pattern[str]:
        """The pattern over shapes."""
        return re.compile(self.pattern.replace(" ", "n?"))
