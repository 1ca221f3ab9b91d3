"""The words of a plugin: synonyms, predicates, roles, bodies, vague words and phrases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from factcheck.added import Tables, joined
from factcheck.additions.answers import one_of, rows_of, text_of
from factcheck.claims.meanings import predicates_with
from factcheck.claims.shapes import word_lists
from factcheck.quantities.lexicon import Entry, entries_with, phrases_table, vague_table
from factcheck.rules import RuleError
from factcheck.tokens import tokenize

_AUTHORITIES = ("political", "official", "expert")
# Lists whose words a newsroom may count otherwise: they are all of who speaks.
_SPEAKING = frozenset("ROXSUQPGLATCB")


def added_words(answer: object, so_far: Tables) -> Tables:
    """The tables that `provide_words()` gave, as additions; raises RuleError."""
    fresh: dict[str, Any] = {}
    for name, table in rows_of(answer, "its words"):
        one_of(name, _TABLES, "a table of words")
        fresh = joined(fresh, _TABLES[name](table, joined(so_far, fresh)))
    return fresh


def _synonyms(table: object, _: Tables) -> Tables:
    if not isinstance(table, list | tuple) or not table:
        raise RuleError(f"gave {table!r} for synonyms, not a list of groups")
    groups = [list(_words(text_of(row, "a group of synonyms"))) for row in table]
    for group in groups:
        if len(group) < 2:
            raise RuleError(f"gave {group[0]!r} for a group of synonyms, which takes two words")
    return {"synonyms": {"groups": "\n".join(" ".join(group).lower() for group in groups)}}


def _predicates(table: object, so_far: Tables) -> Tables:
    known, fresh = predicates_with(so_far), {}
    for group, row in rows_of(table, "predicates"):
        words = [word.lower() for word in _words(text_of(row, f"the predicate {group!r}"))]
        for word in words:
            if known.setdefault(word, group) != group:
                raise RuleError(f"gave {word!r} for {group!r}; it already says {known[word]!r}")
        fresh[group] = " ".join(words)
    return {"predicates": fresh}


def _speakers(kind: str) -> Callable[[object, Tables], Tables]:
    """The words for who speaks, as "roles" or as "bodies"."""

    def read(table: object, so_far: Tables) -> Tables:
        fresh: dict[str, dict[str, str]] = {}
        for name, row in rows_of(table, kind):
            one_of(name, dict.fromkeys(_AUTHORITIES), kind)
            words = list(_words(text_of(row, f"{name} {kind}")))
            group = f"{name}_{kind}"
            _require_free(words, group, joined(so_far, {"speakers": fresh}))
            fresh[group] = {"words": " ".join(words)}
        return {"speakers": fresh}

    return read


def _require_free(words: list[str], group: str, so_far: Tables) -> None:
    ours = {
        word: name
        for name, row in word_lists().items()
        if row.get("letter", "R") not in _SPEAKING
        for word in row.get("words", "").split()
    }
    others = {
        word: name for name, row in so_far["speakers"].items() for word in row["words"].split()
    }
    for word in words:
        if word in ours or word.lower() in ours or others.get(word, group) != group:
            other = others.get(word) or ours.get(word) or ours[word.lower()]
            raise RuleError(f"gave {word!r} for {group!r}; it already is one of {other!r}")


def _vague(table: object, so_far: Tables) -> Tables:
    known, taken = vague_table(so_far), entries_with(so_far)
    fresh = {}
    for word, row in rows_of(table, "vague words"):
        word = " ".join(word.lower().split())
        row = _vague_row(word, row)
        if word in so_far.get("vague", {}) and known[word] != row:
            raise RuleError(f"gave {word!r} another range than a plugin before it")
        if word not in known and word in taken:
            raise RuleError(f"gave {word!r} for a vague word, which in figures means another thing")
        fresh[word] = row
    return {"vague": fresh}


def _vague_row(word: str, row: object) -> list[object]:
    match row:
        case [int(low), int(high), bool(), str(reason)] if low <= high and reason.strip():
            return [*row]
    raise RuleError(f"gave {row!r} for {word!r}, not [low, high, whether high is held, why]")


def _phrases(table: object, so_far: Tables) -> Tables:
    known, taken = phrases_table(so_far), entries_with(so_far)
    fresh = {}
    for terminal, row in rows_of(table, "phrases"):
        one_of(terminal, known, "a kind of phrases")
        listed = text_of(row, f"the phrases {terminal}").replace("\n", "|").split("|")
        phrases = [" ".join(phrase.lower().split()) for phrase in listed if phrase.strip()]
        for phrase in phrases:
            if taken.setdefault(phrase, Entry(terminal)).terminal != terminal:
                raise RuleError(
                    f"gave {phrase!r} for {terminal}, which in figures means another thing"
                )
        fresh[terminal] = "|".join(phrases)
    return {"phrases": fresh}


def _words(text: str) -> Iterator[str]:
    for word in text.split():
        if len(tokenize(word).raw) != 1 or not word[0].isalpha():
            raise RuleError(f"gave {word!r}, which is not one word")
        yield word


_TABLES: dict[str, Callable[[object, Tables], Tables]] = {
    "synonyms": _synonyms,
    "predicates": _predicates,
    "roles": _speakers("roles"),
    "bodies": _speakers("bodies"),
    "vague": _vague,
    "phrases": _phrases,
}
