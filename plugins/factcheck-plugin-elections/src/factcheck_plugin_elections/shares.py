"""The shares of one vote, held against a hundred percent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain, pairwise

from factcheck import Compared, Document, Finding, Quantity, Range, rounded
from factcheck_plugin_elections.races import Part, Tally, join_names
from factcheck_plugin_elections.tallies import find_tallies
from factcheck_plugin_elections.wording import number, one_of, whole_words, words

_VOTE = re.compile(
    r"\b(?:[Vv]otes?|[Vv]oted|[Bb]allots?|[Pp]olled|[Rr]eferendum|"
    r"[Ee]xit poll|[Vv]oting intentions?)\b"
)
# "By 52 percent to 49", "Brook won with 52 percent to Marsh's 49".
_AGAINST = re.compile(r" to(?: the)?(?: [^\W\d_a-z][\w’'-]*){0,3} $|\bagainst\b|\bahead of\b")


def compare_shares(document: Document, figures: Sequence[Quantity]) -> Iterator[Finding | Compared]:
    """Each list of shares, and where rounding cannot bring it to a hundred."""
    scores = _scores(document, figures)
    for tally in chain(scores, find_tallies(document, figures, _may_be_share)):
        if len(tally.parts) > 1 and _is_vote(document, tally):
            spans = tuple(part.label for part in tally.parts)
            yield Compared(spans, f"shares of one vote, {number(tally.sum)} percent together")
            low = _sum_of_shares(tally).low
            if low is not None and low > 100 and not _two_winners(document, tally):
                yield _finding(document, tally)


def _scores(document: Document, figures: Sequence[Quantity]) -> Iterator[Tally]:
    """Two shares, whoever has them: "she won by 52.4 percent to 49.1 percent"."""
    for first, second in pairwise(figures):
        sentence = document.sentences[document.sentence_at(first.span.start)].span
        before = document.prose[sentence.start : first.span.start]
        between = document.prose[first.span.end : second.span.start]
        if between != " to " or not before.endswith(" by "):
            continue
        if whole_words("wins").search(before) and not whole_words("changes").search(before):
            yield Tally((Part("the winner", first), Part("the loser", second)), sentence)


def fair_share(quantity: Quantity) -> Range:
    """All shares that could be printed so: "46 percent" stands for 45.5 to 46.5."""
    # No vote is rounded to tens: 100 percent is not 95.
    if quantity.approximate:
        return rounded(quantity)
    return quantity.range.widened(Fraction(quantity.step) / 2)


def _may_be_share(after: str) -> bool:
    if after.startswith(" of "):
        return re.match(rf" of {one_of('vote_bases')}\b", after) is not None
    following = re.match(r"[ -]([\w-]+)", after)
    return following is None or following[1].lower() not in words("not_after")


def _is_vote(document: Document, tally: Tally) -> bool:
    index = document.sentence_at(tally.span.start)
    # A list says in the line above it what it is a list of.
    start = document.sentences[max(0, index - 1)].span.start if tally.listed else tally.span.start
    return _VOTE.search(document.prose, start, tally.span.end) is not None


def _sum_of_shares(tally: Tally) -> Range:
    return sum((fair_share(part.quantity) for part in tally.parts), Range.point(0))


def _two_winners(document: Document, tally: Tally) -> bool:
    """Whether two have more than half: most likely the winners of two races, told side by side."""
    above = [part.quantity for part in tally.parts if (part.quantity.range.low or 0) > 50]
    if len(above) < 2:
        return False
    between = document.prose[above[0].span.end : above[1].span.start]
    return _AGAINST.search(between) is None


def _finding(document: Document, tally: Tally) -> Finding:
    text, total = document.text, tally.sum
    shares = [part.quantity.range for part in tally.parts]
    slack = total.gap(_sum_of_shares(tally).low or 0) if total.is_point else 0
    named = [f"{one.holder} (“{one.quantity.span.of(text)}”)" for one in tally.parts]
    return Finding(
        f"{_capital(join_names(named))} add up to {number(total)} percent of one vote",
        tuple(part.label for part in tally.parts),
        working=(
            f"{' + '.join(map(number, shares))} = {number(total)}",
            f"{number(total - 100)} more than 100; rounding explains at most {number(slack)}",
        ),
        consistent_if=(*_repairs(tally), "the shares are of different votes or rounds"),
    )


def _repairs(tally: Tally) -> Iterator[str]:
    """What each share could be at most with the others as they are."""
    for part in tally.parts:
        rest = (100 - tally.without(part)).high
        if rest is not None and rest > 0:
            yield f"the share of {part.holder} is at most {number(rest)} percent"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
