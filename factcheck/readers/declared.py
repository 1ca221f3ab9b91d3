"""The text of a file that may say itself how it is encoded, as XML and HTML do."""

from __future__ import annotations

import re

from factcheck.readers.decoding import Unreadable, decode

_NEAR = 1024  # bytes in which the declaration stands
# Of all encodings Python knows, those of one byte a character that news files are found in.
_KNOWN = re.compile(r"(?:us-)?ascii|(?:iso-?8859-?|latin-?|windows-?|cp)[0-9]{1,4}", re.IGNORECASE)


def decode_declared(data: bytes, declaration: re.Pattern[bytes]) -> str:
    """The text of a file, in UTF-8 unless it declares another encoding.

    `declaration` finds the name of the encoding as its first group. Raises `Unreadable` as
    `decode` does.
    """
    found = declaration.search(data, 0, _NEAR)
    name = found[1].decode("ascii", "replace") if found else ""
    if not _KNOWN.fullmatch(name) or b"\0" in data:
        return decode(data)
    try:
        return data.decode(name)
    except LookupError:
        return decode(data)
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"it says that it is {name}, but byte {error.start} cannot be decoded so"
        ) from None
