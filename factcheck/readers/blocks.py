"""The blocks of Markdown, a line at a time: which lines are one paragraph, and what is markup."""

from __future__ import annotations

import re

from factcheck.model import Region, RegionKind, Span
from factcheck.values import dataclass, field

# Strings: `re` compiles each when a story first has such a line, and keeps it.
_CONTAINER = (
    r"[ \t]*+(?:(?P<quote>>)|(?P<item>[-*+]|[0-9]{1,9}[.)])(?=[ \t]|\Z)"
    r"(?:[ \t]++\[[ xX]\](?=[ \t]))?)"
)
_RULE = r"[ \t]*+([-*_])(?:[ \t]*+\1){2,}+[ \t]*+\Z"
_UNDERLINE = r"[ \t]*+(?:=+|-+)[ \t]*+\Z"
_HEADING = r"[ \t]*+(#{1,6})(?=[ \t]|\Z)"
_DEFINITION = (
    r"[ \t]{0,3}\[(?:\^[^\]\[\s]+\]:|([^\]\[^][^\]\[]*)\]:[ \t]*+(?:<[^<>]*>|[^\s<]\S*+)"
    r"(?:[ \t]++(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*+\Z)"
)
_TABLE_RULE = r"[ \t]*+\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-*+:?[ \t]*+)*+\Z"
_DIVISION = r"[ \t]*+(?::{3,}[^\n]*|\{[:.#][^{}]*\}[ \t]*)\Z"
_CAPTION = r"(?s:([*_])(?![*_\s]).*\1\Z)"

_INSIDE_LISTS = frozenset(" \t-*+>0123456789")

# A paragraph longer than this over a line of dashes is body text; no heading is so long.
_LONGEST_HEADING = 200


@dataclass(slots=True)
class Blocks:
    """The prose of the lines taken so far, and where the reading stands."""

    text: str
    parts: list[str] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    references: set[str] = field(default_factory=set)
    at: int = 0
    paragraph: int = -1  # where the open paragraph began
    end: int = 0  # where the last line with content ended
    quote: int = -1
    in_list: bool = False
    in_table: bool = False
    after_image: bool = False
    headline: bool = False

    @property
    def prose(self) -> str:
        """The lines with what joins them; the first join stands before the first line."""
        return "".join(self.parts)[1:]


def read_blocks(text: str, original: str) -> Blocks:
    """Go through the lines of a text; `original` is the text before anything was blanked."""
    blocks = Blocks(original)
    for line in text.split("\n"):
        if line[:1].isalpha() and not blocks.in_table:
            _take_text(blocks, line, line)
        else:
            _take_marked(blocks, line)
        blocks.at += len(line) + 1
    _close_paragraph(blocks)
    _close_quote(blocks)
    return blocks


def _take_text(blocks: Blocks, line: str, masked: str) -> None:
    """A line of a paragraph, its first or one that goes on."""
    if blocks.paragraph >= 0:
        blocks.parts += " ", masked
    else:
        blocks.parts += "\n", masked
        blocks.paragraph = blocks.at
        if line[:1] not in _INSIDE_LISTS:
            blocks.in_list = False
        if ">" not in line[: len(line) - len(masked.lstrip())]:
            _close_quote(blocks)
    blocks.end = blocks.at + len(line)
    if _breaks(blocks, line):
        blocks.parts[-1] = masked.removesuffix("\\").ljust(len(masked))
        _close_paragraph(blocks)


def _breaks(blocks: Blocks, line: str) -> bool:
    """Whether a line break is meant; the spaces of a comment that was blanked mean none."""
    signs = ("  ", "\\")
    return line.endswith(signs) and blocks.text.startswith(line[-2:], blocks.at + len(line) - 2)


def _take_marked(blocks: Blocks, line: str) -> None:
    """A line that may begin with markup."""
    if not line or line.isspace():
        _take_blank(blocks, line)
    elif line[0] == "#":
        _take_content(blocks, line, line)
    elif blocks.paragraph >= 0 and re.match(_UNDERLINE, line):
        _take_underline(blocks, line)
    elif re.match(_RULE, line):
        _take_blank(blocks, line)
    else:
        start = _take_containers(blocks, line)
        masked = " " * start + line[start:] if start else line
        if masked.isspace() or not masked:
            _take_blank(blocks, line, quoted=">" in line)
        else:
            _take_content(blocks, line, masked)


def _take_containers(blocks: Blocks, line: str) -> int:
    """Where the content begins after quote and list marks."""
    start = 0
    while found := re.compile(_CONTAINER).match(line, start):
        if found["item"] and not _may_begin_item(blocks, found["item"]):
            break
        if found["item"]:
            _close_paragraph(blocks)
            blocks.in_list = True
        elif blocks.quote < 0:
            _close_paragraph(blocks)
            blocks.quote = blocks.at
        start = found.end()
    return start


