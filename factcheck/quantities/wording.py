"""From the tokens of a window to lexemes: each word, or the longest phrase that begins there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.quantities.candidates import GLUED, is_code
from factcheck.quantities.lexemes import ENDS, HYPHENS, TRAILING, WHOLE, Lexeme, joined
from factcheck.quantities.lexicon import Entry, lexicon
from factcheck.quantities.numerals import parse_numeral


class Word(NamedTuple):
    """A token without its space, in lower case too, and its place in the window."""

    text: str
    lower: str
    start: int
    end: int


def read_words(raw: Sequence[str]) -> list[Lexeme]:
    """The lexemes of a window; what is none of the grammar's words becomes a BREAK."""
    words = _bare(raw)
    lexemes: list[Lexeme] = []
    index = 0
    while index < len(words):
        glued = _glued(words, index)
        if glued:
            if glued[1][0].type == "AFTER_SIGN":
                lexemes.append(_dollars(lexemes.pop(), glued[1].pop(0)))
            lexemes += glued[1]
            index += glued[0]
            continue
        length, entry = _longest(words, index, _after_number(lexemes))
        first, last = words[index], words[index + length - 1]
        text = first.text if length == 1 else " ".join(w.text for w in words[index : index + length])
        lexemes.append(Lexeme(entry.terminal, entry.value, first.start, last.end, text))
        index += length
    return lexemes


def _bare(raw: Sequence[str]) -> list[Word]:
    words, offset = [], 0
    for token in raw:
        text = token.strip()
        if text:
            words.append(Word(text, text.lower(), offset, offset + len(token.rstrip())))
        offset += len(token)
    return words


def _glued(words: list[Word], index: int) -> tuple[int, list[Lexeme]] | None:
    """"USD1,700m" and "$US50": how many words a code with its numeral takes, and its lexemes."""
    first = words[index]
    found = GLUED.fullmatch(first.text)
    sign = lexicon().of(found[1]) if found else None
    start = first.start
    if found and index and words[index - 1].text == "$" and words[index - 1].end == start:
        return 1, _split(first, "AFTER_SIGN", None, found, first.end, found[2])
    if not found or sign is None or not (sign.terminal == "SIGN" or is_code(found[1], sign)):
        return None
    last, digits = index, found[2]
    while not found[3] and _groups_on(words, last):
        digits += words[last + 1].text + words[last + 2].text
        last += 2
    return last - index + 1, _split(first, "SIGN", sign.value, found, words[last].end, digits)


def _dollars(sign: Lexeme, country: Lexeme) -> Lexeme:
    """"$US" and "$A", as Australian papers write."""
    parts = (sign.word, country.word.lower())
    names = [entry.value for row, entry in lexicon().phrases.get("$", ()) if row == parts]
    return joined("SIGN" if names else "BREAK", (names or [None])[0], [sign, country])


def _groups_on(words: list[Word], last: int) -> bool:
    """Whether ",700" or ".50" goes on right behind this word."""
    if last + 2 >= len(words) or words[last + 1].text not in (",", "."):
        return False
    touching = words[last].end == words[last + 1].start and words[last + 1].end == words[last + 2].start
    return touching and words[last + 2].text.isdecimal()


def _split(
    word: Word, kind: str, value: object, found: re.Match[str], end: int, digits: str
) -> list[Lexeme]:
    numeral = parse_numeral(digits)
    middle, letters = word.start + found.end(1), found[3]
    code = Lexeme(kind, value, word.start, middle, found[1])
    number = Lexeme("NUMERAL" if numeral else "BREAK", numeral, middle, end - len(letters), digits)
    entry = _touching(letters) or Entry("BREAK")
    last = [Lexeme(entry.terminal, entry.value, end - len(letters), end, letters)] if letters else []
    return [code, number, *last]


def _after_number(lexemes: list[Lexeme]) -> bool:
    for lexeme in reversed(lexemes[-2:]):
        if lexeme.type != "HYPHEN":
            return lexeme.type in ENDS
    return False


def _longest(words: list[Word], index: int, after_number: bool) -> tuple[int, Entry]:
    found = lexicon()
    text, lower, start, _ = words[index]
    if text[0] in "0123456789":
        numeral = parse_numeral(text)
        return 1, Entry("NUMERAL", numeral) if numeral else Entry("BREAK")
    for parts, entry in found.phrases.get(lower, ()):
        length = _matched(words, index, parts, entry.tight)
        if length and _fits(entry, words, index + length, after_number):
            return length, entry
    if index and start == words[index - 1].end and words[index - 1].text[-1].isdecimal():
        touching = _touching(text)
        if touching:
            return 1, touching
    entry = found.of(text) or Entry("LETTER" if text in found.letters else "BREAK", text)
    if is_code(text, entry) and not after_number:
        return 1, Entry("SIGN", entry.value)
    # "The 737 Max" names no maximum.
    if text.istitle() and entry.terminal in TRAILING or not _fits(entry, words, index + 1, after_number):
        entry = Entry("LETTER" if text in found.letters else "BREAK", text)
    return 1, entry


def _fits(entry: Entry, words: list[Word], after: int, after_number: bool) -> bool:
    """Whether "and up" ends a number here: in "and up to 200" and "or more than 5" it does not."""
    if entry.terminal not in TRAILING:
        return True
    if not after_number:
        return False
    if after >= len(words):
        return True
    follows = words[after]
    if follows.lower in ("than", "to") or follows.text[0] in "0123456789":
        return False
    entry_after = lexicon().of(follows.text)
    begins = entry_after is not None and entry_after.terminal in WHOLE | {"SIGN", "FRACTION", "A"}
    return not begins or entry_after is None


def _matched(words: list[Word], index: int, parts: tuple[str, ...], tight: bool) -> int:
    """How many words the phrase takes, hyphens between its own included; 0 if it is not there."""
    at = index
    for number, part in enumerate(parts):
        if number and at < len(words) and words[at].text in HYPHENS and part not in HYPHENS:
            at += 1
        if at >= len(words) or words[at].lower != part:
            return 0
        if tight and number and words[at].start != words[at - 1].end:
            return 0
        at += 1
    return at - index


def _touching(text: str) -> Entry | None:
    """What letters mean that touch the numeral before them: "5m" may be metres or millions."""
    found = lexicon()
    if text in found.letters:
        return Entry("LETTER", text)
    return found.touching.get(text)
