"""Which rule took long, said once at the end: one slow rule makes every run a slow one."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from factcheck.reports import Checked

# Seconds that nobody waits for in vain: with one story, and with a whole run.
_LONG_STORY, _LONG_RUN = 1.0, 5.0
# Even a story that is a book: each of factcheck's own rules reads a hundred times faster.
_CHARACTERS = 100_000


# Classes by hand: each dataclass takes half a millisecond of every start to make.
class _Spent:
    """What one rule took of a run, and of the story that took it longest."""

    __slots__ = ("long", "path", "seconds", "worst")

    def __init__(self) -> None:
        self.seconds = self.worst = 0.0
        self.path = ""
        self.long = False


class Slowness:
    """What is known of slow rules while a run goes on, which began at `started`."""

    __slots__ = ("_spent", "_started", "_stuck")

    def __init__(self, started: float | None = None) -> None:
        self._started = perf_counter() if started is None else started
        self._spent: dict[tuple[str, str], _Spent] = {}
        self._stuck: tuple[str, ...] = ()

    def note(self, file: Checked) -> None:
        """Add what rules took with this file."""
        if not file.report or not file.report.slow:
            return
        allowed = max(_LONG_STORY, len(file.report.document.text) / _CHARACTERS)
        for one in file.report.slow:
            spent = self._spent.setdefault((one.rule, one.distribution), _Spent())
            spent.seconds += one.seconds
            spent.long |= one.seconds > allowed
            if one.seconds > spent.worst:
                spent.worst, spent.path = one.seconds, file.path

    def note_interruption(self, interruption: KeyboardInterrupt) -> None:
        """Remember which rule the user waited for, if there was one."""
        self._stuck = tuple(getattr(interruption, "__notes__", ()))

    def sentences(self) -> Iterator[str]:
        """A sentence about each rule that took too long with a story, or most of a long run."""
        yield from self._stuck
        elapsed = perf_counter() - self._started
        for (rule, distribution), spent in self._spent.items():
            if spent.long or spent.seconds > elapsed / 2 > _LONG_RUN / 2:
                origin = f" of {distribution}" if distribution else ""
                part = f"{spent.worst:.1f} s" if spent.worst < spent.seconds else "all"
                yield (
                    f"rule {rule}{origin} is slow: it took {spent.seconds:.1f} s of a run of "
                    f"{elapsed:.1f} s, {part} of it on {spent.path}"
                )
