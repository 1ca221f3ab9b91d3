"""Currency codes glued to their numerals: "USD1,700", "EUR50m", "$US171 million"."""

from __future__ import annotations

import re

from factcheck.quantities.candidates import GLUED, is_code
from factcheck.quantities.lexemes import Lexeme
from factcheck.quantities.lexicon import lexicon
from factcheck.quantities.numerals import parse_numeral


def read_glued(words: list[str], starts: list[int], index: int, lexemes: list[Lexeme]) -> int:
    """Add the code and its numeral to the lexemes; how many words they take, 0 for other words."""
    found = GLUED.fullmatch(words[index])
    if found is None:
        return 0
    start = starts[index]
    if index and words[index - 1] == "$" and starts[index - 1] + 1 == start:
        lexemes.append(_dollars(lexemes.pop(), found[1]))
        return _amount(found, words, starts, index, lexemes)
    # "R800" names a printer more often than it is 800 rand.
    entry = lexicon().of(found[1]) if len(found[1]) > 1 else None
    if entry is None or not (entry.terminal == "SIGN" or is_code(found[1], entry)):
        return 0
    lexemes.append(Lexeme("SIGN", entry.value, start, start + found.end(1), found[1]))
    return _amount(found, words, starts, index, lexemes)


def _dollars(sign: Lexeme, country: str) -> Lexeme:
    """“$US” and “$A”, as Australian papers write."""
    end = sign.end + len(country)
    rows = lexicon().phrases.get("$", {}).get(country.lower(), ())
    names = [entry.value for parts, entry in rows if len(parts) == 1]
    return Lexeme(
        "SIGN" if names else "BREAK", (names or [None])[0], sign.start, end, "$" + country
    )


def _amount(
    found: re.Match[str], words: list[str], starts: list[int], index: int, lexemes: list[Lexeme]
) -> int:
    """Add the numeral with the groups that go on behind it, and how many words all that takes."""
    last, digits, letters = index, found[2], found[3]
    while not letters and _goes_on(words, starts, last):
        digits += words[last + 1] + words[last + 2]
        last += 2
    numeral = parse_numeral(digits)
    kind, middle = "NUMERAL" if numeral else "BREAK", starts[index] + found.end(1)
    end = starts[last] + len(words[last])
    lexemes.append(Lexeme(kind, numeral, middle, end - len(letters), digits))
    if letters:
        kind = "LETTER" if letters in lexicon().letters else "BREAK"
        lexemes.append(Lexeme(kind, letters, end - len(letters), end, letters))
    return last - index + 1


def _goes_on(words: list[str], starts: list[int], last: int) -> bool:
    """Whether ",700" or ".50" goes on right behind this word."""
    if last + 2 >= len(words) or words[last + 1] not in (",", "."):
        return False
    ends = [starts[place] + len(words[place]) for place in (last, last + 1)]
    return ends == starts[last + 1 : last + 3] and words[last + 2][0] in "0123456789"
