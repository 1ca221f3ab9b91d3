"""What is known of a story's speakers before anybody reads who they are."""

from time import process_time

import pytest

from factcheck import read
from factcheck.claims.sources import Tellers, find_sources
from factcheck.claims.voices import may_speak
from factcheck.plugins import installed_rules

STORIES = [example.plain for rule in installed_rules().rules for example in rule.examples]


@pytest.mark.parametrize("story", STORIES)
def test_who_cannot_speak_in_a_story_never_does(story):
    document = read(story)
    for one in document.statements:
        for kind in {one.source.authority, one.source.kind} & {"political", "official", "unnamed"}:
            assert may_speak(document, kind)


@pytest.mark.parametrize("story", STORIES)
def test_a_claim_has_the_teller_that_the_whole_story_gives_it(story):
    document = read(story)
    tellers = Tellers(find_sources(document))
    for claim in document.claims:
        assert claim.source == tellers.at(claim.quantity.span.start)


@pytest.mark.parametrize(
    ("story", "kind"),
    [
        ("The minister said that 30 boats sank.", "political"),
        ("The navy said that 30 boats sank.", "official"),
        ("A resident said that 30 boats sank.", "unnamed"),
    ],
)
def test_of_a_plain_story_only_those_who_speak_may(story, kind):
    document = read(story)
    kinds = ("political", "official", "unnamed")
    assert [one for one in kinds if may_speak(document, one)] == [kind]


def test_who_speaks_in_a_long_sentence_is_asked_of_it_once():
    def cost(count):
        document = read("Some 12 goats, 30 sheep and 4 pigs " * count)
        begun = process_time()
        assert {claim.source.kind for claim in document.claims} == {"author"}
        return (process_time() - begun) / count

    # Asked anew for each figure, the longer sentence costs eight times as much a figure.
    assert cost(8000) < 4 * min(cost(1000) for _ in range(3))
