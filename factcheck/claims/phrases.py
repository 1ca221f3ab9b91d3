"""Sentences with a letter for each figure, so that arithmetic can be read off their wording.

"Rents rose 12% to $2.80 from $2.50" becomes "rents ↑ P to M from M". A letter is the only
capital of a phrase, and ↑ and ↓ stand for words that say which way a figure moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from factcheck.claims.cues import Cues
from factcheck.claims.lemmas import word_list
from factcheck.claims.surroundings import claims_by_sentence
from factcheck.model import Claim, Document, Quantity, Span
from factcheck.ranges import Range
from factcheck.values import dataclass, replace

LETTERS = {
    "count": "C", "money": "M", "percent": "P", "measure": "U", "duration": "D", "age": "A",
    "ratio": "R",
}  # fmt: skip
# Words that say of two figures how many times one is the other.
_MULTIPLES = ("doubl", "twice", "tripl", "trebl", "quadrupl", "halv")
_CUES = Cues(*(stem + end for stem in _MULTIPLES for end in ("", "e", "es", "ed", "ing", "y")))
_SHARES = frozenset(("percent", "ratio"))
_EARLIER = re.compile(r"\W+(?:earlier|ago|before|later|on)\b")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence by its wording; the i-th claim is the letter at `places[i]` of `text`.

    The letters: C count, M money, P percentage, Q percentage points, U measure, D duration,
    A age, R ratio, V so much a unit ("$6 a gram").
    """

    sentence: int
    text: str
    claims: tuple[Claim, ...]
    places: tuple[int, ...]

    def claim_at(self, place: int) -> Claim:
        """The claim whose letter stands there."""
        return self.claims[self.places.index(place)]

    def group(self, match: re.Match[str], name: str) -> Claim:
        """The claim whose letter is the match's group."""
        return self.claim_at(match.start(name))


@lru_cache(maxsize=1)
def find_phrases(document: Document) -> tuple[Phrase, ...]:
    """A phrase for each sentence whose figures may follow from each other, in reading order."""
    return tuple(
        _phrase(document, index, claims)
        for index, claims in claims_by_sentence(document).items()
        if len(claims) > 2 or _may_relate(document, index, len(claims))
    )


def _may_relate(document: Document, index: int, count: int) -> bool:
    """Whether one or two figures may do: with a share, a multiple or the sentence beside it."""
    sentences, shares = claims_by_sentence(document), _with_shares(document)
    if count == 1:
        before = sentences.get(index - 1, ())
        return len(before) > 1 and (index in shares or index - 1 in shares)
    if index in shares or (index + 1 in shares and len(sentences[index + 1]) == 1):
        return True
    if not _CUES.stand_in(document):
        return False
    span, prose = document.sentences[index].span, document.prose
    return any(prose.find(word, span.start, span.end) >= 0 for word in _MULTIPLES)


@lru_cache(maxsize=1)
def _with_shares(document: Document) -> frozenset[int]:
    """The sentences that give a percentage or a fraction."""
    return frozenset(claim.sentence for claim in document.claims if claim.quantity.kind in _SHARES)


def phrase_of(document: Document, claim: Claim) -> Phrase:
    """The phrase of the sentence that a claim stands in."""
    return _phrase(document, claim.sentence, claims_by_sentence(document)[claim.sentence])


def letter_of(document: Document, quantity: Quantity) -> str:
    """The letter that stands for a figure."""
    unit = quantity.unit or ""
    if "/" in unit and not is_past_year(document, quantity):
        return "V"
    return "Q" if unit == "percentage_point" else LETTERS[quantity.kind]


def is_past_year(document: Document, quantity: Quantity) -> bool:
    """Whether what looks like a rate is none: "compared with £400m a year earlier"."""
    return _EARLIER.match(document.prose, quantity.span.end) is not None


def unit_of(document: Document, quantity: Quantity) -> str | None:
    """The figure's unit, without the "a year" of "£400m a year earlier"."""
    unit = quantity.unit
    if unit and "/" in unit and is_past_year(document, quantity):
        return unit.partition("/")[0]
    return unit


