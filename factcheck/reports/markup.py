"""Text as HTML and XML: whatever it holds, a reader shows it and obeys none of it."""

from __future__ import annotations

import html
import re

# HTML has no way to write these: a NUL, and halves of a character.
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")
# XML 1.0 has no way to write these either (section 2.2, Char).
_NOT_IN_XML = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

# HTML 13.2.5.80: a reference to one of these is of a character of Windows-1252, or an error.
_NO_REFERENCE = re.compile("[\x80-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def escaped(text: str) -> str:
    """The text for an element or a quoted attribute; what HTML cannot hold becomes U+FFFD.

    A parser gives back every other character as it was, carriage returns too.
    """
    return _UNWRITABLE.sub("\ufffd", html.escape(text)).replace("\r", "&#13;")


def attributes(**values: str) -> str:
    """The attributes of a tag, a space before each, those without a value left out.

    An underscore stands for a hyphen, and one at the end sets a name apart from a Python word.
    """
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escaped(value)}"'
        for name, value in values.items()
        if value
    )


def as_xml(markup: str) -> str:
    """The same elements without the characters that HTML takes and XML does not."""
    return _NOT_IN_XML.sub("\ufffd", markup)


def in_ascii(markup: str) -> str:
    """The same elements and texts with a reference for each character that is not ASCII.

    To a browser, references to control characters are of other characters: U+FFFD instead.
    """
    return _NO_REFERENCE.sub("\ufffd", markup).encode("ascii", "xmlcharrefreplace").decode()
