"""Numbers that are part of a name, judged by the words round them."""

# ruff: noqa: ARG001 - the rows are called alike, though not each looks at everything.

from __future__ import annotations

from factcheck.quantities.context import begins_sentence, counts, is_name, touches, words
from factcheck.quantities.drafts import Draft
from factcheck.tokens import Tokens


def label(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """“Article 50”, “No. 7”, “Boeing 737”, “BBC One”: the number is part of a name."""
    before = tokens.word(first - 1)
    if not before or tokens.raw[first - 1].endswith("\n"):
        return False
    if before == "." and tokens.word(first - 2).lower() in words("short_labels"):
        return True
    if touches(tokens, first):
        return False
    if before.lower() in words("labels"):
        return before.lower() in ("no", "nos") or not counts(tokens, last)
    if not is_name(before) or begins_sentence(tokens, first - 1):
        return False
    return not counts(tokens, last)


def name_begins(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """“The Six Nations”, “Ocean's Twelve”: a number word with a capital is part of a name."""
    return not begins_sentence(tokens, first) and not is_name(tokens.word(first - 1))


def model_name(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """“The 737 Max”, “its 787 Dreamliner”, “10 Downing Street”: the name goes on behind it."""
    return tokens.word(last) in words("models")


def stage_name(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """“The rapper 50 Cent”: with a capital it is no coin."""
    return not is_name(tokens.word(last))
