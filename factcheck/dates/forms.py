"""A form: how a kind of date looks in the shape of a text, and the function that reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from factcheck.dates.shapes import Page
from factcheck.model import Date

Match = re.Match[str]
Reader = Callable[[Page, Match], "Date | None"]


@dataclass(slots=True)
class Form:
    """`starts` are the letters it may begin with; a blank in `pattern` allows a line break."""

    starts: str
    pattern: str
    read: Reader
    _compiled: re.Pattern[str] | None = field(default=None, init=False)

    def find_at(self, page: Page, index: int) -> Date | None:
        """The date of this form that begins at this token."""
        # Compiled at first use: most stories need few of the forms.
        if self._compiled is None:
            self._compiled = re.compile(self.pattern.replace(" ", "n?"))
        match = self._compiled.match(page.shape, index)
        return self.read(page, match) if match else None
