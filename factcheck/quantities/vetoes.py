"""Which numbers are no figures, judged by the words round them; each row says what it drops."""

# ruff: noqa: ARG001 - the rows are called alike, though not each looks at everything.

from __future__ import annotations

from collections.abc import Callable, Iterator

from factcheck.quantities.context import (
    counts,
    hyphenated,
    touches,
    words,
)
from factcheck.quantities.drafts import Draft
from factcheck.quantities.lexemes import HYPHENS
from factcheck.quantities.names import label, model_name, name_begins, stage_name
from factcheck.tokens import Tokens

Veto = Callable[[Tokens, Draft, int, int], bool]


def joined_to_a_word(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """“F-16”, “Covid-19”, “4x4”, “21st”, “24/7”, “16:9”, “#5”, “3.5.1”, “G-7”."""
    if touches(tokens, first) and _hangs_on(tokens, first):
        return True
    if draft.form == "bound" and tokens.word(first - 1) == "=" and touches(tokens, first):
        return True
    if last >= len(tokens) or not tokens.touches_next(last - 1):
        return False
    after = tokens.word(last)
    if after[:1].isalnum() or after in ("_", "@"):
        # "£5m-plus" and "20%of" are slips of print; "21st" and "4x4" end in the number itself.
        return draft.unit is None or draft.number[1] == draft.end
    if not tokens.touches_next(last):
        return False
    following = tokens.word(last + 1)[:1]
    if after in HYPHENS:
        return draft.unit is None and following.isdecimal()
    return after in ("/", ":", ".", ",", "’", "'") and following.isalnum() and draft.unit is None


def _hangs_on(tokens: Tokens, first: int) -> bool:
    before = tokens.word(first - 1)
    further = tokens.word(first - 2) if touches(tokens, first - 1) else ""
    if before in HYPHENS or before in ("’", "'", "&"):
        return further[-1:].isalnum()
    if before in (".", ",", "/", ":"):
        return further[-1:].isdecimal() or (before != "," and further[-1:].isalpha())
    return before in ("#", "@", "_") or before[-1:].isalnum()


def bare_one(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """“One of the”, “no one”, “one another”, “one thing”, “this one”: nothing is counted."""
    if tokens.word(first - 1).lower() in words("before_one"):
        return True
    after = tokens.word(last).lower()
    return not after.isalpha() or after in words("function_words") or after in words("after_one")


def one_day(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """“One day she will”, “one night in May”: some day, no count of them."""
    return tokens.word(first - 1).lower() not in words("before_duration")


def numbered_unit(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """“Channel 5s coverage”, “series 3c”, “the 1970s”, “in his 60s”, “the over 65s”: no units."""
    if tokens.word(first - 1).lower() in words("labels"):
        return True
    text = tokens.word(last - 2)
    years = draft.form == "bound" or len(text) == 4 or (len(text) == 2 and text.endswith("0"))
    return draft.unit == "second" and years


def score(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """“3-2”, “won 6-4”, “beat them 110-98”: bare numbers with a dash that count nothing."""
    if draft.high is None or draft.high >= 200:
        return _spans_years(draft)
    return not counts(tokens, last) and tokens.word(last).lower() not in words("after_range")


def _spans_years(draft: Draft) -> bool:
    low, high = draft.low or 0, draft.high or 0
    return 1100 <= low < 2200 and high < 2200 and high - low < 200


def leftover_year(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """A bare 1500 to 2199 that counts nothing is a year that no date took."""
    return not counts(tokens, last)


def half_of_a_match(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """“The second half”, “a half-hearted try”, “a year and a half”, “half the”: nothing counted."""
    before = tokens.word(first - 1).lower()
    if before in words("before_half") or (
        before in ("a", "the") and tokens.word(first - 2) == "and"
    ):
        return True
    after = tokens.word(last)
    return after in HYPHENS or not after.isalpha() or after.lower() in words("after_half")


def ordinal_in_disguise(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """“A third man”, “a quarter final”, “a fifth title”: which one, not how much."""
    after = tokens.word(last)
    return after in HYPHENS or (after.isalpha() and after.lower() not in words("after_part"))


def ordinal(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """“Twenty-first”, “one hundred and third”: the number goes on as an ordinal."""
    after = tokens.word(last).lower()
    if after == "and" and draft.scale > 1:
        after = tokens.word(last + 1).lower()
    return (hyphenated(tokens, last) or after) in words("ordinals")


def rank(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """“More than the first”, “between the first and the third man”: only ranks themselves count."""
    return draft.form not in ("between", "both") or tokens.word(last).isalpha()


def kind_of_thing(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """“A four-star general”, “a six-speed gearbox”, “two-way talks”: the number names a kind."""
    return hyphenated(tokens, last) in words("kinds")


def list_marker(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """“1. ” or “2) ” at the start of a line on which something follows."""
    if first and "\n" not in tokens.raw[first - 1]:
        return False
    follows = tokens.word(last + 1)
    return tokens.word(last) in (".", ")") and bool(follows) and not follows.isspace()


def serial_number(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """“020 7946 0018”, “0800 555 111”, “(0401 GMT)”, “007”: digits that count nothing."""
    text = tokens.word(first)
    if len(text) > 1 and text.isdecimal() and text[0] == "0":
        return True
    beside = (tokens.word(first - 1), tokens.word(last))
    # "In 2004 300 people" has a year beside it.
    return any(
        word.isdecimal() and (word[0] == "0" or not 1100 <= int(word[:9]) < 2200) for word in beside
    )


def read_aloud(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """“Two drivers, one over 70”: no seventieth."""
    return tokens.word(first - 1) == "," or tokens.word(last).isalpha()


def pair_of_people(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """“A couple from Leeds”, “the scores were level”; “a couple of days”, “scores of men” count."""
    before = tokens.word(first - 1).lower()
    return tokens.word(last).lower() != "of" and before not in ("last", "past", "next", "first")


def not_counted_none(tokens: Tokens, draft: Draft, first: int, last: int) -> bool:
    """“No plans”, “no doubt”: no counts only what is counted in news, as in “no deaths”."""
    after = (tokens.word(last).lower(), tokens.word(last + 1).lower())
    counted = words("counted_none")
    return after[0] not in counted and (
        after[0] not in words("before_none") or after[1] not in counted
    )


def vetoes_for(draft: Draft, parts: list[str]) -> Iterator[Veto]:
    """The rows that can drop this figure, of these words, wherever it stands."""
    yield joined_to_a_word
    bare = draft.unit is None and draft.kind != "ratio"
    if draft.form == "none":
        yield not_counted_none
    elif draft.form == "number" and bare and (len(parts) == 1 or _is_one(draft, parts)):
        yield from _for_one_word(parts[-1])
    elif draft.form == "number" and draft.kind == "ratio":
        if parts[-1].lower() == "half":
            yield half_of_a_match
            if parts[-1] == "Half":
                yield name_begins
        elif parts[0].lower() in ("a", "an"):
            yield ordinal_in_disguise
    elif draft.unit in ("second", "cent") and parts[-1] in ("s", "c"):
        yield numbered_unit
    elif draft.unit == "cent" and parts[-1] == "Cent":
        yield stage_name
    elif parts[0].lower() == "one" and draft.unit == "day" and draft.form == "number":
        yield one_day
    if draft.form == "ratio" and "over" in parts:
        yield read_aloud
    if draft.form == "vague" and parts[-1].lower() in ("couple", "pair", "scores"):
        yield pair_of_people
    if "the" in parts and not words("ordinals").isdisjoint(parts):
        yield rank
    if draft.unit is None and draft.form in ("dash", "from") and not HYPHENS.isdisjoint(parts):
        yield score
    # A word before the number tells that it is one: "Windows about 8".
    if bare and draft.form in ("number", "to", "dash", "or"):
        if draft.start == draft.number[0]:
            yield label
        yield from (ordinal, kind_of_thing, model_name)


def _is_one(draft: Draft, parts: list[str]) -> bool:
    """Whether it is a "one" with no more than a word like "only" before it."""
    return draft.low == 1 and parts[-1].lower() == "one"


def _for_one_word(word: str) -> Iterator[Veto]:
    if word.lower() == "one":
        yield bare_one
    if word[0] not in "0123456789":
        if word[0].isupper():
            yield name_begins
        return
    yield from (list_marker, serial_number)
    if len(word) == 4 and word.isdecimal() and 1500 <= int(word) < 2200:
        yield leftover_year


VETOES: tuple[Veto, ...] = (
    joined_to_a_word, bare_one, one_day, label, numbered_unit, score, leftover_year,
    half_of_a_match, ordinal_in_disguise, ordinal, rank, kind_of_thing, name_begins, model_name,
    stage_name, list_marker, serial_number, read_aloud, pair_of_people, not_counted_none,
)  # fmt: skip
