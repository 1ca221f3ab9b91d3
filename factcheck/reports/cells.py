"""What of a text a terminal may be given, and how many of its cells that takes."""

from __future__ import annotations

import re
from functools import lru_cache

# What a terminal without Unicode is given instead. Other letters lose their accents, and
# what has no likeness becomes a question mark.
_LIKENESS = {
    "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "…": "...",
    "×": "x", "÷": "/", "≤": "<=", "≥": ">=", "≈": "~", "±": "+/-", "€": "EUR ", "£": "GBP ",
    "•": "*", "·": "*", "→": "->", "←": "<-",
}  # fmt: skip

# What may not be shown as it is, and what may not take one cell.
_ODD = re.compile(r"[^ -~]")
_WORDS_AND_GAPS = re.compile(r" *[^ ]+| +$")


def shown(text: str, *, ascii_only: bool = False) -> str:
    """The text without anything that could move the cursor or turn the writing round.

    White space becomes spaces, other control characters a replacement character; bidirectional
    controls and joiners go, so that the width of what is left can be known.
    """
    if text.isascii() and text.isprintable():
        return text
    return _ODD.sub(lambda found: _shown(found[0], ascii_only), text)


@lru_cache(maxsize=4096)
def _shown(char: str, ascii_only: bool) -> str:  # noqa: FBT001
    from unicodedata import category

    kind = category(char)
    if char.isspace():
        return char if char == "\u3000" and not ascii_only else " "
    if kind in ("Cc", "Cs"):
        return "?" if ascii_only else "\ufffd"
    # A variation selector would make a narrow sign a wide picture in some terminals only.
    if kind == "Cf" or "\ufe00" <= char <= "\ufe0f":
        return ""
    return _likeness(char) if ascii_only and not char.isascii() else char


def _likeness(char: str) -> str:
    from unicodedata import combining, normalize

    if char in _LIKENESS:
        return _LIKENESS[char]
    if _cells(char) == 0:
        return ""
    alike = normalize("NFKD", char)
    # "½" would become "1", which is another number: only marks on a letter may be left out.
    return alike[0] if alike[0].isascii() and all(map(combining, alike[1:])) else "?"


@lru_cache(maxsize=4096)
def _cells(char: str) -> int:
    from unicodedata import category, east_asian_width

    # The vowels and final consonants of Hangul written in parts stand in their syllable's cells.
    if category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def width(text: str) -> int:
    """The cells that a text as `shown` takes: two for a wide character, none for an accent."""
    if text.isascii():
        return len(text)
    return len(text) + sum(_cells(char) - 1 for char in _ODD.findall(text))


def clip(text: str, room: int) -> str:
    """As much of the beginning as fits in this many cells."""
    if text.isascii():
        return text[: max(0, room)]
    used = 0
    for index, char in enumerate(text):
        used += _cells(char)
        if used > room:
            return text[:index]
    return text


def clip_left(text: str, room: int) -> str:
    """As much of the end as fits in this many cells."""
    if text.isascii():
        return text[len(text) - min(len(text), max(0, room)) :]
    used = 0
    for index in range(len(text) - 1, -1, -1):
        used += _cells(text[index])
        if used > room:
            return text[index + 1 :]
    return text


def wrap(text: str, room: int) -> list[str]:
    """The text in lines of at most this many cells, broken at spaces where there are any."""
    if width(text) <= room:
        return [text]
    cells_of = len if text.isascii() else width
    lines, used = [""], 0
    for word in _WORDS_AND_GAPS.findall(text):
        cells = cells_of(word)
        if used + cells <= room:
            lines[-1] += word
            used += cells
            continue
        rest = word.lstrip(" ") if lines[-1] else word
        if lines[-1]:
            lines.append("")
        while width(rest) > room and (head := clip(rest, room)):
            lines[-1] = head
            lines.append("")
            rest = rest[len(head) :]
        lines[-1], used = rest, width(rest)
    return lines
