"""Named tuples whose classes cost next to nothing to make.

The standard library's take a tenth of a millisecond each, as long as the import of a file: it
compiles every annotation and a constructor. Here the constructor is compiled when the first
tuple is made, and annotations are left to type checkers.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any

from factcheck.compiled import function

if TYPE_CHECKING:
    # Type checkers know what this one does.
    from typing import NamedTuple as NamedTuple

try:
    # Made for the standard library's own, and twice as fast.
    from _collections import _tuplegetter  # type: ignore[import-not-found]
except ImportError:

    def _tuplegetter(index: int, doc: str | None) -> Any:
        return property(itemgetter(index), doc=doc)


class _Named(tuple[Any, ...]):
    """A tuple with names for its parts, `_fields`, and `_defaults` for some."""

    __slots__ = ()
    _fields: tuple[str, ...]
    _defaults: dict[str, Any]

    def __new__(cls, *values: object, **named: object) -> Any:
        """Make the first of its class, and what makes the others."""
        cls.__new__ = _constructor(cls)  # type: ignore[method-assign]
        return cls.__new__(cls, *values, **named)

    def _replace(self, /, **changes: object) -> Any:
        made = tuple.__new__(type(self), map(changes.pop, self._fields, self))
        if changes:
            raise TypeError(f"{type(self).__name__} has no {', '.join(changes)}")
        return made

    def __repr__(self) -> str:
        parts = zip(self._fields, self, strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={part!r}' for name, part in parts)})"

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)


def _constructor(cls: type[_Named]) -> Any:
    listed = ", ".join(cls._fields)
    text = f"def __new__(cls, {listed}): return new(cls, ({listed},))"
    made = function("__new__", text, {"new": tuple.__new__})
    made.__qualname__ = f"{cls.__qualname__}.__new__"
    made.__defaults__ = tuple(cls._defaults.values())
    return made


class _Maker(type):
    """Makes a tuple of a class that names its parts."""

    def __new__(cls, name: str, bases: tuple[type, ...], written: dict[str, Any]) -> Any:
        if not bases:
            return super().__new__(cls, name, bases, written)
        fields = tuple(written.get("__annotations__", ()))
        defaults = {field: written[field] for field in fields if field in written}
        if fields[len(fields) - len(defaults) :] != (*defaults,):
            raise TypeError(f"{name} has a part without a default behind one that has one")
        parts = {field: _tuplegetter(index, None) for index, field in enumerate(fields)}
        layout = {"__slots__": (), "__match_args__": fields, "_fields": fields}
        return type(name, (_Named,), {**written, **layout, "_defaults": defaults, **parts})


if not TYPE_CHECKING:

    class NamedTuple(metaclass=_Maker):
        """`typing.NamedTuple`, less what nobody uses of it."""
