"""FC206: a percentage that no share and no fall can have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck import Claim, Compared, Document, Finding, Phrase, granted, phrase_of, rule

# What can pass below nothing, or is told in percent of something else. Patterns are strings: `re`
# compiles each when a story first needs it.
_UNBOUNDED = (
    "profit|loss|earnings|income|return|margin|balance|temperature|surplus|deficit|cash flow"
    "|result|growth|swing|net |contract|performance|premium|yield|rating|short of|overdraft|stake"
)
# "120 percent of respondents": the whole is the people counted.
_WHOLES = (
    "respondents|voters|people|adults|pupils|students|households|members|residents|patients|women"
    "|men|children|teachers|nurses|employees|workers|those (?:polled|asked|surveyed|questioned)"
    "|teenagers|parents|drivers|families|citizens|americans|britons|the electorate|the vote"
)
_SHARE = (
    rf"P of (?:all |the |its |their |our |registered |eligible |young |local )*(?:{_WHOLES})\b"
    r"(?! (?:needed|required|who were expected|target))"
)
_FELL = (
    r"↓(?:(?! (?:as|and|while|but|after|when|to|from)\b)[^A-Z;:,↑↓]){0,40}? (?:(?:by|of) )?"
    r"P(?! (?:of|↑|points))|P ↓(?! (?:than|of the))|P (?:cheaper|smaller|shorter)"
)


@rule(
    "FC206",
    examples=[
        "Membership of the rowing club fell [[120 percent]] in a decade.",
        "The council cut its spending on paths by [[150 percent]].",
        "In the survey [[130 percent]] of respondents owned a boat.",
        "Some homes lost power; [[104%]] of households had it back by noon.",
        "Prices of eel dropped by [[110 percent]] when the nets came in full.",
        "A [[200 percent]] drop in visitors closed the museum.",
        "Membership of the rowing club rose 120 percent in a decade.",
        "The council cut its spending on paths by 50 percent.",
        "In the survey 30 percent of respondents owned a boat.",
        "Takings came to 150 percent of the target.",
        "Profit at the mill fell 120 percent, and it ended the year with a loss.",
        "Returns on the bonds dropped 110 percent.",
        "The stand was filled to 104 percent of what it holds.",
        "The share of cyclists fell to 20 percent; a 120 percent rise had come before.",
    ],
)
def impossible_percentage(document: Document) -> Iterator[Finding | Compared]:
    """Nothing falls by more than all of it, and no share is more than the whole.

    A fall from 220 to 100 is 55 percent, not 120: somebody divided by the later figure. Profits,
    balances and temperatures can pass below nothing and are left alone.

    Compares: A percentage above 100 with what it is said of: a fall, or a share of a group of
    people.

    Tolerance: None, but “about 110 percent” may stand for 100.

    Silent: Where what fell can pass below nothing (profits, balances, temperatures), or the
    percentage is a rise, a level, or a share of what was needed.

    Published: The Daily Mail, December 2015: wine at £7 instead of £30 was headlined as 200 percent
    off; it is 77 percent (electrichalibut.blogspot.com, December 2015).
    """
    for claim in document.claims:
        if claim.quantity.unit != "percent" or not _above_all(document, claim):
            continue
        phrase = phrase_of(document, claim)
        place = phrase.places[phrase.claims.index(claim)]
        if _marks(_SHARE, phrase, place):
            yield _finding(document, claim, share=True)
        elif _marks(_FELL, phrase, place) and not re.search(_UNBOUNDED, phrase.text):
            yield _finding(document, claim, share=False)


def _marks(pattern: str, phrase: Phrase, place: int) -> bool:
    """Whether the pattern holds of the figure whose letter stands there."""
    return any(match.start() <= place < match.end() for match in re.finditer(pattern, phrase.text))


def _above_all(document: Document, claim: Claim) -> bool:
    printed = claim.quantity.range.low
    if printed is None or printed <= 100:
        return False
    return (granted(document, claim).low or 0) > 100


def _finding(document: Document, claim: Claim, *, share: bool) -> Finding:
    quoted = claim.quantity.span.of(document.text)
    if share:
        message = f"“{quoted}” of a whole is more than the whole, which is 100 percent"
        repairs = ("the share is 100 percent or less", "it is a ratio, and the story says of what")
    else:
        message = f"A fall of “{quoted}” is more than all there was, which is 100 percent"
        repairs = ("the fall is 100 percent or less", "the figure rose")
    return Finding(
        message,
        (claim.quantity.span.labelled("more than 100 percent"),),
        working=(f"“{quoted}” stands for more than 100",),
        consistent_if=repairs,
    )
