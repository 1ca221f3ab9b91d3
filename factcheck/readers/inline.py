"""Markup within the paragraphs of Markdown: emphasis, links, images, code, tags, entities."""

from __future__ import annotations

import re
from collections.abc import Callable, Set

from factcheck.model import Region, RegionKind, Span
from factcheck.readers.blanking import Edit, apply_edits
from factcheck.values import dataclass, field

# Quantifiers are possessive and each alternative stops at the next opening sign, so that a
# text full of openings is read in one pass.
_MARK = re.compile(
    r"""
    (?P<escape>\\[!-/:-@\[-`{-~])
    | (?P<code>`+)
    | (?P<footnote>\[\^[^\s\[\]]++\])
    | (?P<opening>!?\[)
    | (?P<target>\]\([ ]*+(?:<[^<>\n]*>|(?:[^\s()<]|\([^\s()]*+\))*+)
        (?:[ ]++(?:"[^"\n]*+"|'[^'\n]*+'|\([^()\n]*+\)))?[ ]*+\))
    | (?P<closing>\](?:\[[^\[\]\n]*+\])?)
    | (?P<tag></?(?P<name>[A-Za-z][\w-]*+)(?:[^<>"'\n]|"[^"<\n]*+"|'[^'<\n]*+')*+>
        | <[^\s<>@]++@[^\s<>]++> | <[ ]*+>)
    | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)
    | (?P<template>\{\{[^{}]*+\}\}|\{%[^{}]*+(?<=%)\}|\{[:#.][^{}\n]*+\})
    | (?P<struck>~~(?=\S)[^~\n]*+~~)
    | (?P<emphasis>\*+|_+|==)
    | (?P<paragraph>\n)
    """,
    re.VERBOSE,
)
# Without one of these there is no markup.
_SIGNS = r"\`[]<&{~=*_"
# One set of characters is found many times faster than the choice above.
_SIGN = re.compile(r"[\\`\[\]!<&{~=*_\n]")
_TICKS = re.compile("`+")

_TAG_REGIONS: dict[str, RegionKind] = {
    "h1": "headline", "h2": "heading", "h3": "heading", "h4": "heading",
    "figcaption": "caption", "blockquote": "quotation",
}  # fmt: skip
_BLOCK_TAGS = frozenset({
    "p", "div", "br", "hr", "li", "ul", "ol", "dl", "dt", "dd", "tr", "table", "section", "article",
    "aside", "header", "footer", "figure", *_TAG_REGIONS,
})  # fmt: skip


@dataclass(slots=True)
class _Inline:
    """What was found so far."""

    prose: str
    references: Set[str]
    edits: list[Edit] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    brackets: list[re.Match[str]] = field(default_factory=list)
    tags: dict[str, int] = field(default_factory=dict)
    ticks: dict[int, int] = field(default_factory=dict)  # where the last run of a length stands
    ticks_end: int = 0

    def blank(self, start: int, end: int, *, breaks: bool = False) -> None:
        """Spaces for a stretch; a newline first where a paragraph ends or begins there."""
        self.edits.append((start, end, ("\n" if breaks else " ") + " " * (end - start - 1)))


def blank_inline(prose: str, references: Set[str]) -> tuple[str, list[Region]]:
    """The prose without markup, and the regions that markup shows."""
    if not any(map(prose.__contains__, _SIGNS)):
        return prose, []
    inline = _Inline(prose, references)
    at = 0
    while sign := _SIGN.search(prose, at):
        at = sign.end()
        if found := _MARK.match(prose, sign.start()):
            at = _TAKERS[_kind(found)](inline, found) or found.end()
    return apply_edits(prose, inline.edits), inline.regions


def _kind(found: re.Match[str]) -> str:
    return "tag" if found["tag"] else str(found.lastgroup)


def _take_whole(inline: _Inline, found: re.Match[str]) -> None:
    inline.blank(*found.span())


def _take_escape(inline: _Inline, found: re.Match[str]) -> None:
    inline.blank(found.start(), found.start() + 1)


