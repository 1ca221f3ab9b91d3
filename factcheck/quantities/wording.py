"""From the tokens of a window to lexemes: each word, or the longest phrase that begins there."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.quantities.candidates import EXPONENT, GLUED, is_code
from factcheck.quantities.glued import read_glued
from factcheck.quantities.lexemes import ENDS, HYPHENS, TRAILING, WHOLE, Lexeme
from factcheck.quantities.lexicon import Entry, Rows, lexicon
from factcheck.quantities.numerals import parse_numeral
from factcheck.tuples import NamedTuple

_BREAK = Entry("BREAK")
_BEGINS = WHOLE | {"SIGN", "FRACTION", "A"}


class Word(NamedTuple):
    """What a token is wherever it stands: its words, its entry, the phrases it may begin."""

    text: str
    lower: str
    length: int
    entry: Entry
    phrases: dict[str, Rows] | None
    kind: str = ""


class _Words(dict[str, Word]):
    """The word each token is, found once."""

    def __missing__(self, token: str) -> Word:
        if len(self) > 100_000:
            self.clear()
        found = self[token] = _word(token)
        return found


_WORDS = _Words()


def _word(token: str) -> Word:
    text, found = token.strip(), lexicon()
    lower, length = text.lower(), len(token.rstrip())
    if text[:1] in "0123456789":
        numeral = parse_numeral(text) if text else None
        return Word(
            text, lower, length, Entry("NUMERAL", numeral) if numeral else _BREAK, None, "digits"
        )
    entry = found.of(text) or Entry("LETTER" if text in found.letters else "BREAK", text)
    kind = ""
    if GLUED.fullmatch(text):
        kind = "glued"
    elif is_code(text, entry):
        kind = "code"
    elif entry.terminal in TRAILING:
        kind = "trailing"
    elif text in found.touching or text in found.letters or EXPONENT.fullmatch(text):
        kind = "touching"
    return Word(text, lower, length, entry, found.phrases.get(lower), kind)


def read_words(raw: Sequence[str]) -> list[Lexeme]:
    """The lexemes of a window; what is none of the grammar's words becomes a BREAK."""
    words, starts = _located(raw)
    lexemes: list[Lexeme] = []
    index = 0
    while index < len(words):
        word, start = words[index], starts[index]
        if word.kind == "digits":
            lexemes.append(
                Lexeme(word.entry.terminal, word.entry.value, start, start + word.length, word.text)
            )
            index += 1
            continue
        if word.kind == "glued":
            taken = read_glued([one.text for one in words], starts, index, lexemes)
            if taken:
                index += taken
                continue
        length, entry = _longest(words, starts, index, lexemes)
        last = index + length - 1
        text = word.text if length == 1 else " ".join([one.text for one in words[index : last + 1]])
        lexemes.append(
            Lexeme(entry.terminal, entry.value, start, starts[last] + words[last].length, text)
        )
        index += length
    return lexemes


def _located(raw: Sequence[str]) -> tuple[list[Word], list[int]]:
    words, starts, offset = [], [], 0
    for token in raw:
        word = _WORDS[token]
        if word.text:
            words.append(word)
            starts.append(offset)
        offset += len(token)
    return words, starts


def _longest(
    words: list[Word], starts: list[int], index: int, lexemes: list[Lexeme]
) -> tuple[int, Entry]:
    """How many words the longest phrase takes that begins here, and its entry."""
    word = words[index]
    if word.phrases is not None:
        found = _phrase(word.phrases, words, starts, index, lexemes)
        if found:
            return found
    if not word.kind:
        return 1, word.entry
    if word.kind == "touching":
        touching = index and starts[index] == starts[index - 1] + words[index - 1].length
        return 1, _touching(word) if touching and words[index - 1].kind == "digits" else word.entry
    if word.kind == "code":
        return 1, word.entry if _after_number(lexemes) else Entry("SIGN", word.entry.value)
    # "The 737 Max" names no maximum.
    trails = not word.text.istitle() and _trails(words, index + 1, lexemes)
    if word.entry.terminal not in TRAILING or trails:
        return 1, word.entry
    return 1, _BREAK


def _phrase(
    phrases: dict[str, Rows],
    words: list[Word],
    starts: list[int],
    index: int,
    lexemes: list[Lexeme],
) -> tuple[int, Entry] | None:
    following = words[index + 1 : index + 3]
    if following and following[0].text in HYPHENS and following[0].lower not in phrases:
        following = following[1:]
    rows = phrases.get(following[0].lower, ()) if following else ()
    for parts, entry in rows:
        length = _matched(words, starts, index, parts, tight=entry.tight)
        if length and (entry.terminal not in TRAILING or _trails(words, index + length, lexemes)):
            return length, entry
    return None


def _matched(
    words: list[Word], starts: list[int], index: int, parts: tuple[str, ...], *, tight: bool
) -> int:
    """How many words the phrase takes, hyphens between its own included; 0 if it is not there."""
    at = index + 1
    for part in parts:
        if at < len(words) and words[at].text in HYPHENS and part not in HYPHENS:
            at += 1
        if at >= len(words) or words[at].lower != part:
            return 0
        if tight and starts[at] != starts[at - 1] + words[at - 1].length:
            return 0
        at += 1
    return at - index


def _after_number(lexemes: list[Lexeme]) -> bool:
    for lexeme in reversed(lexemes[-2:]):
        if lexeme.type != "HYPHEN":
            return lexeme.type in ENDS
    return False


def _trails(words: list[Word], after: int, lexemes: list[Lexeme]) -> bool:
    """Whether "and up" ends a number here: in "and up to 200" and "or more than 5" it does not."""
    if not _after_number(lexemes):
        return False
    if after >= len(words):
        return True
    follows = words[after]
    begins = follows.kind == "digits" or follows.entry.terminal in _BEGINS
    return not begins and follows.lower not in ("than", "to")


def _touching(word: Word) -> Entry:
    """What letters mean that touch the numeral before them: "5m" may be metres or millions."""
    found = lexicon()
    if word.text in found.letters:
        return Entry("LETTER", word.text)
    return found.touching.get(word.text) or (
        Entry("EXPONENT") if EXPONENT.fullmatch(word.text) else word.entry
    )
