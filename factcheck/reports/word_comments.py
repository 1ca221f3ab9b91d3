"""Findings as comments in the Word document they are of, which otherwise stays as it was.

The text of the document is not written anew: the marks of comments are put in between its bytes,
before and behind the runs that a finding marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import accumulate
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from factcheck.findings import Finding, Report
from factcheck.model import Span
from factcheck.readers.decoding import Unreadable
from factcheck.readers.packages import Package
from factcheck.readers.word import find_runs
from factcheck.reports.markup import as_xml, escaped
from factcheck.reports.notes import notes, one_line
from factcheck.tuples import NamedTuple

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ID = re.compile(rb"""<(?:\w+:)?comment\s(?=[^>]*?\bid\s*=\s*["'](-?\d+)["'])""")


class Annotated(NamedTuple):
    """The document with its comments, and the findings that have a place where none may stand."""

    data: bytes
    left_out: tuple[Finding, ...]


class _Run(NamedTuple):
    """A run in the text of the story and in the bytes of its part."""

    span: Span
    start: int
    end: int


def annotate(data: bytes, report: Report) -> Annotated:
    """A Word document with a comment on each place of each finding.

    Footnotes and text boxes take no comments; a finding with no place outside of them is left
    out. Every other part, and every other byte of the text, is as it was. Raises `Unreadable`.
    """
    package = Package(data)
    main = package.main()
    text = package.read(main)
    runs = [*_find_runs(package, main, text)]
    folder, _, file = main.rpartition("/")
    comments = package.read(f"{folder}/comments.xml")
    first = max((int(one) for one in _ID.findall(comments)), default=-1) + 1
    placed, left_out = _place(report.findings, runs)
    if not placed:
        return Annotated(data, left_out)
    marks = [(run, first + index) for index, (run, _) in enumerate(placed)]
    changed = {
        main: _marked(text, marks),
        f"{folder}/comments.xml": _commented(comments, [said for _, said in placed], first),
    }
    if not comments:
        rels = f"{folder}/_rels/{file}.rels"
        changed[rels] = _related(package.read(rels))
        types = "[Content_Types].xml"
        changed[types] = _typed(package.read(types), f"/{folder}/comments.xml")
    return Annotated(_rewritten(data, changed), left_out)


def _place(
    findings: Sequence[Finding], runs: Sequence[_Run]
) -> tuple[list[tuple[_Run, list[str]]], tuple[Finding, ...]]:
    """What is said of which stretch, all of it at a finding's first place."""
    placed: list[tuple[_Run, list[str]]] = []
    left_out = []
    for finding in findings:
        head = f"{finding.severity}: {one_line(finding.message)}"
        said = [head, *notes(finding), f"factcheck explain {finding.rule}"]
        for span in finding.spans:
            under = [run for run in runs if run.span.overlaps(span)]
            if under:
                label = one_line(span.label)
                whole = _Run(span, under[0].start, under[-1].end)
                placed.append((whole, [label, *said] if label else said))
                said = [head]
        if len(said) > 1:
            left_out.append(finding)
    return placed, tuple(left_out)


def _find_runs(package: Package, main: str, data: bytes) -> Iterator[_Run]:
    # It refuses what is no XML, or declares a type; what follows need not fear either.
    package.parse(main)
    root, places = _parse(data)
    if not root.tag.startswith(f"{{{_WORD}}}"):
        raise Unreadable("it is in Strict Open XML, which takes other comments: save it as .docx")
    start = 0
    for paragraph in find_runs(root):
        lengths = [length for _, length in paragraph]
        ends = [*accumulate(lengths, initial=start)]
        for (run, length), offset in zip(paragraph, ends, strict=False):
            if length and run in places:
                yield _Run(Span(offset, offset + length), *places[run])
        start = ends[-1] + 1


def _parse(data: bytes) -> tuple[Element, dict[Element, tuple[int, int]]]:
    """The tree with the stretch of bytes of each run that a comment may stand on."""
    from xml.etree.ElementTree import TreeBuilder
    from xml.parsers.expat import ParserCreate

    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")):
        raise Unreadable("its text is in UTF-16, which Word does not write: save it anew")
    parser, tree = ParserCreate(namespace_separator="}"), TreeBuilder()
    begun: list[tuple[str, int]] = []
    places: dict[Element, tuple[int, int]] = {}

    def start(name: str, values: dict[str, str]) -> None:
        begun.append((name.rpartition("}")[2], parser.CurrentByteIndex))
        tree.start(_braced(name), {_braced(key): value for key, value in values.items()})

    def end(name: str) -> None:
        element = tree.end(_braced(name))
        local, at = begun.pop()
        if local == "r" and not any(outer == "txbxContent" for outer, _ in begun):
            places[element] = at, data.index(b">", parser.CurrentByteIndex) + 1

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = tree.data
    parser.Parse(data, True)  # noqa: FBT003
    return tree.close(), places


def _braced(name: str) -> str:
    return f"{{{name}" if "}" in name else name


def _marked(data: bytes, marks: Sequence[tuple[_Run, int]]) -> bytes:
    """The text with the marks of the comments; where one ends and one begins, it ends first."""
    name = f'xmlns:w="{_WORD}" w:id'
    inserts = []
    for run, number in marks:
        begin = f'<w:commentRangeStart {name}="{number}"/>'
        end = (
            f'<w:commentRangeEnd {name}="{number}"/><w:r xmlns:w="{_WORD}">'
            f'<w:commentReference w:id="{number}"/></w:r>'
        )
        inserts += [(run.start, 1, begin), (run.end, 0, end)]
    pieces, done = [], 0
    for at, _, mark in sorted(inserts, key=lambda one: one[:2]):
        pieces += [data[done:at], mark.encode()]
        done = at
    return b"".join([*pieces, data[done:]])


def _commented(comments: bytes, said: Sequence[list[str]], first: int) -> bytes:
    """The part with the comments, those that were there before ours."""
    ours = "".join(_comment(first + index, rows) for index, rows in enumerate(said))
    whole = comments or f'{_HEAD}<w:comments xmlns:w="{_WORD}"></w:comments>'.encode()
    return _before_end(whole, ours)


def _comment(number: int, rows: Sequence[str]) -> str:
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{as_xml(escaped(row))}</w:t></w:r></w:p>'
        for row in rows
    )
    return (
        f'<w:comment xmlns:w="{_WORD}" w:id="{number}" w:author="factcheck" '
        f'w:initials="fc">{paragraphs}</w:comment>'
    )


def _related(rels: bytes) -> bytes:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    whole = rels or f'{_HEAD}<Relationships xmlns="{space}"></Relationships>'.encode()
    # A name that nothing else has: Word calls its own rId and a number.
    relation = (
        f'<Relationship xmlns="{space}" Id="factcheckComments" Type="{_RELATION}" '
        'Target="comments.xml"/>'
    )
    return _before_end(whole, relation)


def _typed(types: bytes, part: str) -> bytes:
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return _before_end(
        types, f'<Override xmlns="{space}" PartName="{part}" ContentType="{_TYPE}"/>'
    )


def _before_end(part: bytes, more: str) -> bytes:
    """The part with something more at the end of its root, which may be an empty tag."""
    at = part.rfind(b"</")
    closing = re.search(rb"<([\w:]+)([^<>]*)/>\s*$", part)
    if closing and closing.start() > at:
        name, values = closing[1], closing[2]
        head = part[: closing.start()] + b"<" + name + values + b">"
        return head + more.encode() + b"</" + name + b">"
    return part[:at] + more.encode() + part[at:]


def _rewritten(data: bytes, changed: dict[str, bytes]) -> bytes:
    """The archive with these parts in place of those of their names, or after all others."""
    written = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(written, "w", ZIP_DEFLATED) as after:
        for info in before.infolist():
            after.writestr(info, changed.pop(info.filename, b"") or before.read(info))
        for name, part in changed.items():
            after.writestr(name, part)
    return written.getvalue()
