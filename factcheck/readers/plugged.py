"""A plugin's reader: whatever it does, a sentence says whose it is and what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from factcheck.model import Region
from factcheck.readers import Reading
from factcheck.readers.comments import find_comments, without
from factcheck.readers.decoding import Unreadable, decode
from factcheck.values import replace

Made = TypeVar("Made")


class AddedReader:
    """A reader that a plugin gave, in the place of a module of ours."""

    def __init__(self, suffix: str, reader: object) -> None:
        self._reader = reader
        self._name = f"the reader for {suffix} files, {_name_of(reader)},"

    def read(self, text: str) -> Reading:
        """What the plugin makes of a text; raises `Unreadable` for all it does wrong."""
        read: Callable[[str], object] = self._reader.read  # type: ignore[attr-defined]
        return self._checked(text, self._asked(lambda: read(text)))

    def read_bytes(self, data: bytes) -> tuple[str, Reading]:
        """The text of a file too, by the plugin's own `read_bytes` where it has one."""
        of_bytes: Callable[[bytes], object] | None = getattr(self._reader, "read_bytes", None)
        if of_bytes is None:
            text = decode(data)
            return text, self.read(text)
        made = self._asked(lambda: of_bytes(data))
        if not isinstance(made, tuple) or len(made) != 2 or not isinstance(made[0], str):
            raise self._fault(f"gave {type(made).__name__}, not a text and its Prose")
        return made[0], self._checked(made[0], made[1])

    def _asked(self, ask: Callable[[], Made]) -> Made:
        try:
            return ask()
        except Unreadable:
            raise
        except (Exception, SystemExit) as error:
            raise self._fault(f"broke: {type(error).__name__}: {error}") from error

    def _checked(self, text: str, made: object) -> Reading:
        if not isinstance(made, Reading):
            raise self._fault(f"gave {type(made).__name__}, not a Prose")
        if len(made.prose) != len(text):
            raise self._fault(
                f"gave a prose of {len(made.prose)} characters for a text of {len(text)}"
            )
        if not all(_is_within(one, len(text)) for one in made.regions):
            raise self._fault("gave a region that does not lie within the text")
        if made.comments or not (comments := find_comments(text)):
            return made
        # A plugin need not know of marks: they are no prose in any format.
        return replace(made, prose=without(made.prose, comments), comments=comments)

    def _fault(self, what: str) -> Unreadable:
        return Unreadable(f"{self._name} {' '.join(what.split())}")


def _is_within(region: object, length: int) -> bool:
    return isinstance(region, Region) and 0 <= region.span.start <= region.span.end <= length


def _name_of(reader: object) -> str:
    """A module by its name, anything else by its class."""
    return str(getattr(reader, "__name__", "") or type(reader).__module__)
