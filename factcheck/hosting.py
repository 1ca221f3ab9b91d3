"""Asking a plugin for what it provides; its import, registration and answer may each fail."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from factcheck.distributions import EntryPoint
from factcheck.rules import RuleError

if TYPE_CHECKING:
    from pluggy import PluginManager


def answers_of(point: EntryPoint, hook: str) -> list[object]:
    """What the plugin answers to a hook: nothing if it does not implement it."""
    manager = _manager_of(point)
    if isinstance(manager, BaseException):
        raise manager
    caller = getattr(manager.hook, hook)
    try:
        answers: list[object] = caller()
    except (Exception, SystemExit) as error:
        raise RuleError(f"its {hook}() raised {describe(error)}") from error
    if caller.get_hookimpls() and not answers:
        raise RuleError(f"its {hook}() returned nothing")
    return answers


@cache
def _manager_of(point: EntryPoint) -> PluginManager | BaseException:
    """The plugin with its hooks, or what kept it from being loaded; tried once per process."""
    try:
        return _load(point)
    except (Exception, SystemExit) as error:
        return error


def _load(point: EntryPoint) -> PluginManager:
    from pluggy import PluginManager

    from factcheck import hooks

    module, _, attributes = point.target.partition(":")
    plugin: object = import_module(module)
    for attribute in filter(None, attributes.split(".")):
        plugin = getattr(plugin, attribute)
    # A manager of its own: pluggy stops at the first plugin that raises.
    manager = PluginManager(hooks.PROJECT)
    manager.add_hookspecs(hooks)
    manager.register(plugin, point.name)
    manager.check_pending()
    if not manager.get_hookcallers(plugin):
        raise RuleError("it has no function marked @hookimpl")
    return manager


def describe(error: BaseException) -> str:
    """What went wrong, in one line; the kind of error too, unless it is one of ours."""
    text = ", ".join(line.strip() for line in str(error).splitlines() if line.strip())
    kind = type(error).__name__
    return text if isinstance(error, RuleError) else f"{kind}: {text}" if text else kind
