"""EL101: shares of one vote that add up to more than the whole of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain, pairwise

from factcheck import Compared, Document, Example, Finding, Quantity, Range, Span, rounded, rule
from factcheck_plugin_elections.tallies import Part, Tally, find_tallies, join_names
from factcheck_plugin_elections.wording import number, one_of, speaks_of, whole_words, words

_VOTE = re.compile(r"\b(?:[Vv]otes?|[Vv]oted|[Bb]allots?|[Pp]olled|[Rr]eferendum)\b")
# "By 52 percent to 49", "Brook won with 52 percent to Marsh's 49".
_AGAINST = re.compile(r" to(?: the)?(?: [^\W\d_a-z][\w’'-]*){0,3} $|\bagainst\b|\bahead of\b")


@rule(
    "EL101",
    examples=[
        "Ada Brook won [[52 percent]] of the vote, Tom Marsh [[31 percent]] and Ines Lind "
        "[[27 percent]].",
        "The Harbour Party took [[46.2%]], the Reform Union [[38.4%]] and the Greens [[21.5%]] of "
        "the vote.",
        "In the referendum [[54 percent]] voted yes and [[48 percent]] voted no.",
        "The Harbour Party won [[46 percent]] of the vote. The Reform Union came second with "
        "[[38 percent]], ahead of the Greens on [[21 percent]].",
        "With all votes counted, Ada Brook ([[48.3%]]) led Tom Marsh ([[41.9%]]) and Ines Lind "
        "([[12.4%]]).",
        "In the end [[61 percent]] of votes went to Ada Brook, [[31 percent]] to Tom Marsh and "
        "[[11 percent]] to Ines Lind.",
        "Ms Brook won the vote by [[52.4 percent]] to [[49.1 percent]].",
        Example(
            "# Quenby elects a mayor\n\nShare of the vote:\n\n- Ada Brook: [[48.3%]]\n"
            "- Tom Marsh: [[41.9%]]\n- Ines Lind: [[12.4%]]\n",
            name="story.md",
        ),
        "Ada Brook won 52 percent of the vote, Tom Marsh 31 percent and Ines Lind 17 percent.",
        "The Harbour Party took 33.4%, the Reform Union 33.4% and the Greens 33.3% of the vote.",
        "Ada Brook won 51 percent of the vote and Tom Marsh 50 percent.",
        "Ada Brook won 56 percent of the vote in Quenby, and Tom Marsh won 61 percent in Alder.",
        "Ada Brook won 46 percent of the vote in the first round and Tom Marsh 58 percent in the "
        "runoff.",
        "Voters could choose more than one answer: 64 percent of votes went to Ada Brook and 57 "
        "percent to Tom Marsh.",
        "The Harbour Party won 52 percent of the vote, up from 41 percent, on a turnout of 67 "
        "percent, and the Reform Union gained 9 percentage points to reach 38 percent.",
        "Turnout in the vote fell by 52 percent to 49 percent.",
        "Ms Brook took Quenby with 48 percent of the vote, Mr Marsh carried Alder with 47 percent, "
        "and Ms Lind won Marel with 49 percent.",
        "Of the women, 56 percent voted for Ada Brook, of the men 61 percent for Tom Marsh.",
        "The Harbour Alliance won 60 percent of the vote, the Reform Union 40 percent, the Greens "
        "20 percent and the Orchard List 20 percent.",
    ],
)
def vote_shares_over_100(document: Document) -> Iterator[Finding | Compared]:
    """The shares of one vote add up to at most 100 percent, and what rounding adds.

    Most often one of them is of another race or round, or a digit is wrong.
    """
    if not speaks_of(document, "vote", "ballot", "polled", "referendum"):
        return
    figures = [one for one in document.quantities if one.kind == "percent"]
    if len(figures) < 2:
        return
    scores = _scores(document, figures)
    for tally in chain(scores, find_tallies(document, figures, _may_be_share)):
        if len(tally.parts) > 1 and _is_vote(document, tally):
            spans = tuple(part.label for part in tally.parts)
            yield Compared(spans, f"shares of one vote, {number(tally.sum)} percent together")
            low = _sum_of_shares(tally).low
            if low is not None and low > 100 and not _two_winners(document, tally):
                yield _finding(document, tally)


def _scores(document: Document, figures: Sequence[Quantity]) -> Iterator[Tally]:
    """"She won by 52.4 percent to 49.1 percent": two shares, whoever has them."""
    for first, second in pairwise(figures):
        start = document.sentences[document.sentence_at(first.span.start)].span.start
        before = document.prose[start : first.span.start]
        between = document.prose[first.span.end : second.span.start]
        if between == " to " and whole_words("wins").search(before) and before.endswith(" by "):
            if not whole_words("changes").search(before):
                span = Span(start, second.span.end)
                yield Tally((Part("the winner", first), Part("the loser", second)), span)


def fair_share(quantity: Quantity) -> Range:
    """All shares that could be printed so: "46 percent" stands for 45.5 to 46.5."""
    return rounded(quantity) | quantity.range.widened(Fraction(quantity.step) / 2)


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
            yield f"at most {number(rest)} percent voted for {part.holder}"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
