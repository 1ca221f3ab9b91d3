"""Where a story says that there was none: "no deaths", "did not cause any injuries"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.claims.figures import Figure, Setting, setting_at
from factcheck.claims.lemmas import word_list
from factcheck.claims.meanings import MEANINGS
from factcheck.claims.nouns import bucket
from factcheck.claims.scopes import clause
from factcheck.claims.subjects import noun_phrase
from factcheck.claims.surroundings import Surroundings, given_too, list_items
from factcheck.claims.vetoes import (
    one_sentence, other_attribute, other_names, other_place, other_subset, other_time, some,
)  # fmt: skip
from factcheck.model import AUTHOR, Claim, Document, Quantity, Span
from factcheck.ranges import Range
from factcheck.tokens import Tokens

# Of the clause that says "none" so many words, and such a share, stand beside the count.
_ENOUGH = ((3, 0.7), (2, 1.0))
_NOT_STATES = frozenset(("denied", "part", "limit"))


class Denial(NamedTuple):
    """A claim of none, with the words of its clause, and whether it says "none anywhere"."""

    claim: Claim
    words: frozenset[str]
    whole: bool


class DenialPair(NamedTuple):
    """A claim of none and a count, whether they are of one thing, and why or why not."""

    denial: Denial
    count: Claim
    same: bool
    reason: str


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_list("denials")[name].split())


@cache
def _signs() -> frozenset[str]:
    words = (*_words("no"), *_words("any"))
    return frozenset(f"{form} " for word in words for form in (word, word.capitalize()))


@lru_cache(maxsize=1)
def denial_pairs(document: Document) -> tuple[DenialPair, ...]:
    """Each claim of none with the counts of the same noun, in reading order."""
    if not document.claims or _signs().isdisjoint(document.tokens.raw):
        return ()
    counts: dict[tuple[str, str | None, str], list[Claim]] = {}
    for claim in document.claims:
        if claim.subject and claim.quantity.kind == "count" and (claim.quantity.range.low or 0) > 0:
            counts.setdefault(bucket(claim.quantity, claim.subject), []).append(claim)
    sentences: dict[int, list[Claim]] = {}
    for claim in document.claims:
        sentences.setdefault(claim.sentence, []).append(claim)
    story = Surroundings(document, sentences)
    return tuple(
        DenialPair(denial, claim, *_same(story, denial, claim))
        for denial in _find_denials(document)
        for claim in counts.get(bucket(denial.claim.quantity, denial.claim.subject), ())[:40]
    )


def _same(story: Surroundings, denial: Denial, count: Claim) -> tuple[bool, str]:
    vetoes = [one_sentence, other_attribute, other_time, other_subset]
    if not denial.whole:
        vetoes += [other_place, other_names]
    none = denial.claim
    reasons = [veto(none, count) for veto in vetoes]
    reasons += [veto(story, none, count) for veto in (given_too, list_items)]
    if reason := next(filter(None, reasons), ""):
        return False, reason
    if differing := (none.states ^ count.states) - _NOT_STATES:
        return False, f"only one speaks of {min(differing)}"
    shared = denial.words & Setting.of(story.document, count).words
    fewest = len(denial.words) or 1
    if any(len(shared) >= words and len(shared) >= share * fewest for words, share in _ENOUGH):
        return True, f"both speak of {some(shared)}"
    return False, "their sentences have too little in common"


def _find_denials(document: Document) -> Iterator[Denial]:
    tokens, signs = document.tokens, _signs()
    for at, token in enumerate(tokens.raw):
        if token in signs and (denial := _denial(document, tokens, at)):
            yield denial


def _denial(document: Document, tokens: Tokens, at: int) -> Denial | None:
    following = tokens.word(at + 1).lower()
    if following in _words("not_counted"):
        return None
    setting = setting_at(document, tokens.starts[at])
    around = clause(tokens, range(at, at + 1), setting.sentence)
    before = {tokens.word(one).lower() for one in range(around.start, at)}
    if tokens.word(at).lower() in _words("any") and before.isdisjoint(_words("negations")):
        return None
    subject = noun_phrase(tokens, at + 1)
    if subject is None:
        return None
    none = Quantity(Span(tokens.starts[at], tokens.end(at)), Range.point(0))
    claim = setting.claim(Figure(none, subject, range(at, at + 1)), AUTHOR, rivals=True)
    words = frozenset(MEANINGS[tokens.raw[one]] for one in around) - {""}
    all_words = (tokens.word(one).lower() for one in setting.tokens)
    whole = not _words("whole").isdisjoint(all_words)
    return Denial(claim, words, whole)
