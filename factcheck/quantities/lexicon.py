"""The words a figure can be made of, as one table from word to terminal."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Any

from factcheck.added import Tables, added, joined
from factcheck.quantities.lexemes import HYPHENS, TRAILING
from factcheck.quantities.units import units, units_with
from factcheck.tables import beside, load_table
from factcheck.tokens import tokenize
from factcheck.tuples import NamedTuple

# Small words and signs between numbers; lexing.py makes terminals of them or parts at them.
_AFTER = TRAILING | {"UNIT", "EACH"}
_JOINTS = "and to or of in a an point but the"
_SIGNS = {"/": "SLASH", "⁄": "SLASH", ".": "DOT", ",": "COMMA", "^": "POWER"}


class Entry(NamedTuple):
    """What a word or phrase is to the grammar; the tokens of a tight phrase all touch."""

    terminal: str
    value: object = None
    tight: bool = False


class Vague(NamedTuple):
    """The range a vague word stands for; its low end is held."""

    low: int
    high: int
    high_closed: bool


# By their first word, by their second: the rest with the entry, longest first.
Rows = tuple[tuple[tuple[str, ...], Entry], ...]
Phrases = dict[str, dict[str, Rows]]


class Lexicon(NamedTuple):
    """Entries of single words, and of phrases by their first two words.

    `touching` are forms that count only where they touch their number: "5m", "3g". `letters`
    scale the number they touch or follow. `parts` are all words that some phrase is made of,
    `leaders` those of phrases that can begin a figure, `openings` the first two words of each,
    `endings` the last of those that can end a figure.
    """

    words: dict[str, Entry]
    phrases: Phrases
    touching: dict[str, Entry]
    letters: dict[str, int]
    parts: frozenset[str]
    leaders: frozenset[str]
    openings: frozenset[tuple[str, str]]
    endings: frozenset[str]

    def of(self, word: str) -> Entry | None:
        """What a word is by itself, as it stands or in lower case."""
        entry = self.words.get(word)
        # One letter means another thing as a capital: "3G" are no grams.
        if entry is None and (len(word) > 1 or word == "A"):
            return self.words.get(word.lower())
        return entry


@cache
def lexicon() -> Lexicon:
    """The whole table, read once."""
    words = _small_words()
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for phrase, entry in _rows(added()):
        # What is all letters is one word.
        parts = () if phrase.isalpha() else tuple(map(str.strip, tokenize(phrase.lower()).raw))
        if len(parts) < 2:
            words[phrase] = entry
        else:
            phrases.setdefault(parts[0], []).append((parts, entry))
    return _indexed(words, phrases)


def _indexed(
    words: dict[str, Entry], phrases: dict[str, list[tuple[tuple[str, ...], Entry]]]
) -> Lexicon:
    rows = [row for found in phrases.values() for row in found]
    return Lexicon(
        words,
        {first: _by_second(found) for first, found in phrases.items()},
        _touching(),
        letters(),
        frozenset(part for parts, _ in rows for part in parts),
        frozenset(part for parts, entry in rows if entry.terminal not in _AFTER for part in parts),
        frozenset((parts[0], parts[1]) for parts, _ in rows),
        frozenset(parts[-1] for parts, entry in rows if entry.terminal in _AFTER),
    )  # fmt: skip


def entries_with(more: Tables) -> dict[str, Entry]:
    """The entry of every word and phrase, those of added tables among them."""
    return _small_words() | dict(_rows(more))


def _small_words() -> dict[str, Entry]:
    words = {word: Entry(word.upper()) for word in _JOINTS.split()}
    words |= {hyphen: Entry("HYPHEN") for hyphen in HYPHENS}
    return words | {sign: Entry(terminal) for sign, terminal in _SIGNS.items()}


def _by_second(rows: list[tuple[tuple[str, ...], Entry]]) -> dict[str, Rows]:
    # Of two phrases of one length the one behind a number is tried first; elsewhere it fails.
    rows = sorted(rows, key=lambda one: (-len(one[0]), one[1].terminal not in TRAILING))
    found: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for parts, entry in rows:
        found.setdefault(parts[1], []).append((parts[1:], entry))
    return {second: tuple(those) for second, those in found.items()}


def letters() -> dict[str, int]:
    """Letters that scale the number they touch or follow: "15k", "$5-7bn", "£3 mn"."""
    return {form: 10**power for form, power in _numbers_table()["letters"].items()}


def _touching() -> dict[str, Entry]:
    return {form: Entry("UNIT", unit.name) for unit in units().values() for form in unit.touching}


def _rows(more: Tables) -> Iterator[tuple[str, Entry]]:
    yield from _phrases(phrases_table(more))
    yield from _vague(vague_table(more))
    yield from _units(more)
    yield from _numbers()


def _numbers() -> Iterator[tuple[str, Entry]]:
    table = _numbers_table()
    for terminal, words in table["words"].items():
        for word, worth in words.items():
            yield word, Entry(terminal, worth)
    for word, power in table["scales"].items():
        yield word, Entry("SCALE", 10**power)
    for word, parts in table["parts"].items():
        yield word, Entry("PART", parts)
        yield f"{word}s", Entry("PART", parts)
    for sign, worth in table["fractions"].items():
        yield sign, Entry("FRACTION", Fraction(worth))


def _numbers_table() -> dict[str, Any]:
    return load_table(beside(__file__, "numbers.toml"))


def phrases_table(more: Tables) -> dict[str, str]:
    """phrases.toml, with what is added to it."""
    return joined(load_table(beside(__file__, "phrases.toml")), more.get("phrases", {}))


def vague_table(more: Tables) -> dict[str, list[Any]]:
    """The rows of vague.toml, with what is added to them; a word given anew has the new row."""
    rows: dict[str, list[Any]] = joined(
        load_table(beside(__file__, "vague.toml"))["words"], more.get("vague", {})
    )
    return rows


def _phrases(table: dict[str, str]) -> Iterator[tuple[str, Entry]]:
    for terminal, rows in table.items():
        for phrase in rows.replace("\n", "|").split("|"):
            if phrase.strip():
                yield phrase.strip(), Entry(terminal)


def _vague(table: dict[str, list[Any]]) -> Iterator[tuple[str, Entry]]:
    for word, row in table.items():
        yield word, Entry("VAGUE", Vague(*row[:3]))


def _units(more: Tables) -> Iterator[tuple[str, Entry]]:
    known = units() if more is added() else units_with(more)
    for unit in known.values():
        for form in unit.words:
            yield form.lower(), Entry("UNIT", unit.name)
        for form in unit.symbols:
            yield form, Entry("UNIT", unit.name, tight=" " not in form)
        for form in unit.signs:
            yield form, Entry("SIGN", unit.name, tight=" " not in form)
