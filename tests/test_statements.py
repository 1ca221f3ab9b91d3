import pytest
from hypothesis import given
from strategies import attribution_like_texts

from factcheck.claims.statements import find_statements, first_clause
from factcheck.model import Span
from factcheck.reading import read


def statements(text):
    return [(one.stance, one.span.of(text)) for one in find_statements(read(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ada Brook said the dam held.", [("said", "Ada Brook said the dam held.")]),
        ("The dam held, Ada Brook said.", [("said", "The dam held, Ada Brook said")]),
        ("Ada Brook denied that it fell.", [("denied", "Ada Brook denied that it fell.")]),
        ("The dam held, contrary to Ada Brook’s tweets.",
         [("contradicted", "contrary to Ada Brook’s tweets")]),
        ("Despite the mayor’s claim, it held.", [("contradicted", "Despite the mayor’s claim")]),
        ("The mayor’s claim is false.", [("contradicted", "The mayor’s claim")]),
        ("The mayor’s claims were not supported.", [("contradicted", "The mayor’s claims")]),
        ("The mayor’s claims were not wrong.", [("said", "The mayor’s claims")]),
        ("The mayor’s claims are old.", [("said", "The mayor’s claims")]),
        ("He reacted to a disputed claim by Ada Brook.", [("said", "claim by Ada Brook")]),
        ("As for the mayor’s remarks about the dam, it held.",
         [("answered", "the mayor’s remarks about the dam")]),
        ("The agency rejected the mayor’s claim.",
         [("denied", "The agency rejected the mayor’s claim."),
          ("contradicted", "the mayor’s claim")]),
        ("The court rejected the party’s claim for damages.",
         [("denied", "The court rejected the party’s claim for damages.")]),
        ("The mayor rejected the auditor’s report.",
         [("denied", "The mayor rejected the auditor’s report."),
          ("contradicted", "the auditor’s report")]),
    ],
)  # fmt: skip
def test_what_was_said_and_how_the_story_holds_it(text, found):
    assert statements(text) == found


def test_what_somebody_holds_against_a_remark_is_a_statement_whatever_its_verb():
    text = "Contrary to the mayor’s tweets, a senior official painted a darker picture."
    assert statements(text) == [
        ("contradicted", "Contrary to the mayor’s tweets"),
        ("said", "a senior official painted a darker picture."),
    ]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("the dam held, and nobody drowned", "the dam held"),
        ("the dam was safe and there was “no leak” at all", "the dam was safe"),
        ("painted a darker and more useful picture of “safety”",
         "painted a darker and more useful picture"),
        ("“the dam held” all night", "the dam held"),
        ("of", "of"),
    ],
)  # fmt: skip
def test_the_first_clause_ends_before_the_next_or_a_quotation(text, clause):
    assert first_clause(read(text), Span(0, len(text))).of(text) == clause


@given(attribution_like_texts)
def test_any_text_gives_statements_within_it(text):
    document = read(text)
    for one in find_statements(document):
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.content == Span(one.content.start, one.content.end)
        clause = first_clause(document, one.content)
        assert one.content.start <= clause.start <= clause.end <= one.content.end
