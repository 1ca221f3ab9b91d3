"""Ctrl-C: the first ends the checking and not the report, the second ends everything."""

from __future__ import annotations

# What the module without the underscore does at its import takes longer than a story.
import _signal  # type: ignore[import-not-found]
from collections.abc import Iterable, Iterator
from contextlib import suppress

from factcheck.reports import Checked


class Interrupts:
    """Within it, `came` says whether there was a Ctrl-C, which raises only while stories are read.

    A report that is being written is so never cut off in the middle. `raised` is what ended the
    checking, where it was at work.
    """

    def __init__(self) -> None:
        self.came = False
        self.raised: KeyboardInterrupt | None = None
        self._checking = False
        self._before: object = None

    def __enter__(self) -> Interrupts:
        # Whoever started us may want us to ignore it, or may handle it.
        if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
            # Only the main thread may.
            with suppress(ValueError):
                self._before = _signal.signal(_signal.SIGINT, self._note)
        return self

    def __exit__(self, *_: object) -> None:
        if self._before is not None:
            _signal.signal(_signal.SIGINT, self._before)

    def stopping(self, files: Iterable[Checked]) -> Iterator[Checked]:
        """The same files, and none after a Ctrl-C."""
        source = iter(files)
        while not self.came:
            try:
                self._checking = True
                file = next(source, None)
                self._checking = False
            except KeyboardInterrupt as interruption:
                self.came, self.raised = True, interruption
                break
            if file is None:
                break
            yield file
        # What it has open is closed now, not when somebody forgets it.
        getattr(source, "close", lambda: None)()

    def _note(self, number: int, frame: object) -> None:
        del frame
        self.came = True
        _signal.signal(number, _signal.SIG_DFL)
        if self._checking:
            raise KeyboardInterrupt
