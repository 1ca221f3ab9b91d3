"""What a dated event happened to, where the sentence says so as plainly as can be.

"No. 20 Squadron was formed in …", "It was formed in …", "Raised in …, it flew …", "The squadron was
formed in …": a pronoun stands for the subject of the sentence before, "the squadron" for the one
name of the story that ends in that word. Where either is not certain there is no subject.
"""

from __future__ import annotations

from functools import cache

from factcheck.claims.event_verbs import known_kinds
from factcheck.claims.events import Event
from factcheck.claims.lemmas import word_list
from factcheck.model import Document

Name = tuple[str, ...]

# So many tokens an opening "Raised in August 1941 by the Marel council," may take.
_OPENING = 16
# "It" may stand for the subject of a sentence this many back, by one "it" after another.
_FAR = 3


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_list("events")["subjects"][name].split())


def _kind(document: Document, at: int) -> str:
    return known_kinds().get(document.tokens.word(at).lower(), "")


def one_subject(document: Document, first: Event, second: Event) -> bool:
    """Whether both events are of one kind that a thing has once, and happened to one thing."""
    if first.kind not in _words("once_each") or not (first.date.year and second.date.year):
        return False
    subject = _subject(document, first, only=True)
    return bool(subject) and subject == _subject(document, second, only=True)


def other_subject(document: Document, first: Event, second: Event) -> str:
    """The Quenby choir was founded, the Orme choir was founded: only one of them is "the choir"."""
    left, right = (_subject(document, one, only=False) for one in (first, second))
    if not left or not right or set(left) <= set(right) or set(right) <= set(left):
        return ""
    return f"one happened to {' '.join(left)}, the other to {' '.join(right)}"


def _subject(document: Document, event: Event, *, only: bool) -> Name:
    """The name of what the event happened to, () where that is not certain.

    With `only`, "the choir" is the one of the story that has a name, else the one named last.
    """
    sentence, tokens = document.sentences[event.sentence], document.tokens
    at = sentence.first
    if _kind(document, at) == event.kind:
        stop = min(at + _OPENING, sentence.last)
        at = next((one + 1 for one in range(at, stop) if tokens.word(one) == ","), sentence.last)
    else:
        end = _end_of_name(document, at)
        while tokens.word(end).lower() in _words("before_verb"):
            end += 1
        if _kind(document, end) != event.kind:
            return ()
    return _named(document, event.sentence, at, only=only)


def _named(document: Document, index: int, at: int, *, only: bool, steps: int = 0) -> Name:
    """The name that stands there, or that a pronoun or "the squadron" there takes up."""
    tokens, sentences = document.tokens, document.sentences
    if tokens.word(at).lower() in _words("pronouns"):
        before = index - 1
        near = before >= 0 and sentences[before].paragraph == sentences[index].paragraph
        if not near or steps == _FAR or not _of_its_subject(document, before):
            return ()
        return _named(document, before, sentences[before].first, only=only, steps=steps + 1)
    if tokens.word(at) in ("The", "the") and tokens.word(at + 1).islower():
        return _taken_up(document, index, tokens.word(at + 1), only=only)
    return _name(document, at)


def _of_its_subject(document: Document, index: int) -> bool:
    """Whether a sentence says what its subject is, or names besides it only where and when."""
    sentence, tokens = document.sentences[index], document.tokens
    end = _end_of_name(document, sentence.first)
    if tokens.word(end) in ("is", "was"):
        return True
    names = (at for at in range(end, sentence.last) if tokens.word(at)[:1].isupper())
    return all(
        tokens.word(at - 1)[:1].isupper() or tokens.word(at - 1) in _words("where_and_when")
        for at in names
    )


def _taken_up(document: Document, index: int, noun: str, *, only: bool) -> Name:
    """The name of a subject that ends in this noun; () where two do and it must be the only one."""
    sentences = document.sentences if only else document.sentences[:index]
    found = [name for one in sentences if (name := _name(document, one.first))]
    names = [name for name in found if name[-1].lower() == noun]
    return names[-1] if names and not (only and len(set(names)) > 1) else ()


def _name(document: Document, at: int) -> Name:
    """The run of names there, the article left out; () for one word, which may be no name."""
    tokens = document.tokens
    end = _end_of_name(document, at)
    words = [tokens.word(one) for one in range(at, end)]
    if words[:1] == ["The"]:
        del words[0]
    return tuple(words) if len(words) > 1 and words[0][:1].isupper() else ()


def _end_of_name(document: Document, at: int) -> int:
    """Past capitalised words and numbers, past a pronoun, or past "the squadron"."""
    tokens = document.tokens
    if tokens.word(at).lower() in _words("pronouns"):
        return at + 1
    if tokens.word(at) in ("The", "the") and tokens.word(at + 1).islower():
        return at + 2
    while tokens.word(at)[:1].isupper() or tokens.word(at).isdigit() or tokens.word(at - 1) == "No":
        at += 1
    return at
