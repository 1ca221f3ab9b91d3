"""FC203: shares of one whole that come to more or less than all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck import (
    Claim,
    Compared,
    Document,
    Finding,
    Number,
    Phrase,
    Range,
    Span,
    find_phrases,
    granted,
    nominal,
    rule,
    write_granted,
    write_range,
    write_rounded,
)  # fmt: skip

# The last part of a whole: whoever is left when all others have been counted. Patterns are strings:
# `re` compiles each when a story first needs it.
_LAST = (
    r"\b(?:undecided|unsure|not sure|do not know|did not know|didn['’]t know|don['’]t knows?"
    r"|no opinion|refused to say|had no view|abstained|the (?:remaining|other|last) P|the rest, P)"
)
# Answers of which nobody gives both.
_OPPOSED = (
    ("in favour", "against"), ("in favor", "against"), ("said yes", "said no"),
    ("for it", "against it"), ("approve", "disapprove"), ("agreed", "disagreed"),
    ("support", "oppose"), ("were men", "were women"), ("were women", "were men"),
    ("are men", "are women"), ("were male", "were female"), ("were boys", "were girls"),
    ("are boys", "are girls"),
)  # fmt: skip
# Shares of several wholes, of several answers each, or of some parts only.
_LOOSE = (
    r"multiple|more than one|several answers|each of|among|compared|against P|↑|↓|year"
    r"|P of (?:the )?(?:men|women|boys|girls|those|voters in)|last (?:month|week)|respectively"
    r"|of which|of whom|as well|too\b|also| in \d{4}|turnout|from P|including|P of P"
)


@rule(
    "FC203",
    examples=[
        "In the survey [[45 percent]] said yes, [[40 percent]] said no and [[25 percent]] did not "
        "know.",
        "Of all voters [[52 percent]] backed the bypass, [[31 "
        "percent]] rejected it and [[7 percent]] had no opinion.",
        "Oil makes [[48 percent]] of the port's income, fish [[39 percent]] and ferries the "
        "remaining [[23 percent]].",
        "Of the new pupils [[61 percent]] were boys, [[49 percent]] were girls.",
        "[[58%]] were in favour of the merger, [[47%]] were against it.",
        "Prul got [[44 percent]], Ost [[41 percent]], and [[5 percent]] were undecided.",
        "In the survey 45 percent said yes, 40 percent said no and 15 percent did not know.",
        "Asked about the bypass, 52.4 percent backed it, 31.4 percent rejected it and 16.3 percent "
        "had no opinion.",
        "Oil makes 48 percent of the port's income, fish 39 percent and ferries the remaining 13 "
        "percent.",
        "Of the new pupils 51 percent were boys, 49 percent were girls.",
        "Of those who could give multiple answers, 45 percent said yes, 40 percent said both and "
        "25 percent did not know.",
        "58% of men were in favour of the merger, 47% of women were against it.",
        "Asked what they read, 58 percent named novels, 45 percent papers and 12 percent poems.",
    ],
)
def shares_do_not_sum(document: Document) -> Iterator[Finding | Compared]:
    """Shares that are said to be all there are come to 100 percent.

    Shares of a whole are held against 100 where the last of them is named ("did not know", "the
    remaining 13 percent"), and two that exclude each other may not pass it. Each may have been
    rounded by half of its last place, so that five whole percentages may come to 98 or 102. Where
    several answers were allowed, or the shares are of several wholes, nothing is compared.

    Compares: The percentages of one sentence with 100, where it names the last of at least three
    (“undecided”, “the remaining 13 percent”); with at most 100, where two exclude each other (“in
    favour”, “against”).

    Tolerance: Half the last place of each share: five whole percentages may come to 98 or 102.

    Silent: Where several answers were allowed, the shares are of several groups or years, or
    nothing says that they are all.

    Published: The Associated Press, October 2005: a poll had answers of 41, 26 and 35 percent, 102
    in all; the last was 30 (oemperor.blogspot.com, October 2005).
    """
    for phrase in find_phrases(document):
        shares = _shares(phrase)
        if len(shares) < 2 or re.search(_LOOSE, phrase.text):
            continue
        complete = len(shares) > 2 and re.search(_LAST, phrase.text) is not None
        if complete or _opposed(phrase):
            yield from _held(document, shares, complete=complete)


def _shares(phrase: Phrase) -> tuple[Claim, ...]:
    """The percentages of a sentence that has no other figure but counts before them."""
    return tuple(one for one in phrase.claims if one.quantity.unit == "percent")


def _opposed(phrase: Phrase) -> bool:
    """Whether the sentence's two shares are of answers that exclude each other."""
    parts = phrase.text.split("P")
    return len(parts) == 3 and any(one in parts[1] and other in parts[2] for one, other in _OPPOSED)


def _held(
    document: Document, shares: tuple[Claim, ...], *, complete: bool
) -> Iterator[Finding | Compared]:
    total = granted(document, shares[0])
    for share in shares[1:]:
        total = total + granted(document, share)
    fits = bool(total & (Range.point(100) if complete else Range(high=100)))
    if fits:
        yield Compared(_spans(shares), "the shares come to 100 percent")
    else:
        yield _finding(document, shares, total)


def _spans(shares: tuple[Claim, ...]) -> tuple[Span, ...]:
    return tuple(share.quantity.span.labelled("a share") for share in shares)


def _finding(document: Document, shares: tuple[Claim, ...], total: Range) -> Finding:
    numbers = [nominal(share) for share in shares]
    printed = sum(numbers)
    written = write_rounded(printed)
    quoted = [f"“{share.quantity.span.of(document.text)}”" for share in shares]
    return Finding(
        f"{', '.join(quoted[:-1])} and {quoted[-1]} come to {written} percent, not 100",
        _spans(shares),
        working=(
            f"{' + '.join(map(write_rounded, numbers))} = {written}",
            f"{write_granted(document, *shares)}: so rounded, {write_range(total)}",
        ),
        consistent_if=(
            *_repairs(quoted, numbers, 100 - printed),
            "the shares are of several answers or wholes, and the story says so",
        ),
    )


def _repairs(quoted: list[str], numbers: list[Number], missing: Number) -> Iterator[str]:
    for words, number in zip(quoted, numbers, strict=True):
        if number + missing > 0:
            yield f"{words} is {write_rounded(number + missing)} percent"
