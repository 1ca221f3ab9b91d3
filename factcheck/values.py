"""Dataclasses and named tuples that cost little to make, and their classes next to nothing.

The standard library compiles up to nine methods for each class, and to describe fields it imports
what reads source code: together a fifth of a start. Here one constructor is compiled, when the
first value is made, and `dataclasses` is imported when somebody asks a class for its fields.

Its frozen values also set each field through `object.__setattr__`, and reading a story makes a
value every twenty characters. Here a value is filled while it is of an open class of the same
layout, and closed by becoming what it is. Some fields may be left to be found when they are
first asked for: of most claims nobody ever asks all.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from factcheck.compiled import function

Value = TypeVar("Value", bound="Late")

if TYPE_CHECKING:
    # Type checkers know what these do.
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
else:

    def dataclass(
        *,
        slots: bool,
        frozen: bool = False,
        eq: bool = True,
        order: bool = False,
        init: bool = True,
    ) -> Any:
        """`dataclasses.dataclass`; the fields of a frozen class may have no factories."""
        if not slots:
            raise TypeError("a dataclass made here has slots")

        def make(cls: type) -> type:
            fields = _fields_of(cls)
            methods = dict(_FROZEN) if frozen else {}
            if init:
                methods |= _MADE_FROZEN if frozen else _MADE_OPEN
            if eq:
                methods |= _comparison(fields, hashed=frozen, order=order)
            return _slotted(cls, fields, methods)

        return make

    def field(
        *, default: object = ..., default_factory: Callable[[], object] | None = None,
        compare: bool = True, metadata: Mapping[str, Any] | None = None,
    ) -> Any:  # fmt: skip
        """`dataclasses.field`, with those of its options that somebody uses."""
        return _Field(default, default_factory, compare=compare, metadata=metadata)

    def replace(value: Any, /, **changes: object) -> Any:
        """`dataclasses.replace`, for values whose classes are made here."""
        for name in value.__slots__:
            if name not in changes:
                changes[name] = getattr(value, name)
        return value.__class__(**changes)


class _Field:
    """What is known of a field; its default is `...` where there is none."""

    __slots__ = ("compare", "default", "factory", "metadata")

    def __init__(
        self,
        default: object = ...,
        factory: Callable[[], object] | None = None,
        *,
        compare: bool = True,
        metadata: Mapping[str, Any] | None = None,
    ) -> None:
        self.default = default
        self.factory = factory
        self.compare = compare
        self.metadata = metadata or {}


def metadata_of(cls: Any) -> dict[str, Mapping[str, Any]]:
    """What the fields of a class made here say of themselves, by their names."""
    return {name: one.metadata for name, one in cls._fields.items()}


def _fields_of(cls: type) -> dict[str, _Field]:
    written = vars(cls)
    return {
        name: _field(written.get(name, ...), name)
        for name, kind in cls.__annotations__.items()
        if not str(kind).startswith("ClassVar")
    }


def _field(default: object, name: str) -> _Field:
    if type(default).__module__ == "dataclasses":
        raise TypeError(f"the field() of {name} is that of dataclasses, not of factcheck.values")
    return default if isinstance(default, _Field) else _Field(default)


def _slotted(cls: type, fields: dict[str, _Field], methods: dict[str, object]) -> type:
    """The class again, with slots for its fields and those methods that it lacks."""
    if cls.__bases__ not in ((object,), (Late,)):
        raise TypeError("a dataclass made here inherits nothing, or Late")
    names = tuple(fields)
    own = {name: value for name, value in vars(cls).items() if name not in fields}
    del own["__dict__"], own["__weakref__"]
    layout = {"__slots__": names, "__match_args__": names, "_fields": fields}
    made = type(
        cls.__name__, cls.__bases__, {"__repr__": _repr, **_LIBRARY, **methods, **layout, **own}
    )
    made.__qualname__ = cls.__qualname__
    return made


class _Library:
    """What `dataclasses` knows of a class: its `fields`, `replace` and `asdict` work as ever."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, value: object, cls: Any) -> object:
        import dataclasses

        body = {"__annotations__": cls.__annotations__, "__module__": cls.__module__}
        for name, one in cls._fields.items():
            given = {} if one.default is ... else {"default": one.default}
            if one.factory:
                given["default_factory"] = one.factory
            body[name] = dataclasses.field(
                compare=one.compare, metadata=dict(one.metadata), **given
            )
        described: Any = dataclasses.dataclass(init=False, repr=False, eq=False)(
            type(cls.__name__, (), body)
        )
        for kept in _LIBRARY:
            setattr(cls, kept, getattr(described, kept))
        return getattr(described, self._name)


