"""Which numbers of a headline, a standfirst or a caption their story bears out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from factcheck.claims.derivations import years_told
from factcheck.claims.lemmas import word_list
from factcheck.claims.named_numbers import NamedNumber, named_numbers
from factcheck.claims.told import Story, derived, direction_of, story_of
from factcheck.model import Document, RegionKind
from factcheck.values import dataclass

_BESIDE: frozenset[RegionKind] = frozenset(("headline", "deck", "caption", "alt"))
_COUNTED = 12  # counts up to here may stand for a list that the story gives


@dataclass(frozen=True, slots=True)
class Bearing:
    """A number that stands above or beside a story, and whether the story bears it out.

    `other` is the number of the story that decided, None where none did. `certain` says that it
    is the only one for the same thing.
    """

    number: NamedNumber
    borne_out: bool
    reason: str
    other: NamedNumber | None = None
    certain: bool = False


def find_bearings(document: Document) -> Iterator[Bearing]:
    """What the story makes of each number above or beside it, in reading order.

    A number that the story cannot be held against (an idiom, a day of no month it names, one of
    a list that it may give) is left out.
    """
    sentences = list(enumerate(document.sentences))
    beside = [(i, one) for i, one in sentences if one.region in _BESIDE]
    numbers = [one for one in named_numbers(document, beside) if not _passed_over(document, one)]
    if not numbers or len(beside) == len(sentences):
        return
    story = story_of(document, [(i, one) for i, one in sentences if one.region not in _BESIDE])
    for number in numbers:
        found = _JUDGES.get(number.role, _figure)(story, number)
        if found and (found.borne_out or _weighs(document, found)):
            yield found


def _fits(number: NamedNumber, reason: str, other: NamedNumber | None = None) -> Bearing:
    return Bearing(number, borne_out=True, reason=reason, other=other)


def _differs(
    number: NamedNumber, reason: str, other: NamedNumber | None, *, certain: bool = False
) -> Bearing:
    return Bearing(number, borne_out=False, reason=reason, other=other, certain=certain)


def _weighs(document: Document, bearing: Bearing) -> bool:
    """Captions and standfirsts bring numbers of their own; only a rival speaks against those."""
    region = document.sentences[bearing.number.sentence].region
    return region == "headline" or (bearing.other is not None and bearing.number.role != "day")


def _passed_over(document: Document, number: NamedNumber) -> bool:
    """Whether the number is none to check: "both", "one of them", "9/11", "24-hour", "100%"."""
    tokens, mention = document.tokens, number.mention
    before, after = tokens.word(mention.first - 1), tokens.word(mention.last)
    text = number.span.of(document.prose).lower()
    # "The Top 40" and "the Final Four" are what they are called; "deaths top 40,000" is not.
    called = before.lower() in ("top", "final") and number.value <= 100
    pronoun = number.value == 1 and not text[0].isdecimal() and number.role == "figure"
    idiom = (text, number.behind[0] if number.behind else after) in _idioms()
    slash = "/" in (before[-1:], after) or before[-1:] == "#"
    return number.role in ("word", "clock") or pronoun or called or slash or idiom


@cache
def _idioms() -> frozenset[tuple[str, str]]:
    rows = word_list("headlines")["idioms"].strip().splitlines()
    return frozenset((row.split()[0], row.split()[1]) for row in rows)


def _name(story: Story, number: NamedNumber) -> Bearing | None:
    """The same name with another number is a rival: "G20" to "G21", "Area 51" to "Area 15"."""
    label = number.mention.label
    own = [one for one in story.numbers if one.mention.label == label != "" and one.role != "day"]
    if any(one.value == number.value for one in own):
        return _fits(number, "the story has the same name")
    if not own:
        return None
    told = [one for one in story.numbers if one.value == number.value]
    # "Q4" is the fourth quarter.
    if label in ("q", "h") and any(one.role == "ordinal" for one in told):
        return _fits(number, "the story has the part of the year in words")
    # "G8" may be the Group of Eight; "iPhone 6" may be what comes after the iPhone 5.
    certain = number.role == "name" and not told
    reason = "the story has the name with another number"
    return _differs(number, reason, own[0], certain=certain)


def _year(story: Story, number: NamedNumber) -> Bearing | None:
    year = number.value
    if year == story.year or any(one.value == year for one in story.numbers):
        return _fits(number, "the story has the year")
    if not story.years or story.says_next_or_last(int(year)):
        return None
    told = {years_told(one) for one in story.numbers} - {0}
    # The story's own year is what "20 years ago" is counted from; others for "20 years later".
    if any(told & {other - year, year - other} for other in story.years):
        return _fits(number, "the story tells how many years lie between")
    near = [one for one in story.numbers if one.role == "year" and -12 < one.value - year < 12]
    return _differs(number, "the story has other years", near[0] if near else None)


def _decade(story: Story, number: NamedNumber) -> Bearing | None:
    first = number.value
    if first < 100:
        own = [one.value % 100 for one in story.numbers if one.role in ("decade", "year")]
    else:
        own = [one.value for one in story.numbers if one.role in ("decade", "year")]
    return (
        _fits(number, "the story has a year of the decade")
        if any(first <= year < first + 10 for year in own)
        else None
    )


def _day(story: Story, number: NamedNumber) -> Bearing | None:
    """A day is held against the days of its month that the story names."""
    own = [one for one in story.numbers if one.role == "day" and one.month == number.month]
    if any(one.value == number.value for one in story.numbers):
        return _fits(number, "the story has the day")
    return _differs(number, "the story has another day", own[0]) if own else None


def _figure(story: Story, number: NamedNumber) -> Bearing | None:
    # "The 1892 War": no date is read there, though a year may be meant.
    dated = (
        _year(story, number) if 1000 <= number.value < 2100 and number.role == "figure" else None
    )
    if dated and dated.borne_out:
        return dated
    named = _name(story, number) if number.mention.label else None
    if named and (named.borne_out or not number.behind):
        return named
    same = [one for one in story.numbers if one.value == number.value and _plays_alike(number, one)]
    rivals = [one for one in story.figures if _rivals(number, one)]
    if number.role == "ordinal":
        rivals = [one for one in story.numbers if one.role == "ordinal" and _rivals(number, one)]
    return _weigh(story, number, same, rivals)


def _weigh(
    story: Story, number: NamedNumber, same: list[NamedNumber], rivals: list[NamedNumber]
) -> Bearing | None:
    # Of small numbers every story is full; a figure for the same thing decides.
    shared = any(one in rivals or number.about & one.about for one in same)
    if same and (shared or not rivals or not _is_common(number)):
        return _fits(number, "the story has the number", same[0])
    reason = derived(story, number)
    if reason:
        return _fits(number, reason)
    if not rivals and (_may_be_listed(story, number) or _is_score(story.document, number)):
        return None
    rival = max(rivals, key=lambda one: len(number.about & one.about), default=None)
    if rival is None:
        return _differs(number, "the story does not name the number", None)
    certain = _is_only(number, rivals) and not direction_of(story.document, number)
    return _differs(number, "the story has another number for it", rival, certain=certain)


def _is_common(number: NamedNumber) -> bool:
    """Whether it is one of the small numbers of which every story is full."""
    return number.role in ("figure", "ordinal") and number.value in range(_COUNTED + 1)


def _is_only(number: NamedNumber, rivals: list[NamedNumber]) -> bool:
    """Whether the rivals are one number, said in two of the same words."""
    return len({one.value for one in rivals}) == 1 and len(number.about & rivals[0].about) > 1


def _plays_alike(number: NamedNumber, other: NamedNumber) -> bool:
    """Whether the other's part in the story is one that the number may have."""
    if number.role == "ordinal":
        return other.role in ("ordinal", "figure", "word")
    if number.role == "money":
        return other.role in ("money", "figure")
    return other.role not in ("day", "clock", "year", "name")


