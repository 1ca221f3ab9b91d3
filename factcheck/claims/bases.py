"""What a sum of money is reckoned before or after: "$60m before tax", "$45m after tax"."""

from __future__ import annotations

import re
from functools import cache

from factcheck.claims.lemmas import word_list
from factcheck.model import Claim, Document


def two_bases(document: Document, first: Claim, second: Claim) -> bool:
    """Whether the sentences of two claims reckon both ways, so that the two may differ in that."""
    spans = {document.sentences[claim.sentence].span for claim in (first, second)}
    text = " ".join(span.of(document.prose) for span in spans).lower()
    ways = {_ways()[match["way"] or match["alone"]] for match in re.finditer(_reckoned(), text)}
    return len(ways) > 1


@cache
def _ways() -> dict[str, str]:
    table = word_list("changes")["reckoned"]
    return {word: way for way in ("with", "without") for word in table[way].split()}


@cache
def _reckoned() -> str:
    table = word_list("changes")["reckoned"]
    alone = "|".join(table["alone"].split())
    ways = "|".join(word for word in _ways() if word not in table["alone"].split())
    return (
        rf"\b(?:(?P<way>{ways})[ -]?(?:[\w-]+ )?(?:{'|'.join(table['of'].split())})"
        rf"|(?P<alone>{alone}))\b"
    )
