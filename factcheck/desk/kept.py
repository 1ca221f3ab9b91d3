"""A report as bytes: what a worker process sends, and what is kept from one run to the next.

It holds what the desk decides by and what most formats show, in a form that reads back at once
and can run no code. What a story without findings is rarely asked for is not in it, nor are
words, claims and statements; whoever asks for these has the story read anew.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable
from dataclasses import fields
from fractions import Fraction
from operator import attrgetter
from typing import Any

from factcheck.findings import Bar, Failure, Finding, Report
from factcheck.model import Comment, Date, Document, Place, Quantity, Region, Sentence, Span
from factcheck.ranges import Range


class KeptDocument(Document):
    """A document whose parts are made when they are first asked for.

    A part is made of its bytes in `kept`; one that is not there by `read`, which reads the story.
    """

    __slots__ = ("_kept", "_read")

    _kept: dict[str, bytes]
    _read: Callable[[], Document]

    def __new__(cls, *values: Any, **named: Any) -> Any:  # noqa: D102
        # A copy with a part replaced is a document like any other.
        return Document(*values, **named)

    def __getattr__(self, name: str) -> Any:
        if name not in _NAMES:
            raise AttributeError(name)
        if name in self._kept:
            _put(self, name, tuple(map(_UNPACKED[name], marshal.loads(self._kept[name]))))
        else:
            document = self._read()
            for one in _NAMES - self._kept.keys():
                _put(self, one, getattr(document, one))
        return getattr(self, name)


_NAMES = frozenset(one.name for one in fields(Document))
_put = object.__setattr__


def pack_report(report: Report, data: bytes) -> bytes:
    """The report of the story in these bytes; b"" if something in it cannot be sent.

    `compared` is left out: it is more than all the rest, and few formats show it.
    """
    document = report.document
    names = _PACKED if report.findings else _ALWAYS
    parts = [(name, getattr(document, name)) for name in names]
    try:
        return marshal.dumps(
            (
                _text_unless_in(data, document.text),
                document.as_of,
                tuple(map(_pack_finding, report.findings)),
                tuple((one.message, one.rule, one.distribution) for one in report.failures),
                report.figures,
                report.checked,
                {name: marshal.dumps(tuple(map(_PACKED[name], part))) for name, part in parts},
                _text_unless_in(data, document.prose) if report.findings else None,
            )
        )
    except (ValueError, TypeError, AttributeError):  # a rule may put anything in its findings
        return b""


def unpack_report(packed: bytes, name: str, data: bytes, read: Callable[[], Document]) -> Report:
    """The report of the story in these bytes, of this name; `read` reads the whole of it.

    Raises ValueError, TypeError or EOFError for what `pack_report` did not make.
    """
    text, as_of, findings, failures, figures, checked, parts, prose = marshal.loads(packed)
    document: KeptDocument = object.__new__(KeptDocument)
    _put(document, "_kept", parts)
    _put(document, "_read", read)
    _put(document, "name", name)
    _put(document, "text", data.decode() if text is None else text)
    _put(document, "as_of", as_of)
    if findings:
        _put(document, "prose", data.decode() if prose is None else prose)
    return Report(
        document,
        tuple(map(_unpack_finding, findings)),
        failures=tuple(Failure(*one) for one in failures),
        figures=figures,
        checked=checked,
    )


def _text_unless_in(data: bytes, text: str) -> str | None:
    """None for what the story's bytes say as they are: most are plain text."""
    try:
        return None if data.decode() == text else text
    except UnicodeDecodeError:
        return text


def _pack_finding(one: Finding) -> tuple[Any, ...]:
    return (
        one.message,
        tuple((span.start, span.end, span.label) for span in one.spans),
        tuple(one.working),
        tuple(one.consistent_if),
        tuple((_pack_range(bar.range), bar.label) for bar in one.bars),
        one.severity,
        one.rule,
        one.code,
    )


def _unpack_finding(packed: tuple[Any, ...]) -> Finding:
    message, spans, working, consistent_if, bars, *named = packed
    return Finding(
        message,
        tuple(Span(*one) for one in spans),
        working,
        consistent_if,
        tuple(Bar(_unpack_range(packed_range), label) for packed_range, label in bars),
        *named,
    )


_ENDS = attrgetter("low", "high", "low_closed", "high_closed")


def _pack_range(one: Range) -> tuple[Any, ...]:
    low, high, *closed = _ENDS(one)
    return (_pack_number(low), _pack_number(high), *closed)


def _unpack_range(packed: tuple[Any, ...]) -> Range:
    low, high, low_closed, high_closed = packed
    return Range(
        _unpack_number(low), _unpack_number(high), low_closed=low_closed, high_closed=high_closed
    )


def _pack_number(number: int | Fraction | None) -> Any:
    return (number.numerator, number.denominator) if type(number) is Fraction else number


def _unpack_number(packed: Any) -> Any:
    return Fraction(*packed) if type(packed) is tuple else packed


def _pack_span(one: Span | None) -> tuple[int, int, str] | None:
    return (one.start, one.end, one.label) if one else None


_QUANTITY = attrgetter(
    "span.start", "span.end", "span.label", "unit", "kind", "approximate", "inverted"
)


def _pack_quantity(one: Quantity) -> tuple[Any, ...]:
    range_, step, number = _pack_range(one.range), _pack_number(one.step), _pack_span(one.number)
    return (*_QUANTITY(one), range_, step, number)


def _unpack_quantity(packed: tuple[Any, ...]) -> Quantity:
    start, end, label, unit, kind, approximate, inverted, range_, step, number = packed
    return Quantity(
        Span(start, end, label),
        _unpack_range(range_),
        unit,
        kind,
        approximate,
        _unpack_number(step),
        number and Span(*number),
        inverted,
    )


_DATE = attrgetter("year", "month", "day", "weekday", "relative", "precision", "part")


def _pack_date(one: Date) -> tuple[Any, ...]:
    return _pack_span(one.span), _DATE(one), one.end and _pack_date(one.end), one.clock


def _unpack_date(packed: tuple[Any, ...]) -> Date:
    span, parts, end, clock = packed
    return Date(Span(*span), *parts, end and _unpack_date(end), clock)  # type: ignore[call-arg]


# How each part of a document that is made of many small values becomes bytes, and is made again.
_PACKED: dict[str, Callable[[Any], tuple[Any, ...]]] = {
    "regions": attrgetter("kind", "span.start", "span.end", "span.label"),
    "places": attrgetter("name", "span.start", "span.end", "span.label"),
    "comments": attrgetter("text", "span.start", "span.end", "span.label", "author", "date"),
    "sentences": attrgetter(
        "span.start", "span.end", "span.label", "first", "last", "paragraph", "region"
    ),
    "quantities": _pack_quantity,
    "dates": _pack_date,
}
# What may be asked for of a story without findings, too.
_ALWAYS = ("regions", "places", "comments")
_UNPACKED: dict[str, Callable[[tuple[Any, ...]], object]] = {
    "regions": lambda one: Region(one[0], Span(*one[1:])),
    "places": lambda one: Place(one[0], Span(*one[1:])),
    "comments": lambda one: Comment(one[0], Span(*one[1:4]), *one[4:]),
    "sentences": lambda one: Sentence(Span(*one[:3]), *one[3:]),
    "quantities": _unpack_quantity,
    "dates": _unpack_date,
}
