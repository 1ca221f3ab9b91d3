"""grammar.lark as Lark's LALR parser. The only module that imports Lark."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, cast

from lark import Lark, Transformer
from lark.exceptions import UnexpectedToken
from lark.lexer import Lexer

from factcheck.quantities import measuring, numbering, ranging
from factcheck.quantities.lexemes import Lexeme
from factcheck.tables import cache_folder

GRAMMAR = Path(__file__).with_name("grammar.lark")
RULES: dict[str, Callable[..., Any]] = {
    rule.__name__: rule for rule in (*numbering.RULES, *measuring.RULES, *ranging.RULES)
}

# A rule with its parts; a part is a plan, or where among the terminals a lexeme stands.
Plan = tuple[Callable[..., Any], tuple["Plan | int", ...]]


class Terminals(Lexer):
    """Hands the parser what lexing.py made."""

    def __init__(self, _configuration: object) -> None:
        pass

    def lex(self, data: Any, _parser_state: object = None) -> Iterator[Any]:
        """The terminals as they are."""
        return iter(data)


def plan(kinds: Sequence[str]) -> tuple[Plan | None, int]:
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
    text = GRAMMAR.read_text("utf-8")
    rules = {name: staticmethod(_planned(rule)) for name, rule in RULES.items()}
    planning: Transformer[Any, Plan] = type("Planning", (Transformer,), rules)()
    options: dict[str, Any] = {"parser": "lalr", "lexer": Terminals, "transformer": planning}
    try:
        cache_folder().mkdir(parents=True, exist_ok=True)
        return Lark(text, cache=str(cache_folder() / "figures.lark"), **options)
    except OSError:
        return Lark(text, **options)


def _planned(rule: Callable[..., Any]) -> Callable[[list[Any]], Plan]:
    def plan_rule(parts: list[Any]) -> Any:
        if rule is numbering.start:
            return parts[0]
        return rule, tuple(part.value if isinstance(part, Lexeme) else part for part in parts)

    return plan_rule
