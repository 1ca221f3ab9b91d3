"""A finding as HTML: what is at odds, its places, the sum, the ranges and what would repair it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.findings import Finding
from factcheck.model import Document, Span
from factcheck.remarks import reason_of
from factcheck.reports.bars_svg import write_bars
from factcheck.reports.flags import finding_name, flag_name
from factcheck.reports.lines import Lines
from factcheck.reports.markup import escaped
from factcheck.rules import Rule

# A place that runs on for longer than this is quoted by its beginning and its end.
_QUOTED = 90


def write_side_note(
    number: int,
    finding: Finding,
    document: Document,
    lines: Lines,
    name: str,
    rules: Mapping[str, Rule],
) -> Iterator[str]:
    """The finding as an article; its heading leads to its place, and so does each quotation."""
    own = finding_name(name, number)
    yield (
        f'<article class="finding {finding.severity}" id="{own}" tabindex="-1" '
        f'aria-labelledby="{own}-says">\n'
        f'<h4 id="{own}-says" dir="auto"><a href="#{flag_name(name, number, 1)}">'
        f'<span class="number">{number}</span> <span class="severity">{finding.severity}</span> '
        f"{escaped(finding.message)}</a></h4>\n"
    )
    yield '<ul class="places" aria-label="Places">\n'
    for index, span in enumerate(finding.spans, 1):
        yield _place(flag_name(name, number, index), span, document, lines)
    yield "</ul>\n"
    yield _rows("Sum", finding.working, "sum")
    yield from write_bars(finding.bars)
    yield _rows("Consistent if", finding.consistent_if, "changes")
    yield _why(finding, rules.get(finding.code))
    yield "</article>\n"


def _place(name: str, span: Span, document: Document, lines: Lines) -> str:
    place = document.place_at(span.start) or f"line {lines.number(span.start)}"
    label = f" {escaped(span.label)}" if span.label.strip() else ""
    quoted = escaped(_quotation(" ".join(span.of(document.text).split())))
    return f'<li dir="auto"><a href="#{name}">“{quoted}”</a>{label}, {escaped(place)}</li>\n'


def _quotation(words: str) -> str:
    if len(words) <= _QUOTED:
        return words
    return (
        f"{words[: _QUOTED // 2].rpartition(' ')[0]} … {words[-_QUOTED // 2 :].partition(' ')[2]}"
    )


def _rows(title: str, rows: Sequence[str], kind: str) -> str:
    if not rows:
        return ""
    entries = "".join(f'<li dir="auto">{escaped(row)}</li>\n' for row in rows)
    return f'<p class="title">{title}</p>\n<ul class="{kind}">\n{entries}</ul>\n'


def _why(finding: Finding, rule: Rule | None) -> str:
    if not rule:
        return f'<p class="rule">{escaped(finding.rule)}</p>\n' if finding.rule else ""
    reason = "".join(f"<p>{escaped(one)}</p>" for one in reason_of(rule))
    return (
        f'<details class="rule"><summary>{escaped(rule.name)} ({escaped(rule.code)})</summary>'
        f"<p>{escaped(rule.summary)}</p>{reason}</details>\n"
    )
