"""Which place lies in which: continents, countries, regions and larger cities, and their people.

The table (words/places.txt) is read when two places are first compared. A place is its path,
"AS/IQ/Baghdad", so that it lies in another where its path begins with the other's; a name that
several places bear has several paths.
"""

from __future__ import annotations

from functools import cache, lru_cache

from factcheck.claims.lemmas import WORDS, word_list
from factcheck.tables import read_bytes

# What is left of foreign letters when their accents are taken away, as newspapers print it.
_LETTERS = str.maketrans(
    {"’": "'", "‘": "", "ʼ": "", "ʿ": "", "–": " ", "ı": "i", "ł": "l", "đ": "d", "ø": "o",
     "ħ": "h", "æ": "ae", "ə": "a"}
)  # fmt: skip
# Ends the path of a people: "Iraqi" is "AS/IQ/*".
_PEOPLE = "/*"
# Opens the last part of the path of a part that no map has: "northern Iraq".
_PART = "/~"


def holds(outer: str, inner: str) -> bool | None:
    """Whether `inner` lies in `outer`, or None where either is not known.

    No place lies in itself. A name that several places bear lies where any of them does:
    Birmingham is in England and in Alabama.
    """
    around, within = (_paths(name) for name in (outer, inner))
    if not around or not within:
        return None
    if any(there.startswith(f"{here}/") for here in around for there in within):
        return True
    # Mosul may lie in northern Iraq or not.
    vague = any(there.startswith(_whole(here)) for here in around for there in within)
    return None if vague else False


def same_place(first: str, second: str) -> bool:
    """Whether two names may mean one place: "the UK" and "Britain", also "British"."""
    return not _paths(first).isdisjoint(_paths(second)) or key(first) == key(second)


def apart(first: str, second: str) -> bool:
    """Whether both are known, and neither is the other or lies in it."""
    return (
        holds(first, second) is False
        and holds(second, first) is False
        and not same_place(first, second)
    )


def is_people(name: str) -> bool:
    """Whether the name is that of a place's people and of no place: "Iraqi", "Scots"."""
    found = _row(key(name))
    return bool(found) and all(path.endswith(_PEOPLE) for path in found)


def key(name: str) -> str:
    """A name as the table has it: without capitals, accents, stops and the article."""
    text = name.casefold()
    if not text.isascii():
        text = _plain(text)
    words = text.replace(".", "").replace("-", " ").replace("&", " and ").split()
    if words[:1] == ["the"]:
        del words[0]
    return " ".join("st" if word == "saint" else word for word in words).replace("'", "")


def _plain(text: str) -> str:
    """“São Tomé” as a newspaper without accents has it."""
    import unicodedata

    parts = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


@cache
def _table() -> str:
    return read_bytes(f"{WORDS}/places.txt").decode("utf-8")


def _row(known: str) -> list[str]:
    """The paths that the table has for a name, those of a people with their mark."""
    # A story names few places: to search for them costs less than to take all lines apart.
    _, _, rest = _table().partition(f"\n{known}\t")
    return rest.partition("\n")[0].split()


@cache
def _parts() -> frozenset[str]:
    return frozenset(word_list("scopes")["before_name"].split()) - {"the"}


@lru_cache(maxsize=4096)
def _paths(name: str) -> frozenset[str]:
    """Those of all places that bear the name, or of which it is the name of a part."""
    known = key(name)
    found = _row(known)
    if found:
        return frozenset(path.removesuffix(_PEOPLE) for path in found)
    part, _, whole = known.partition(" ")
    if part in _parts() and whole:
        return frozenset(f"{path}{_PART}{part}" for path in _paths(whole))
    return frozenset()


def _whole(path: str) -> str:
    """What a part of no map is a part of; what lies in no place for one that a map has."""
    return path.rpartition(_PART)[0] + "/" if _PART in path else "//"
