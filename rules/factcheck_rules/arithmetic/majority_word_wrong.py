"""FC209: a word for most, few or all that the count beside it does not bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck import (
    Claim,
    Compared,
    Cues,
    Document,
    Finding,
    Majority,
    Number,
    Range,
    Span,
    find_majorities,
    granted,
    nominal,
    rule,
    write_granted,
    write_rounded,
)  # fmt: skip

_CUES = Cues("unanimous", "unanimously")
# Patterns are strings: `re` compiles each when a story first needs it.
_UNANIMOUS = (
    r"unanimous(?:ly)?\b[^.;:\n]{0,40}?"
    r"(?P<vote>\b(?P<for>\d{1,3})(?:-|–| to )(?P<against>\d{1,3})\b)(?!-)"
)
_VOTED = "vote|decision|decided|ruling|ruled|approved|adopted|passed|verdict|backed|agreed"


@rule(
    "FC209",
    examples=[
        "A [[majority]] of the [[120]] members, [[48]], voted for the merger.",
        "The bill needed a [[two-thirds majority]], [[60]] of [[100]] clubs, and has it.",
        "[[Most]] of the [[90]] boats ([[40]]) were back by noon.",
        "A [[majority]] of pupils ([[44 percent]]) walk to school.",
        "Only a [[minority]] of members, [[63 percent]], paid on time.",
        "The board approved the plan [[unanimously]] by a vote of [[7-2]].",
        "The rowers own [[31]] of the [[80]] boats, a clear [[majority]].",
        "A majority of the 120 members, 68, voted for the merger.",
        "The bill needed a two-thirds majority, 67 of 100 clubs, and has it.",
        "Most of the 90 boats (60) were back by noon.",
        "A majority of pupils (54 percent) walk to school.",
        "Only a minority of members, 37 percent, paid on time.",
        "The board approved the plan unanimously by a vote of 9-0.",
        "The rowers own 31 of the 80 boats, and a majority of its members were new.",
        "The court ruled unanimously, a week after it had voted 7-2 on bail.",
    ],
)
def majority_word_wrong(document: Document) -> Iterator[Finding | Compared]:
    """A word for most, for few or for all fits the count beside it.

    "Most" is more than half, a two-thirds majority no less than that, and a unanimous vote has no
    noes. The word is often left over from an earlier version of the story, or stands for the
    largest share, which is a plurality.

    Compares: “Majority”, “most”, “minority” and “two-thirds majority” with the count or the
    percentage right beside it; “unanimous” with the count of the vote.

    Tolerance: Count, whole and percentage stand for all that would be rounded to them: 50 percent
    passes for a majority, as 50.4 would be printed so. A unanimous vote has no noes.

    Silent: Where the figure is of something else or a clause stands between, “majority” is a margin
    (“a majority of 24”), or “the most” is said.

    Published: The New York Times, March 2012: a headline had most Americans against a law, the
    story 47 percent (rjwaldmann.blogspot.com, March 2012).
    """
    for majority in find_majorities(document):
        if _granted_share(document, majority) & majority.allowed:
            yield Compared(_spans(majority), "the word fits the count")
        else:
            yield _finding(document, majority)
    if _CUES.stand_in(document):
        yield from _unanimous(document)


def _granted_share(document: Document, majority: Majority) -> Range:
    part = granted(document, majority.part)
    return part / 100 if majority.whole is None else part / granted(document, majority.whole)


def _unanimous(document: Document) -> Iterator[Finding]:
    for match in re.finditer(_UNANIMOUS, document.prose):
        around = document.sentences[document.sentence_at(match.start())].span
        voted = re.search(_VOTED, around.of(document.prose))
        if int(match["against"]) and int(match["for"]) and voted and " after " not in match[0]:
            yield Finding(
                f"A vote of {match['vote']} is not unanimous: {match['against']} voted against",
                (
                    Span(*match.span("vote"), "the count"),
                    Span(match.start(), match.start() + len(match[0].split()[0]), "the word"),
                ),
                working=(f"unanimous: 0 against; the vote: {match['against']} against",),
                consistent_if=(
                    f"the vote was {int(match['for']) + int(match['against'])}-0",
                    "it was decided by a majority",
                ),
            )


def _spans(majority: Majority) -> tuple[Span, ...]:
    claims: list[Claim] = [one for one in (majority.part, majority.whole) if one]
    labels = ("the count", "of so many")
    counted = (
        one.quantity.span.labelled(label) for one, label in zip(claims, labels, strict=False)
    )
    return (majority.words.labelled("the word"), *counted)


def _finding(document: Document, majority: Majority) -> Finding:
    words, part = majority.words.of(document.text), majority.part.quantity.span.of(document.text)
    whole = majority.whole
    share: Number = Fraction(nominal(majority.part)) / 100
    of = ""
    if whole is not None:
        share = Fraction(nominal(majority.part)) / nominal(whole)
        of = f" of “{whole.quantity.span.of(document.text)}”"
    percent = write_rounded(share * 100)
    least = write_rounded((majority.allowed.low or 0) * 100)
    most = write_rounded((majority.allowed.high or 1) * 100)
    return Finding(
        f"“{part}”{of} is {percent} percent, which is not “{words.lower()}”",
        _spans(majority),
        working=(
            f"“{words}” stands for {least} to {most} percent",
            write_granted(document, *(one for one in (majority.part, whole) if one)),
        ),
        consistent_if=(
            f"the count is {'more' if majority.allowed.high == 1 else 'less'} than "
            f"{least if majority.allowed.high == 1 else most} percent of the whole",
            "another word stands there",
        ),
    )
