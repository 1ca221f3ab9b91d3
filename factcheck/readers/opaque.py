"""Stretches of Markdown in which nothing is markup: fenced code, comments, scripts."""

from __future__ import annotations

import re

from factcheck.readers.blanking import Edit, blanked

_SIGNS = ("```", "~~~", "<!--", "<script", "<style", "<pre")
# Compiled for the few stories that have such stretches.
_OPENING = (
    r"\n[ \t>]*+(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]++)?+(?:(?P<fence>`{3,})(?=[^`\n]*(?:\n|\Z))"
    r"|(?P<tildes>~{3,}))|<(?P<other>!--|script\b|style\b|pre\b)"
)
_FENCE = r"\n[ \t>]*+(`{3,}|~{3,})[ \t]*(?=\n|\Z)"
_CLOSINGS = {"!--": "-->", "script": "</script>", "style": "</style>", "pre": "</pre>"}


def find_opaque(text: str) -> list[Edit]:
    """Each such stretch in order, with what is to stand there instead."""
    if not any(sign in text for sign in _SIGNS):
        return []
    # One newline more in front, so that the first line is like the others.
    padded = "\n" + text
    edits: list[Edit] = []
    hopeless: set[str] = set()
    at = 0
    while found := re.compile(_OPENING).search(padded, at):
        other = found["other"]
        end = _end_of_other(padded, found, hopeless) if other else _end_of_fence(padded, found)
        at = max(end, found.end())
        if end:
            start = found.start() + (not other)
            edits.append((start - 1, end - 1, _blank_for(padded, start, end)))
    return edits


def _end_of_fence(text: str, found: re.Match[str]) -> int:
    """After the closing fence; a fence that is never closed runs to the end of the text."""
    opening = found["fence"] or found["tildes"]
    for closing in re.compile(_FENCE).finditer(text, found.end()):
        if closing[1].startswith(opening):
            return closing.end()
    return len(text)


def _end_of_other(text: str, found: re.Match[str], hopeless: set[str]) -> int:
    """After the closing tag, 0 where there is none: then the text is left as it is."""
    closing = _CLOSINGS[found["other"]]
    end = -1 if closing in hopeless else text.find(closing, found.end())
    if end < 0:
        hopeless.add(closing)
        return 0
    return end + len(closing)


def _blank_for(text: str, start: int, end: int) -> str:
    # A comment within a line does not end the paragraph that goes on after it.
    inline = text[start] == "<" and text[start - 1] != "\n"
    return " " * (end - start) if inline else blanked(text[start:end])
