"""Where sentences begin and end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from factcheck.model import Region, RegionKind, Sentence, Span
from factcheck.tables import beside, load_table
from factcheck.tokens import Tokens

# A full stop of "..." ends nothing: what trails off mostly goes on.
_BREAK = re.compile(
    # Every alternative begins with this one set, which is searched for many times faster.
    r"""[.!?…\n](?:(?<=\n)\s*+|(?<!\n)(?<!\.\.)(["”’'»)\]]*+)[^\S\n]++"""
    r"""(?=["“‘'«(\[$£€#—–-]*+[^\W_a-z]))"""
)
_LONGEST = 16  # characters to look back for an abbreviation
_ATTRIBUTION = 80  # characters to look ahead for who asked

_DOTTED = re.compile(r"(?:\w\.)+\w|[^\W\d_]")
_NEXT_WORD = re.compile(r"\W*(\w+)")
# "Is it safe?" Ms Brown asked.
_ASKED = (
    r"(?:[^\W\d_a-z][\w.’'-]*+ ){1,4}(?:said|says|asked|asks|added|told|wrote|tweeted|replied)\b"
)


def find_sentences(
    prose: str, tokens: Tokens, regions: Sequence[Region] = ()
) -> tuple[Sentence, ...]:
    """The sentences in order: apart from each other, trimmed, all of the prose between them."""
    parts = [one for one in regions if one.kind != "quotation"]
    spans = list(_find_spans(prose))
    if datelines := [one.span.end for one in parts if one.kind == "dateline"]:
        spans = list(_split_after(datelines, spans, prose))
    kinds = _kinds([start for start, _, _ in spans], parts)
    starts, found, last = tokens.starts, [], 0
    for (start, end, paragraph), kind in zip(spans, kinds, strict=True):
        first = last
        while starts[first] < start:
            first += 1
        last = bisect_left(starts, end, first)
        found.append(Sentence(Span(start, end), first, last, paragraph, kind))
    return tuple(found)


def _find_spans(prose: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and paragraph of each sentence."""
    start = len(prose) - len(prose.lstrip())
    paragraph = 0
    for found in _BREAK.finditer(prose, start):
        end = found.end(1)
        ends_paragraph = end < 0
        if ends_paragraph:
            end = _trim(prose, start, found.start())
        elif not _ends_sentence(prose, start, found):
            continue
        yield start, end, paragraph
        start = found.end()
        paragraph += ends_paragraph
    if start < len(prose):
        yield start, _trim(prose, start, len(prose)), paragraph


def _trim(prose: str, start: int, end: int) -> int:
    """The end without white space before it."""
    return start + len(prose[start:end].rstrip()) if prose[end - 1].isspace() else end


def _split_after(
    places: Sequence[int], spans: Iterable[tuple[int, int, int]], prose: str
) -> Iterator[tuple[int, int, int]]:
    """The sentences, those that hold one of the places in two: a dateline is its own sentence."""
    for start, end, paragraph in spans:
        for place in places:
            if start < place < end:
                yield start, _trim(prose, start, place), paragraph
                start = end - len(prose[place:end].lstrip())
        yield start, end, paragraph


def _ends_sentence(prose: str, start: int, found: re.Match[str]) -> bool:
    """Whether a stop before a space and a capital ends the sentence that began at `start`."""
    at = found.start()
    closed = found.end(1) - at > 1
    if prose[at] in "!?":
        return not closed or prose[at + 1] not in '"”' or not _asked(prose, found.end())
    if closed or prose[at] == "…":
        return True
    word = prose[max(start, at - _LONGEST) : at].rpartition(" ")[2]
    if len(word) > 1 and word not in _listed("all") and word.isalpha() and not word.isupper():
        return True
    word = word.lstrip("\"“”‘'([—–$").rpartition("-")[2]
    if word.isdigit():
        return at - len(word) != start  # "2. The second point"
    return _ends_after(_evened(word), prose, found.end())


def _asked(prose: str, at: int) -> bool:
    return re.match(_ASKED, prose[at : at + _ATTRIBUTION]) is not None


def _ends_after(word: str, prose: str, following: int) -> bool:
    """Whether a sentence may end after this word with its full stop."""
    if word in _listed("never"):
        return False
    if word in _listed("before_numbers"):
        return not prose[following].isdigit()
    if word in _listed("mostly_within") or _DOTTED.fullmatch(word):
        found = _NEXT_WORD.match(prose, following)
        return found is not None and _evened(found[1]) in _listed("begins_sentences")
    return True


@cache
def _listed(name: str) -> frozenset[str]:
    table = load_table(beside(__file__, "abbreviations.toml"))
    words = " ".join(table.values()) if name == "all" else table[name]
    return frozenset(words.split())


def _evened(word: str) -> str:
    """A word in capitals as it stands in a dictionary: headlines shout."""
    return word.capitalize() if word.isupper() and word.isalpha() and len(word) > 1 else word


def _kinds(starts: Sequence[int], parts: Iterable[Region]) -> list[RegionKind]:
    """The innermost region's kind at each start."""
    kinds: list[RegionKind] = ["body"] * len(starts)
    for part in sorted(parts, key=lambda one: one.span.start - one.span.end):
        first, last = bisect_left(starts, part.span.start), bisect_left(starts, part.span.end)
        kinds[first:last] = [part.kind] * (last - first)
    return kinds
