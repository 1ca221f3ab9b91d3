"""Where and when a figure holds, and in what state: now or then, done or planned."""

from __future__ import annotations

from functools import cache

from factcheck.claims.lemmas import word_list
from factcheck.claims.meanings import MOST, NAMES
from factcheck.model import Sentence, Span
from factcheck.tokens import Tokens
from factcheck.tuples import NamedTuple
from factcheck.values import replace

_ENDS_CLAUSE = frozenset((",", ";", ":", "—", "–", "(", "and", "but", "while", "whereas"))
_END = "|"
# So many tokens before a figure belong to its clause.
_REACH = 16
_NO_STATES = frozenset(("", _END, ")"))
_NO_STATE: frozenset[str] = frozenset()
_STOPS = frozenset((",", ";", ":", "—", "–", "(", ")"))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_list("scopes")[name].split())


@cache
def _states() -> dict[str, str]:
    return {")": ")"} | {
        word: state
        for state, words in word_list("scopes")["state"].items()
        for word in words.split()
    }


def segment(tokens: Tokens, sentence: Sentence, offset: int) -> Sentence:
    """The part of the sentence round an offset that no lost full stop parts from the rest.

    "The plant closed in May It had …", "an hour.The press …": web copy loses full stops and
    blanks, and a figure must not be held against the words of another sentence.
    """
    first, last = sentence.first, sentence.last
    openers = _openers()
    if openers.isdisjoint(tokens.raw[first + 1 : last]):
        return sentence
    for at in range(sentence.first + 1, sentence.last):
        if tokens.raw[at] in openers and _lost_stop(tokens, at):
            if tokens.starts[at] <= offset:
                first = at
            else:
                last = at
                break
    if (first, last) == (sentence.first, sentence.last):
        return sentence
    return replace(
        sentence, span=Span(tokens.starts[first], tokens.starts[last]), first=first, last=last
    )


@cache
def _openers() -> frozenset[str]:
    """Tokens that begin a sentence, or end one without a blank behind it."""
    return frozenset((".", *(f"{word} " for word in word_list("scopes")["openers"].split())))


def _lost_stop(tokens: Tokens, at: int) -> bool:
    """Whether a full stop without a blank, or none at all, stands between two sentences there."""
    before, after = tokens.word(at - 1), tokens.word(at + 1)
    if tokens.raw[at] == ".":
        return before.islower() and len(before) > 2 and after[:1].isupper() and after[1:].islower()
    # "This Old Boat" is a title.
    return after.islower() and (before.isdigit() or (before.islower() and before.isalpha()))


class Place(NamedTuple):
    """A place as the story words it, and the tokens it stands in, its preposition included."""

    name: str = ""
    tokens: range = range(0)


def place_after(tokens: Tokens, index: int, last: int) -> Place:
    """The place named behind a figure, in the same clause: "310 in Alder"."""
    raw = tokens.raw
    for at in range(index, min(index + 8, last)):
        way = WAYS[raw[at]]
        if way == _END:
            return Place()
        if way:
            found = _name(tokens, at + 1, last)
            if found.name:
                return Place(found.name, range(at, found.tokens.stop))
    return Place()


def place_before(tokens: Tokens, first: int, index: int) -> Place:
    """The place a sentence opens with: "In Syria, 14,000 …"."""
    if tokens.word(first) in ("In", "Across", "At", "Around"):
        return _name(tokens, first + 1, index)
    return Place()


def _name(tokens: Tokens, first: int, last: int) -> Place:
    """The run of capitalised words there, behind an article or "western"; empty if none begins."""
    start = first
    while tokens.word(start).lower() in _words("before_name"):
        start += 1
    end = start
    for _ in range(4):
        if end < last and _is_name(tokens.word(end)):
            end = _past_sign(tokens, end + 1, last)
    qualified = first if tokens.word(first).lower() != "the" else first + 1
    name = "".join(tokens.raw[qualified:end]).rstrip(" ")
    return Place(name, range(first, end)) if end > start else Place()