def _may_begin_item(blocks: Blocks, mark: str) -> bool:
    # "in the winter of\n2019. The year …": within a paragraph only 1 begins a numbered list.
    return blocks.paragraph < 0 or blocks.in_list or mark in ("-", "*", "+", "1.", "1)")


def _take_content(blocks: Blocks, line: str, masked: str) -> None:
    if heading := re.match(_HEADING, masked):
        _take_heading(blocks, line, masked, heading)
    elif definition := re.match(_DEFINITION, masked):
        _take_definition(blocks, line, masked, definition)
    elif re.match(_TABLE_RULE, masked) and "|" in masked:
        _begin_table(blocks, line)
    elif blocks.in_table or masked.lstrip().startswith("|"):
        _take_single(blocks, line, masked.replace("|", " "))
    elif re.match(_DIVISION, masked) or _is_code(blocks):
        _take_blank(blocks, line)
    elif _is_image(masked):
        _take_single(blocks, line, masked)
        blocks.after_image = True
    else:
        _take_text(blocks, line, masked)


def _begin_table(blocks: Blocks, line: str) -> None:
    """The line of dashes under a table's first row, which was taken for text till now."""
    if blocks.paragraph >= 0:
        blocks.parts[-2:] = "\n", blocks.parts[-1].replace("|", " ")
    _take_blank(blocks, line, quoted=True)
    blocks.in_table = True


def _take_blank(blocks: Blocks, line: str, *, quoted: bool = False) -> None:
    """A line without prose: it ends the paragraph, and a quotation unless it is marked as one."""
    _close_paragraph(blocks)
    if not quoted:
        _close_quote(blocks)
    blocks.in_table = False
    blocks.parts += "\n", " " * len(line)


def _take_single(blocks: Blocks, line: str, masked: str) -> None:
    """A line that is a paragraph of its own."""
    _close_paragraph(blocks)
    _take_text(blocks, line, masked)
    _close_paragraph(blocks)


def _take_heading(blocks: Blocks, line: str, masked: str, found: re.Match[str]) -> None:
    blocks.in_list = False
    content = masked.rstrip().rstrip("#")
    if content != masked.rstrip() and not content.endswith((" ", "\t")):
        content = masked.rstrip()  # "C#" is no closing sequence
    content = " " * found.end() + content[found.end() :]
    _take_single(blocks, line, content.ljust(len(line)))
    start = blocks.at + len(content) - len(content.lstrip())
    _add_heading(blocks, Span(start, blocks.at + len(content.rstrip())), len(found[1]))


def _take_underline(blocks: Blocks, line: str) -> None:
    span = Span(blocks.paragraph, blocks.end)
    _take_blank(blocks, line)
    if span.end - span.start <= _LONGEST_HEADING:
        _add_heading(blocks, span, 1 if "=" in line else 2)


def _add_heading(blocks: Blocks, span: Span, level: int) -> None:
    if span.start >= span.end:
        return
    kind: RegionKind = "headline" if level == 1 and not blocks.headline else "heading"
    blocks.headline = blocks.headline or level == 1
    blocks.regions.append(Region(kind, span))


def _take_definition(blocks: Blocks, line: str, masked: str, found: re.Match[str]) -> None:
    _close_paragraph(blocks)
    if found[1] is None:  # the text of a footnote is prose
        _take_text(blocks, line, " " * found.end() + masked[found.end() :])
    else:
        blocks.references.add(" ".join(found[1].lower().split()))
        blocks.parts += "\n", " " * len(line)


def _is_code(blocks: Blocks) -> bool:
    # What was blanked is no indentation.
    indented = blocks.text.startswith(("    ", "\t", " \t", "  \t", "   \t"), blocks.at)
    return indented and blocks.paragraph < 0 and not blocks.in_list


def _is_image(masked: str) -> bool:
    content = masked.strip()
    return content.startswith(("![", "[![")) and content.endswith((")", "]", "}"))


def _close_paragraph(blocks: Blocks) -> None:
    if blocks.paragraph < 0:
        return
    if blocks.after_image:
        _add_caption(blocks)
    blocks.after_image = False
    blocks.paragraph = -1


def _add_caption(blocks: Blocks) -> None:
    """A paragraph all in italics under an image."""
    content = blocks.text[blocks.paragraph : blocks.end]
    start = blocks.paragraph + len(content) - len(content.lstrip())
    if re.match(_CAPTION, content.strip()):
        blocks.regions.append(Region("caption", Span(start, start + len(content.strip()))))


def _close_quote(blocks: Blocks) -> None:
    if 0 <= blocks.quote < blocks.end:
        blocks.regions.append(Region("quotation", Span(blocks.quote, blocks.end)))
    blocks.quote = -1
