"""What a story says round two claims that makes differing figures honest.

Like the vetoes, but each needs the story: its other figures, its layout, its other sentences.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, reduce
from operator import add

from factcheck.claims.lemmas import LEMMAS
from factcheck.claims.meanings import noun_class
from factcheck.claims.nouns import comparable
from factcheck.claims.vetoes import same_sentence, told_again
from factcheck.model import Claim, Document
from factcheck.quantities.rounding import agree, rounded
from factcheck.tuples import NamedTuple

_BULLET = re.compile(r"[-–—•*·▪]\s")


@lru_cache(maxsize=1)
def claims_by_sentence(document: Document) -> Mapping[int, Sequence[Claim]]:
    """The claims of each sentence that has any."""
    sentences: dict[int, list[Claim]] = {}
    for claim in document.claims:
        sentences.setdefault(claim.sentence, []).append(claim)
    return sentences


class Surroundings(NamedTuple):
    """A story and the claims of each of its sentences."""

    document: Document
    sentences: Mapping[int, Sequence[Claim]]

    @classmethod
    def of(cls, document: Document) -> Surroundings:
        """Those of a story."""
        return cls(document, claims_by_sentence(document))

    def beside(self, claim: Claim) -> Sequence[Claim]:
        """The claims of the claim's sentence, itself among them."""
        return self.sentences.get(claim.sentence, ())


StoryVeto = Callable[[Surroundings, Claim, Claim], str]


def changed_alone(story: Surroundings, first: Claim, second: Claim) -> bool:
    """Whether a sentence is told again with this one figure changed and all its others kept."""
    if not told_again(first, second):
        return False
    left, right = story.beside(first), story.beside(second)
    if len(left) != len(right):
        return False
    differing = [
        (one.span, other.span)
        for one, other in zip(left, right, strict=True)
        if one.quantity.range != other.quantity.range
    ]
    return differing == [(first.span, second.span)]


def given_too(story: Surroundings, first: Claim, second: Claim) -> str:
    """“32 of the 36” and "32 bodies": the other sentence has this figure as well.

    A twin that is said of something else is none: who reads "8 killed, 42 injured" may not
    write "42 killed".
    """
    if changed_alone(story, first, second):
        return ""
    for one, other in ((first, second), (second, first)):
        if any(twin is not other and _is_twin(one, twin) for twin in story.beside(other)):
            return "the other sentence gives this figure too"
    return ""


def _is_twin(claim: Claim, twin: Claim) -> bool:
    left, right = claim.quantity, twin.quantity
    said_of_other = claim.predicate and twin.predicate and claim.predicate != twin.predicate
    other_noun = bool(claim.subject and twin.subject) and not comparable(claim, twin)
    alike = left.kind == right.kind and left.unit == right.unit
    return alike and not said_of_other and not other_noun and agree(left, right)


def sum_given(story: Surroundings, first: Claim, second: Claim) -> str:
    """“Seven in the suburbs and two in the city” are nine."""
    if changed_alone(story, first, second):
        return ""
    for one, other in ((first, second), (second, first)):
        alike = [
            claim
            for claim in story.beside(other)
            if claim.quantity.unit == other.quantity.unit and claim.subject == other.subject
        ]
        if len(alike) < 2 or any(claim.quantity.range.width is None for claim in alike):
            continue
        total = reduce(add, (rounded(claim.quantity) for claim in alike))
        if not (total & rounded(one.quantity)).empty:
            return "the other sentence gives the parts"
    return ""


def list_items(story: Surroundings, first: Claim, second: Claim) -> str:
    """Items of a list are about different things."""
    prose = story.document.prose
    for claim in (first, second):
        start = story.document.sentences[claim.sentence].span.start
        if not (_BULLET.match(prose, start) or _BULLET.match(prose, max(start - 2, 0))):
            return ""
    return "both are items of a list"


def converted(story: Surroundings, first: Claim, second: Claim) -> str:
    """“$250 (£133)”: what stands in brackets is the figure before it in another currency."""
    for claim in (first, second):
        start = claim.quantity.span.start
        if story.document.prose[max(start - 1, 0)] != "(":
            continue
        if any(start - 30 < one.quantity.span.start < start for one in story.beside(claim)):
            return "one is a conversion"
    return ""


