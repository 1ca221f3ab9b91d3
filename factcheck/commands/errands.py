"""A story on its way to what is found in it: here, in another process, or in an earlier run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.commands.checking import find
from factcheck.commands.stories import AsOf, Story, read_document
from factcheck.desk.kept import unpack_report
from factcheck.findings import Failure, Report
from factcheck.model import Document
from factcheck.rules import Rule


@dataclass(slots=True, eq=False)
class Errand:
    """A story to be checked by these rules.

    It is `ready` when nobody else is at work on it. What others found is in `packed` or `failure`;
    if they found nothing, it is found here when somebody asks. `kept` says that the cache has it.
    """

    story: Story
    rules: Sequence[Rule]
    as_of: AsOf
    key: bytes = b""
    packed: bytes = b""
    kept: bool = False
    failure: Failure | None = None
    ready: bool = False
    _found: Report | Failure | None = None

    def find(self) -> Report | Failure:
        """What was found, by whomever."""
        if self._found is None:
            self._found = self.failure or self._unpacked() or self._find_here()
        return self._found

    def _unpacked(self) -> Report | None:
        if not self.packed:
            return None
        try:
            return unpack_report(self.packed, self.story.path, self.story.data, self._read)
        except (ValueError, TypeError, EOFError):
            # Of another make, or damaged in a way that nobody noticed.
            self.packed, self.kept = b"", False
            return None

    def _find_here(self) -> Report | Failure:
        return find(self.story, self.rules, self.as_of)

    def _read(self) -> Document:
        document = read_document(self.story, self.as_of)
        if isinstance(document, Failure):
            # It was read once before, and is the same.
            raise AttributeError(document.message)
        return document
