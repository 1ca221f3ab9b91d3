"""From a text with tags to its prose: what an element means is a table, one for each format."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from factcheck.model import Region, RegionKind, Span
from factcheck.readers.blanking import Edit, apply_edits, blanked, even_space
from factcheck.readers.markup import Mark, attributes, find_marks
from factcheck.readers.signs import ENTITY, RAISED, entity_edit, entity_edits
from factcheck.values import dataclass, field
from factcheck.values import dataclass as open_dataclass

Values = Mapping[str, Span]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the elements of a format mean, by their names in small letters.

    `raw` hold no markup, `skipped` (`raw` among them) no prose, `blocks` are paragraphs of their
    own. `regions` play a part; `shown` maps an element to the attribute that readers see and its
    part. `noted` are the elements whose places someone asks for.
    """

    raw: frozenset[str]
    skipped: frozenset[str]
    blocks: frozenset[str]
    regions: Mapping[str, RegionKind]
    noted: frozenset[str]
    shown: Mapping[str, tuple[str, RegionKind]]


@dataclass(frozen=True, slots=True)
class Masked:
    """A prose as long as its text, its regions as they close, and the outermost noted elements."""

    prose: str
    regions: tuple[Region, ...]
    noted: Mapping[str, Sequence[Span]]


@open_dataclass(slots=True)
class _Masker:
    """What was found so far."""

    text: str
    vocabulary: Vocabulary
    edits: list[Edit] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    noted: dict[str, list[Span]] = field(default_factory=dict)
    elements: dict[str, list[tuple[int, RegionKind | None]]] = field(default_factory=dict)
    skipping: str = ""
    depth: int = 0
    skipped_from: int = 0


def mask(text: str, vocabulary: Vocabulary) -> Masked:
    """Blank the markup of a text and what is no prose; a line break there is only white space."""
    masker = _Masker(text, vocabulary)
    for mark in find_marks(text, vocabulary.raw):
        if masker.skipping:
            _skip(masker, mark)
        elif mark.kind == "entity":
            _take_entity(masker, mark)
        elif mark.kind == "none":
            _blank(masker, mark.start, mark.end)
        else:
            _take_tag(masker, mark)
    if masker.skipping:
        _blank(masker, masker.skipped_from, len(text), breaks=True)
    prose = apply_edits(even_space(text).replace("\n", " "), masker.edits)
    noted = {name: outermost(spans) for name, spans in masker.noted.items()}
    prose = apply_edits(
        prose,
        [(one.start, one.end, one.of(prose).translate(RAISED)) for one in noted.get("sup", ())],
    )
    regions = tuple(trim(masker.regions, prose))
    return Masked(prose, regions, noted)


def outermost(spans: Iterable[Span]) -> list[Span]:
    """The spans that lie in no other, in order."""
    found: list[Span] = []
    for one in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return found


def stands_in(span: Span, outer: Sequence[Span]) -> bool:
    """Whether a span has a character in common with one of these, which are `outermost`."""
    index = bisect_left(outer, span.end, key=lambda one: one.start) - 1
    return index >= 0 and outer[index].overlaps(span)


def trim(regions: Iterable[Region], prose: str) -> Iterator[Region]:
    """The regions without white space at their ends, those of nothing else left out."""
    for one in regions:
        words = one.span.of(prose)
        start = one.span.start + len(words) - len(words.lstrip())
        if words := words.strip():
            yield Region(one.kind, Span(start, start + len(words)))


def keep(prose: str, spans: Iterable[Span]) -> str:
    """The prose within these spans, all else blanked; a paragraph ends where one of them ends."""
    pieces: list[str] = []
    done = 0
    for span in sorted(spans):
        start = max(span.start, done)
        if start < span.end:
            pieces += _gap(prose[done:start]), prose[start : span.end]
            done = span.end
    pieces.append(_gap(prose[done:]))
    return "".join(pieces)


def _gap(stretch: str) -> str:
    return "\n" + blanked(stretch[1:]) if stretch else ""


