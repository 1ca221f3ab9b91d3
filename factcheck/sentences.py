"""Where sentences begin and end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from factcheck.model import Region, RegionKind, Sentence, Span
from factcheck.tokens import Tokens

# A full stop of "..." ends nothing: what trails off mostly goes on.
_BREAK = re.compile(
    r"""[.!?…](?<!\.\.)["”’'»)\]]*+[^\S\n]++(?=["“‘'«(\[$£€#—–-]*+[^\W_a-z])|\n\s*+"""
)
_LONGEST = 16  # characters to look back for an abbreviation

# Never at the end of a sentence: a name, a number or an example follows.
_TITLES = frozenset(
    "Mr Mrs Ms Mx Dr Prof Gen Brig Maj Col Lt Capt Cmdr Cdr Adm Sgt Cpl Pte Pvt Sen Rep Gov Pres"
    " Rev Fr Hon Msgr Supt Insp Det Amb Atty Sec Treas Messrs Mme Mlle Sta Mt Ft"
    " vs v cf eg ie e.g i.e viz approx ca incl excl".split()
)
# Before a number only: "No. 10", but "He said no. The …".
_COUNTERS = frozenset("No Nos no nos Art art Fig fig Vol vol Ch ch pp p Sec sec para par".split())
# At the end of a sentence where the next word is one that mostly begins one.
_SHORTENED = frozenset(
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun"
    " St Ave Blvd Rd Inc Ltd Co Corp Bros Cos plc Plc Jr Sr Esq etc al est Dept dept Univ Assn"
    " Calif Ala Ariz Ark Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb"
    " Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Pty pct bn mn ft in lb lbs oz mi km kg yr yrs hr"
    " hrs min sq cu Ph.D".split()
)
_DOTTED = re.compile(r"(?:\w\.)+\w|[^\W\d_]")
_STARTERS = frozenset(
    "The A An He She It They We You I This That These Those There Here In On At By For From With As"
    " After Before But And Or So Yet If When While Since Until Although Though Because Despite His"
    " Her Its Their Our My Your One Two Some Many Most Several All Both Each Every No Not Now Then"
    " However Meanwhile Last Next Earlier Later More Nearly About Among Under Over During What Who"
    " Why How Where According Only Another Other Police Officials".split()
)
_NEXT_WORD = re.compile(r"\W*(\w+)")
# "Is it safe?" Ms Brown asked.
_ASKED = re.compile(
    r"(?:[^\W\d_a-z][\w.’'-]*+ ){1,4}(?:said|says|asked|asks|added|told|wrote|tweeted|replied)\b"
)


def find_sentences(
    prose: str, tokens: Tokens, regions: Sequence[Region] = ()
) -> tuple[Sentence, ...]:
    """The sentences in order: apart from each other, trimmed, all of the prose between them."""
    parts = [one for one in regions if one.kind != "quotation"]
    datelines = [one.span.end for one in parts if one.kind == "dateline"]
    spans = list(_split_after(datelines, _find_spans(prose), prose))
    kinds = _kinds([start for start, _, _ in spans], parts)
    starts, found, last = tokens.starts, [], 0
    for (start, end, paragraph), kind in zip(spans, kinds, strict=True):
        first = bisect_left(starts, start, last)
        last = bisect_left(starts, end, first)
        found.append(Sentence(Span(start, end), first, last, paragraph, kind))
    return tuple(found)


def _find_spans(prose: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and paragraph of each sentence."""
    start = len(prose) - len(prose.lstrip())
    paragraph = 0
    for found in _BREAK.finditer(prose, start):
        ends_paragraph = found[0][0] == "\n"
        if not ends_paragraph and not _ends_sentence(prose, start, found):
            continue
        end = found.start() if ends_paragraph else found.start() + len(found[0].rstrip())
        yield start, _trim(prose, start, end), paragraph
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
    mark = found[0][0]
    if mark in "!?":
        return found[0][1] not in '"”' or not _ASKED.match(prose, found.end())
    if mark == "…" or not found[0][1].isspace():
        return True
    at = found.start()
    words = prose[max(start, at - _LONGEST) : at].split()
    if not words:
        return True
    word = words[-1].lstrip("\"“”‘'([—–$").rpartition("-")[2]
    if word.isdigit():
        return at - len(word) != start  # "2. The second point"
    return _ends_after(_evened(word), prose, found.end())


def _ends_after(word: str, prose: str, following: int) -> bool:
    """Whether a sentence may end after this word with its full stop."""
    if word in _TITLES:
        return False
    if word in _COUNTERS:
        return not prose[following].isdigit()
    if word in _SHORTENED or _DOTTED.fullmatch(word):
        found = _NEXT_WORD.match(prose, following)
        return found is not None and _evened(found[1]) in _STARTERS
    return True


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
