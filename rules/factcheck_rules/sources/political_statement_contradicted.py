"""FC501: a politician's word against an official assessment in the same story."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from factcheck import (
    Bar,
    Claim,
    Document,
    Finding,
    Span,
    Statement,
    reported_difference,
    rule,
    same_pairs,
)  # fmt: skip
from factcheck.claims.statements import first_clause
from factcheck.claims.voices import may_speak

# "It was not a mission", but not "they were not aware of it".
_ANSWERS_NO = re.compile(
    r"\W*(?:there\s+(?:is|was|are|were)\s+no\b|(?:\w+\W+){1,4}?"
    r"(?:is|was|are|were|had|has|have|did|do|does)(?:\s+not|n['’]t)\s+"
    r"(?!aware|sure|certain|able|going|available|prepared|comment|know|want|wish|discuss|say))",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never|no)\b|n['’]t\b", re.IGNORECASE)
_WORD = re.compile(r"\b[^\W_]+(?:[.,][0-9]+)*")
# All other words tell two statements apart.
_GRAMMAR = frozenset(
    ("a", "an", "the", "and", "or", "but", "of", "to", "in", "on", "at", "by", "for", "from",
     "with", "as", "that", "this", "these", "those", "it", "its", "they", "them", "their", "he",
     "his", "she", "her", "we", "our", "you", "i", "is", "are", "was", "were", "be", "been",
     "being", "has", "have", "had", "do", "does", "did", "will", "would", "can", "could", "may",
     "might", "must", "should", "shall", "there", "so", "such", "than", "then", "also", "still",
     "any", "not", "never", "no", "t", "s")
)  # fmt: skip
# A word on everybody's lips ties no two statements together.
_COMMON = 12


@rule(
    "FC501",
    severity="warning",
    examples=[
        "[[Contrary to Mayor Ada Brook’s tweets]], [[the flood agency said the dam was intact]].",
        "As for [[the governor’s remarks about closing the harbour]], [[the coastguard said it was "
        "not in danger]].",
        "[[The inspectorate rejected]] [[Senator Lowe’s claim]].",
        "[[The transport minister said the bridge was safe]]. A day later, [[the inspectorate said "
        "the bridge was not safe]].",
        "Contrary to Mayor Ada Brook’s tweets, the carnival drew few visitors.",
        "As for the governor’s remarks about closing the harbour, the coastguard said it was not "
        "aware of them.",
        "The inspectorate rejected the builder’s claim.",
        "The transport minister said the bridge was safe. A day later, the inspectorate said the "
        "tunnel was not safe.",
        "Despite Senator Lowe’s comments, police arrested two men.",
        "Senator Lowe said [[9,000 people]] marched across the Alder bridge on Sunday.\n\n"
        "According to police, [[4,000 people]] marched across the Alder bridge on Sunday.",
        "Senator Lowe said about 4,000 people marched across the Alder bridge on Sunday.\n\n"
        "According to police, 3,900 people marched across the Alder bridge on Sunday.",
    ],
)
def political_statement_contradicted(document: Document) -> Iterator[Finding]:
    """What a politician says agrees with the official assessments in the same story.

    Where it does not, readers should be told so, and told by whom. The finding says whether
    the story itself reports the conflict.

    Compares: What a politician says with what an official body says: by words of contradiction,
    by figures that cannot both hold, and by the plain negation of the same words.

    Tolerance: Figures agree as in figures-disagree.

    Silent: Where the two speak of different things, or they are not a politician and an official
    body (roles and bodies stand in tables that a newsroom extends).
    """
    if not (may_speak(document, "political") and may_speak(document, "official")):
        return
    voices = [one for one in document.statements if one.source.authority]
    if {"political", "official"} <= {one.source.authority for one in voices}:
        yield from _reported(document, voices)
        if any(_may_deny(document, one) for one in voices):
            yield from _negated(document, voices)
        yield from _by_figures(document)


def _reported(document: Document, voices: Iterable[Statement]) -> Iterator[Finding]:
    """Conflicts in the story's own words, both sides in one sentence."""
    sentences: dict[int, list[Statement]] = defaultdict(list)
    for one in voices:
        sentences[one.sentence].append(one)
    for together in sentences.values():
        for held in together:
            if held.stance in ("contradicted", "answered"):
                others = [one for one in together if _opposes(document, one, held)]
                for other in others[:1]:
                    yield _finding(document, held, other, "and the story says so itself")


