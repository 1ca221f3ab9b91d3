"""The hooks a plugin may implement. Each returns data; factcheck runs it, one plugin at a time."""

from __future__ import annotations

from collections.abc import Iterable

import pluggy

from factcheck.rules import Rule

PROJECT = "factcheck"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def provide_rules() -> Iterable[Rule]:
    """The plugin's rules.

    Called once per process, before the first story is read. What it raises is reported with
    the distribution's name, as is anything in the answer that is not a `Rule`.
    """
    raise NotImplementedError
