"""ninjs, the news of agencies in JSON (IPTC, versions 1 to 3): which of its texts to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.model import RegionKind
from factcheck.readers.json_values import Value

Path = tuple[str, ...]

_BEGINNINGS = ("headline", "body_", "bodies", "description_", "descriptions")
# What an association of these types says is of another story, not the caption of a picture.
_OTHER_STORIES = ("text", "composite", "planning", "component", "event")


def is_ninjs(content: object) -> bool:
    """Whether this is an item of ninjs, whose one duty is a `uri`, with some text."""
    return (
        isinstance(content, dict)
        and isinstance(content.get("uri"), str)
        and any(key.startswith(_BEGINNINGS) for key in content)
    )


def read_by(
    content: Mapping[str, Any], values: Sequence[Value]
) -> Iterator[tuple[Value, RegionKind]]:
    """The texts to read with their parts: of the forms of one body, one."""
    kinds: dict[Path, RegionKind] = {}
    for path in _texts(content, "body", "bodies")[:1]:
        kinds[path] = "body"
    for path in _texts(content, "description", "descriptions")[:1]:
        kinds[path] = "deck"
    for path in _texts(content, "headline", "headlines"):
        kinds[path] = "headline"
    kinds[("byline",)] = kinds[("by",)] = "byline"
    for path in _captions(content):
        kinds[path] = "caption"
    for value in values:
        if value.path in kinds:
            yield value, kinds[value.path]


def _texts(item: Mapping[str, Any], one: str, many: str) -> list[Path]:
    """The paths to the forms of a text, the best to read first: HTML, plain text, others.

    Version 1 has a property for each form ("body_xhtml"), 2 and 3 have a list ("bodies").
    """
    found: list[tuple[int, Path]] = []
    for key, value in item.items():
        if isinstance(value, str) and value.strip() and (key == one or key.startswith(f"{one}_")):
            found.append((_rank(key), (key,)))
    entries = item.get(many)
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict) and isinstance(entry.get("value"), str):
            form = str(entry.get("contentType") or entry.get("contenttype") or "text")
            found.append((_rank(form), (many, str(index), "value")))
    return [path for _, path in sorted(found, key=lambda ranked: ranked[0])]


def _rank(form: str) -> int:
    if "html" in form:
        return 0
    return 2 if "text" not in form and ("/" in form or "_" in form) else 1


def _captions(content: Mapping[str, Any]) -> Iterator[Path]:
    """The descriptions of the pictures, an object of them in version 1, later a list."""
    associated = content.get("associations")
    if isinstance(associated, list):
        items = [(str(index), item) for index, item in enumerate(associated)]
    else:
        items = [*associated.items()] if isinstance(associated, dict) else []
    for key, item in items:
        if isinstance(item, dict) and item.get("type") not in _OTHER_STORIES:
            for path in _texts(item, "description", "descriptions")[:1]:
                yield "associations", key, *path
