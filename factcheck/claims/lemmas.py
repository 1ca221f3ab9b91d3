"""Words brought to one form: "fighters" and "fighter", "killed" and "kills" are the same."""

from __future__ import annotations

from functools import cache
from typing import Any

from factcheck.tables import beside, load_table

WORDS = beside(__file__, "words")


@cache
def word_list(name: str) -> dict[str, Any]:
    """A table of claims/words/, read once."""
    return load_table(f"{WORDS}/{name}.toml")


class Lemmas(dict[str, str]):
    """The lemma of each token, "" for function words, signs and numbers; found once a token."""

    def __missing__(self, token: str) -> str:
        if len(self) > 500_000:
            self.clear()
        found = self[token] = _content_lemma(token.strip())
        return found


LEMMAS = Lemmas()


def _content_lemma(word: str) -> str:
    lower = word.lower()
    if not word or not lower[0].isalpha() or lower in _function_words():
        return ""
    return lemma(lower)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(word_list("lemmas")["function_words"].split())


@cache
def _irregular() -> dict[str, str]:
    """Each irregular form with its lemma."""
    return {
        form: lemma
        for lemma, forms in word_list("lemmas")["irregular"].items()
        for form in forms.split()
    }


def lemma(word: str) -> str:
    """The lemma of a word in lower case, by its ending; the same for all forms of one word."""
    irregular = _irregular().get(word)
    if irregular is not None:
        return irregular
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    for ending in ("sses", "xes", "ches", "shes", "zes"):
        if word.endswith(ending):
            return word[:-2]
    if len(word) > 3 and word.endswith("s") and word[-2] not in "siu'":
        return lemma(word[:-1]) if word[:-1].endswith("e") else word[:-1]
    for ending in ("ing", "ed"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 2 and any(vowel in stem for vowel in "aeiouy"):
            return _restored(stem)
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def _restored(stem: str) -> str:
    """“stopp” is "stop"; a final e is dropped from all, so "remov" and "remove" meet."""
    doubled = len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz"
    if doubled:
        return stem[:-1]
    return stem[:-1] + "y" if stem.endswith("i") else stem
