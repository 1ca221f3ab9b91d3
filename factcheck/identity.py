"""What makes a finding the same one from run to run, wherever in its story it has moved.

Its rule, the figures it holds against each other, and its paragraph; never a line number. A
baseline and every report with fingerprints go by it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from factcheck.findings import Finding
from factcheck.model import Date, Document, Quantity, Span

# Part of what is hashed: to be raised when the same finding would get another identity.
VERSION = "v1"
_LENGTH = 32


def identify(document: Document, findings: Iterable[Finding]) -> list[str]:
    """An identity for each of these findings of one story, in their order; no two are equal.

    32 hexadecimal digits, of the rule's code, the normalised figures of all places, and the
    paragraph of the first place, its white space and markup left out. "20,000" and "20000" are
    one figure. Findings that are alike in all of this are told apart by their order.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    identities = []
    for finding in findings:
        traits = _traits(document, finding)
        seen[traits] += 1
        whole = "\0".join((VERSION, *traits, str(seen[traits])))
        digest = sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
        identities.append(digest[:_LENGTH])
    return identities


def _traits(document: Document, finding: Finding) -> tuple[str, ...]:
    figures = "\n".join(_figures(document, span) for span in finding.spans)
    paragraph = _paragraph(document, finding.spans[0])
    return finding.code or finding.rule, figures, "".join(paragraph.split())


def _paragraph(document: Document, span: Span) -> str:
    """The prose of the paragraph; none for a place that is no prose and so in no paragraph."""
    if not span.of(document.prose).strip():
        return ""
    return paragraph_at(document, span.start).of(document.prose)


def _figures(document: Document, span: Span) -> str:
    """The figures and dates that a place marks; its words where it marks none, be it a comment."""
    figures = [_figure(one) for one in document.quantities if one.span.overlaps(span)]
    dates = [_date(one) for one in document.dates_in(span)]
    if figures or dates:
        return "; ".join(figures + dates)
    words = span.of(document.prose).split() or span.of(document.text).split()
    return " ".join(words).casefold()


def _figure(quantity: Quantity) -> str:
    about = "about " if quantity.approximate else ""
    return f"{about}{quantity.range} {quantity.unit or quantity.kind}"


def _date(date: Date) -> str:
    parts = (date.year, date.month, date.day, date.weekday, date.precision, date.part, date.clock)
    last = f" to {_date(date.end)}" if date.end else ""
    return f"{date.relative.casefold()} {parts}{last}"


def paragraph_at(document: Document, offset: int) -> Span:
    """The paragraph there, from its first sentence to its last; without sentences, the story."""
    sentences = document.sentences
    if not sentences:
        return Span(0, len(document.text))
    first = last = max(0, document.sentence_at(offset))
    paragraph = sentences[first].paragraph
    while first and sentences[first - 1].paragraph == paragraph:
        first -= 1
    while last + 1 < len(sentences) and sentences[last + 1].paragraph == paragraph:
        last += 1
    return Span(sentences[first].span.start, sentences[last].span.end)