def _phrase(document: Document, index: int, claims: Sequence[Claim]) -> Phrase:
    span, prose = document.sentences[index].span, document.prose
    pieces: list[str] = []
    kept: list[Claim] = []
    places: list[int] = []
    done, length = span.start, 0
    ends = [end for claim in claims for end in _ends(document, claim)]
    for claim in ends:
        if claim.quantity.span.start < done:
            continue
        start = _start(prose, claim.quantity)
        words = _worded(document, done, start)
        pieces += [words, letter_of(document, claim.quantity)]
        length += len(words) + 1
        kept.append(claim)
        places.append(length - 1)
        done = _after_conversions(document, claim, ends)
    pieces.append(_worded(document, done, span.end))
    text = "".join(pieces)
    if "↑" in text:
        # What was given up was lost; what is made up has not risen.
        text = _PARTICLE.sub("·", text.replace("gave ↑", "gave ↓"))
    return Phrase(index, text, tuple(kept), tuple(places))


def _start(prose: str, quantity: Quantity) -> int:
    """Where a figure begins; "a total of" says more than how it is to be read."""
    start = quantity.span.start
    if quantity.number and quantity.number.start > start + 8:
        figure = quantity.span.of(prose).lower()
        return start + next((len(words) for words in _KEPT if figure.startswith(words)), 0)
    return start


def _ends(document: Document, claim: Claim) -> Iterator[Claim]:
    """The two ends of what may be a range or a change: "quadrupled from £20m to £60m"."""
    quantity = claim.quantity
    low, high = quantity.range.low, quantity.range.high
    wording = "" if low == high else quantity.span.of(document.prose).lower()
    middle = wording.find(" to ")
    if low is None or high is None or middle < 0 or wording[:5] != "from ":
        yield claim
        return
    start = quantity.span.start
    for end, first, last in ((low, 5, middle), (high, middle + 4, len(wording))):
        span = Span(start + first, start + last)
        yield replace(
            claim, quantity=replace(quantity, span=span, number=span, range=Range.point(end))
        )


def _after_conversions(document: Document, claim: Claim, claims: Sequence[Claim]) -> int:
    """The end of a figure with what repeats it in brackets: "£450m ($800m; 650m euros)"."""
    quantity, end = claim.quantity, claim.quantity.span.end
    if quantity.kind not in ("money", "measure") or not _BRACKET.match(document.prose, end):
        return end
    at = end
    for other in claims[claims.index(claim) + 1 :]:
        figure = other.quantity
        joint = document.prose[at : figure.span.start].strip(" ;,/")
        if (
            joint != ("(" if at == end else "")
            or figure.kind != quantity.kind
            or figure.unit == quantity.unit
        ):
            break
        at = figure.span.end
        if document.prose.startswith(")", at):
            return at + 1
    return end


_PARTICLE = re.compile(
    r"(?<=make |made |akes |king |took |take |turn |rned |pick |cked |sign |gned )[↑↓]"
)
_KEPT = ("a total of ", "an average of ")
_BRACKET = re.compile(r"\s?\(")


class _Words(dict[str, str]):
    """Each token in lower case, or as the arrow that it stands for."""

    def __missing__(self, token: str) -> str:
        if len(self) > _MOST:
            self.clear()
        word = token.strip().lower()
        found = self[token] = (_arrows().get(word, word) or " ") + " " * (
            word != "" and token[-1] == " "
        )
        return found


_MOST = 500_000
_WORDS = _Words()


def _worded(document: Document, start: int, end: int) -> str:
    """The words of a stretch between figures, whose blank belongs to the token before it."""
    tokens = document.tokens
    around = tokens.between(start, end)
    blank = " " if start < end and document.prose[start] == " " else ""
    return blank + "".join(map(_WORDS.__getitem__, tokens.raw[around.start : around.stop]))


@cache
def _arrows() -> dict[str, str]:
    words = word_list("changes")
    found = dict.fromkeys(words["up"].split(), "↑")
    return found | dict.fromkeys(words["down"].split(), "↓")


def locate(document: Document, phrase: Phrase, place: int, word: str) -> Span:
    """Where in the story a word stands that begins at `place` of the phrase."""
    pairs = zip(phrase.claims, phrase.places, strict=True)
    ends = [claim.quantity.span.end for claim, at in pairs if at < place]
    start = ends[-1] if ends else document.sentences[phrase.sentence].span.start
    found = document.prose.lower().index(word, start)
    return Span(found, found + len(word))


def neighbours(phrases: tuple[Phrase, ...], *, within: int = 1) -> Iterator[tuple[Phrase, Phrase]]:
    """Each phrase with those that stand at most so many sentences after it."""
    for at, first in enumerate(phrases):
        for second in phrases[at + 1 : at + 1 + within]:
            if second.sentence - first.sentence <= within:
                yield first, second
