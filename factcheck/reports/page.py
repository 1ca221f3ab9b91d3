"""The sheet a report is written on: how wide it is, and whether it has colour and Unicode."""

from __future__ import annotations

from factcheck.reports.cells import shown
from factcheck.values import dataclass

_COLOURS = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "strong": "1",
    "frame": "34",
}
_DRAWN = str.maketrans("├┤─●→←⋮…│", "||-*><:.|")
_NARROWEST = 20


@dataclass(frozen=True, slots=True)
class Page:
    """How wide a report may be, in cells, and what it may be written with."""

    width: int = 80
    colour: bool = False
    ascii_only: bool = False

    @property
    def room(self) -> int:
        """The cells to lay out in: below twenty nothing could be read."""
        return max(self.width, _NARROWEST)

    @property
    def ellipsis(self) -> str:
        """The sign that something was left out."""
        return "..." if self.ascii_only else "…"

    def shown(self, text: str) -> str:
        """The text as it may be given to this page."""
        return shown(text, ascii_only=self.ascii_only)

    def drawn(self, lines: str) -> str:
        """A drawing in the characters this page has, as wide as it was."""
        return lines.translate(_DRAWN) if self.ascii_only else lines

    def paint(self, text: str, colour: str) -> str:
        """The text in one of the colours, if the page has any."""
        return f"\033[{_COLOURS[colour]}m{text}\033[0m" if self.colour and text else text
