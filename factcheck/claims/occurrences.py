"""Where some few words stand in a story, found without a look at the others."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model import Document


def places_of(document: Document, words: Iterable[str]) -> list[int]:
    """The tokens that are one of these words with a space behind it, in reading order."""
    prose, tokens = document.prose, document.tokens
    found: list[int] = []
    for word in words:
        for form in (f"{word} ", f"{word.capitalize()} "):
            at = prose.find(form)
            while at >= 0:
                index = tokens.at(at)
                # "Ball " ends so too.
                if tokens.starts[index] == at and tokens.raw[index] == form:
                    found.append(index)
                at = prose.find(form, at + 1)
    return sorted(found)