def other_opener(story: Surroundings, first: Claim, second: Claim) -> str:
    """Marel sold 12 boats, Quenby sold 30: the first word of a sentence may be a name."""
    left, right = (_opener(story.document, claim) for claim in (first, second))
    if left == right:
        return ""
    mine = (first.names - first.settings) | {left}
    yours = (second.names - second.settings) | {right}
    if left and left not in second.names and (yours - {""} - first.names - {left}):
        return f"only one is about {left}"
    if right and right not in first.names and (mine - {""} - second.names - {right}):
        return f"only one is about {right}"
    return ""


def _opener(document: Document, claim: Claim) -> str:
    """The first word where the story has it with a capital within a sentence too."""
    word = document.tokens.word(document.sentences[claim.sentence].first)
    known = _lone_names(document)
    if word not in known:
        known[word] = (
            "A" <= word[:1] <= "Z" and bool(LEMMAS[word]) and _stands_alone(document, word)
        )
    return word if known[word] else ""


@lru_cache(maxsize=1)
def _lone_names(_: Document) -> dict[str, bool]:
    """Of each word that was asked for, whether the story has it as a name of one word."""
    return {}


# The word before a name: "of the" in "of the Marel mill", but "Orme" in "the Orme Marel mill".
_SMALL = re.compile(r"(?:.*\b)?[a-z]+,? ", re.DOTALL)
# "Medical" of "the Marel Medical Centre" is no name of its own.
_ENDS_NAME = re.compile(r"\b(?! [A-Z])")


def _stands_alone(document: Document, word: str) -> bool:
    prose = document.prose
    at = prose.find(word) if len(word) > 1 else -1
    while at >= 0:
        before = prose.rfind(" ", 0, max(at - 1, 0)) + 1
        if _SMALL.fullmatch(prose, before, at) and _ENDS_NAME.match(prose, at + len(word)):
            return True
        at = prose.find(word, at + 1)
    return False


def only_counted(story: Surroundings, first: Claim, second: Claim) -> str:
    """“114 passengers and five crew”, "two passengers and three crew": only nouns in common."""
    if not same_sentence(
        first, second, _counted_beside(story, first), _counted_beside(story, second)
    ):
        return "they have only what is counted in common"
    return ""


def _counted_beside(story: Surroundings, claim: Claim) -> frozenset[str]:
    """The nouns of the sentence's other counts; of "19% of drivers" the drivers as well."""
    others = {
        word
        for one in story.beside(claim)
        if one.quantity.kind == "count" and one.subject != claim.subject
        for word in (noun_class(one.subject), *one.modifiers)
    }
    if (
        claim.quantity.kind == "percent"
        and claim.noun
        and claim.noun.start > claim.quantity.span.start
    ):
        others.update((noun_class(claim.subject), *claim.modifiers))
    return frozenset(others)


def said_of_another(story: Surroundings, first: Claim, second: Claim) -> str:
    """27,000 dead or missing; 13,000 dead and 14,000 missing."""
    for one, other in ((first, second), (second, first)):
        if not one.predicate or other.predicate:
            continue
        unit = other.quantity.kind, other.quantity.unit
        beside = {
            claim.predicate
            for claim in story.beside(other)
            if claim is not other and (claim.quantity.kind, claim.quantity.unit) == unit
        }
        if one.predicate in beside:
            return f"{one.predicate.replace('_', ' ')} is said of another figure there"
    return ""


def two_pronouns(story: Surroundings, first: Claim, second: Claim) -> str:
    """“It will cost $799”, "it costs $250": in two paragraphs of a list of gadgets."""
    if first.names & second.names or _paragraph(story, first) == _paragraph(story, second):
        return ""
    # "In August it warned": of one day there is one it.
    days = set(first.time.split(" / ")) & set(second.time.split(" / ")) - {""}
    if told_again(first, second) or days:
        return ""
    opener = _opener(story.document, first)
    if opener and opener == _opener(story.document, second):
        return ""
    subjects = all(_PRONOUN.search(_sentence(story, claim)) for claim in (first, second))
    return "each is about an “it” of its own" if subjects else ""


_PRONOUN = re.compile(r"\b(?:[Ii]t|[Hh]e|[Ss]he|[Tt]hey)\b")


def _paragraph(story: Surroundings, claim: Claim) -> int:
    return story.document.sentences[claim.sentence].paragraph


def _sentence(story: Surroundings, claim: Claim) -> str:
    return story.document.sentences[claim.sentence].span.of(story.document.prose)


STORY_VETOES: tuple[StoryVeto, ...] = (
    given_too, sum_given, list_items, converted, other_opener, only_counted, said_of_another,
    two_pronouns,
)  # fmt: skip
