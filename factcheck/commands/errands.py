"""A story on its way to what is found in it: here, in another process, or in an earlier run."""

from __future__ import annotations

from factcheck.commands.checking import Task, find
from factcheck.commands.configured import MisconfiguredError
from factcheck.commands.stories import Story, read_document
from factcheck.desk.kept import unpack_report
from factcheck.findings import Failure, Report
from factcheck.model import Document
from factcheck.values import dataclass


@dataclass(slots=True, eq=False)
class Errand:
    """A task that may be done elsewhere.

    It is `ready` when nobody else is at work on it. What others found is in `packed` or `failure`;
    if they found nothing, it is found here when somebody asks. `kept` says that the cache has it;
    what is `misconfigured` is not to be done at all.
    """

    task: Task
    key: bytes = b""
    packed: bytes = b""
    kept: bool = False
    failure: Failure | None = None
    misconfigured: MisconfiguredError | None = None
    ready: bool = False
    _found: Report | Failure | None = None

    @property
    def story(self) -> Story:
        """The story to be checked."""
        return self.task.story

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
        return find(self.task)

    def _read(self) -> Document:
        document = read_document(self.story, self.task.as_of, self.task.json_paths)
        if isinstance(document, Failure):
            # It was read once before, and is the same.
            raise AttributeError(document.message)
        return document
