"""FC206: a percentage that no share and no fall can have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck import Claim, Compared, Document, Finding, Phrase, find_phrases, granted, rule

# What can pass below nothing, or is told in percent of something else.
_UNBOUNDED = re.compile(
    r"profit|loss|earnings|income|return|margin|balance|temperature|surplus|deficit|cash flow|result"
    r"|growth|swing|net |contract|performance|premium|yield|rating|short of|overdraft|stake"
)
# "120 percent of respondents": the whole is the people counted.
_WHOLES = (
    "respondents|voters|people|adults|pupils|students|households|members|residents|patients|women|men"
    "|children|teachers|nurses|employees|workers|those (?:polled|asked|surveyed|questioned)|teenagers"
    "|parents|drivers|families|citizens|americans|britons|them said|us said|the electorate|the vote"
)
_SHARE = re.compile(rf"P of (?:all |the |its |their |our |registered |eligible |young |local )*(?:{_WHOLES})\b(?! (?:needed|required|who were expected|target))")
_FELL = re.compile(
    r"↓(?:(?! (?:as|and|while|but|after|when|to|from)\b)[^A-Z;:,↑↓]){0,40}? (?:(?:by|of) )?P(?! (?:of|↑|points))"
    r"|P ↓(?! (?:than|of the))|P (?:cheaper|smaller|shorter)"
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
    """
    for phrase in find_phrases(document):
        if "P" not in phrase.text or not any(_above_all(document, one) for one in phrase.claims):
            continue
        for pattern in (_SHARE, _FELL):
            for match in pattern.finditer(phrase.text):
                claim = phrase.claim_at(match.start() + match[0].index("P"))
                if _above_all(document, claim) and not (pattern is _FELL and _may_pass(phrase)):
                    yield _finding(document, claim, share=pattern is _SHARE)


def _above_all(document: Document, claim: Claim) -> bool:
    low = granted(document, claim).low
    return claim.quantity.unit == "percent" and low is not None and low > 100


def _may_pass(phrase: Phrase) -> bool:
    return _UNBOUNDED.search(phrase.text) is not None


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
