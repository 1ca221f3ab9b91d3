"""Keys for stories: equal only where everything is equal that a result depends on."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

import factcheck
from factcheck.added import added
from factcheck.desk.closures import UncertainError, told_of
from factcheck.plugins import plugin_modules
from factcheck.rules import Rule

_BYTES = 16
# To read more of a plugin's data than this would cost more than it saves; its date must do.
_LARGE = 1_000_000
# Nobody has so many rules: this is a folder with stories in it, or with everything.
_MOST_FILES = 5_000


class Keys:
    """Keys for the stories of one run.

    They hold the story's bytes and name, its date, the rules with their severities, Python, what
    distributions are installed, each file of factcheck, of its plugins and in the `folders` of
    rules, what plugins add to the tables, and what rules hold that were made while the program
    ran. All raise `UncertainError`.
    """

    def __init__(self, folders: Sequence[str] = ()) -> None:
        named = (sys.version, factcheck.__version__, *_distributions(), told_of(added()))
        mark = blake2b(_encoded(repr(named)), digest_size=_BYTES)
        try:
            for file in _files((*_packages(), *folders)):
                mark.update(_encoded(file))
                mark.update(_content(file))
        except OSError as error:
            raise UncertainError from error
        self._of_all = mark.digest()
        self._rules: Sequence[Rule] = ()
        self._of_rules = b""

    def key(
        self, name: str, data: bytes, rules: Sequence[Rule], read_with: tuple[object, ...]
    ) -> bytes:
        """The key of the story in these bytes when it is checked by these rules.

        `read_with` is what else its reading hangs on, each told apart by its `repr`.
        """
        # Most often they are the very rules of the story before.
        if rules is not self._rules:
            self._rules, self._of_rules = rules, _told(rules)
        # A rule may go by the name: one story in two files is two stories.
        head = (self._of_all, self._of_rules, read_with, name, len(data))
        mark = blake2b(_encoded(repr(head)), digest_size=_BYTES)
        mark.update(data)
        return mark.digest()


def _told(rules: Iterable[Rule]) -> bytes:
    parts = [(one.code, one.name, one.distribution, one.severity) for one in rules]
    try:
        held = [told_of(one.find) for one in rules]
    except RecursionError:  # a function may hold itself
        raise UncertainError from None
    return blake2b(_encoded(repr((parts, held))), digest_size=_BYTES).digest()


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _distributions() -> Iterator[str]:
    """The names and versions of all that is installed: a plugin may lean on any of it."""
    for folder in sys.path:
        try:
            found = os.listdir(folder or ".")  # noqa: PTH208
        except OSError:
            continue  # zip files and folders that are not there stand on the path too
        yield from sorted(one for one in found if one.endswith((".dist-info", ".egg-info")))


def _packages() -> Iterator[str]:
    """Where the code and the tables of factcheck and of the plugins that were loaded are."""
    for name in ("factcheck", *plugin_modules()):
        module = sys.modules.get(name)
        if module:
            yield from getattr(module, "__path__", None) or [str(module.__file__)]


def _files(places: Iterable[str]) -> Iterator[str]:
    """The files at these places, and in the folders there."""
    count = 0
    for place in places:
        for folder, inside, names in os.walk(place):
            inside[:] = sorted(one for one in inside if not one.startswith((".", "__pycache__")))
            count += len(names)
            if count > _MOST_FILES:
                raise UncertainError
            yield from (os.path.join(folder, name) for name in sorted(names))  # noqa: PTH118
        if not os.path.isdir(place):  # noqa: PTH112
            yield place


def _content(file: str) -> bytes:
    with open(file, "rb", buffering=0) as opened:  # noqa: PTH123
        about = os.fstat(opened.fileno())
        if about.st_size > _LARGE:
            return repr((about.st_size, about.st_mtime_ns)).encode()
        return blake2b(opened.read(), digest_size=_BYTES).digest()
