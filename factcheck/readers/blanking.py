"""Blanking: replacing what is no prose by as many spaces."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Brackets end an address because Markdown and prose put them round one; so does the
# punctuation of its sentence. Few stories have one, so it is compiled for those only.
_ADDRESS = r"[^\s<>()\[\]\"“”]*[^\s<>()\[\]\"“”.,;:!?'’*_]"

Edit = tuple[int, int, str]


def even_space(text: str) -> str:
    """The text with every line end as a newline and hard spaces as spaces, in the same length."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\xa0", " ")


def blanked(stretch: str) -> str:
    """Spaces instead of everything but the newlines."""
    return "\n".join([" " * len(line) for line in stretch.split("\n")])


def blank_addresses(prose: str) -> str:
    """The prose without web addresses: their digits are no figures of the story."""
    if "://" in prose:
        prose = re.sub(r"https?://" + _ADDRESS, _spaces, prose)
    if "www." in prose:
        prose = re.sub(r"www\." + _ADDRESS, _spaces, prose)
    return prose


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found[0])


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with each stretch replaced by one of its length; stretches do not overlap."""
    pieces: list[str] = []
    done = 0
    for start, end, replacement in sorted(edits):
        pieces += text[done:start], replacement
        done = end
    pieces.append(text[done:])
    return "".join(pieces)
