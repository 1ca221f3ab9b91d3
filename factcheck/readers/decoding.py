"""From a file's bytes to its text, without guessing."""

from __future__ import annotations

_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


class Unreadable(ValueError):  # noqa: N818 - it reads as what the file is
    """A file that is no text we can read; the message is one sentence about its content."""


def decode(data: bytes) -> str:
    """The text of UTF-8, or of UTF-16 that says so, without its byte order mark.

    Raises `Unreadable` for anything else. An encoding is never guessed: in a wrong one
    "£5m" and "–" become other characters, and figures would be read from them.
    """
    if data[:2] in _MARKS:
        return _decode_as(data[2:], _MARKS[data[:2]], 2)
    if data[:3] == b"\xef\xbb\xbf":
        return _decode_as(data[3:], "utf-8", 3)
    if (nul := data.find(b"\0")) >= 0:
        raise Unreadable(f"it is binary, not text: there is a NUL at byte {nul}")
    return _decode_as(data, "utf-8", 0)


def _decode_as(data: bytes, encoding: str, skipped: int) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding[:6].rstrip("-").upper()
        raise Unreadable(
            f"it is not valid {name}: byte {error.start + skipped} cannot be decoded; convert it"
            f" first, for example with `iconv -f WINDOWS-1252 -t UTF-8`"
        ) from None
    if "\0" in text:
        raise Unreadable(f"it is binary, not text: there is a NUL at character {text.find(chr(0))}")
    return text