def _take_code(inline: _Inline, found: re.Match[str]) -> int:
    """Code up to as many backticks as began it, within the paragraph."""
    if found.start() >= inline.ticks_end:
        _count_ticks(inline, found.start())
    length = len(found[0])
    if inline.ticks.get(length, -1) <= found.start():
        return found.end()
    runs = _TICKS.finditer(inline.prose, found.end(), inline.ticks_end)
    end = next(run.end() for run in runs if len(run[0]) == length)
    inline.blank(found.start(), end)
    return end


def _count_ticks(inline: _Inline, start: int) -> None:
    end = inline.prose.find("\n", start)
    inline.ticks_end = len(inline.prose) if end < 0 else end
    runs = _TICKS.finditer(inline.prose, start, inline.ticks_end)
    inline.ticks = {len(run[0]): run.start() for run in runs}


def _take_opening(inline: _Inline, found: re.Match[str]) -> None:
    inline.brackets.append(found)


def _take_target(inline: _Inline, found: re.Match[str]) -> None:
    """The end of a link or an image; without its beginning it is text."""
    if inline.brackets:
        _close_bracket(inline, inline.brackets.pop(), found)


def _take_closing(inline: _Inline, found: re.Match[str]) -> None:
    """A closing bracket, with a label or none: markup only where the story defines the label."""
    if not inline.brackets:
        return
    opening = inline.brackets.pop()
    label = found[0][2:-1]
    if not inline.references:
        return
    label = label or inline.prose[opening.end() : found.start()]
    if " ".join(label.lower().split()) in inline.references:
        _close_bracket(inline, opening, found)


def _close_bracket(inline: _Inline, opening: re.Match[str], closing: re.Match[str]) -> None:
    """Blank both ends of a link; the words of an image are a paragraph of their own."""
    words = Span(opening.end(), closing.start())
    image = len(opening[0]) == 2 and bool(words.of(inline.prose).strip())
    inline.blank(*opening.span(), breaks=image)
    inline.blank(*closing.span(), breaks=image)
    if image and not (inline.regions and inline.regions[-1].span.start >= words.start):
        inline.regions.append(Region("alt", words))


def _take_tag(inline: _Inline, found: re.Match[str]) -> None:
    name = (found["name"] or "").lower()
    inline.blank(*found.span(), breaks=name in _BLOCK_TAGS)
    if kind := _TAG_REGIONS.get(name):
        if not found[0].startswith("</"):
            inline.tags[name] = found.end()
        elif (start := inline.tags.pop(name, found.start())) < found.start():
            inline.regions.append(Region(kind, Span(start, found.start())))


def _take_entity(inline: _Inline, found: re.Match[str]) -> None:
    """The character an entity stands for, next to what it belongs to."""
    from html import unescape

    sign = unescape(found[0])
    if len(sign) != 1 or sign == found[0] or not (sign.isprintable() or sign == "\xa0"):
        return
    # "&pound;5" is "£5", but "film&#8217;s" goes on after "film’".
    before, after = _neighbours(inline.prose, found)
    leads = after.isalnum() and not before.isalnum()
    width = len(found[0])
    shown = sign.rjust(width) if leads else sign.ljust(width)
    inline.edits.append((*found.span(), shown.replace("\xa0", " ")))


def _take_emphasis(inline: _Inline, found: re.Match[str]) -> None:
    """Marks at the edge of a word; "5 * 3" and "file_name" are left."""
    before, after = _neighbours(inline.prose, found)
    within = found[0][0] == "_" and before.isalnum() and after.isalnum()
    apart = (not before or before.isspace()) and (not after or after.isspace())
    if not within and not apart:
        inline.blank(*found.span())


def _neighbours(prose: str, found: re.Match[str]) -> tuple[str, str]:
    """The characters before and after, "" at either end."""
    start, end = found.span()
    return prose[start - 1 : start], prose[end : end + 1]


def _take_paragraph(inline: _Inline, _found: re.Match[str]) -> None:
    inline.brackets.clear()


_TAKERS: dict[str, Callable[[_Inline, re.Match[str]], int | None]] = {
    "escape": _take_escape,
    "code": _take_code,
    "footnote": _take_whole,
    "opening": _take_opening,
    "target": _take_target,
    "closing": _take_closing,
    "tag": _take_tag,
    "entity": _take_entity,
    "template": _take_whole,
    "struck": _take_whole,
    "emphasis": _take_emphasis,
    "paragraph": _take_paragraph,
}
