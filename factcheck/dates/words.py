"""The words of words.toml, ready to be asked."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from factcheck.tables import beside, load_table
from factcheck.values import dataclass

Names = dict[str, int]
Listed = frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """What each list is for stands in words.toml, above the list."""

    months: Names
    weekdays: Names
    ordinals: Names
    festivals: dict[str, list[int]]
    numbers: dict[str, list[int]]
    capitalised: dict[str, str]
    anycase: dict[str, str]
    raw: dict[str, str]
    openers: Listed
    weekday_names_before: Listed
    weekday_names_after: Listed
    before_month: Listed
    before_people: Listed
    before_year: Listed
    may_stand_before_year: Listed
    before_round_year: Listed
    before_figure: Listed
    never_before_year: Listed
    counted: Listed
    after_year: Listed
    streets: Listed
    possessives: Listed
    before_clock: Listed
    within_numbers: Listed
    before_season: Listed


@cache
def known_words() -> Words:
    """The words, read when first asked for."""
    table = load_table(beside(__file__, "words.toml"))
    ordinals = _numbered(table["ordinals"].split(), first=1)
    return Words(
        months=_numbered(table["months"], first=1),
        weekdays=_numbered(table["weekdays"], first=0),
        ordinals=ordinals | {"twenty": 20},
        festivals=table["festivals"],
        numbers=table["numbers"],
        capitalised=_lettered(table["capitalised"]),
        anycase=_lettered(table["anycase"]) | dict.fromkeys([*ordinals, "twenty"], "O"),
        raw={token: letter for letter, tokens in table["raw"].items() for token in tokens},
        **{name: frozenset(listed.split()) for name, listed in table["context"].items()},
    )


def _numbered(rows: Iterable[str], *, first: int) -> Names:
    """Each name with its number, the names of one row with the same."""
    return {name: number for number, row in enumerate(rows, first) for name in row.split()}


def _lettered(classes: dict[str, str]) -> dict[str, str]:
    return {word: letter for letter, row in classes.items() for word in row.split()}
