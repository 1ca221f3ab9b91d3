"""Where a story says that there was none: "no deaths", "did not cause any injuries"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache, lru_cache

from factcheck.claims.cues import none_cues
from factcheck.claims.figures import Figure
from factcheck.claims.lemmas import LEMMAS, word_list
from factcheck.claims.meanings import MEANINGS, noun_class
from factcheck.claims.scopes import clause
from factcheck.claims.settings import Setting, setting_at
from factcheck.claims.subjects import Subject, noun_phrase
from factcheck.claims.surroundings import Surroundings, given_too, list_items
from factcheck.claims.told_by import teller
from factcheck.claims.vetoes import (
    one_sentence,
    other_attribute,
    other_names,
    other_place,
    other_subset,
    other_time,
    some,
)  # fmt: skip
from factcheck.model import Claim, Document, Quantity, Span
from factcheck.ranges import Range
from factcheck.tuples import NamedTuple

# Of the clause that says "none" so many words, and such a share, stand beside the count.
_ENOUGH = ((3, 0.7), (2, 1.0))
# A story that counts one noun more often is a table.
_MOST = 40
_NOT_STATES = frozenset(("denied", "part", "limit"))


class Denial(NamedTuple):
    """A claim of none, with the words of its clause, and whether it says "none anywhere"."""

    claim: Claim
    words: frozenset[str]
    whole: bool


class DenialPair(NamedTuple):
    """A claim of none and a count, whether they are of one thing, and why or why not."""

    denial: Denial
    counted: Claim
    same: bool
    reason: str


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_list("denials")[name].split())


@lru_cache(maxsize=1)
def denial_pairs(document: Document) -> tuple[DenialPair, ...]:
    """Each claim of none with the counts of the same noun, in reading order."""
    if not none_cues().stand_in(document):
        return ()
    counts: dict[str, list[Claim]] = {}
    for claim in document.claims:
        if claim.subject and claim.quantity.kind == "count" and (claim.quantity.range.low or 0) > 0:
            counts.setdefault(noun_class(claim.subject), []).append(claim)
    return tuple(_pairs(document, counts)) if counts else ()


def _pairs(document: Document, counts: dict[str, list[Claim]]) -> Iterator[DenialPair]:
    story: Surroundings | None = None
    for denial in _find_denials(document, counts.keys()):
        story = story or Surroundings.of(document)
        for claim in counts[noun_class(denial.claim.subject)][:_MOST]:
            yield DenialPair(denial, claim, *_same(story, denial, claim))


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


def _find_denials(document: Document, nouns: Collection[str]) -> Iterator[Denial]:
    tokens = document.tokens
    for at in none_cues().places(document):
        # So far a noun phrase reaches.
        if not any(noun_class(LEMMAS[one]) in nouns for one in tokens.raw[at + 1 : at + 7]):
            continue
        subject = noun_phrase(tokens, at + 1)
        if subject is None or noun_class(subject.head) not in nouns:
            continue
        if tokens.word(at + 1).lower() not in _words("not_counted"):
            denial = _denial(document, at, subject)
            if denial:
                yield denial


def _denial(document: Document, at: int, subject: Subject) -> Denial | None:
    tokens = document.tokens
    setting = setting_at(document, tokens.starts[at])
    around = clause(tokens, range(at, at + 1), setting.sentence)
    before = {tokens.word(one).lower() for one in range(around.start, at)}
    if tokens.word(at).lower() in _words("any") and before.isdisjoint(_words("negations")):
        return None
    none = Quantity(Span(tokens.starts[at], tokens.end(at)), Range.point(0))
    source = teller(document, tokens.starts[at])
    claim = Figure(setting, none, subject, lambda _: source, range(at, at + 1)).claim()
    words = frozenset(MEANINGS[tokens.raw[one]] for one in around) - {""}
    all_words = (tokens.word(one).lower() for one in setting.tokens)
    whole = not _words("whole").isdisjoint(all_words)
    return Denial(claim, words, whole)
