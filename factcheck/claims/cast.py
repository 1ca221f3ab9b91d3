"""Who has spoken in a story so far, for "he said", "the official said" and "Mr Smith said"."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.claims.shapes import Passage
from factcheck.claims.speakers import NAME, describe, is_person
from factcheck.model import Authority, Source, Span
from factcheck.values import dataclass, field, replace

_RECENT = 16  # mentions back within a paragraph, further than any "he" reaches


@dataclass(frozen=True, slots=True)
class Heard:
    """A source heard in a paragraph, where, and how many letters describe it."""

    source: Source
    passage: Passage
    first: int
    last: int
    described: int

    @property
    def person(self) -> bool:
        """Whether it is one human being, who may later be "he"."""
        letters = self.passage.letters[self.first : self.last]
        return is_person(letters, self.passage.word(self.last - 1))

    @property
    def words(self) -> frozenset[str]:
        """The words that a later "the official" may take up."""
        end = min(self.described, len(self.passage.letters))
        described = self.passage.words(self.first, end)
        return frozenset(f"{self.source.name} {described}".lower().split())


@dataclass(slots=True)
class Cast:
    """The sources of a story while it is read from front to back.

    `introduced` has the authority of everybody the story names with a role anywhere.
    """

    introduced: Mapping[str, Authority]
    paragraph: int = -1
    here: list[Heard] = field(default_factory=list)
    before: list[Heard] = field(default_factory=list)
    surnames: dict[str, Source | None] = field(default_factory=dict)

    def enter(self, paragraph: int) -> None:
        """Go on to this paragraph; of those before only the last is remembered."""
        if paragraph != self.paragraph:
            self.before = self.here if paragraph == self.paragraph + 1 else []
            self.here = []
            self.paragraph = paragraph

    def named(self, passage: Passage, first: int, last: int, around: str = "") -> Source:
        """The source named there, the same value as before where it was named before."""
        letters = passage.letters[first:last]
        if letters[0] == "d" and not around and "N" not in letters:
            again = self.again(passage.words(first + 1, last), body=letters[-1] in "GCDTAL")
            if again:
                return again
        source = describe(passage, first, last, around)
        # Only what ends in a name can be known by it.
        if letters[-1] in "Ny":
            source = self._introduce(source, letters, passage.word(last - 1))
        self.here.append(Heard(source, passage, first, last, last + len(around)))
        return source

    def again(
        self, description: str = "", *, person: bool = False, body: bool = False
    ) -> Source | None:
        """The one source meant by "he" or "the <description>"; None where none or two fit."""
        if not self.here and not self.before:
            return None
        words = set(description.lower().split())
        last = description.lower().rpartition(" ")[2] if body else ""
        for heard in (self.here[-_RECENT:], self.before[-_RECENT:]):
            fitting = [
                one
                for one in heard
                if (one.person or not person)
                and (not words or words <= one.words)
                # "the department" is not "Labor Department figures".
                and one.source.name.lower().endswith(last)
            ]
            if not fitting:
                continue
            if any(one.source != fitting[0].source for one in fitting):
                return None
            self.here.append(fitting[0])
            return fitting[0].source
        return None

    def alone(self, passage: Passage, index: int) -> Source:
        """A "he" of whom it is not safe to say who is meant."""
        span = Span(passage.start(index), passage.end(index + 1))
        return Source(passage.word(index).lower(), "person", span)

    def _introduce(self, source: Source, letters: str, surname: str) -> Source:
        name = NAME.search(letters)
        if not name:
            return source
        known = self.surnames.get(surname, source)
        if known is None or known is source:
            self.surnames[surname] = self._with_role(source, surname)
            return self.surnames[surname] or source
        if name[1] or len(name[2]) == 1 or _given(source.name) in known.name:
            if known.authority or not source.authority:
                return known
            self.surnames[surname] = source
            return source
        # Two people with one surname: from here on the surname alone tells nothing.
        self.surnames[surname] = None
        return source

    def _with_role(self, source: Source, surname: str) -> Source:
        authority = self.introduced.get(surname, "")
        if source.authority or not authority:
            return source
        return replace(source, kind=authority, authority=authority)


def _given(name: str) -> str:
    words = name.split()
    return words[-2] if len(words) > 1 else ""
