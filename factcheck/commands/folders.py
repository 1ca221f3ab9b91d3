"""The options that say which configuration and which rules a command uses."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeAlias

import click

from factcheck.commands.configured import Given
from factcheck.desk.settings import DEFAULTS, about
from factcheck.findings import SEVERITIES

_Command: TypeAlias = Callable[..., Any]

_CONFIGURATION = (
    click.option(
        "--config", metavar="FILE", default="",
        help="Use the configuration in FILE instead of the nearest above each story.",
    ),
    click.option("--isolated", is_flag=True, help="Use no configuration."),
)  # fmt: skip
_RULES = (
    click.option("--rules", multiple=True, metavar="FOLDER", help=about("rules")),
    *_CONFIGURATION,
)
_CHOICE = (
    click.option(
        "--select", multiple=True, metavar="RULES",
        help=f"{about('select')} Several with commas.",
    ),
    click.option("--ignore", multiple=True, metavar="RULES", help=about("ignore")),
    click.option(
        "--fail-on", type=click.Choice([*SEVERITIES, "never"]),
        help=f"{about('fail-on')}  [default: {DEFAULTS.fail_on}]",
    ),
    click.option(
        "--severity", type=click.Choice([*SEVERITIES]),
        help=f"{about('severity')}  [default: {DEFAULTS.severity}]",
    ),
    *_RULES,
)  # fmt: skip


def configuration_options(command: _Command) -> _Command:
    """The options --config and --isolated, which a command gets as its `given`."""
    return _with_given(command, _CONFIGURATION)


def rules_option(command: _Command) -> _Command:
    """As `configuration_options`, and --rules."""
    return _with_given(command, _RULES)


def choice_options(command: _Command) -> _Command:
    """As `rules_option`, and the options that choose rules and what of them is shown."""
    return _with_given(command, _CHOICE)


def _with_given(command: _Command, options: tuple[_Command, ...]) -> _Command:
    names = Given.__slots__

    @wraps(command)
    def with_given(**values: Any) -> Any:
        given = Given(**{name: values.pop(name) for name in names if name in values})
        if given.config and given.isolated:
            raise click.UsageError("--config names a configuration, --isolated uses none")
        return command(given=given, **values)

    decorated: _Command = with_given
    for option in reversed(options):
        decorated = option(decorated)
    return decorated
