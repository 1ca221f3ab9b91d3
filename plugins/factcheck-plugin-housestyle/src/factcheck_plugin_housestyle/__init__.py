"""A newsroom's own rules and words from one TOML file, its copy files, and a log of findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from factcheck import Rule, RuleError, hookimpl


@hookimpl
def provide_rules() -> Iterator[Rule | RuleError]:
    """A rule for each `[[rule]]` of housestyle.toml; for one with a mistake in it, the mistake."""
    from factcheck_plugin_housestyle.figure_rules import figure_rules
    from factcheck_plugin_housestyle.style import house_style

    return figure_rules(house_style())


@hookimpl
def provide_words() -> Mapping[str, Any]:
    """The tables under `[words]` of housestyle.toml."""
    from factcheck_plugin_housestyle.style import house_style

    return house_style().words


@hookimpl
def provide_readers() -> Mapping[str, object]:
    """Copy files: the story under slug, headline and byline in lines of their own."""
    from factcheck_plugin_housestyle import copy_file

    return {".copy": copy_file}


@hookimpl
def provide_reports() -> Mapping[str, Callable[..., Iterator[str]]]:
    """The desk's log: a line of CSV for each finding, to be signed off in a spreadsheet."""
    from factcheck_plugin_housestyle.desk_log import write

    return {"desk-log": write}
