"""The values that are read from a story, stage by stage, all frozen.

Spans are half-open offsets into the text as it came. Lines and columns exist only in reports.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from fractions import Fraction
from typing import Literal

from factcheck.ranges import Range
from factcheck.tokens import Tokens
from factcheck.values import Late, dataclass, field

Kind = Literal["count", "money", "percent", "measure", "duration", "age", "ratio"]
RegionKind = Literal[
    "headline", "deck", "byline", "dateline", "heading", "body", "caption", "alt", "quotation",
    "credit",
]  # fmt: skip
Precision = Literal[
    "minute", "day", "week", "month", "quarter", "season", "year", "decade", "century"
]
SourceKind = Literal["author", "official", "political", "expert", "document", "person", "unnamed"]
Authority = Literal["official", "political", "expert", ""]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a text, with what a report writes under it."""

    start: int
    end: int
    label: str = field(default="", compare=False)

    def labelled(self, label: str) -> Span:
        """The same stretch with another label."""
        return Span(self.start, self.end, label)

    def of(self, text: str) -> str:
        """What the text says there."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a story with a part to play: its headline, a caption, a quotation."""

    kind: RegionKind
    span: Span


@dataclass(frozen=True, slots=True)
class Place:
    """What people call a stretch of a story's file: "paragraph 7", "/body/3/value"."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote to factcheck beside the story: "factcheck: ok …" in a comment.

    `text` is what stands behind "factcheck:", in one line. `span` is the comment itself; in a
    Word document, the paragraphs that it is on, with its `author` and its `date` (YYYY-MM-DD).
    """

    text: str
    span: Span
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span, its tokens `first` to `last` (half-open), its paragraph from 0."""

    span: Span
    first: int
    last: int
    paragraph: int
    region: RegionKind = "body"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as the story gives it.

    `range` holds the bounds in `unit`: percentages as written (40 for "40 percent"), money in
    the currency's main unit, a point as a range of one number. `unit` is None for a plain
    count, otherwise the unit's name ("kilometre", "USD", "percent", "year"), two joined by "/"
    for a rate ("USD/barrel"). `step` is the worth of the last place written: 100,000 for
    "1.2 million", 1 for "20,000". `number` is the span of the bare number within `span`.
    `inverted` says that the story gives the high end first ("between 50 and 30"); `range` then
    holds what lies between the two all the same.
    """

    span: Span
    range: Range
    unit: str | None = None
    kind: Kind = "count"
    approximate: bool = False
    step: Fraction | int = 1
    number: Span | None = None
    inverted: bool = False


@dataclass(frozen=True, slots=True)
class Date:
    """What a story says of a day: each part is None where it is not known.

    `relative` is the wording where the date hangs on the story's own or on another date ("last
    Tuesday", "two weeks later"). `precision` is how long a stretch is meant: "the 1990s" has the
    year 1990 and the precision "decade", "the 19th century" 1800 and "century". `part` is the
    part of the year ("Q3", "H1", "summer", "easter"), "FY" for a fiscal year. `end` is the last
    date of a stretch ("2011-2015", "between 4 and 6 November"); `span` then covers both.
    `clock` is a time of day in minutes after midnight, as written ("5:30" is 330).
    """

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # 0 is Monday
    relative: str = ""
    precision: Precision = "day"
    part: str = ""
    end: Date | None = None
    clock: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who stands behind a statement.

    `name` is as the story words it ("Gen. Joseph Votel", "a US military official"). `kind` is
    how it is named, `authority` whose word it is: a Defense Department report is a "document"
    of "official" authority, a senior diplomatic official is "unnamed" and "official". `span` is
    where the story first names them so, None for its author.
    """

    name: str
    kind: SourceKind = "author"
    span: Span | None = None
    authority: Authority = ""

    @property
    def named(self) -> bool:
        """Whether the story says who it is."""
        return self.kind not in ("author", "unnamed")


AUTHOR = Source("the author")


@dataclass(frozen=True, slots=True)
class Claim(Late):
    """A figure with what it counts, what is said of it, where, when and by whom.

    `subject` is the head of the counted noun phrase as a lemma ("fighter"), "" where none was
    found; `noun` its span. `modifiers` are the words before the head ("isis"). `predicate` is
    the lemma of what is said ("flee", "remain"), "" where none is known. `place` and `time` are
    as the story words them, "" where unknown. `sentence` indexes `Document.sentences`; `states` are
    the states it speaks of ("then", "plan"), `words` the lemmas of its content words and
    its predicates ("@dead"), `names` its capitalised words, those of the source left out,
    `settings` those of them that stand behind a preposition.
    """

    quantity: Quantity
    sentence: int
    subject: str = ""
    noun: Span | None = None
    modifiers: tuple[str, ...] = ()
    predicate: str = ""
    place: str = ""
    time: str = ""
    source: Source = AUTHOR
    quoted: bool = False
    denied: bool = False
    hedged: bool = False
    states: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    settings: frozenset[str] = frozenset()
    extent: Span | None = None

    @property
    def span(self) -> Span:
        """What to mark: the figure with its noun and the place or verb right behind it."""
        return self.extent or self.quantity.span


@dataclass(frozen=True, slots=True)
class Statement:
    """What someone is said to have said, figure or none.

    `span` is the attribution with what was said; `content` what was said. `stance` is how the
    story holds it: "said", "denied" (the speaker says it is not so), "contradicted" (the story
    says that it does not hold: "contrary to …"), "answered" ("as for X's comments …").
    """

    span: Span
    source: Source
    sentence: int
    content: Span
    stance: Literal["said", "denied", "contradicted", "answered"] = "said"


# Told apart by identity: comparing two stories by value would compare all that stands in them.
@dataclass(frozen=True, slots=True, eq=False)
class Document(Late):
    """A story as read: the text as it came, a prose of the same length, and what stands in it.

    `len(prose) == len(text)`: markup is blanked, never removed, so a span holds in both.
    `as_of` is the story's own date as (year, month, day), None where it is not known. `places`
    say where the text stands in a file that is more than lines of text: the paragraphs of a
    Word document, whose `text` has one on each line, and the JSON Pointers of values; in order
    and apart from each other. `comments` are those in the file that speak to factcheck.
    """

    name: str
    text: str
    prose: str
    tokens: Tokens
    regions: tuple[Region, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[Date, ...] = ()
    claims: tuple[Claim, ...] = ()
    statements: tuple[Statement, ...] = ()
    as_of: tuple[int, int, int] | None = None
    places: tuple[Place, ...] = ()
    comments: tuple[Comment, ...] = ()

    def place_at(self, offset: int) -> str:
        """What the file's own way of naming places calls this offset; "" where it has none."""
        index = bisect_right(self.places, offset, key=lambda one: one.span.start) - 1
        return (
            self.places[index].name if index >= 0 and offset < self.places[index].span.end else ""
        )

    def sentence_at(self, offset: int) -> int:
        """The index of the last sentence that begins at or before this offset; -1 before all."""
        return bisect_right(self.sentences, offset, key=lambda one: one.span.start) - 1

    def dates_in(self, span: Span) -> tuple[Date, ...]:
        """The dates that begin within this span."""
        first = bisect_left(self.dates, span.start, key=lambda one: one.span.start)
        last = bisect_left(self.dates, span.end, key=lambda one: one.span.start)
        return self.dates[first:last]

    def region_at(self, offset: int) -> RegionKind:
        """The kind of the innermost region round this offset, "body" outside all."""
        around = [one for one in self.regions if one.span.start <= offset < one.span.end]
        return min(around, key=lambda one: one.span.end - one.span.start).kind if around else "body"
