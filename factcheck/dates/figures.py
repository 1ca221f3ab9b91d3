"""Whether what stands round a numeral makes it a figure, which is never part of a date."""

from __future__ import annotations

from factcheck.dates.shapes import Page


def carries_unit(page: Page, index: int) -> bool:
    """Whether a unit or a word is written onto the numeral: "1500m", "20%", "2048-bit"."""
    touching = page.joins(index)
    if touching in ("-", "–", "‑"):
        return page.joins(index + 1)[:1].isalpha()
    return bool(touching) and (touching[0].isalnum() or touching[0] in "%‰°+@_")


def is_counting(page: Page, index: int) -> bool:
    """Whether something counted or measured follows the numeral: "2000 people", "1500m"."""
    following = page.tokens.word(page.following(index))
    return following in page.words.counted or carries_unit(page, index)


def precedes_plural(page: Page, index: int) -> bool:
    """Whether a plural that is not said of years follows: "1500 jobs", not "2000 elections"."""
    word = page.tokens.word(page.following(index))
    return (
        word.endswith("s")
        and len(word) > 3
        and word.islower()
        and not word.endswith(("ss", "us", "is"))
        and word not in page.words.after_year
    )
