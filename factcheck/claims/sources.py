"""Who stands behind which stretch of a story."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator

from factcheck.claims.cast import Cast
from factcheck.claims.shapes import Passage, passage, shape
from factcheck.claims.speakers import introductions
from factcheck.claims.speech import TRIGGER, read
from factcheck.claims.wording import Form, Wording
from factcheck.model import AUTHOR, Document, Sentence, Source, Span
from factcheck.tokens import Tokens
from factcheck.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Attribution:
    """A stretch of a story and who stands behind it.

    `span` is the wording that attributes ("according to a US military official"), `content` what
    it attributes, empty where the story only mentions it ("in line with a UN estimate"). A
    "counter" is what somebody is reported to hold against the words of another.
    """

    source: Source
    span: Span
    content: Span
    sentence: int
    form: Form = "said"


# Nobody wrote a sentence of more tokens than this; reading one would take time to its square.
_LONGEST = 1000
_SPOKEN = frozenset(("said", "quoted on", "according to"))
# A straight mark that opens has no space behind it; one that closes mostly has.
_OPENS = re.compile('[“„«"]$')
_CLAUSE = re.compile(r"[,;_]c|[;_]")


def find_sources(document: Document) -> tuple[Attribution, ...]:
    """Every attribution of a story, by where what it attributes begins."""
    whole = shape(document.tokens)
    if not TRIGGER.search(whole):
        return ()
    found = list(_read_through(document, whole))
    found.sort(key=_order)
    return tuple(found)


def _read_through(document: Document, whole: str) -> Iterator[Attribution]:
    tokens = document.tokens
    cast = Cast(introductions(whole, tokens))
    quotation = _Quotation(tokens, whole)
    previous: Attribution | None = None
    before = -1, -1
    for index, triggered, marked in _telling(document, whole, quotation):
        sentence = document.sentences[index]
        # Every paragraph starts afresh, and only what stands in the sentence before goes on.
        if before != (index - 1, sentence.paragraph):
            previous = None
        quoted = (marked or quotation.open) and quotation.enter(sentence)
        spoken: list[Attribution] = []
        if triggered:
            cast.enter(sentence.paragraph)
            part = passage(whole, tokens, index, sentence, quoted=quotation.open)
            spoken = _placed(part, read(part, cast))
            if spoken and quotation.open:
                spoken[0] = _reaching_back(spoken[0], sentence, quotation.opening)
        if quoted and previous and not spoken:
            spoken = [
                Attribution(previous.source, previous.span, sentence.span, index, "quoted on")
            ]
        if marked:
            quotation.leave(sentence)
        yield from spoken
        before = index, sentence.paragraph
        previous = spoken[-1] if spoken and spoken[-1].form in _SPOKEN else None


def _telling(
    document: Document, whole: str, quotation: _Quotation
) -> Iterator[tuple[int, bool, bool]]:
    """The sentences that may attribute or quote, and whether each may do the one and the other."""
    # Where the next word that attributes and the next quotation mark stand: most sentences are
    # passed over without another look.
    trigger = TRIGGER.search(whole)
    attributes, marks = (trigger.start() if trigger else len(whole)), whole.find('"')
    for index, sentence in enumerate(document.sentences):
        first, last = sentence.first, sentence.last
        if attributes < first:
            trigger = TRIGGER.search(whole, first)
            attributes = trigger.start() if trigger else len(whole)
        if 0 <= marks < first:
            marks = whole.find('"', first)
        triggered = attributes < last and last - first < _LONGEST
        if triggered and trigger and trigger.end() > last:
            triggered = TRIGGER.search(whole, first, last) is not None
        marked = 0 <= marks < last
        if triggered or marked or quotation.open:
            yield index, triggered, marked


def _order(one: Attribution) -> tuple[int, int, int]:
    return one.content.start, one.content.end, one.span.start


class Tellers:
    """Who stands behind what is said at an offset: the innermost source, or the author.

    `attributions` are those of one story as `find_sources` gives them.
    """

    __slots__ = ("_attributions", "_starts")

    def __init__(self, attributions: tuple[Attribution, ...]) -> None:
        self._attributions = attributions
        self._starts = [one.content.start for one in attributions]

    def at(self, offset: int) -> Source:
        """The source of what stands there."""
        last = bisect_right(self._starts, offset)
        inner, length = AUTHOR, sys.maxsize
        # No more than a few attributions ever cover one place.
        for one in self._attributions[max(0, last - 12) : last]:
            content = one.content
            if offset < content.end and content.end - content.start < length:
                inner, length = one.source, content.end - content.start
        return inner


def _placed(part: Passage, wordings: list[Wording]) -> list[Attribution]:
    """Attributions by offsets; of two in one sentence each keeps to its own clause."""
    if len(wordings) == 1:
        (one,) = wordings
        return [_attribution(part, one, one.begin, one.end)]
    return [
        _attribution(part, one, *_clause(part, wordings, at)) for at, one in enumerate(wordings)
    ]


def _clause(part: Passage, wordings: list[Wording], at: int) -> tuple[int, int]:
    one = wordings[at]
    begin, end = one.begin, one.end
    if begin == 0 and at:
        # "A said this, while that happened, according to B"
        earlier = wordings[at - 1]
        clauses = list(_CLAUSE.finditer(part.letters, earlier.last, one.first))
        begin = clauses[-1].start() if clauses else earlier.first
    for later in wordings[at + 1 :]:
        if later.begin == 0 and begin < later.first < end:
            clauses = list(_CLAUSE.finditer(part.letters, one.last, later.first))
            end = clauses[-1].start() if clauses else later.first
    return begin, end


def _attribution(part: Passage, one: Wording, begin: int, end: int) -> Attribution:
    span = Span(part.start(one.first), part.end(one.last))
    content = Span(span.end, span.end)
    if begin < end:
        content = Span(part.start(begin), part.end(end))
    return Attribution(one.source, span, content, part.sentence, one.form)


@dataclass(slots=True)
class _Quotation:
    """Whether a quotation stands open where a sentence begins, and where it opened."""

    tokens: Tokens
    whole: str
    paragraph: int = -1
    open: bool = False
    opening: int = 0

    def enter(self, sentence: Sentence) -> bool:
        """Begin a sentence: is it, or its beginning, quoted?

        Every paragraph starts afresh: a quotation mark left open must not swallow a story.
        """
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.open = sentence.paragraph, False
        return self.open or self.whole.startswith('"', sentence.first)

    def leave(self, sentence: Sentence) -> None:
        """Go past a sentence: its last quotation mark tells how it leaves off."""
        last = self.whole.rfind('"', sentence.first, sentence.last)
        if last < 0:
            return
        opens = (
            _OPENS.match(self.tokens.raw[last])
            and last + 1 < sentence.last
            and self.whole[last + 1] not in '.,:;) "'
        )
        if opens and not self.open:
            self.opening = sentence.span.start
        self.open = bool(opens)


def _reaching_back(one: Attribution, sentence: Sentence, opening: int) -> Attribution:
    """`"It fell. It broke," he said`: what he said begins where the quotation opened."""
    if one.content.start > sentence.span.start + 1:
        return one
    return replace(one, content=Span(opening, one.content.end))
