"""What stands round a figure, for the questions of vetoes.py and placing.py."""

from __future__ import annotations

from functools import cache

from factcheck.quantities.lexemes import HYPHENS
from factcheck.tables import beside, load_table
from factcheck.tokens import Tokens


@cache
def words(name: str) -> frozenset[str]:
    """A word list of context.toml."""
    return frozenset(load_table(beside(__file__, "context.toml"))[name].split())


def begins_sentence(tokens: Tokens, index: int) -> bool:
    """Whether a sentence, a line or a quotation seems to begin with this token."""
    before = tokens.word(index - 1)
    return not before or before in ".!?\"“‘'”:•*(-–—" or before.isspace()


def counts(tokens: Tokens, last: int) -> bool:
    """Whether a plural noun seems to follow: "20 armed men", "two French soldiers"."""
    function = words("function_words")
    for index in (last, last + 1, last + 2):
        word = tokens.word(index)
        if not word.isalpha() or word.lower() in function:
            return False
        # A capital is an adjective or a people's name, if something counted follows.
        if (word.endswith("s") and not word.endswith("ss")) or word.lower() in words("plurals"):
            return True
        if tokens.raw[index].endswith("\n"):
            return False
    return False


def hyphenated(tokens: Tokens, last: int) -> str:
    """The word that a hyphen joins to the token before `last`, in lower case: "four-star"."""
    if last + 1 >= len(tokens) or tokens.word(last) not in HYPHENS:
        return ""
    return (
        tokens.word(last + 1).lower() if touches(tokens, last) and tokens.touches_next(last) else ""
    )


def touches(tokens: Tokens, index: int) -> bool:
    """Whether nothing stands between this token and the one before."""
    return index > 0 and tokens.touches_next(index - 1)


def is_name(word: str) -> bool:
    """Whether a word is written like a name: "Boeing", "iPhone"."""
    return word[:1].isalpha() and word != word.lower()
