"""Many stories at once: those that an earlier run has checked looked up, the others shared out."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from factcheck.commands.checking import Plan, check_stories, decide, misconfigured
from factcheck.commands.stories import STDIN, Story
from factcheck.reports import Checked
from factcheck.values import dataclass

if TYPE_CHECKING:
    from factcheck.commands.errands import Errand

# What is read, and looked up, at once.
_STORIES = 64
_BYTES = 262_144
# From here on a run is long enough for what it costs to open a cache or to start processes.
_MANY = 12
_MUCH = 50_000


@dataclass(frozen=True, slots=True)
class Means:
    """What the stories of a run are checked with.

    `jobs` is the number of processes. `cached` says whether to use what earlier runs found;
    `folders` are those of the rules.
    """

    jobs: int = 1
    cached: bool = True
    folders: tuple[str, ...] = ()


def check_many(stories: Iterable[Story], plan: Plan, means: Means) -> Iterator[Checked]:
    """What is to be shown of each story, in order; what is found is the same by all means."""
    if means.jobs < 2 and not means.cached:
        return check_stories(stories, plan)
    batches = _batches(iter(stories))
    first = next(batches, [])
    if len(first) < _MANY and sum(len(one.data) for one in first) < _MUCH:
        return check_stories(chain(first, chain.from_iterable(batches)), plan)
    return _check_batches(chain([first], batches), plan, means)


def come_at_once(paths: Sequence[str]) -> bool:
    """Whether there is no path that might keep us waiting: standard input, a pipe, a device."""
    return not any(path == STDIN or _is_stream(path) for path in paths)


def _is_stream(path: str) -> bool:
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _batches(stories: Iterator[Story]) -> Iterator[list[Story]]:
    batch: list[Story] = []
    size = 0
    for story in stories:
        batch.append(story)
        size += len(story.data)
        if len(batch) == _STORIES or size >= _BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _check_batches(
    batches: Iterable[Sequence[Story]], plan: Plan, means: Means
) -> Iterator[Checked]:
    from contextlib import ExitStack, closing

    from factcheck.commands.shelf import Shelf

    with ExitStack() as stack:
        shelf = stack.enter_context(closing(Shelf(plan, means)))
        errands: Iterator[Errand] = chain.from_iterable(map(shelf.errands, batches))
        if means.jobs > 1:
            from factcheck.commands.jobs import Crew

            crew = stack.enter_context(closing(Crew(means.jobs, means.folders)))
            errands = crew.in_order(errands)
        for errand in errands:
            if errand.misconfigured:
                yield misconfigured(errand.story.path, errand.misconfigured)
                continue
            found = errand.find()
            shelf.keep(errand, found)
            yield decide(errand.story.path, found, plan)
