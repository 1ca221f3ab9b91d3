"""What stands round a story: headline, deck, byline, dateline, credits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from factcheck.model import Region, RegionKind, Span

_SPACE = re.compile(r"\s*+")
_CREDIT = re.compile(
    r"\n[^\S\n]*((?:sources?|photos?|photographs?|pictures?|images?|credits?|graphics?|video)"
    r"(?: by| credit)? ?:[^\n]*\S)",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?i:by|words|text|reporting by|story by):? [^\W\d_a-z]")
_NAME = r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){1,3}"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY_LINE = (
    rf"(?:(?:published|updated|posted):? )?(?:on )?(?:[a-z]+day,? )?"
    rf"(?:[0-9]{{1,2}} {_MONTH} [0-9]{{4}}|{_MONTH} [0-9]{{1,2}},? [0-9]{{4}})\b"
)
# "LONDON, Nov 3 (Agency) - ", "WASHINGTON — ", "PARIS/BERLIN, 4 March – "
_DATELINE = re.compile(
    r"[^\W\d_a-z]{2}(?:[^\W\d_a-z]|[.'’-])*+"
    r"(?:[ /]+[^\W\d_a-z]{2}(?:[^\W\d_a-z]|[.'’-])*+){0,4}"
    r"(?:, [^\n()–—]{1,40}?)?(?: ?\([^()\n]{1,40}\))?(?: ?(?:—|–|--)| -) "
)

_SMALL = "abcdefghijklmnopqrstuvwxyz"
_CLOSING = "\"'”’»)] "
_SHORT_WORDS, _SHORT, _PUBLISHER_WORDS, _HEADLINE_WORDS, _TOP = 22, 150, 6, 4, 8
_QUESTION_WORDS = 8


def find_headlines(prose: str) -> list[Region]:
    """Headline, deck, byline and publisher of a story without markup, none where unsure."""
    top: list[Span] = []
    for span in _first_paragraphs(prose):
        if not _is_loose(prose, span):
            break
        top.append(span)
    else:
        return []  # All of it is loose lines: a list or a fragment, not a story with a headline.
    texts = [span.of(prose) for span in top]
    kinds = _kinds_of(texts)
    return [Region(kind, span) for kind, span in zip(kinds, top, strict=True)]


# Asked for by three, one after the other.
@lru_cache(maxsize=1)
def _first_paragraphs(prose: str) -> tuple[Span, ...]:
    return tuple(islice(find_paragraphs(prose), _TOP))


def find_paragraphs(prose: str) -> Iterator[Span]:
    """The paragraphs that are not empty, without surrounding white space."""
    at = _end_of_space(prose, 0)
    while at < len(prose):
        end = prose.find("\n", at)
        end = len(prose) if end < 0 else end
        yield Span(at, end if not prose[end - 1].isspace() else at + len(prose[at:end].rstrip()))
        at = _end_of_space(prose, end)


def _end_of_space(prose: str, at: int) -> int:
    found = _SPACE.match(prose, at)
    return found.end() if found else at


def find_credits(prose: str) -> Iterator[Region]:
    """Lines such as "Photo: Ann Other"."""
    for found in _CREDIT.finditer("\n" + prose):
        yield Region("credit", Span(found.start(1) - 1, found.end(1) - 1))


def find_dateline(prose: str) -> Iterator[Region]:
    """The first dateline at the start of one of the first paragraphs."""
    for span in _first_paragraphs(prose):
        # As nearly all paragraphs go on after their capital.
        if prose[span.start + 1 : span.start + 2] in _SMALL:
            continue
        if found := _DATELINE.match(prose, span.start, min(span.end, span.start + 160)):
            yield Region("dateline", Span(span.start, found.end() - 1))
            return


def find_bylines(prose: str) -> Iterator[Region]:
    """Lines such as "By Ann Other" among the first paragraphs."""
    for span in _first_paragraphs(prose):
        if _is_loose(prose, span) and _BYLINE.match(prose, span.start):
            yield Region("byline", span)


def in_order(regions: Sequence[Region]) -> tuple[Region, ...]:
    """Each region once, in reading order, the outer before the inner."""
    known: dict[tuple[int, int, str], Region] = {}
    for one in regions:
        known.setdefault((one.span.start, -one.span.end, one.kind), one)
    return tuple(sorted(known.values(), key=_place))


def _place(region: Region) -> tuple[int, int]:
    return region.span.start, -region.span.end


def _is_loose(prose: str, span: Span) -> bool:
    """Whether this is a line of its own rather than a sentence or a paragraph."""
    if span.end - span.start > _SHORT:
        return False
    line = span.of(prose)
    words = len(line.split())
    if line.endswith("?"):  # "Who pays for the dam?" stands over a story, and before a blank line
        return words <= _QUESTION_WORDS and prose.startswith("\n\n", span.end)
    ends = line.rstrip(_CLOSING).endswith((".", "!", "?", ":", ";", ",", "…"))
    return not ends and words <= _SHORT_WORDS


def _kinds_of(lines: Sequence[str]) -> list[RegionKind]:
    kinds = [_kind_of_small(line) for line in lines]
    open_places = [at for at, kind in enumerate(kinds) if kind is None]
    long = [at for at in open_places if len(lines[at].split()) >= _HEADLINE_WORDS]
    while len(long) > 1 and _is_publisher(lines[long[0]]):
        del long[0]
    headline = long[0] if long else open_places[-1] if open_places else None
    return [kind or _kind_beside(at, headline, lines[at]) for at, kind in enumerate(kinds)]


def _kind_of_small(line: str) -> RegionKind | None:
    if _BYLINE.match(line):
        return "byline"
    if _CREDIT.match("\n" + line):
        return "credit"
    # Few lines over a story have a digit, so a start mostly goes without compiling this.
    dated = any(map(str.isdigit, line)) and re.match(_DAY_LINE, line, re.IGNORECASE)
    return "dateline" if dated else None


def _kind_beside(at: int, headline: int | None, line: str) -> RegionKind:
    if headline is None or at < headline:
        return "credit"
    if at == headline:
        return "headline"
    return "byline" if re.fullmatch(_NAME, line) else "deck"


def _is_publisher(line: str) -> bool:
    words = line.split()
    return len(words) <= _PUBLISHER_WORDS and all(
        word[0].isupper() for word in words if len(word) > 3
    )