def _rivals(number: NamedNumber, other: NamedNumber) -> bool:
    """Whether the two could be numbers for one thing.

    What stands behind one counts for both; of money and shares, which mostly count nothing,
    two words of what is said suffice.
    """
    # "On one bridge" counts no bridges.
    if number.role != other.role or (other.value == 1 and other.role == "figure"):
        return False
    if number.role in ("money", "percent") and len(number.about & other.about) > 1:
        return True
    # "A 16-year-old" is not "16 years".
    if ("old" in number.behind[:3]) != ("old" in other.behind[:3]):
        return False
    both = bool(number.behind and other.behind)
    return both and (number.behind[0] in other.behind or other.behind[0] in number.behind)


def _may_be_listed(story: Story, number: NamedNumber) -> bool:
    """Whether the story may give one by one what the headline counts: "Three ways to cross"."""
    if number.role not in ("figure", "ordinal") or number.value > _COUNTED:
        return False
    nouns = frozenset(number.nouns)
    listed = nouns.intersection(word_list("headlines")["listed"].split())
    return number.value == 1 or bool(listed) or story.speaks_of(nouns)


def _is_score(document: Document, number: NamedNumber) -> bool:
    """Whether it is half of a score, which the story may tell goal by goal: "Leeds 3-1 Marel"."""
    tokens, mention = document.tokens, number.mention
    for dash, other in ((mention.last, mention.last + 1), (mention.first - 1, mention.first - 2)):
        if tokens.word(dash) in ("-", "–") and tokens.word(other).isdecimal():
            return True
    return False


_JUDGES: dict[str, Callable[[Story, NamedNumber], Bearing | None]] = {
    "name": _name, "year": _year, "decade": _decade, "day": _day,
}  # fmt: skip
