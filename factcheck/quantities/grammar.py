"""grammar.lark as Lark's LALR parser. The only module that imports Lark.

How a figure parses depends on its terminals alone, not on the words they stand for, and news
has some hundreds of sequences of terminals but no end of words. So Lark parses each sequence
once, to a derivation, and the derivation is replayed on the words: 5 µs instead of 60.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, cast

from lark import Lark, Transformer
from lark.exceptions import UnexpectedToken
from lark.lexer import Lexer

from factcheck.quantities.drafts import RULES, Draft
from factcheck.quantities.lexing import Lexeme
from factcheck.tables import cache_folder

GRAMMAR = Path(__file__).with_name("grammar.lark")


class Lexemes(Lexer):
    """Hands the parser what lexing.py made."""

    def __init__(self, _configuration: object) -> None:
        pass

    def lex(self, data: Any, _parser_state: object = None) -> Iterator[Any]:
        return iter(data)


class Derivation(NamedTuple):
    """A rule of drafts.py and what it is given: further derivations, or places of lexemes."""

    rule: str
    parts: tuple[Any, ...]


_DERIVATIONS: dict[tuple[str, ...], tuple[Any, int]] = {}
_MOST = 20_000


def parse(lexemes: list[Lexeme]) -> tuple[Draft | None, int]:
    """The figure these are, or None; and how many of them may at least begin one."""
    kinds = tuple([lexeme.type for lexeme in lexemes])
    found = _DERIVATIONS.get(kinds)
    if found is None:
        if len(_DERIVATIONS) >= _MOST:
            _DERIVATIONS.clear()
        found = _DERIVATIONS[kinds] = derive(kinds)
    derivation, reached = found
    return None if derivation is None else _replay(derivation, lexemes), reached


def derive(kinds: tuple[str, ...]) -> tuple[Derivation | int | None, int]:
    """How these terminals make a figure, or None; and how many may at least begin one."""
    places = [Lexeme(kind, None, place, place + 1, kind) for place, kind in enumerate(kinds)]
    try:
        return cast(Any, grammar().parse(cast(Any, places))), len(kinds)
    except UnexpectedToken as error:
        return None, len(kinds) if error.token.type == "$END" else error.token.start


def _replay(derivation: Derivation | int, lexemes: list[Lexeme]) -> Any:
    if isinstance(derivation, int):
        return lexemes[derivation]
    rule, parts = derivation
    return RULES[rule](*[_replay(part, lexemes) for part in parts])


@cache
def grammar() -> Lark:
    """The parser; its tables are kept between runs where the cache folder can be written."""
    text = GRAMMAR.read_text("utf-8")
    rules = {rule: staticmethod(_recorded(rule)) for rule in RULES}
    recording: Transformer[Any, Derivation] = type("Recording", (Transformer,), rules)()
    options: dict[str, Any] = {"parser": "lalr", "lexer": Lexemes, "transformer": recording}
    try:
        cache_folder().mkdir(parents=True, exist_ok=True)
        return Lark(text, cache=str(cache_folder() / "figures.lark"), **options)
    except OSError:
        return Lark(text, **options)


def _recorded(rule: str) -> Callable[[list[Any]], Derivation]:
    def record(parts: list[Any]) -> Derivation:
        places = (part.start if isinstance(part, Lexeme) else part for part in parts)
        return Derivation(rule, tuple(places))

    return record
