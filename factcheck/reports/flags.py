"""What findings mark in a story as HTML: tinted, with a numbered link to the finding before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.findings import SEVERITIES, Finding
from factcheck.model import Span
from factcheck.reports.markup import attributes, escaped
from factcheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Flag:
    """A place of a finding; `name` is its own, `finding` the finding's, `number` what it shows."""

    span: Span
    severity: str
    name: str
    finding: str
    number: int
    about: str

    def begins_in(self, span: Span) -> bool:
        """Whether its number stands in this stretch."""
        return span.start <= self.span.start < span.end

    def touches(self, span: Span) -> bool:
        """Whether anything of it is seen in this stretch."""
        return self.begins_in(span) or self.span.overlaps(span)


def find_flags(findings: Sequence[Finding], name: str) -> list[Flag]:
    """The places of all findings in reading order; `name` begins the name of each."""
    flags = [
        Flag(
            span=span,
            severity=str(finding.severity),
            name=flag_name(name, number, index),
            finding=finding_name(name, number),
            number=number,
            about=f"Finding {number}, {finding.severity}: {span.label or finding.message}",
        )
        for number, finding in enumerate(findings, 1)
        for index, span in enumerate(finding.spans, 1)
    ]
    return sorted(flags, key=lambda one: one.span.start)


def finding_name(name: str, number: int) -> str:
    """What a link to a finding leads to."""
    return f"{name}-f{number}"


def flag_name(name: str, number: int, index: int) -> str:
    """What a link to a place of a finding leads to, the places from 1."""
    return f"{finding_name(name, number)}-p{index}"


def flagged(text: str, span: Span, flags: Sequence[Flag]) -> Iterator[str]:
    """A stretch of text with its flags; the text of the pieces is that of the story."""
    ends = {end for one in flags for end in (one.span.start, one.span.end)}
    cuts = [span.start, *sorted(end for end in ends if span.start < end < span.end), span.end]
    for piece in (Span(*cut) for cut in pairwise(cuts)):
        yield from badges(flags, piece)
        tint = flag_class(flags, piece)
        words = escaped(piece.of(text))
        yield f'<span class="{tint}">{words}</span>' if tint else words


def badges(flags: Sequence[Flag], span: Span) -> Iterator[str]:
    """The links to the findings that mark something which begins here."""
    for one in flags:
        if one.begins_in(span):
            # The number is no part of the text: it is not copied with it, nor counted.
            link = attributes(
                id=one.name,
                class_=f"badge {one.severity}",
                href=f"#{one.finding}",
                data_number=str(one.number),
                aria_label=one.about,
            )
            yield f"<a{link}></a>"


def flag_class(flags: Sequence[Flag], span: Span) -> str:
    """How a stretch looks: as the gravest of what marks it; "" where nothing does."""
    found = {one.severity for one in flags if one.span.overlaps(span)}
    gravest = [severity for severity in SEVERITIES if severity in found]
    return f"flag {gravest[0]}" if gravest else ""