def drop_repeats(
    prose: str, regions: Iterable[Region], kinds: Collection[RegionKind]
) -> tuple[str, list[Region]]:
    """The prose and its regions, in order, without those of these kinds that repeat another."""
    said: set[str] = set()
    kept: list[Region] = []
    edits: list[Edit] = []
    reach = 0  # what stands within another does not repeat it
    for one in regions:
        words = " ".join(one.span.of(prose).split()).rstrip(".") if one.kind in kinds else ""
        if edits and one.span.start < edits[-1][1]:
            continue
        if words in said and one.span.start >= reach:
            edits.append((one.span.start, one.span.end, " " * (one.span.end - one.span.start)))
            continue
        said |= {words} - {""}
        reach = max(reach, one.span.end)
        kept.append(one)
    return apply_edits(prose, edits), kept


def _blank(masker: _Masker, start: int, end: int, *, breaks: bool = False) -> None:
    """Spaces for a stretch; a newline first where a paragraph ends or begins there."""
    if start < end:
        masker.edits.append((start, end, ("\n" if breaks else " ") + " " * (end - start - 1)))


def _skip(masker: _Masker, mark: Mark) -> None:
    """Wait for the end of an element that is no prose."""
    if mark.name != masker.skipping:
        return
    masker.depth += {"open": 1, "close": -1}.get(mark.kind, 0)
    if masker.depth == 0:
        breaks = mark.name in masker.vocabulary.blocks
        _blank(masker, masker.skipped_from, mark.end, breaks=breaks)
        masker.skipping = ""


def _take_entity(masker: _Masker, mark: Mark) -> None:
    found = ENTITY.match(masker.text, mark.start)
    if found and (edit := entity_edit(masker.text, found)):
        masker.edits.append(edit)


def _take_tag(masker: _Masker, mark: Mark) -> None:
    vocabulary = masker.vocabulary
    if mark.kind == "open" and mark.name in vocabulary.skipped:
        masker.skipping, masker.depth, masker.skipped_from = mark.name, 1, mark.start
    elif mark.kind == "close":
        _close(masker, mark)
        _blank(masker, mark.start, mark.end, breaks=mark.name in vocabulary.blocks)
    else:
        values = attributes(masker.text, mark)
        if not _show(masker, mark, values):
            _blank(masker, mark.start, mark.end, breaks=mark.name in vocabulary.blocks)
        if mark.kind == "open" and mark.name not in vocabulary.shown:
            kind = vocabulary.regions.get(mark.name) or _part(masker.text, values)
            masker.elements.setdefault(mark.name, []).append((mark.end, kind))


def _part(text: str, values: Values) -> RegionKind | None:
    """The byline, which has no element of its own: `rel="author"`, `class="article-byline"`."""
    for name in ("class", "rel", "itemprop"):
        if name in values and {"byline", "author"} & set(
            values[name].of(text).lower().replace("-", " ").replace("_", " ").split()
        ):
            return "byline"
    return None


def _close(masker: _Masker, mark: Mark) -> None:
    """The end of an element; without its beginning it means nothing."""
    if not (begun := masker.elements.get(mark.name)):
        return
    start, kind = begun.pop()
    if kind:
        masker.regions.append(Region(kind, Span(start, mark.start)))
    if mark.name in masker.vocabulary.noted:
        masker.noted.setdefault(mark.name, []).append(Span(start, mark.start))


def _show(masker: _Masker, mark: Mark, values: Values) -> bool:
    """Leave the words of an attribute that readers see, as a paragraph of their own."""
    name, kind = masker.vocabulary.shown.get(mark.name, ("", "body"))
    if name not in values:
        return False
    span = values[name]
    named = values.get("name") or values.get("property")
    if mark.name == "meta" and (named is None or not named.of(masker.text).endswith("description")):
        return False
    _blank(masker, mark.start, span.start, breaks=True)
    masker.edits += entity_edits(masker.text, span.start, span.end)
    _blank(masker, span.end, mark.end, breaks=True)
    masker.regions.append(Region(kind, span))
    return True
