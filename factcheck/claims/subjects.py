"""What a figure counts: the noun phrase behind it, or the one that it leaves out."""

from __future__ import annotations

from functools import cache

from factcheck.claims.lemmas import LEMMAS, word_list
from factcheck.claims.meanings import predicate_of
from factcheck.model import Quantity, Span
from factcheck.tokens import Tokens
from factcheck.tuples import NamedTuple

_LONGEST = 6
_HYPHENS = frozenset("-‐‑–")


class Subject(NamedTuple):
    """A counted noun phrase: its head's lemma, the words before the head, its place."""

    head: str
    modifiers: tuple[str, ...]
    span: Span


@cache
def _plural_alone() -> frozenset[str]:
    return frozenset(word_list("subjects")["plural"].split())


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_list("subjects")[name].split())


def counted(tokens: Tokens, quantity: Quantity) -> Subject | None:
    """The noun phrase right behind the figure: "1,000 ISIS fighters", "12 of the bridges"."""
    first = tokens.at(quantity.span.end - 1) + 1
    return noun_phrase(tokens, _after_determiners(tokens, first))


def _after_determiners(tokens: Tokens, index: int) -> int:
    """Past "of the", "more", "other" and the like, at most three words."""
    for _ in range(3):
        word = tokens.word(index).lower()
        if word not in _words("before_noun") and not (
            word in _HYPHENS and tokens.touches_next(index - 1) and tokens.touches_next(index)
        ):
            break
        index += 1
    return index


def noun_phrase(tokens: Tokens, first: int) -> Subject | None:
    """The run of content words, up to its first plural, else to its last word."""
    run = _run(tokens, first)
    head = _head(tokens, run)
    if head is None:
        return None
    raw = tokens.raw
    modifiers = tuple([LEMMAS[raw[index]] for index in run if index < head])
    return Subject(LEMMAS[raw[head]], modifiers, Span(tokens.starts[run[0]], tokens.end(head)))


def _run(tokens: Tokens, first: int) -> list[int]:
    run: list[int] = []
    for index, raw in enumerate(tokens.raw[first : first + _LONGEST], first):
        word = raw.rstrip(" ")
        if not word.isalpha():
            if word in _HYPHENS and run and tokens.touches_next(index):
                continue
            break
        if not LEMMAS[raw] or word.lower() in _words("no_noun"):
            break
        run.append(index)
    return run


def _head(tokens: Tokens, run: list[int]) -> int | None:
    """The first plural that no further plural follows; a verb form ends the phrase."""
    for place, index in enumerate(run):
        word = tokens.word(index).lower()
        if _plural(word):
            following = run[place + 1 : place + 2]
            after = tokens.word(following[0]).lower() if following else ""
            # "Sales jobs" count jobs, "people dead" people.
            if _plural(after) and not predicate_of(after):
                return following[0]
            return index
        if place and word.endswith("ed"):
            return run[place - 1]
    return run[-1] if run and len(run) <= 3 else None


def _plural(word: str) -> bool:
    if word in _plural_alone():
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and word[-2] not in "suia'"
        and word not in _words("no_plural")
    )


def measured(tokens: Tokens, quantity: Quantity, start: int) -> Subject | None:
    """What money or a share is of: "a deficit of $5bn", "$5bn in cash", "40% of voters"."""
    first = tokens.at(quantity.span.end - 1) + 1
    word = tokens.word(first).lower()
    if word in ("of", "in", "for"):
        found = noun_phrase(tokens, _after_determiners(tokens, first))
        if found and (quantity.kind == "percent" or word == "in"):
            return found
    before = tokens.at(quantity.span.start)
    while (
        before > 0
        and tokens.starts[before] > start
        and tokens.word(before - 1).lower() in _words("before_amount")
    ):
        before -= 1
    word = tokens.word(before - 1)
    named = word[:1].isupper() or not word.isalpha() or not LEMMAS[word]
    if tokens.starts[before] <= start or named or predicate_of(word):
        return None
    return Subject(LEMMAS[word], (), Span(tokens.starts[before - 1], tokens.end(before - 1)))
