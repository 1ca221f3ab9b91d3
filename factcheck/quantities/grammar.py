"""grammar.lark as Lark's LALR parser. The only module that imports Lark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, cast

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


def parse(lexemes: list[Lexeme]) -> tuple[Draft | None, int]:
    """The figure these are, or None; and how many of them may at least begin one."""
    try:
        return cast(Draft, grammar().parse(cast(Any, lexemes))), len(lexemes)
    except UnexpectedToken as error:
        if error.token.type == "$END":
            return None, len(lexemes)
        return None, lexemes.index(cast(Any, error.token))


@cache
def grammar() -> Lark:
    """The parser; its tables are kept between runs where the cache folder can be written."""
    text = GRAMMAR.read_text("utf-8")
    rules = {name: staticmethod(_inline(rule)) for name, rule in RULES.items()}
    drafting: Transformer[Any, Draft] = type("Drafting", (Transformer,), rules)()
    options: dict[str, Any] = {"parser": "lalr", "lexer": Lexemes, "transformer": drafting}
    try:
        cache_folder().mkdir(parents=True, exist_ok=True)
        return Lark(text, cache=str(cache_folder() / "figures.lark"), **options)
    except OSError:
        return Lark(text, **options)


def _inline(rule: Callable[..., Draft]) -> Callable[[list[Any]], Draft]:
    return lambda children: rule(*children)
