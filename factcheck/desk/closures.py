"""What a value is made of, functions among them, in a form that two runs can compare."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from functools import partial
from types import BuiltinFunctionType, FunctionType, ModuleType

_PLAIN = (str, bytes, int, float, Fraction, type(None))


class UncertainError(Exception):
    """It cannot be told what results depend on, so none may be taken from another run."""


def told_of(value: object) -> str:
    """Equal for values that are made of the same; for a function, what it was given to hold.

    Its code is not told: that stands in a file. A plugin's rule that is made of a newsroom's own
    file holds what it has read there. Raises `UncertainError` for what nobody can compare.
    """
    if isinstance(value, _PLAIN):
        return repr(value)
    if isinstance(value, FunctionType):
        held = (value.__defaults__, value.__kwdefaults__, *map(_inside, value.__closure__ or ()))
        return f"{value.__module__}.{value.__qualname__}{_told(held)}"
    if isinstance(value, ModuleType):
        return value.__name__
    if isinstance(value, type | BuiltinFunctionType):
        return f"{value.__module__}.{value.__qualname__}"
    if isinstance(value, Mapping):
        return f"{{{_told(value.items())}}}"
    if isinstance(value, set | frozenset):
        return f"{{{', '.join(sorted(map(told_of, value)))}}}"
    return f"{type(value).__qualname__}{_told(_parts(value))}"


def _told(values: object) -> str:
    return f"({', '.join(map(told_of, values))})"  # type: ignore[call-overload]


def _inside(cell: object) -> object:
    try:
        return cell.cell_contents  # type: ignore[attr-defined]
    except ValueError:  # nothing was ever put there
        return None


def _parts(value: object) -> object:
    """What a value is made of that is no function and holds more than itself."""
    if isinstance(value, tuple | list):
        return value
    if isinstance(value, re.Pattern):
        return value.pattern, value.flags
    if isinstance(value, partial):
        return value.func, value.args, value.keywords
    if wrapped := getattr(value, "__wrapped__", None):
        return (wrapped,)
    if is_dataclass(value):
        return [getattr(value, one.name) for one in fields(value)]
    raise UncertainError(type(value).__qualname__)
