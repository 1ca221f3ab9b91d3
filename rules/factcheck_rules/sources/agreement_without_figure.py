"""FC502: an estimate that agrees with another whose figure is never given."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from factcheck import Document, Finding, Span, Statement, rule
from factcheck.claims.voices import may_speak

_AGREES = re.compile(
    r"\b(?:(?:lines?|lined|lining) up with|(?:falls? |fell )?in line with|(?:is |was )?consistent "
    r"with|match(?:es|ed|ing)?|echo(?:es|ed|ing)?|tall(?:y|ies|ied) with|chimed? with|agrees "
    r"with|squares? with|(?:is |was )?(?:similar|close) to|fits? with)\s+$"
)
_LONGEST = 40  # characters to look back for one of these
_ESTIMATE = re.compile(r"\b(?:(?:estimate|assessment|calculation|projection)s?|tally|count)\b")
# "…, a Red Cross estimate of May": what else belongs to the mark.
_AFTER = re.compile(r"(?:\s+(?:from|by|of|in|for)\s+(?:\w+\s?){1,4}?(?=[,.;:)—–]|$))?")


@rule(
    "FC502",
    severity="note",
    examples=[
        "The army put the number of rebels at 4,000, which [[lines up with a Red Cross estimate of "
        "May]].",
        "The mayor said 300 homes were flooded, [[in line with an estimate by the fire service]].",
        "About 12,000 seals live on the coast, a figure that [[matches the institute’s estimate]].",
        "Organisers counted 9,000 marchers, [[consistent with police estimates]].",
        "The army put the number of rebels at 4,000, which lines up with a UN estimate of 3,800.",
        "The mayor said 300 homes were flooded, in line with an estimate by the fire service. "
        "Estimates by the fire service put the number at 280.",
        "About 12,000 seals live on the coast. The institute’s work echoes that of its neighbours.",
        "Profits came to $3 million, in line with expectations.",
        "The department’s view has always been close to police estimates.",
    ],
)
def agreement_without_figure(document: Document) -> Iterator[Finding]:
    """A figure that is said to agree with another stands beside that other figure.

    Without it readers cannot see how well the two agree, nor can the desk.

    Compares: An estimate, count or assessment that a figure is “in line with”, “matches” or
    “echoes” with the figures round it.

    Tolerance: None.

    Silent: Where a figure follows in the sentence, or whoever made the other estimate gives one
    anywhere in the story.
    """
    if not may_speak(document, "estimate"):
        return
    agreeing = list(_agreeing(document))
    known = _with_figures(document) if agreeing else set()
    for estimate, start in agreeing:
        before = Span(document.sentences[estimate.sentence].span.start, start)
        figures = _figures(document, before)
        if figures and not _figure_follows(document, estimate) and not known & _who(estimate):
            yield _finding(document, estimate, start, figures[-1])


def _agreeing(document: Document) -> Iterator[tuple[Statement, int]]:
    """Estimates that only agree with something, and where the wording of that begins."""
    for one in document.statements:
        if one.content.start < one.content.end or not _ESTIMATE.search(one.span.of(document.prose)):
            continue
        opening = max(0, one.span.start - _LONGEST)
        agrees = _AGREES.search(document.prose[opening : one.span.start])
        if agrees:
            yield one, opening + agrees.start()


def _finding(document: Document, estimate: Statement, start: int, figure: Span) -> Finding:
    after = _AFTER.match(document.prose, estimate.span.end)
    marked = Span(start, after.end() if after else estimate.span.end, "its figure is not given")
    return Finding(
        f"“{_line(marked.of(document.text))}” gives no figure for {estimate.source.name}, "
        f"so the agreement with “{_line(figure.of(document.text))}” cannot be checked",
        (marked,),
    )


def _figures(document: Document, span: Span) -> list[Span]:
    first = bisect_left(document.quantities, span.start, key=lambda one: one.span.start)
    last = bisect_left(document.quantities, span.end, key=lambda one: one.span.start)
    return [one.span for one in document.quantities[first:last]]


def _figure_follows(document: Document, estimate: Statement) -> bool:
    sentence = document.sentences[estimate.sentence].span
    return bool(_figures(document, Span(estimate.span.end, sentence.end)))


def _with_figures(document: Document) -> set[str]:
    """Words of the names of all that give a figure anywhere in the story."""
    giving = (one for one in document.statements if _figures(document, one.content))
    return {word for one in giving for word in _who(one)}


def _who(statement: Statement) -> set[str]:
    words = statement.source.name.lower().split()
    return {word for word in words if word not in ("a", "an", "the", "of", "estimate")}


def _line(text: str) -> str:
    return " ".join(text.split())
