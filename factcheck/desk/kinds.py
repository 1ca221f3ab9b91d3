"""What values a setting takes: each kind reads what TOML gives, or says what it should have been.

A kind is a function of the value and of the configuration's folder, which paths start from.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias, TypeVar, cast

from factcheck.model import RegionKind
from factcheck.values import dataclass

Kind: TypeAlias = Callable[[Any, str], Any]
Read = TypeVar("Read")

# How severe a rule's findings are, or that it does not run.
LEVELS = ("error", "warning", "note", "off")
# The parts of a story that prose at a path of JSON may play.
_PARTS = ("headline", "deck", "byline", "body", "caption", "alt")
_CHOICES = ("select", "ignore")


class MisfitError(ValueError):
    """A value that a setting does not take: the rest of a sentence, and where within the value."""

    def __init__(self, fault: str, *within: str | int) -> None:
        super().__init__(fault)
        self.within = within


@dataclass(frozen=True, slots=True)
class PerFile:
    """Which rules run on the files that a pattern means, as `select` and `ignore` do for all."""

    pattern: str
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


def texts(value: Any, folder: str) -> tuple[str, ...]:
    """One text or a list of them."""
    del folder
    if isinstance(value, str):
        _require_words(value)
        return (value,)
    if not isinstance(value, list):
        raise MisfitError(f"must be a list of texts, not {_shown(value)}")
    for index, one in enumerate(value):
        _require_words(one, index)
    return tuple(value)


def paths(value: Any, folder: str) -> tuple[str, ...]:
    """As `texts`, paths from the configuration's folder."""
    return tuple(_from(folder, one) for one in texts(value, folder))


def path(value: Any, folder: str) -> str:
    """A path from the configuration's folder."""
    _require_words(value)
    return _from(folder, value)


def reports(value: Any, folder: str) -> tuple[str, ...]:
    """Names of formats, some with "=" and the path of a file."""
    written = (one.partition("=") for one in texts(value, folder))
    return tuple(
        f"{name}={_from(folder, file)}" if file else name + equals for name, equals, file in written
    )


def flag(value: Any, folder: str) -> bool:
    """Yes or no."""
    del folder
    if not isinstance(value, bool):
        raise MisfitError(f"must be true or false, not {_shown(value)}")
    return value


def count(value: Any, folder: str) -> int:
    """A whole number, 0 or more."""
    del folder
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise MisfitError(f"must be a whole number, not {_shown(value)}")
    return value


def one_of(*names: str) -> Kind:
    """One of these names."""

    def read(value: Any, folder: str) -> str:
        del folder
        return _named(value, names)

    return read


def severities(value: Any, folder: str) -> tuple[tuple[str, str], ...]:
    """A table of rules, by name, code or how codes begin, to one of the levels."""
    del folder
    return tuple((rule, _named(level, LEVELS, rule)) for rule, level in _rows(value))


def json_paths(value: Any, folder: str) -> tuple[tuple[str, RegionKind], ...]:
    """A list of the paths of bodies, or a table of paths to the parts of a story."""
    if not isinstance(value, dict):
        return tuple((one, "body") for one in texts(value, folder))
    return tuple((one, cast(RegionKind, _named(part, _PARTS, one))) for one, part in _rows(value))


def per_file(value: Any, folder: str) -> tuple[PerFile, ...]:
    """A table of patterns to tables of `select` and `ignore`."""
    rows = []
    for pattern, row in _rows(value):
        chosen = {}
        for key, names in _rows(row, pattern):
            if key not in _CHOICES:
                hint = nearest(key, _CHOICES) or "; there are select and ignore"
                raise MisfitError(f"is no setting{hint}", pattern, key)
            chosen[key] = _inside((pattern, key), texts, names, folder)
        rows.append(PerFile(pattern, **chosen))
    return tuple(rows)


def nearest(name: str, known: tuple[str, ...]) -> str:
    """A question whether the nearest of the known names was meant; "" if none is near."""
    from difflib import get_close_matches

    near = get_close_matches(name.lower().replace("_", "-"), known, n=1)
    return f"; did you mean {near[0]}?" if near else ""


def _inside(
    within: tuple[str, ...], kind: Callable[[Any, str], Read], value: Any, folder: str
) -> Read:
    try:
        return kind(value, folder)
    except MisfitError as error:
        raise MisfitError(str(error), *within, *error.within) from None


def _rows(value: Any, *within: str) -> Iterator[tuple[str, Any]]:
    if not isinstance(value, dict):
        raise MisfitError(f"must be a table, not {_shown(value)}", *within)
    yield from value.items()


def _named(value: Any, names: tuple[str, ...], *within: str | int) -> str:
    if isinstance(value, str) and value in names:
        return value
    hint = nearest(value, names) if isinstance(value, str) else ""
    raise MisfitError(f"must be one of {', '.join(names)}, not {_shown(value)}{hint}", *within)


def _require_words(value: Any, *within: int) -> None:
    if not isinstance(value, str):
        raise MisfitError(f"must be a text, not {_shown(value)}", *within)
    if not value.strip() or "\0" in value:
        raise MisfitError("must not be empty", *within)


def _from(folder: str, path: str) -> str:
    return os.path.normpath(os.path.join(folder, path))  # noqa: PTH118


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    return f'"{value}"' if isinstance(value, str) else str(value)
