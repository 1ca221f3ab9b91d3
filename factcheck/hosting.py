"""Asking a plugin for what it provides; its import, registration and answer may each fail.

Most plugins are a module with functions that take nothing, which pluggy would call just so. All
others are left to it: it knows what is wrong with them. To import it is a twentieth of a start.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from types import FunctionType, MethodType, ModuleType
from typing import Any, TypeAlias

from factcheck.distributions import EntryPoint
from factcheck.rules import RuleError

# From a hook's name to the plugin's answers, or None if it does not implement the hook.
Plugin: TypeAlias = Callable[[str], list[object] | None]


def answers_of(point: EntryPoint, hook: str) -> list[object]:
    """What the plugin answers to a hook: nothing if it does not implement it."""
    plugin = _plugin_at(point)
    if isinstance(plugin, BaseException):
        raise plugin
    try:
        answers = plugin(hook)
    except (Exception, SystemExit) as error:
        raise RuleError(f"its {hook}() raised {describe(error)}") from error
    if answers == []:
        raise RuleError(f"its {hook}() returned nothing")
    return answers or []


@cache
def _plugin_at(point: EntryPoint) -> Plugin | BaseException:
    """The plugin with its hooks, or what kept it from being loaded; tried once per process."""
    try:
        plugin = _load(point)
        return _plain(plugin) or _managed(plugin, point.name)
    except (Exception, SystemExit) as error:
        return error


def _load(point: EntryPoint) -> object:
    module, _, attributes = point.target.partition(":")
    plugin: object = import_module(module)
    for attribute in filter(None, attributes.split(".")):
        plugin = getattr(plugin, attribute)
    return plugin


def _plain(plugin: object) -> Plugin | None:
    """The plugin if it is a module of plain hooks, all of them known."""
    from factcheck import hooks

    if not isinstance(plugin, ModuleType):
        return None
    found = {name: one for name, one in vars(plugin).items() if _is_marked(one)}
    if not found or not all(_is_plain(one, vars(hooks).get(name)) for name, one in found.items()):
        return None

    def ask(hook: str) -> list[object] | None:
        if hook not in found:
            return None
        return [answer] if (answer := found[hook]()) is not None else []

    return ask


def _is_marked(found: object) -> bool:
    return isinstance(found, FunctionType | MethodType) and hasattr(found, "factcheck_impl")


def _is_plain(found: Any, spec: object) -> bool:
    if not isinstance(found, FunctionType) or found.factcheck_impl:  # type: ignore[attr-defined]
        return False
    code = found.__code__
    return hasattr(spec, "factcheck_spec") and code.co_argcount + code.co_kwonlyargcount == 0


def _managed(plugin: object, name: str) -> Plugin:
    from pluggy import PluginManager

    from factcheck import hooks

    # A manager of its own: pluggy stops at the first plugin that raises.
    manager = PluginManager(hooks.PROJECT)
    manager.add_hookspecs(hooks)
    manager.register(plugin, name)
    manager.check_pending()
    if not manager.get_hookcallers(plugin):
        raise RuleError("it has no function marked @hookimpl")

    def ask(hook: str) -> list[object] | None:
        caller = getattr(manager.hook, hook)
        answers: list[object] = caller()
        return answers if caller.get_hookimpls() else None

    return ask


def describe(error: BaseException) -> str:
    """What went wrong, in one line; the kind of error too, unless it is one of ours."""
    text = ", ".join(line.strip() for line in str(error).splitlines() if line.strip())
    kind = type(error).__name__
    return text if isinstance(error, RuleError) else f"{kind}: {text}" if text else kind
