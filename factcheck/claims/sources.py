"""Who stands behind which stretch of a story."""

from __future__ import annotations

import re
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
# A sentence without one of these neither attributes nor quotes.
_MARK = re.compile('["VYvWZ@EKxFDH]')
_CLAUSE = re.compile(r"[,;_]c|[;_]")


def find_sources(document: Document) -> tuple[Attribution, ...]:
    """Every attribution of a story, by where what it attributes begins."""
    tokens = document.tokens
    whole = shape(tokens.raw)
    if not TRIGGER.search(whole):
        return ()
    cast = Cast(introductions(whole, tokens))
    quotation = _Quotation(tokens, whole)
    found: list[Attribution] = []
    mark = -1
    for index, sentence in enumerate(document.sentences):
        first, last = sentence.first, sentence.last
        if mark < first:
            next_mark = _MARK.search(whole, first)
            mark = next_mark.start() if next_mark else len(whole)
        if mark < last or quotation.open:
            triggered = last - first < _LONGEST and TRIGGER.search(whole, first, last) is not None
            quoted = quotation.enter(sentence)
            spoken: list[Attribution] = []
            if triggered:
                cast.enter(sentence.paragraph)
                part = passage(whole, tokens, index, first, last, quoted=quotation.open)
                spoken += _placed(part, read(part, cast))
                if spoken and quotation.open:
                    spoken[0] = _reaching_back(spoken[0], sentence, quotation.opening)
            if quoted and not spoken:
                spoken += _going_on(found, index, document)
            found += spoken
            quotation.leave(sentence)
    return tuple(
        sorted(found, key=lambda one: (one.content.start, one.content.end, one.span.start))
    )


def source_at(attributions: tuple[Attribution, ...], offset: int) -> Source:
    """Who stands behind what is said at this offset: the innermost source, or the author.

    `attributions` are those of one story as `find_sources` gives them.
    """
    one = attribution_at(attributions, offset)
    return one.source if one else AUTHOR


def attribution_at(attributions: tuple[Attribution, ...], offset: int) -> Attribution | None:
    """The innermost attribution round this offset, None where the author speaks."""
    last = bisect_right(attributions, offset, key=lambda one: one.content.start)
    # No more than a few attributions ever cover one place.
    near = attributions[max(0, last - 12) : last]
    round_it = [one for one in near if one.content.end > offset]
    return min(round_it, key=lambda one: one.content.end - one.content.start, default=None)


def _placed(part: Passage, wordings: list[Wording]) -> Iterator[Attribution]:
    """Attributions by offsets; of two in one sentence each keeps to its own clause."""
    for index, one in enumerate(wordings):
        begin, end = one.begin, one.end
        if begin == 0 and index:
            # "A said this, while that happened, according to B"
            earlier = wordings[index - 1]
            clauses = list(_CLAUSE.finditer(part.letters, earlier.last, one.first))
            begin = clauses[-1].start() if clauses else earlier.first
        for later in wordings[index + 1 :]:
            if later.begin == 0 and begin < later.first < end:
                clauses = list(_CLAUSE.finditer(part.letters, one.last, later.first))
                end = clauses[-1].start() if clauses else later.first
        span = Span(part.start(one.first), part.end(one.last))
        content = Span(span.end, span.end)
        if begin < end:
            content = Span(part.start(begin), part.end(end))
        yield Attribution(one.source, span, content, part.sentence, one.form)


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


def _going_on(found: list[Attribution], index: int, document: Document) -> Iterator[Attribution]:
    """`He said it fell. "It broke."`: the second sentence is his too."""
    sentence, before = document.sentences[index], document.sentences[index - 1]
    if found and before.paragraph == sentence.paragraph:
        last = found[-1]
        if last.sentence == index - 1 and last.form in _SPOKEN:
            yield Attribution(last.source, last.span, sentence.span, index, "quoted on")
