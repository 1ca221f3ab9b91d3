"""Who is named in a stretch of a sentence: their name, kind and authority."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.claims.shapes import Passage, word_lists
from factcheck.model import Authority, Source, SourceKind, Span
from factcheck.tokens import Tokens

_NAMING = "NGLATCBROXSUQPDImjy"
_LINK = "(?:'s?|[-.])?"
# "Bank of England governor", "the Office for National Statistics", "Trade and Industry Secretary"
_JOINED = r"[GTCB]f(?=N)|[NG]c(?=N{1,3}[ROXSG])"
_CAPITAL = rf"(?:{_JOINED}|[{_NAMING}]{_LINK})"
# No "n" before a title: in "the court heard Mr Smith" it is a verb.
_LOWER = rf"(?:{_JOINED}|(?:[{_NAMING}9]|n(?!m)){_LINK})"
_HEAD = "[NGLATCBROXSUQPD]"
# A name is read from its first word on, and once read not read again in another way.
_WHOLE = rf"(?<![{_NAMING}])"
# "…, health officials said"
_TRADE = r"(?:(?<=[,\"_oVtcqr])n{1,2}(?=[ROXSUQGD]))?"
# "Gen. Joseph Votel", "a US military official", "the auditor's report"
SPEAKER = rf"(?>(?:[adp]{_LOWER}{{0,8}}|{_WHOLE}{_TRADE}{_CAPITAL}{{0,8}}){_HEAD})"
# After a quotation also "Acme trader John Smith"
_OF_FIRM = rf"{_CAPITAL}{{0,4}}(?:n{{1,2}}(?=N))?{_CAPITAL}{{0,4}}"
SPEAKER_AFTER = rf"(?>(?:[adp]{_LOWER}{{0,8}}|{_TRADE}{_OF_FIRM}){_HEAD})"
# "for the ministry", "familiar with the matter", "in charge of operations in the region"
AFTERWARDS = rf"(?>(?:(?:k?[f>&]|ko)[adp]?{_LOWER}{{1,6}}){{0,3}})"

_AUTHORITIES: dict[str, Authority] = {
    **dict.fromkeys("RL", "political"),
    **dict.fromkeys("OGU", "official"),
    **dict.fromkeys("XT", "expert"),
}
# "A general manager", "the director general", "the general secretary", "a news agency",
# "her official spokesman"
_OTHERWISE = frozenset(("OS", "SO", "OR", "US", "CG", "CU"))
# "Mr Smith", "John F. Kennedy", "Osama bin Laden", "Jean-Claude Trichet"
NAME = re.compile(r"(m?)\.?(N(?:[-'.]?[Ny]){0,4})$")
_PERSON = re.compile(r"m\.?N|[ROXSUQP]\.?N|(?:^|[^GLATCBND])N\.?[Ny]{0,2}N$|[ROXSUQP]$")
_INTRODUCTION = re.compile(r"[ROXSP]\.?N{1,3}(?![-'N])")
# "on condition of anonymity", "who asked not to be named", "could not be identified"
_NAMELESS = re.compile("g|![oz]{1,3}l")
# Plurals are more than one voice, so "he" or "the official" cannot mean them.
_PLURAL = re.compile(r"(?:(?<!s)s|men|people)$")


# A story names its speakers in a few dozen shapes.
@lru_cache(maxsize=4096)
def authority_of(letters: str) -> Authority:
    """Whose word a noun phrase is, by its shape; its last telling word decides."""
    for place in range(len(letters) - 1, -1, -1):
        found = _authority_at(letters, place)
        if found is not None:
            return found
    return "official" if "Bf" in letters else ""


def _described_authority(around: str) -> Authority:
    """Whose word it is by what is said beside a name; there the first telling word decides:
    "chief secretary to the Treasury", "professor at the police academy".
    """
    for place in range(len(around)):
        found = _authority_at(around, place)
        if found:
            return found
    return ""


def _authority_at(letters: str, place: int) -> Authority | None:
    """What one word tells: "" that it is nobody's of ours, None that it tells nothing."""
    letter = letters[place]
    before, after = letters[max(0, place - 1) : place], letters[place + 1 : place + 2]
    if letter == "A":
        return "official" if letters[-1] in "DEWU" else "political"
    if letter == "P":
        # "Of" what one is president is mostly a firm; so is the club of a club president.
        return None if after in ("f", "&") or before in ("C", "T", "B") else "political"
    if letter == "B" and before == "I":
        return "official"
    found = _AUTHORITIES.get(letter)
    if not found:
        return "" if letter == "C" and place == len(letters) - 1 else None
    if {before + letter, letter + after} & _OTHERWISE:
        return None
    if letters[max(0, place - 3) : place] in ("R's", "P's"):
        return "political"  # "the president's office"
    # The governor of a bank is no politician.
    return "official" if found == "political" and "B" in letters else found


def is_person(letters: str, last_word: str) -> bool:
    """Whether a noun phrase of this shape is one human being, who may later be "he"."""
    return _may_be_person(letters) and (letters[-1] == "N" or not _PLURAL.search(last_word))


@lru_cache(maxsize=4096)
def _may_be_person(letters: str) -> bool:
    return _PERSON.search(letters) is not None


def describe(passage: Passage, first: int, last: int, around: str = "") -> Source:
    """The source named from one letter to before another; `around` is the shape of what is
    said of them beside it ("…, the head of the agency, …").
    """
    letters = passage.letters[first:last]
    name = passage.words(first, last)
    span = Span(passage.start(first), passage.end(last))
    kind, authority = _kind(letters, around, firm=_is_firm(letters, name))
    nameless = "k" in around or (
        letters[-1] not in "NGLAD" and _NAMELESS.search(passage.letters) is not None
    )
    return Source(name, "unnamed" if nameless else kind, span, authority)


@lru_cache(maxsize=4096)
def _kind(letters: str, around: str, *, firm: bool) -> tuple[SourceKind, Authority]:
    head = letters[-1]
    authority: Authority = "" if firm else authority_of(letters)
    authority = authority or _described_authority(around)
    if head in "DEW":
        return "document", authority
    if head == "Q":
        return "unnamed", authority
    if head == "U":
        return "unnamed", authority_of(letters[:-1]) or "official"
    return authority or "person", authority


def _is_firm(letters: str, name: str) -> bool:
    return ("B" in letters or "ON" in letters) and any(
        firm in name for firm in word_lists()["firms"]["names"]
    )


def introductions(whole: str, tokens: Tokens) -> dict[str, Authority]:
    """Surname -> authority, for everybody a story names with a role ("President Obama")."""
    found: dict[str, Authority] = {}
    for match in _INTRODUCTION.finditer(whole):
        start, end = match.span()
        authority = authority_of(whole[max(0, start - 3) : start + 1].rpartition(".")[2])
        if authority and not _is_firm("ON", " ".join(map(tokens.word, range(start, end)))):
            found.setdefault(tokens.word(end - 1), authority)
    return found