def _opposes(document: Document, one: Statement, held: Statement) -> bool:
    if not _opposed(one, held) or one.stance not in ("said", "denied"):
        return False
    if held.stance == "answered":
        return _ANSWERS_NO.match(one.content.of(document.prose)) is not None
    return True


def _opposed(one: Statement, other: Statement) -> bool:
    return {one.source.authority, other.source.authority} == {"political", "official"}


def _may_deny(document: Document, one: Statement) -> bool:
    """Whether anything of what was said may be denied; where nothing is, all agree."""
    return one.stance == "denied" or _count_negations(one.content.of(document.prose).lower()) > 0


def _count_negations(clause: str) -> int:
    # Most clauses have none of these letters, which is found many times faster.
    near = "no" in clause or "never" in clause or "n't" in clause or "n’t" in clause
    return len(_NOT.findall(clause)) if near else 0


def _negated(document: Document, voices: Iterable[Statement]) -> Iterator[Finding]:
    """One says that it is so, the other in the same words that it is not."""
    heard: dict[str, list[tuple[Statement, frozenset[str], bool]]] = defaultdict(list)
    for one in voices:
        clause = first_clause(document, one.content).of(document.prose).lower()
        words = frozenset(_WORD.findall(clause)) - _GRAMMAR
        denied = (_count_negations(clause) + (one.stance == "denied")) % 2 == 1
        if len(words) < 2 or one.stance not in ("said", "denied"):
            continue
        before = [known for word in words for known in heard[word][:_COMMON]]
        for other, theirs, negative in before:
            if _opposed(one, other) and negative != denied and _alike(words, theirs):
                yield _finding(document, other, one, "and the story does not say so")
                break
        for word in words:
            heard[word].append((one, words, denied))


def _by_figures(document: Document) -> Iterator[Finding]:
    """Both give a figure for the same thing, and no number fits both."""
    for pair in same_pairs(document):
        sides = (pair.first, pair.second)
        authorities = {claim.source.authority for claim in sides}
        if not pair.agree and authorities == {"political", "official"}:
            yield _of_figures(document, *sides)


def _of_figures(document: Document, first: Claim, second: Claim) -> Finding:
    reported = reported_difference(document, first, second)
    ranges = first.quantity.range, second.quantity.range
    voices = [_capital(claim.source.name) for claim in (first, second)]
    quoted = [claim.span.of(document.text) for claim in (first, second)]
    return Finding(
        f"{voices[0]} speaks of “{quoted[0]}”, {voices[1]} of “{quoted[1]}”, "
        f"and the story {'says' if reported else 'does not say'} that they differ",
        tuple(
            claim.span.labelled(f"{claim.source.name} ({claim.source.authority})")
            for claim in (first, second)
        ),
        working=(f"{ranges[0]} and {ranges[1]} have no number in common",),
        consistent_if=("the two measure different things, and the story says so",),
        bars=tuple(map(Bar, ranges, voices)),
    )


def _alike(some: frozenset[str], others: frozenset[str]) -> bool:
    return len(some & others) * 3 >= len(some | others) * 2


def _finding(document: Document, one: Statement, other: Statement, whether: str) -> Finding:
    politician, official = (one, other) if one.source.authority == "political" else (other, one)
    first, second = sorted((politician, official), key=lambda side: side.span)
    assessed = " ".join(first_clause(document, official.content).of(document.prose).split())
    names = f"{_capital(politician.source.name)} and {official.source.name}"
    return Finding(
        f"{names} contradict each other on “{assessed}”, {whether}",
        (_marked(document, first, second), _marked(document, second, first)),
    )


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _marked(document: Document, one: Statement, beside: Statement) -> Span:
    """A statement's wording with the first clause of what was said."""
    start, end = one.span.start, one.span.end
    if start < one.content.start < one.content.end:
        end = first_clause(document, one.content).end
    if start < beside.span.start < end:
        end = beside.span.start
    elif beside.span.start <= start < beside.span.end <= end:
        # What was said is the other side: only the attribution is left to mark.
        start = max(one.content.end, beside.span.end)
    while start < end and not document.prose[start].isalnum():
        start += 1
    while start < end and document.prose[end - 1] in " ,.":
        end -= 1
    return Span(start, end, f"{one.source.name} ({one.source.authority})")
