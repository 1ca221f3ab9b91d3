"""The hooks a plugin may implement. Each returns data; factcheck runs it, one plugin at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from factcheck.rules import Rule

if TYPE_CHECKING:
    import pluggy

    hookimpl = pluggy.HookimplMarker("factcheck")

PROJECT = "factcheck"

Hook = TypeVar("Hook", bound=Callable[[], object])

if not TYPE_CHECKING:

    def hookimpl(function=None, **options):
        """Pluggy's marker for a plugin's hook, imported where there are options."""
        if function is None or options:
            from pluggy import HookimplMarker

            return HookimplMarker(PROJECT)(function, **options)
        function.factcheck_impl = {}
        return function


def hookspec(function: Hook) -> Hook:
    """Pluggy's marker for what a hook takes and returns, without the import."""
    function.factcheck_spec = {}  # type: ignore[attr-defined]
    return function


def hook_names() -> list[str]:
    """The hooks there are, in the order of this file."""
    return [name for name, value in globals().items() if hasattr(value, f"{PROJECT}_spec")]


@hookspec
def provide_rules() -> Iterable[Rule]:
    """The plugin's rules.

    Called once per process, before the first story is read. What it raises is reported with
    the distribution's name, as is anything in the answer that is not a `Rule`.
    """
    raise NotImplementedError


@hookspec
def provide_units() -> Mapping[str, Mapping[str, Any]]:
    """The plugin's units: dimensions with their rows, in the form of factcheck's units.toml.

    Factors are exact: a string such as "0.3048" or "381/1250", an int or a Fraction. Called once
    per process, before the first story is read. An answer with a mistake in it, or with a word
    that is another unit's, does not count at all, and is reported with the distribution's name.
    """
    raise NotImplementedError


@hookspec
def provide_words() -> Mapping[str, Any]:
    """The plugin's words: any of the tables synonyms, predicates, roles, bodies, vague, phrases.

    Called once per process, before the first story is read. They are added to factcheck's; a
    vague word given anew has the new range. An answer with a mistake in it does not count at
    all, and is reported with the distribution's name.
    """
    raise NotImplementedError


@hookspec
def provide_readers() -> Mapping[str, Any]:
    """The plugin's readers: by the suffix of a file's name, each something with `read(text)`.

    `read` returns a `Prose`, whose prose is as long as the text. A reader whose files are not
    text in UTF-8 has `read_bytes(data)` too, which returns the text and the `Prose`. Both raise
    `Unreadable` for a file that is not what its name says. Called once per process, before the
    first story is read. A suffix that factcheck or another plugin reads is a mistake.
    """
    raise NotImplementedError


@hookspec
def provide_reports() -> Mapping[str, Any]:
    """The plugin's formats for `check --format`: by name, functions of files, page and run.

    A function gets an iterable of `Checked`, a `Page` and a `Run`, and yields pieces of text.
    Called when a format is asked for that is not factcheck's. One that raises or yields anything
    else is reported with the distribution's name; the other reports are written all the same.
    """
    raise NotImplementedError
