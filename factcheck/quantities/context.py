"""Which numbers are figures, judged by the words round them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from factcheck.quantities.drafts import Draft
from factcheck.quantities.lexing import HYPHENS
from factcheck.tables import load_table
from factcheck.tokens import Tokens


@cache
def words(name: str) -> frozenset[str]:
    """A word list of context.toml."""
    return frozenset(load_table(Path(__file__).with_name("context.toml"))[name].split())


def is_figure(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """Whether the draft that stands in tokens `first` to `last` (half-open) is a figure."""
    return not any(veto(tokens, draft, first, last) for veto in VETOES)


def joined_to_a_word(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """"F-16", "Covid-19", "4x4", "1st", "24/7", "16:9", "#5", "3.5.1"."""
    before, after = tokens.word(first - 1), tokens.word(last)
    if first and tokens.touches_next(first - 1):
        if before in HYPHENS and tokens.touches_next(first - 2) and tokens.word(first - 2)[-1:].isalnum():
            return True
        if before in "/:.,#@_&’'" or before[-1:].isalnum():
            return before not in (".", ",") or not tokens.word(first - 2).isspace()
    if last < len(tokens) and tokens.touches_next(last - 1):
        if after[:1].isalnum() or after in ("_", "@"):
            return True
        digit_follows = tokens.touches_next(last) and tokens.word(last + 1)[:1].isalnum()
        return after in ("/", ":", ".", ",", "’", "'") and digit_follows
    return False


def bare_one(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """"One of the", "no one", "one another", "one day": nothing is counted."""
    if draft.form != "number" or draft.unit or last - first != 1 or draft.kind == "ratio":
        return False
    if tokens.word(first).lower() != "one":
        return False
    after = tokens.word(last)
    if tokens.word(first - 1).lower() in words("before_one"):
        return True
    return not after.isalpha() or after.lower() in words("function_words")


def label(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """"Article 50", "No. 7", "Boeing 737", "BBC One": the number is part of a name."""
    if draft.unit or draft.kind == "ratio" or draft.form in ("bound", "vague", "between", "from"):
        return False
    before = tokens.word(first - 1)
    if before == "." and tokens.word(first - 2).lower() in ("no", "nos", "pp", "p", "v"):
        return True
    if tokens.raw[first - 1 : first] and not tokens.raw[first - 1].endswith(" "):
        return False
    if before.lower() in words("labels"):
        return True
    return before[:1].isupper() and not _begins_sentence(tokens, first - 1) and not _counts(tokens, last)


def _begins_sentence(tokens: Tokens, index: int) -> bool:
    before = tokens.word(index - 1)
    return not before or before in ".!?\"“‘'”:" or before.isspace()


def _counts(tokens: Tokens, last: int) -> bool:
    """Whether a plural noun seems to follow."""
    for index in (last, last + 1, last + 2):
        word = tokens.word(index)
        if not word.isalpha() or not word[0].islower() or word in words("function_words"):
            return False
        if word.endswith("s") or word in ("people", "men", "women", "children"):
            return True
    return False


def score(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """"3-2", "won 6-4": two bare numbers with a dash and nothing that they count."""
    if draft.form != "dash" or draft.unit:
        return False
    after = tokens.word(last)
    noun = after.isalpha() and after[0].islower() and after not in words("function_words")
    return draft.apart or not noun or not _counts(tokens, last)


def leftover_year(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """A bare 1066 to 2099 that counts nothing is a year that no date took."""
    if draft.form != "number" or draft.unit or last - first != 1 or not draft.point:
        return False
    text = tokens.word(first)
    year = len(text) == 4 and text.isdecimal() and 1100 <= int(text) < 2100
    return year and not _counts(tokens, last)


def half_of_a_match(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """"The first half", "a half-hearted try": no half of anything counted."""
    if draft.kind != "ratio" or draft.ends or last - first != 1:
        return False
    if tokens.word(first).lower() != "half":
        return False
    if tokens.word(first - 1).lower() in ("first", "second", "other", "opening", "better", "latter"):
        return True
    return tokens.word(last) in HYPHENS or not tokens.word(last).isalpha()


def list_marker(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """"1. " or "2) " at the start of a line."""
    starts = first == 0 or "\n" in tokens.raw[first - 1]
    return starts and last - first == 1 and not draft.unit and tokens.word(last) in (".", ")")


VETOES = (joined_to_a_word, bare_one, label, score, leftover_year, half_of_a_match, list_marker)
