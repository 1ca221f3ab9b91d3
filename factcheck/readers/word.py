"""The paragraphs of a Word document, with what a reader of the finished text would see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from factcheck.readers.signs import RAISED
from factcheck.values import dataclass

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Deletions, text moved elsewhere, comments' marks, instructions of fields, the second form of a
# drawing, and what says how things look.
_LEFT_OUT = frozenset((
    "del", "moveFrom", "Fallback", "pPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr",
    "sdtEndPr", "annotationRef", "instrText", "delText", "delInstrText", "rt", "footnotePr",
    "endnotePr", "oMath", "oMathPara",
))  # fmt: skip
_SIGNS = {
    "tab": "\t", "ptab": "\t", "br": "\u2028", "cr": "\u2028",
    "noBreakHyphen": "\N{NON-BREAKING HYPHEN}", "sym": " ",
}  # fmt: skip
_OFF = ("0", "false", "off")
_CELLS = ("tbl", "tr", "tc")

Cell: TypeAlias = tuple[int, int, int]
_NO_NOTES: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its text, the id of its style, and the cell of a table that it stands in.

    A line break within it is U+2028. `cell` counts table, row and column from 1. `notes` are the
    ids of the footnotes it refers to, a minus sign before those of endnotes; `comments` those of
    the comments that begin or end in it.
    """

    text: str
    style: str = ""
    cell: Cell | None = None
    notes: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()


@lru_cache(maxsize=512)
def _local(tag: str) -> str:
    """A name without its namespace; "" for drawings and others that have paragraphs as well."""
    namespace, _, name = tag.rpartition("}")
    return name if "wordprocessingml" in namespace or name in ("Fallback", "oMath") else ""


def value(element: Element | None, name: str = "val") -> str:
    """An attribute by its name without a namespace, "" where there is none."""
    for key, found in element.items() if element is not None else ():
        if key.rpartition("}")[2] == name:
            return found
    return ""


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The children of this name."""
    return (one for one in element or () if _local(one.tag) == name)


def find_paragraphs(root: Element) -> Iterator[Paragraph]:
    """The paragraphs that are not empty, in order; those of a text box after the one it is in."""
    text, notes, comments = "", _NO_NOTES, _NO_NOTES
    for element, cell in _blocks(root):
        more, further, said = _read(element)
        text, notes, comments = text + more, (*notes, *further), (*comments, *said)
        properties = _first(element, "pPr")
        if _is_on(_first(properties, "rPr"), ("del", "moveFrom")):
            continue  # Its end mark is deleted: it goes on in the next.
        if text.strip():
            yield Paragraph(text, value(_first(properties, "pStyle")), cell, notes, comments)
            comments = _NO_NOTES  # Those on an empty paragraph are on the next.
        text, notes = "", _NO_NOTES
    if text.strip():
        yield Paragraph(text, notes=notes, comments=comments)


def find_runs(root: Element) -> Iterator[list[tuple[Element, int]]]:
    """The runs of each such paragraph, with how many characters of its text each gives."""
    runs: list[tuple[Element, int]] = []
    text = ""
    for element, _ in _blocks(root):
        for run in _runs(element):
            pieces: list[str] = []
            _read_run(run, pieces, [], [])
            runs.append((run, sum(map(len, pieces))))
            text += "".join(pieces)
        if _is_on(_first(_first(element, "pPr"), "rPr"), ("del", "moveFrom")):
            continue
        if text.strip():
            yield runs
        runs, text = [], ""
    if text.strip():
        yield runs


def _first(element: Element | None, name: str) -> Element | None:
    return next(children(element, name), None)


def _is_on(properties: Element | None, names: tuple[str, ...]) -> bool:
    """Whether one of these properties is there and not switched off."""
    return any(value(found) not in _OFF for name in names for found in children(properties, name))


def _blocks(root: Element) -> Iterator[tuple[Element, Cell | None]]:
    """Each paragraph's element with its cell. A stack, for Python calls only so deep."""
    waiting: list[tuple[Element, Cell | None]] = [(root, None)]
    counts: Counter[Cell] = Counter()
    while waiting:
        element, cell = waiting.pop()
        name = _local(element.tag)
        if name in _LEFT_OUT or (name == "tr" and _is_on(_first(element, "trPr"), ("del",))):
            continue
        if name == "p":
            yield element, cell
        elif name in _CELLS:
            cell = _counted(name, cell or (0, 0, 0), counts)
        waiting += [(child, cell) for child in reversed(element)]


def _counted(name: str, around: Cell, counts: Counter[Cell]) -> Cell:
    """The next table of the document, row of the table or cell of the row."""
    within = {"tbl": (0, 0, 0), "tr": (around[0], 0, 0), "tc": (around[0], around[1], 0)}[name]
    counts[within] += 1
    number = counts[within]
    return {
        "tbl": (number, 0, 0), "tr": (around[0], number, 0), "tc": (around[0], around[1], number),
    }[name]  # fmt: skip


def _read(paragraph: Element) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The text of a paragraph, the notes it refers to, and the comments on it."""
    pieces: list[str] = []
    notes: list[str] = []
    comments: list[str] = []
    for run in _runs(paragraph):
        if _local(run.tag) == "r":
            _read_run(run, pieces, notes, comments)
        else:
            comments.append(value(run, "id"))
    return "".join(pieces), tuple(notes), tuple(comments)


def _runs(paragraph: Element) -> Iterator[Element]:
    """The runs, and where comments begin, which hold no text."""
    waiting = [*reversed(paragraph)]
    while waiting:
        element = waiting.pop()
        name = _local(element.tag)
        if name in ("r", "commentRangeStart"):
            yield element
        elif name not in _LEFT_OUT and name != "p":
            waiting += reversed(element)


def _read_run(run: Element, pieces: list[str], notes: list[str], comments: list[str]) -> None:
    properties = _first(run, "rPr")
    # Struck out by hand is as good as deleted.
    if _is_on(properties, ("vanish", "strike", "dstrike")):
        return
    raised = value(_first(properties, "vertAlign")) == "superscript"
    for element in run:
        name = _local(element.tag)
        if name == "t":
            text = " ".join((element.text or "").splitlines())
            pieces.append(text.translate(RAISED) if raised else text)
        elif name in _SIGNS:
            pieces.append(_SIGNS[name])
        elif name in ("footnoteReference", "endnoteReference"):
            notes.append(("-" if name[0] == "e" else "") + value(element, "id"))
        elif name == "commentReference":
            comments.append(value(element, "id"))
