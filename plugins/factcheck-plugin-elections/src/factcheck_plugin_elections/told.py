"""What factcheck's own rules tell of already, so that one fault is told once."""

from __future__ import annotations

from factcheck import Document, Quantity, find_majorities


def told_already(document: Document, figures: tuple[Quantity, ...]) -> bool:
    """Whether majority-word-wrong, which every story is checked by, holds one of these figures."""
    parts = [one.part.quantity for one in find_majorities(document)]
    return any(figure in parts for figure in figures)
