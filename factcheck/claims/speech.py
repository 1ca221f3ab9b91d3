"""How one sentence attributes what was said: "X said …", "…, according to X"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache

from factcheck.claims.cast import Cast
from factcheck.claims.shapes import Passage
from factcheck.claims.speakers import AFTERWARDS, SPEAKER, SPEAKER_AFTER
from factcheck.claims.wording import Form, Wording, add_mentions
from factcheck.model import Source

# Only a sentence with one of these need be read.
TRIGGER = re.compile(
    # All begin with this one set, and with one letter further below: these are sought faster.
    "[VYvWZ@EKxFDH](?:(?<=[VYvWZ@EKx])|(?<=F)t|(?<=D)[^.]{0,12}F|(?<=H)[^,.;]{1,12}&)"
)

# ", the head of research," or " - who leads the party - "; it must describe somebody, so that
# "in Berlin, its best result, said" makes no source of Berlin.
_ASIDE = (
    r"(?:(?<=[ROXSPU]),[Nmy.'-]{1,6},|,(?=[^,;\"]{0,29}[ROXSUQPGLATCBw9kg])[^,;\"]{1,30},"
    r"|\([^()]{1,8}\)|_[^_\"]{1,30}_|w[^,;\"]{1,12})?"
)
# Long patterns are strings: each is compiled when a story first needs it.
_BEFORE = (
    rf"(?P<who>{SPEAKER}|[dp][jn]{{0,2}}n(?=b?r?V))(?P<around>{AFTERWARDS}{_ASIDE})(?P<he>)"
    r"(?:,?r{1,2},?)?b?r?(?P<verb>[VYvWFHZ])"
)
_HE_SAYS = re.compile("(?P<he>[hi])b?r?(?P<verb>[VYvWFHZ])")
# What the letter before a verb is where somebody may stand before it.
_PRECEDED = re.compile("[VYvWFHZ](?<=[NGLATCBROXSUQPDn,_)rbl].)")
_INVERTED = (
    rf"V(?<=[,\"]V)(?:(?P<who>{SPEAKER_AFTER})(?P<around>{AFTERWARDS}(?:,[^,;\"]{{1,30}}(?=[,.]))?)"
    r"|(?P<he>h))(?P<after>[,.\"_]|$)?"
)
_ACCORDING = rf"@o(?P<who>{SPEAKER}|[dp][jn]{{0,2}}n)(?P<around>{AFTERWARDS})"
_MENTION = re.compile("[EWKYxZu]")
# What may follow a verb that ends its clause: "…, the minister said on Monday."
_TAIL = re.compile(r"[.,_(]|[rf>q&]|$")
# What may follow "claims" and "estimates" where they are verbs.
_OBJECT = frozenset("tNadhip9mGLROP")
_VERB = re.compile('[zb!"VYvWFHZ@]')
_NONE: frozenset[int] = frozenset()
_PUT_AT = re.compile("[^,.;]{1,12}&")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def read(part: Passage, cast: Cast) -> list[Wording]:
    """Every attribution of a sentence, in reading order."""
    letters = part.letters
    found = list(_according(part, cast)) if "@" in letters else []
    if ",V" in letters or '"V' in letters:
        found += _inverted(part, cast)
    found += _before(part, cast, {one.first for one in found} if found else _NONE)
    if _MENTION.search(letters):
        found = add_mentions(part, cast, found)
    if len(found) > 1:
        found.sort(key=lambda one: one.first)
    return found


def _according(part: Passage, cast: Cast) -> Iterator[Wording]:
    letters = part.letters
    for match in _compiled(_ACCORDING).finditer(letters):
        first, last = match.start(), match.end("who")
        source = cast.named(part, *match.span("who"), match["around"])
        after = letters.find(",", match.end())
        if first <= 2:
            # "According to the agency, …", "But according to the agency …"
            begin = after + 1 if after >= 0 else match.end()
            yield Wording(source, first, last, begin, len(letters), "according to")
        elif letters[first - 1] in ",_" and letters[match.end() : match.end() + 1] in (",", "_"):
            yield Wording(source, first, last, 0, len(letters), "according to")
        else:
            yield Wording(source, first, last, 0, first, "according to")


def _inverted(part: Passage, cast: Cast) -> Iterator[Wording]:
    """`"It fell," said the minister`, and without a quotation only where a clause ends there."""
    letters = part.letters
    for match in _compiled(_INVERTED).finditer(letters):
        first = match.start()
        quoted = letters[first - 1] == '"'
        if part.word(first) in ("told", "tells"):
            continue
        if first < 2 or not (quoted or match["after"] is not None):
            continue
        source = _speaker(part, match, cast)
        if source:
            more = quoted and '"' in letters[match.end() :]
            end = len(letters) if more else first
            yield Wording(source, first, match.end("who" if match["who"] else "he"), 0, end)


def _before(part: Passage, cast: Cast, taken: Set[int]) -> Iterator[Wording]:
    """`The minister said …` and `…, the minister said`."""
    letters = part.letters
    matches = list(_HE_SAYS.finditer(letters))
    pronouns = {match.end() for match in matches} if matches else _NONE
    verbs = [match.end() for match in _PRECEDED.finditer(letters)]
    if not pronouns.issuperset(verbs):
        named = list(_compiled(_BEFORE).finditer(letters[: verbs[-1]]))
        matches = sorted(matches + named, key=re.Match.start) if matches else named
    for match in matches:
        first, last = match.span()
        if last - 1 in taken or first in taken or not _says(letters, match):
            continue
        source = _speaker(part, match, cast)
        if source:
            begin, end = _content(letters, first, last)
            form: Form = "denied" if letters[last - 1] == "Z" else "said"
            yield Wording(source, first, last, begin, end, form)


def _says(letters: str, match: re.Match[str]) -> bool:
    verb, after = match["verb"], match.end()
    head = letters[match.end(1) - 1]
    following = letters[after : after + 1]
    if verb == "F":
        # "The study found …", "the court found that …", "…, the court found."
        return head in "DEW" or following in ("t", ".", "")
    if verb == "H":
        return _PUT_AT.match(letters, after) is not None
    if verb in "YW":
        return following in _OBJECT
    return head != "n" or verb == "V"


def _speaker(part: Passage, match: re.Match[str], cast: Cast) -> Source | None:
    if match.re is _HE_SAYS or match["he"]:
        return _pronoun(part, match.start("he"), cast)
    return cast.named(part, *match.span("who"), match["around"])


def _pronoun(part: Passage, place: int, cast: Cast) -> Source | None:
    letters = part.letters
    if (letters.count('"', 0, place) + part.quoted) % 2:
        # Whom a quoted speaker means by "he" is known only to them.
        return None
    if letters[place] == "h":
        return cast.again(person=True) or cast.alone(part, place)
    return cast.again() if part.word(place).lower() == "it" else None


def _content(letters: str, first: int, after: int) -> tuple[int, int]:
    """Where what is said stands: before the speaker where a clause ended there, else behind."""
    before, rest = letters[:first], letters[after:]
    # "Last week, the minister said in Rome …" closes no clause.
    closed = before.endswith((",", '"', "_")) and (
        len(before) > 7 or rest in ("", ".") or _VERB.search(before) is not None
    )
    if before.endswith(",") and rest.startswith(",") and len(rest) > 3:
        # "The dam, the minister said, …"
        return 0, len(letters)
    if before.endswith('"') and "t" not in rest and '"' not in rest:
        # "…," the minister told a newspaper
        return 0, first
    if closed and _TAIL.match(rest) and "t" not in rest[:8]:
        more = rest[:1] in (",", "_") and len(rest) > 3
        return (0, len(letters)) if more else (0, first)
    return after + rest.startswith(("t", ":", ",")), len(letters)
