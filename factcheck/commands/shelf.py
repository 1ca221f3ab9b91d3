"""Stories beside what the cache has of them; without a cache, the stories alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.commands.checking import Plan, Task, task_of
from factcheck.commands.configured import MisconfiguredError
from factcheck.commands.errands import Errand
from factcheck.commands.stories import Story
from factcheck.desk.closures import UncertainError
from factcheck.desk.kept import pack_report
from factcheck.findings import Failure, Report

if TYPE_CHECKING:
    from factcheck.commands.batches import Means
    from factcheck.desk.cache import Cache
    from factcheck.desk.fingerprint import Keys


class Shelf:
    """What earlier runs found, and what this one finds for later ones."""

    def __init__(self, plan: Plan, means: Means) -> None:
        self._plan = plan
        self._cache: Cache | None = None
        self._keys: Keys | None = None
        if means.cached:
            self._open(means)

    def errands(self, stories: Sequence[Story]) -> list[Errand]:
        """The stories, each with what is kept of it."""
        errands = [self._errand(one) for one in stories]
        if not self._cache:
            return errands
        for errand in errands:
            errand.key = self._key(errand)
        kept = self._cache.recall([one.key for one in errands if one.key])
        for errand in errands:
            errand.packed = kept.get(errand.key, b"")
            errand.kept = bool(errand.packed)
        return errands

    def _errand(self, story: Story) -> Errand:
        try:
            return Errand(task_of(story, self._plan))
        except MisconfiguredError as error:
            return Errand(Task(story, ()), misconfigured=error)

    def keep(self, errand: Errand, found: Report | Failure) -> None:
        """Keep what was found for later runs, unless something broke: that is tried anew."""
        if not self._cache or not errand.key or errand.kept or not isinstance(found, Report):
            return
        if not found.failures:
            packed = errand.packed or pack_report(found, errand.story.data)
            if packed:
                self._cache.keep(errand.key, packed)

    def close(self) -> None:
        """Write what is to be kept."""
        if self._cache:
            self._cache.close()

    def _open(self, means: Means) -> None:
        # SQLite may be left out of a Python.
        try:
            from factcheck.desk.cache import Cache
            from factcheck.desk.fingerprint import Keys

            self._keys = Keys(means.folders)
        except (ImportError, UncertainError):
            return
        self._cache = Cache()

    def _key(self, errand: Errand) -> bytes:
        story = errand.story
        if story.fault or errand.misconfigured or not self._keys:
            return b""
        try:
            return self._keys.key(
                story.path,
                story.data,
                errand.task.rules,
                (errand.task.as_of, errand.task.json_paths),
            )
        except UncertainError:
            self._keys = None
            return b""
