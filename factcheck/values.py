"""Frozen, slotted dataclasses that cost a third to make, and their classes a quarter.

The standard library's set each field through `object.__setattr__`, and reading a story makes a
value every twenty characters. Here a value is filled while it is of an open class of the same
layout, and closed by becoming what it is. Only the constructor is compiled: to compile six
methods for each class takes a fifth of a start.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

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
    names: dict[str, Any] = {
        "Open": type(f"Open{made.__name__}", (), {"__slots__": made.__slots__})
    }
    parameters = []
    for one in dataclasses.fields(made):
        known = one.default is not dataclasses.MISSING
        parameters.append(f"{one.name}=_{one.name}" if known else one.name)
        names[f"_{one.name}"] = one.default
    filling = "; ".join(f"made.{name} = {name}" for name in made.__slots__)
    exec(_NEW.format(parameters=", ".join(parameters), filling=filling), names)
    constructor: Callable[..., Any] = names["__new__"]
    constructor.__qualname__ = f"{made.__qualname__}.__new__"
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
