"""The paragraphs of a Word document, with what a reader of the finished text would see."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.readers.signs import RAISED
from factcheck.values import dataclass

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Deletions, text moved elsewhere, comments' marks, instructions of fields, the second form of a
# drawing, and what says how things look.
_LEFT_OUT = frozenset(
    "del moveFrom Fallback pPr sectPr tblPr tblGrid trPr tcPr sdtPr sdtEndPr annotationRef "
    "instrText delText delInstrText rt footnotePr endnotePr oMath oMathPara".split()
)
_SIGNS = {
    "tab": "\t", "ptab": "\t", "br": "\u2028", "cr": "\u2028",
    "noBreakHyphen": "\N{NON-BREAKING HYPHEN}", "sym": " ",
}  # fmt: skip
_OFF = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its text, the id of its style, and the cell of a table that it stands in.

    A line break within it is U+2028. `cell` counts table, row and column from 1. `notes` are the
    ids of the footnotes it refers to, a minus sign before those of endnotes.
    """

    text: str
    style: str = ""
    cell: tuple[int, int, int] | None = None
    notes: tuple[str, ...] = ()


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def value(element: Element, name: str) -> str:
    """An attribute by its name without a namespace, "" where there is none."""
    for key, found in element.items():
        if key.rpartition("}")[2] == name:
            return found
    return ""


def find_paragraphs(root: Element) -> Iterator[Paragraph]:
    """The paragraphs that are not empty, in order; those of a text box after the one it is in."""
    open_text, open_style, open_notes = "", "", ()  # of a paragraph whose end mark was deleted
    for element, cell in _blocks(root):
        pieces, notes = _read(element)
        style = open_style or _style(element)
        text, notes = open_text + "".join(pieces), (*open_notes, *notes)
        if _ends_deleted(element):
            open_text, open_style, open_notes = text, style, notes
            continue
        open_text, open_style, open_notes = "", "", ()
        if text.strip():
            yield Paragraph(text, style, cell, notes)
    if open_text.strip():
        yield Paragraph(open_text, open_style, None, open_notes)