def _past_sign(tokens: Tokens, at: int, last: int) -> int:
    """Behind the stop of "U.S." or "St. Louis", the hyphen of "Guinea-Bissau", if one is there."""
    word, sign = tokens.raw[at - 1], tokens.word(at)
    if at >= last or word.endswith(" "):
        return at
    goes_on = at + 1 < last and _is_name(tokens.word(at + 1))
    if sign == ".":
        initial = len(word) == 1 and (tokens.touches_next(at) or tokens.word(at - 2) == ".")
        return at + 1 if initial or (word == "St" and goes_on) else at
    return at + 1 if sign == "-" and goes_on and tokens.touches_next(at) else at


def _is_name(word: str) -> bool:
    return word[:1].isupper() and word.lower() not in _words("time_names")


def clause(tokens: Tokens, place: range, sentence: Sentence) -> range:
    """The tokens of the clause round a figure, at most a dozen each way."""
    raw, first, last = tokens.raw, place.start, place.stop
    least, most = max(sentence.first, first - _REACH), min(sentence.last, place.start + 12)
    while first > least:
        sign = SIGNS[raw[first - 1]]
        if sign == _END:
            break
        first = _opening(raw, first - 1) if sign == ")" else first - 1
    while last < most:
        if SIGNS[raw[last]] != _END:
            last += 1
        elif raw[last].startswith("(") and (end := _closing(raw, last)):
            last = end
        else:
            break
    return range(max(first, sentence.first), min(last, sentence.last))


def _opening(raw: list[str], at: int) -> int:
    """Where the bracket begins that ends there: "to 785m euros ($1bn) from …" is one clause."""
    for start in range(at - 1, max(at - 8, -1), -1):
        if raw[start].startswith("("):
            return start
    return at


def _closing(raw: list[str], at: int) -> int:
    """Where a bracket that begins there has ended; 0 for a long one, which is a clause."""
    for end in range(at + 1, min(at + 8, len(raw))):
        if raw[end].startswith(")"):
            return end + 1
    return 0


class _Signs(dict[str, str]):
    """Whether a token ends a clause, closes a bracket, or speaks of a state; "" for all others.

    "Before" within a sentence is a name.
    """

    def __missing__(self, token: str) -> str:
        if len(self) > MOST:
            self.clear()
        word = token.strip()
        found = self[token] = _END if word in _ENDS_CLAUSE else _states().get(word, "")
        return found


class _Ways(dict[str, str]):
    """Whether a token ends the way from a figure to its place, or is a preposition before one."""

    def __missing__(self, token: str) -> str:
        if len(self) > MOST:
            self.clear()
        word = token.strip()
        ends = word in _STOPS or word == "and"
        before_place = word.lower() in _words("place_prepositions")
        found = self[token] = _END if ends else word if before_place else ""
        return found


SIGNS = _Signs()
WAYS = _Ways()


def states(tokens: Tokens, place: range, sentence: Sentence) -> frozenset[str]:
    """The states that the clause round a figure speaks of: "then", "plan", "update", "part"."""
    raw, around = tokens.raw, clause(tokens, place, sentence)
    found = {SIGNS[token] for token in raw[around.start : place.start]}
    found.update(map(SIGNS.__getitem__, raw[place.stop : around.stop]))
    if around.start == sentence.first < place.start:
        found.add(SIGNS[raw[around.start].lower()])
    found -= _NO_STATES
    return frozenset(found) if found else _NO_STATE


def names_of(raw: list[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The names of a sentence, and those of them that stand behind a preposition: "in Quenby"."""
    found = list(map(NAMES.__getitem__, raw))
    # A sentence begins with a capital whether with a name or not; two make a name.
    if found and not any(found[1:2]):
        found[0] = ""
    names: list[str] = []
    settings: list[str] = []
    before, behind = -2, False
    for at, name in enumerate(found):
        if name:
            # What stands before a run of names stands before all of them.
            behind = behind if before == at - 1 else _is_behind(raw, found, at)
            before = at
            names.append(name)
            if behind:
                settings.append(name)
    return frozenset(names), frozenset(settings)


def _is_behind(raw: list[str], names: list[str], at: int) -> bool:
    """Whether a preposition stands before the run of names that begins with this one."""
    at -= 1
    # "In Marel the Orme mill": the article ends the place.
    while at > 0 and not names[at] and raw[at].rstrip(" ").lower() in _words("before_name"):
        at -= 1
    return at >= 0 and not names[at] and raw[at].rstrip(" ").lower() in _words("settings")
