"""grammar.lark as Lark's LALR parser. The only module that imports Lark."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, cast

from lark import Lark, Transformer
from lark.exceptions import UnexpectedToken
from lark.lexer import Lexer

from factcheck.quantities.lexemes import Lexeme
from factcheck.quantities.plans import GRAMMAR, RULES, Found, Plan
from factcheck.tables import cache_folder, read_bytes


class Terminals(Lexer):
    """Hands the parser what lexing.py made."""

    def __init__(self, _configuration: object) -> None:
        pass

    def lex(self, data: Any, _parser_state: object = None) -> Iterator[Any]:
        """The terminals as they are."""
        return iter(data)


def plan(kinds: Sequence[str]) -> Found:
    """How to make a figure of terminals of these kinds, or None; and how many may begin one."""
    terminals = [Lexeme(kind, place, 0, 0, "") for place, kind in enumerate(kinds)]
    try:
        return cast(Plan, grammar().parse(cast(Any, terminals))), len(kinds)
    except UnexpectedToken as error:
        if error.token.type == "$END":
            return None, len(kinds)
        return None, cast(int, cast(Any, error.token).value)


@cache
def grammar() -> Lark:
    """The parser; its tables are kept between runs where the cache folder can be written."""
    text = read_bytes(GRAMMAR).decode("utf-8")
    rules = {name: staticmethod(_planned(name)) for name in RULES}
    planning: Transformer[Any, Plan] = type("Planning", (Transformer,), rules)()
    options: dict[str, Any] = {"parser": "lalr", "lexer": Terminals, "transformer": planning}
    try:
        cache_folder().mkdir(parents=True, exist_ok=True)
        return Lark(text, cache=str(cache_folder() / "figures.lark"), **options)
    except OSError:
        return Lark(text, **options)


def _planned(rule: str) -> Callable[[list[Any]], Plan]:
    def plan_rule(parts: list[Any]) -> Any:
        if rule == "start":
            return parts[0]
        return rule, tuple(part.value if isinstance(part, Lexeme) else part for part in parts)

    return plan_rule
