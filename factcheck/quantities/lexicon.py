"""The words a figure can be made of, as one table from word to terminal."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import NamedTuple

from factcheck.quantities.units import units
from factcheck.tables import load_table

_HERE = Path(__file__).parent
_ONES = "one two three four five six seven eight nine"
_TEENS = (
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SCALES = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "quadrillion": 10**15, "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
# Letters that scale the number they touch or follow: "15k", "$5-7bn", "£3 mn".
_LETTERS = {
    "k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "mn": 10**6, "mln": 10**6, "mm": 10**6,
    "bn": 10**9, "b": 10**9, "B": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12, "T": 10**12,
    "G": 10**9,
}  # fmt: skip
_PARTS = {
    "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "fifteenth": 15, "sixteenth": 16,
    "twentieth": 20, "hundredth": 100, "thousandth": 1000, "millionth": 10**6,
    "billionth": 10**9, "trillionth": 10**12,
}  # fmt: skip


class Entry(NamedTuple):
    """What a word or phrase is to the grammar."""

    terminal: str
    value: object = None


class Vague(NamedTuple):
    """The range a vague word stands for; its low end is held."""

    low: int
    high: int
    high_closed: bool


Phrases = dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]


class Lexicon(NamedTuple):
    """Entries of single words, and of phrases by their first word, longest first.

    `touching` are forms that count only where they touch their number: "5m", "3g". `parts` are
    all words that some phrase is made of.
    """

    words: dict[str, Entry]
    phrases: Phrases
    touching: dict[str, Entry]
    letters: dict[str, int]
    parts: frozenset[str]

    def of(self, word: str) -> Entry | None:
        """What a word is by itself, as it stands or in lower case."""
        return self.words.get(word) or self.words.get(word.lower())


@cache
def lexicon() -> Lexicon:
    """The whole table, read once."""
    words: dict[str, Entry] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for phrase, entry in [*_phrases(), *_vague(), *_units(), *_numbers()]:
        parts = tuple(phrase.split())
        if len(parts) == 1:
            words[phrase] = entry
        else:
            phrases.setdefault(parts[0], []).append((parts, entry))
    longest = {
        first: tuple(sorted(found, key=lambda one: (-len(one[0]), one[1].terminal[:3] != "OR_")))
        for first, found in phrases.items()
    }
    parts = frozenset(part for found in longest.values() for row, _ in found for part in row)
    return Lexicon(words, longest, _touching(), _LETTERS, parts)


def _touching() -> dict[str, Entry]:
    return {
        form: Entry("UNIT", unit.name) for unit in units().values() for form in unit.touching
    }


def _numbers() -> list[tuple[str, Entry]]:
    rows = [
        *((word, Entry("ONES", n)) for n, word in enumerate(_ONES.split(), 1)),
        *((word, Entry("TEEN", n)) for n, word in enumerate(_TEENS.split(), 10)),
        *((word, Entry("TENS", n * 10)) for n, word in enumerate(_TENS.split(), 2)),
        *((word, Entry("SCALE", worth)) for word, worth in _SCALES.items()),
        *((word, Entry("PART", n)) for word, n in _PARTS.items()),
        *((f"{word}s", Entry("PART", n)) for word, n in _PARTS.items()),
        *((sign, Entry("FRACTION", worth)) for sign, worth in _vulgar().items()),
    ]
    rows += [("hundred", Entry("HUNDRED", 100)), ("dozen", Entry("HUNDRED", 12))]
    rows += [("zero", Entry("TEEN", 0)), ("nil", Entry("TEEN", 0))]
    rows += [("half", Entry("FRACTION", Fraction(1, 2))), ("halves", Entry("PART", 2))]
    return rows


def _vulgar() -> dict[str, Fraction]:
    """The one-character fractions of Unicode."""
    signs = "½ 1/2 ⅓ 1/3 ⅔ 2/3 ¼ 1/4 ¾ 3/4 ⅕ 1/5 ⅖ 2/5 ⅗ 3/5 ⅘ 4/5 ⅙ 1/6 ⅚ 5/6 ⅛ 1/8 ⅜ 3/8 ⅝ 5/8 ⅞ 7/8"
    parts = signs.split()
    return dict(zip(parts[::2], map(Fraction, parts[1::2]), strict=True))


def _phrases() -> list[tuple[str, Entry]]:
    table: dict[str, str] = load_table(_HERE / "phrases.toml")
    return [
        (phrase.strip(), Entry(terminal))
        for terminal, rows in table.items()
        for phrase in rows.replace("\n", "|").split("|")
        if phrase.strip()
    ]


def _vague() -> list[tuple[str, Entry]]:
    table = load_table(_HERE / "vague.toml")["words"]
    return [(word, Entry("VAGUE", Vague(*row[:3]))) for word, row in table.items()]


def _units() -> list[tuple[str, Entry]]:
    rows = []
    for unit in units().values():
        rows += [(form.lower(), Entry("UNIT", unit.name)) for form in unit.words]
        rows += [(form, Entry("UNIT", unit.name)) for form in unit.symbols]
        rows += [(form, Entry("SIGN", unit.name)) for form in unit.signs]
    return rows
