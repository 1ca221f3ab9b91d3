"""How many may vote, how many did, and the turnout, wherever a story says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from factcheck import Document, Quantity
from factcheck_plugin_elections.wording import one_of, whole_words, words

Role = Literal["roll", "cast", "turnout"]

_PLACE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Aa]cross) (?:the )?([^\W\d_a-z][\w’'-]+)")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of an election with its sentence, and the places that the sentence names."""

    role: Role
    quantity: Quantity
    sentence: int
    text: str
    places: frozenset[str]

    @property
    def of_another_time(self) -> bool:
        """Whether its sentence speaks of another election, or of what is expected."""
        return bool(_YEAR.search(self.text) or whole_words("other_times").search(self.text))

    @property
    def partial(self) -> bool:
        """Whether it may count only some of those who voted: "by noon", "postal", "valid"."""
        return whole_words("partial_counts").search(self.text) is not None


def find_figures(document: Document) -> Iterator[Figure]:
    """The figures that are a roll, votes cast or a turnout."""
    prose = document.prose
    for one in document.quantities:
        before = prose[max(0, one.span.start - 60) : one.span.start]
        if role := _role(one, before, prose[one.span.end : one.span.end + 90]):
            index = document.sentence_at(one.span.start)
            text = document.sentences[index].span.of(prose)
            places = {found[1].lower() for found in _PLACE.finditer(text)} - words("days")
            yield Figure(role, one, index, text, frozenset(places))


def _role(one: Quantity, before: str, after: str) -> Role | None:
    patterns = _patterns()
    if one.kind == "percent":
        turnout = patterns["turnout_before"].search(before) or patterns["turnout_after"].match(
            after
        )
        return "turnout" if turnout and not after.startswith((" point", " so far")) else None
    if one.kind != "count":
        return None
    if patterns["cast"].match(after):
        return "cast"
    if patterns["roll_before"].search(before):
        return "roll"
    if found := patterns["roll"].match(after):
        # "612,000 registered voters cast ballots": these are who voted.
        voted = patterns["did_vote"].match(after, found.end())
        return "cast" if voted and not re.search(r"\b[Oo]f (?:\S+ ){0,2}$", before) else "roll"
    return None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    may, who, did = one_of("may_vote"), one_of("voters"), one_of("did_vote")
    roll = one_of("roll_names")
    return {
        "roll": re.compile(
            rf" (?:{may} {who}\b|(?:{who} )?(?:who )?(?:(?:are|were|is|have|had|had been) )?"
            rf"{may}(?: to vote| to cast| for)\b|(?:(?:names|{who}) )?(?:were )?on the {roll}\b)"
        ),
        "roll_before": re.compile(
            rf"\b(?:electorate of|{roll} (?:of|has|had|lists|listed|holds|counts|contains)"
            rf"|{may} {who}(?: is| was| stood at| stands at|:)) $"
        ),
        "cast": re.compile(
            rf" (?:of them |valid )?(?:{one_of('papers')} (?:(?:were|was|had been) )?"
            rf"(?:cast|counted|handed in|returned)|(?:{who} )?{did})\b"
            rf"|(?: out)? of (?:the |its )?(?:[\w-]+(?:’s|'s) )?[\d.,]+(?: million)? "
            rf"{may} {who} {did}\b"
        ),
        "did_vote": re.compile(rf" {did}\b"),
        "turnout_before": re.compile(
            r"\b[Tt]urnout(?: in \w+| on \w+)? (?:of|was|is|at|reached|hit|came to|stood at|"
            r"was put at|rose to|fell to|dropped to|climbed to)(?: just| only| a record)? $"
        ),
        "turnout_after": re.compile(r" (?:voter )?turnout\b(?! (?:gap|rise|fall|drop|increase))"),
    }
