"""Small stories with findings, and what a report in a format makes of them."""

from factcheck import Bar, Finding, Range, Span, read, rule
from factcheck.findings import Report
from factcheck.reports import Checked, Run, render
from factcheck.reports.page import Page

# The emoji is one code point, two code units of UTF-16 and four bytes of UTF-8.
EMOJI = "The mayor 🚢 said 40 boats sank.\nPolice counted 31 boats.\n"


@rule("ZZ401", examples=["There were [[4]] cats.", "There were 4 dogs."])
def counts_cats(document):
    """Cats cannot be counted.

    They do not keep still.
    """
    del document
    return ()


def place(text, words, label=""):
    start = text.index(words)
    return Span(start, start + len(words), label)


def finding(text, *marked, message="40 boats are not 31", severity="error", **more):
    spans = tuple(one if isinstance(one, Span) else place(text, one) for one in marked)
    named = {"rule": "counts-cats", "code": "ZZ401", **more}
    return Finding(message, spans, severity=severity, **named)


BOATS = finding(
    EMOJI,
    place(EMOJI, "40 boats", "the mayor"),
    place(EMOJI, "31 boats", "police"),
    working=("40 − 31 = 9", "9 are missing"),
    consistent_if=("the mayor said 31", "police counted 40"),
    bars=(Bar(Range(40, 40), "the mayor"), Bar(Range(31, None), "police")),
)


def checked(text, *findings, path="story.md", failures=()):
    document = read(text, name="story.md")
    figures = len(document.quantities)
    return Checked(path, Report(document, findings, (), failures, figures, min(1, figures)))


def written(name, *files, failures=(), page=None):
    """The report of these files in a format."""
    return "".join(render(name, files, page or Page(), Run((counts_cats,), failures)))
