"""The options for how a run is done, whatever it finds: worker processes, and the cache."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

import click

from factcheck.commands.batches import Means, check_many, come_at_once
from factcheck.commands.checking import Plan, check_stories
from factcheck.commands.sheets import Wanted
from factcheck.commands.stories import Story
from factcheck.desk.settings import Settings
from factcheck.reports import FROM_KEPT, Checked

Command = TypeVar("Command", bound=Callable[..., object])


def effort_options(command: Command) -> Command:
    """`--jobs` and `--no-cache`, as `jobs` and `cached`."""
    jobs = click.option(
        "-j", "--jobs", callback=_jobs, metavar="N|auto",
        help="Check in so many processes; auto, or 0, is one for each core. Reports in"
        " html, as a checklist or by a plugin are made in one.  [default: 1]",
    )  # fmt: skip
    cache = click.option(
        "--no-cache", "cached", flag_value=False, default=True, is_flag=True,
        help="Check every story, even if an earlier run checked the same one.",
    )  # fmt: skip
    return jobs(cache(command))


def means_for(settings: Settings, jobs: int | None, *, cached: bool) -> Means:
    """The means that the command line names, or else the configuration."""
    number = _number(settings.jobs) if jobs is None else jobs
    return Means(number, cached=cached and settings.cache, folders=settings.rules)


def _jobs(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    del ctx, param
    if value is None:
        return None
    number = 0 if value == "auto" else int(value) if value.isdecimal() else -1
    if number < 0:
        raise click.BadParameter(f"{value!r} is neither auto nor a number of processes")
    return _number(number)


def _number(number: int) -> int:
    """A number of processes: 0 stands for one a core."""
    if number:
        return number
    from factcheck.commands.jobs import count_cores

    return count_cores()


def check_by(
    means: Means,
    stories: Iterable[Story],
    plan: Plan,
    paths: Sequence[str],
    formats: Sequence[Wanted],
) -> Iterator[Checked]:
    """What is to be shown of each story, by these means where they serve."""
    if all(one.name in FROM_KEPT for one in formats) and come_at_once(paths):
        return check_many(stories, plan, means)
    return check_stories(stories, plan)
