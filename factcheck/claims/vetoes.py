"""What makes differing figures honest: each veto is a small function from two claims to its reason.

The reason is a clause for an editor, "" where the veto does not hold.
"""

from __future__ import annotations

from collections.abc import Callable

from factcheck.claims.meanings import weak_predicates
from factcheck.claims.places import apart, holds, is_people, same_place
from factcheck.model import Claim

Veto = Callable[[Claim, Claim], str]

# How many content words two sentences share at least, and what share of the shorter's.
_ENOUGH = ((4, 0.5), (3, 0.6), (2, 0.66))
# The same for figures of which nothing is counted, and for rises and falls: every business page
# has several that share a few words.
_ENOUGH_UNCOUNTED = ((5, 0.6), (3, 0.75))
# And where both are of one group: "losses of $6m".
_ENOUGH_SAID = ((4, 0.6), (3, 0.75))
_ENOUGH_CHANGED = ((4, 0.8),)
_CHANGES = frozenset(("@rose", "@fell"))
# Sentences with so many words in common, such a share of the longer's, are one told twice.
_TOLD_AGAIN = ((5, 0.8), (4, 1))


def same_sentence(
    first: Claim,
    second: Claim,
    left: frozenset[str] = frozenset(),
    right: frozenset[str] = frozenset(),
) -> bool:
    """Whether the sentences of two claims have enough in common, `left` and `right` left out."""
    mine, yours = first.words - left, second.words - right
    shared = len(mine & yours)
    fewest = min(len(mine), len(yours)) or 1
    return any(
        shared >= words and shared >= share * fewest for words, share in _needed(first, second)
    )


def _needed(first: Claim, second: Claim) -> tuple[tuple[int, float], ...]:
    if first.quantity.kind == "percent" and _CHANGES & (first.words | second.words):
        return _ENOUGH_CHANGED
    if first.subject and second.subject:
        return _ENOUGH
    said = first.predicate and first.predicate == second.predicate
    return _ENOUGH_SAID if said else _ENOUGH_UNCOUNTED


def told_again(first: Claim, second: Claim) -> bool:
    """Whether one sentence repeats the other, but for a word or two."""
    short, long = sorted((len(first.words), len(second.words)))
    least = min(max(words, share * long) for words, share in _TOLD_AGAIN)
    return short >= least and len(first.words & second.words) >= least


def one_sentence(first: Claim, second: Claim) -> str:
    """“12 in Mosul and 8 in Tikrit”: a sentence that gives both knows that they differ."""
    return "one sentence gives both" if first.sentence == second.sentence else ""


def other_attribute(first: Claim, second: Claim) -> str:
    """Killed and injured are two counts."""
    for one, other in ((first, second), (second, first)):
        differs = one.predicate and one.predicate != other.predicate
        if differs and (other.predicate or _lacks(other, one.predicate)):
            return f"only one is about {one.predicate.replace('_', ' ')}"
    return ""


def _lacks(claim: Claim, predicate: str) -> bool:
    return predicate not in weak_predicates() and f"@{predicate}" not in claim.words


def other_place(first: Claim, second: Claim) -> str:
    """12 in Syria, 8 in Iraq; 12 in Baghdad, 14 in Iraq. Britain and the UK are one."""
    left, right = set(first.place.lower().split()), set(second.place.lower().split())
    if not left or not right or left == right or _one_place(first, second):
        return ""
    if left <= right or right <= left:
        # "East Quenby" may be what the story calls Quenby elsewhere; South Sudan is not Sudan.
        differ = apart(first.place, second.place)
        return f"one is for {first.place}, the other for {second.place}" if differ else ""
    for one, other in ((first, second), (second, first)):
        if holds(one.place, other.place):
            return f"{other.place} is only a part of {one.place}"
    return f"one is for {first.place}, the other for {second.place}"


def _one_place(first: Claim, second: Claim) -> bool:
    """Whether both places are one by two names; "in British schools" is only within Britain."""
    return same_place(first.place, second.place) and is_people(first.place) == is_people(
        second.place
    )


def other_names(first: Claim, second: Claim) -> str:
    """The landslide in Quenby, the landslide in Alder.

    Names are held against names of one part: "On Radio Marel the film" may be "the film Alder".
    """
    left, right = first.names - second.names, second.names - first.names
    if left and right and _renamed(first, second):
        left, right = left - _words(first.place), right - _words(second.place)
    return names_apart(left, right, first.settings, second.settings)


def names_apart(
    left: frozenset[str],
    right: frozenset[str],
    settings: frozenset[str],
    other_settings: frozenset[str],
) -> str:
    """That two sentences name different things in one part: as what they are about, or where."""
    for mine, yours in (
        (left - settings, right - other_settings),
        (left & settings, right & other_settings),
    ):
        if mine and yours and not _one_spelling(mine, yours):
            return f"one is about {some(mine)}, the other about {some(yours)}"
    return ""


def _one_spelling(mine: frozenset[str], yours: frozenset[str]) -> bool:
    """“YouTube” and "Youtube" are one name."""
    left, right = ({name.casefold() for name in names} for names in (mine, yours))
    return left <= right or right <= left


def _renamed(first: Claim, second: Claim) -> bool:
    """“In Britain” and "in the UK" differ by no name."""
    here, there = first.place, second.place
    return bool(here and there) and here != there and _one_place(first, second)


def _words(place: str) -> set[str]:
    return set(place.replace(".", " ").replace("-", " ").split())


def some(names: frozenset[str]) -> str:
    """At most three of the names, in one order whatever the run."""
    return ", ".join(sorted(name.lstrip("@") for name in names)[:3])


def other_time(first: Claim, second: Claim) -> str:
    """5 in March, 7 in April."""
    if not first.time or not second.time:
        return ""
    left, right = first.time.split(" / "), second.time.split(" / ")
    # "May 2014" is within "2014".
    if any(mine in yours or yours in mine for mine in left for yours in right):
        return ""
    # "March 23, 2014" is "23 March 2014".
    if not _parts_of(left).isdisjoint(_parts_of(right)):
        return ""
    return f"one is for {first.time}, the other for {second.time}"


def _parts_of(dates: list[str]) -> set[frozenset[str]]:
    """What each date gives, in whatever order."""
    return {frozenset(date.replace(",", " ").split()) for date in dates}


def other_state(first: Claim, second: Claim) -> str:
    """Then and now, done and planned, all and the rest, so and not so."""
    differing = first.states ^ second.states
    return f"only one speaks of {sorted(differing)[0]}" if differing else ""


def other_subset(first: Claim, second: Claim) -> str:
    """20 women and 30 men are no contradiction, nor are 5 American soldiers and 9 soldiers."""
    left, right = set(first.modifiers), set(second.modifiers)
    if first.subject != second.subject:
        left, right = left - right, right - left
    if left == right:
        return ""
    lonely = (left - second.words) | (right - first.words)
    return f"only one is about {' '.join(sorted(lonely))}" if lonely else ""


VETOES: tuple[Veto, ...] = (
    one_sentence, other_attribute, other_place, other_names, other_time, other_state, other_subset,
)  # fmt: skip
