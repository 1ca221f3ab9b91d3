"""Which numbers are no figures, each with the nearest sentence in which they are."""

import pytest

from factcheck.quantities import read_quantities, vetoes
from factcheck.tokens import tokenize

# For each row of vetoes.py: what it drops, and a twin that it leaves.
ROWS = {
    "joined_to_a_word": [
        ("An F-16 came down.", "All 16 came down."),
        ("Covid-19 spread.", "All 19 spread."),
        ("It is a Catch-22 for them.", "They caught 22 of them."),
        ("She came 21st there.", "She saw 21 there."),
        ("It is open 24/7 now.", "It is open 24 hours now."),
        ("Since 9/11 it is shut.", "Since then 9 are shut."),
        ("It is in 16:9 now.", "It is in 16 parts now."),
        ("Version 3.5.1 is out.", "Some 3.5 million are out."),
        ("Take a #5 bolt.", "Take 5 bolts."),
        ("The G20 met on MH370.", "The 20 met."),
        ("The under-21s won.", "The 21 won."),
        ("The 3G network failed.", "All 3 networks failed."),
        ("Pick 4x4 cars.", "Pick 4 cars."),
        ("The mid-20s are warm.", "The 20 are warm."),
        ("In the G-7 talks", "In the 7 talks"),
    ],
    "bare_one": [
        ("It is one of the best.", "It is one farm."),
        ("No one came.", "Not one farmer came."),
        ("They saw one another.", "They saw one farmer."),
        ("It was this one.", "It was one farmer."),
        ("One thing is sure.", "One farmer is sure."),
        ("In just one sign of unease, prices fell.", "In just one field of rye, prices fell."),
        ("It is the only one that came.", "It is only one farmer."),
        ("One of the farmers came.", "One farmer in five came."),
    ],
    "one_day": [
        ("One day she will win.", "It took one day to win."),
        ("One day they met.", "They met for one day."),
    ],
    "label": [
        ("Under Article 50 they left.", "Under new law 50 left."),
        ("A Boeing 737 came.", "A crowd of 737 came."),
        ("He told BBC One so.", "He told one paper so."),
        ("He is at No 10 now.", "He is with 10 now."),
        ("He wore No. 7 then.", "He wore 7 then."),
        ("It is on page 7 here.", "It is on all 7 here."),
        ("Only Half-Life 2 sold.", "Only half sold 2."),
        ("The FTSE 100 fell.", "The price of 100 fell."),
        ("In World War Two he left.", "In a war two men left."),
        ("See phase 2 of it.", "See 2 of it."),
        ("Read type 64 here.", "Read: type 64 words here."),
        ("The film Shrek 2 took three prizes.", "The three films took 2 prizes."),
        ("She is ranked 134 now.", "She ranked 134 songs."),
    ],
    "numbered_unit": [
        ("In the 1970s they left.", "In 65s they left."),
        ("She is in her 60s now.", "She ran 61s now."),
        ("It was on Channel 5s news.", "It was over in 5s."),
        ("The over 65s gained.", "Over 65 seconds went by."),
        ("Buy a series 3c there.", "Buy one for 3c there."),
    ],
    "score": [
        ("They won 3-2 there.", "They won 2-3 prizes there."),
        ("They lost 110-98 at home.", "They lost 98-110 players."),
        ("They won 6-4, 6-3.", "They won 4-6 cups."),
        ("In 1998-2001 it fell.", "It fell by 1,998-2,001 tonnes."),
        ("It was 1-1 after time.", "It was 1-2 percent."),
        ("She came back from 0-2 down.", "She came back from 2-3 trips."),
    ],
    "leftover_year": [
        ("It was built for 1850, he said.", "It was built for 1850 monks, he said."),
        ("By 2120 it will melt.", "By then 2,120 will melt."),
    ],
    "half_of_a_match": [
        ("They won in the second half.", "They won half of it."),
        ("It was a half-hearted try.", "It was half a try."),
        ("It took a year and a half.", "It took half the time."),
        ("They led at half time.", "They led at half a mile."),
        ("It began at half past.", "It began with half of them."),
    ],
    "ordinal_in_disguise": [
        ("A third man came.", "A third of the men came."),
        ("It reached a quarter-final.", "It fell by a quarter."),
        ("He won a fifth title.", "He won a fifth of it."),
        ("It was a tenth season.", "It was a tenth less."),
    ],
    "ordinal": [
        ("On their twenty-first try", "On all twenty-one tries"),
        ("He came one hundred and third.", "He saw one hundred and three."),
    ],
    "rank": [
        (
            "He came between the third and the fifth man.",
            "He came between the third and the fifth.",
        ),
        ("It is more than the third.", "It is more than three."),
    ],
    "kind_of_thing": [
        ("A four-star general came.", "A four-year term came."),
        ("It has a six-speed gearbox.", "It has six speed traps."),
        ("In two-way talks", "In two of the talks"),
        ("A two-to-one vote passed.", "A two-to-three-year term passed."),
    ],
    "name_begins": [
        ("They won the Six Nations there.", "They won six there."),
        ("It was in the Big Five.", "It was in the five."),
        ("Meet the Seven Dwarfs there.", "Meet the seven dwarfs there."),
        ("They sold the game Half Life there.", "They sold half of it there."),
        ("The film Ocean's Twelve came.", "The film had all twelve there."),
    ],
    "model_name": [
        ("Their 737 Max came.", "Their 737 came."),
        ("They flew 787 Dreamliner jets.", "They flew 787 jets."),
        ("He came to 10 Downing Street.", "He came to 10 streets."),
    ],
    "stage_name": [
        ("The rapper 50 Cent won.", "The 50 cent coin won."),
    ],
    "list_marker": [
        ("1. Mix the flour.", "1 bag of flour."),
        ("Do so:\n2) Bake it.", "Do so:\n2 loaves."),
    ],
    "serial_number": [
        ("Call 020 7946 0018 now.", "Call 20 now."),
        ("Call 555 0123 now.", "Call 555 now."),
        ("It was agent 007 there.", "It was seven there."),
        ("It began at 0401 there.", "It began with 401 there."),
    ],
    "read_aloud": [
        ("They saw drivers, one over 70.", "They saw one over 70."),
    ],
    "pair_of_people": [
        ("A couple from Leeds won.", "A couple of cups were won."),
        ("The scores were level.", "They had scores of ewes."),
    ],
    "not_counted_none": [
        ("There is no doubt.", "There were no deaths."),
        ("They have no plans.", "They had no serious injuries."),
    ],
}
PAIRS = [(row, *pair) for row, pairs in ROWS.items() for pair in pairs]


def figures(text):
    return [one.span.of(text) for one in read_quantities(tokenize(text), ())]


def test_every_row_has_its_sentences():
    assert set(ROWS) == {row.__name__ for row in vetoes.VETOES}


@pytest.mark.parametrize(("row", "dropped", "left"), PAIRS)
def test_a_row_drops_what_is_no_figure_and_leaves_its_twin(row, dropped, left):
    assert len(figures(left)) > len(figures(dropped))


@pytest.mark.parametrize("row", sorted(ROWS))
def test_without_the_row_its_sentence_has_another_figure(row, monkeypatch):
    """So that each row is needed: otherwise another row or none at all drops the number."""
    from factcheck.quantities import parsing

    veto = getattr(vetoes, row)
    parsing._readings().clear()
    kept = parsing.vetoes_for
    monkeypatch.setattr(
        parsing,
        "vetoes_for",
        lambda draft, parts: [one for one in kept(draft, parts) if one is not veto],
    )
    texts = [dropped for dropped, _ in ROWS[row]]
    loose = [figures(text) for text in texts]
    monkeypatch.undo()
    parsing._readings().clear()
    assert loose != [figures(text) for text in texts]