_LIBRARY = {name: _Library(name) for name in ("__dataclass_fields__", "__dataclass_params__")}


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
    filling = "; ".join(f"made.{name} = {name}" for name in known)
    text = _NEW.format(parameters=", ".join(known), filling=filling)
    return partial(function("__new__", text, {"Open": _open(cls)}), cls)


_NEW = """\
def __new__(cls, {parameters}):
    made = Open()
    {filling}
    made.__class__ = cls
    return made
"""
_INIT = """\
def __init__(made, {parameters}):
    {filling}
"""


def _constructor(cls: Any, code: str) -> Callable[..., Any]:
    names: dict[str, Any] = {}
    parameters, filling = [], []
    for name, one in cls._fields.items():
        if one.factory:
            parameters.append(f"{name}=...")
            names[f"_{name}"] = one.factory
            filling.append(f"made.{name} = _{name}() if {name} is ... else {name}")
            continue
        if one.default is not ...:
            names[f"_{name}"] = one.default
        parameters.append(name if one.default is ... else f"{name}=_{name}")
        filling.append(f"made.{name} = {name}")
    if code is _NEW:
        names["Open"] = _open(cls)
    text = code.format(parameters=", ".join(parameters), filling="; ".join(filling))
    made = function(code[4 : code.index("(")], text, names)
    made.__qualname__ = f"{cls.__qualname__}.{made.__name__}"
    return made


def _open(cls: Any) -> type:
    """A class of the same layout whose values can be filled."""
    return type(f"Open{cls.__name__}", cls.__bases__, {"__slots__": cls.__slots__})


def _new(cls: Any, *values: object, **named: object) -> Any:
    """Makes the first value of its class, and what makes the others."""
    cls.__new__ = _constructor(cls, _NEW)
    return cls.__new__(cls, *values, **named)


def _init(self: Any, *values: object, **named: object) -> None:
    cls = type(self)
    cls.__init__ = _constructor(cls, _INIT)
    cls.__init__(self, *values, **named)


def _comparison(fields: dict[str, _Field], *, hashed: bool, order: bool) -> dict[str, object]:
    compared = operator.attrgetter(*(name for name, one in fields.items() if one.compare))

    def by(compare: Callable[[Any, Any], Any]) -> Callable[[object, object], Any]:
        def method(self: object, other: object) -> Any:
            if other.__class__ is not self.__class__:
                return NotImplemented
            return compare(compared(self), compared(other))

        return method

    def equal(self: object, other: object) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return compared(self) == compared(other)

    def hash_of(self: object) -> int:
        return hash(compared(self))

    methods: dict[str, object] = {"__eq__": equal, "__hash__": hash_of if hashed else None}
    if order:
        methods |= {f"__{name}__": by(getattr(operator, name)) for name in ("lt", "le", "gt", "ge")}
    return methods


def _refuse(self: object, name: str, *_: object) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot change {name!r} of a {type(self).__name__}")


def _repr(self: Any) -> str:
    parts = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
    return f"{type(self).__qualname__}({parts})"


def _reduce(self: Any) -> tuple[Any, ...]:
    """How a value is copied and pickled: by making it again."""
    return type(self), tuple(getattr(self, name) for name in self.__slots__)


_FROZEN = {"__setattr__": _refuse, "__delattr__": _refuse, "__reduce__": _reduce}
_MADE_FROZEN = {"__new__": _new}
_MADE_OPEN = {"__init__": _init}
