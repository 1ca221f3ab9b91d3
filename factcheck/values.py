"""Frozen, slotted dataclasses that cost a third to make, and their classes a quarter.

The standard library's set each field through `object.__setattr__`, and reading a story makes a
value every twenty characters. Here a value is filled while it is of an open class of the same
layout, and closed by becoming what it is. Only the constructor is compiled: to compile six
methods for each class takes a fifth of a start. Some fields may be left to be found when they
are first asked for: of most claims nobody ever asks all.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

Value = TypeVar("Value", bound="Late")

if TYPE_CHECKING:
    # Type checkers know what this one does.
    from dataclasses import dataclass as dataclass
else:

    def dataclass(
        *, slots: bool, frozen: bool = False, eq: bool = True, order: bool = False
    ) -> Any:
        """`dataclasses.dataclass`; the fields of a frozen, slotted class may have no factories."""
        if not (frozen and slots):
            return dataclasses.dataclass(slots=slots, frozen=frozen, eq=eq, order=order)

        def make(cls: type) -> type:
            # Order needs the library's own `==`.
            library = dataclasses.dataclass(
                init=False, repr=False, eq=order, order=order, slots=True
            )
            return _closed(library(cls), eq=eq)

        return make


class Late:
    """A value some of whose fields may be found when they are first asked for.

    It is then the same value as if it had been whole from the beginning.
    """

    __slots__ = ("_finder",)
    _finder: object

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            # Python asks here only for what is in no slot.
            cls = type(self)
            if name not in cls.__slots__:
                message = f"{cls.__name__!r} object has no attribute {name!r}"
                raise AttributeError(message)
            found = getattr(self._finder, name)
            cls.__dict__[name].__set__(self, found)
            return found


def late(cls: type[Value], names: str) -> Callable[..., Value]:
    """A constructor of a finder and these fields; the finder has the rest, by their names."""
    known = ("_finder", *names.split())
    return partial(_compiled(_OPEN[cls], known, known, {}), cls)


# The open classes of those values that may be finished later.
_OPEN: dict[type, type] = {}
_NEW = """\
def __new__(cls, {parameters}):
    made = Open()
    {filling}
    made.__class__ = cls
    return made
"""


def _closed(made: Any, *, eq: bool) -> type:
    made.__new__ = _constructor(made)
    made.__setattr__ = made.__delattr__ = _refuse
    made.__repr__ = _repr
    made.__reduce__ = _reduce
    if eq:
        made.__eq__, made.__hash__ = _comparison(made)
    return made  # type: ignore[no-any-return]


def _constructor(made: Any) -> Callable[..., Any]:
    opened = type(f"Open{made.__name__}", made.__bases__, {"__slots__": made.__slots__})
    if issubclass(made, Late):
        _OPEN[made] = opened
    parameters = []
    defaults: dict[str, Any] = {}
    for one in dataclasses.fields(made):
        known = one.default is not dataclasses.MISSING
        parameters.append(f"{one.name}=_{one.name}" if known else one.name)
        defaults[f"_{one.name}"] = one.default
    constructor = _compiled(opened, parameters, made.__slots__, defaults)
    constructor.__qualname__ = f"{made.__qualname__}.__new__"
    return constructor


def _compiled(
    opened: type, parameters: Iterable[str], fields: Iterable[str], names: dict[str, Any]
) -> Callable[..., Any]:
    names["Open"] = opened
    filling = "; ".join(f"made.{name} = {name}" for name in fields)
    exec(_NEW.format(parameters=", ".join(parameters), filling=filling), names)
    constructor: Callable[..., Any] = names["__new__"]
    return constructor


def _comparison(made: Any) -> tuple[Callable[..., Any], Callable[..., int]]:
    compared = attrgetter(*(one.name for one in dataclasses.fields(made) if one.compare))

    def equal(self: object, other: object) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return compared(self) == compared(other)

    def hashed(self: object) -> int:
        return hash(compared(self))

    return equal, hashed


def _refuse(self: object, name: str, *_: object) -> None:
    message = f"cannot change {name!r} of a {type(self).__name__}"
    raise dataclasses.FrozenInstanceError(message)


def _repr(self: Any) -> str:
    parts = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self))
    return f"{type(self).__qualname__}({parts})"


def _reduce(self: Any) -> tuple[Any, ...]:
    """How a value is copied and pickled: by making it again."""
    return type(self), tuple(getattr(self, one.name) for one in dataclasses.fields(self))
