import pytest

from factcheck import check, find_bearings, find_mentions, read
from factcheck.tokens import tokenize


def bearings(headline, body):
    document = read(f"# {headline}\n\n{body}\n", "story.md")
    return {one.number.span.of(document.text): one for one in find_bearings(document)}


def contradicted(headline, body):
    return [said for said, one in bearings(headline, body).items() if not one.borne_out]


def named(text):
    tokens = tokenize(text)
    return [(one.value, one.form) for one in find_mentions(tokens, 0, len(tokens))]


@pytest.mark.parametrize(
    ("text", "value", "form"),
    [
        ("2.5 million", 2_500_000, "figure"),
        ("27K", 27_000, "figure"),
        ("$1.5B", 1_500_000_000, "figure"),
        ("a 135-million-year-old fly", 135_000_000, "figure"),
        ("twenty-one", 21, "figure"),
        ("two dozen", 24, "figure"),
        ("2nd", 2, "ordinal"),
        ("twenty-first", 21, "ordinal"),
        ("the 1980s", 1980, "decade"),
        ("G20", 20, "name"),
        ("Covid-19", 19, "name"),
        ("under-18s", 18, "decade"),
        ("twice", 2, "word"),
    ],
)
def test_a_number_is_read_in_whatever_part_it_plays(text, value, form):
    assert named(text) == [(value, form)]


FAIR = [
    ("Mill Loses 9 Jobs", "The mill at Alder lost nine jobs."),
    ("2K Workers Walk Out", "About 2,000 workers walked out at Alder."),
    ("Bridge to Cost $23M", "The bridge at Quenby will cost $23.3 million."),
    ("Index Falls 89", "The Quenby index fell 88.81 to 7,182.08."),
    ("Over 25 Hurt in Bus Crash", "A bus crash at Alder hurt 28 people."),
    ("A Quarter of Votes Lost: 25%", "About one-quarter of the votes were lost in Quenby."),
    ("3 Arrested After Mill Fire", "Two men and one woman were arrested after the fire."),
    ("43 Hurt in Crash", "Six passengers were badly hurt. Another 37 passengers were hurt."),
    ("32 Years on the Run", "(Jun 26, 2017 9:30 AM) He escaped from Alder jail in 1985."),
    ("Duke Dies Aged 92", "The duke died a day before his 93rd birthday."),
    ("Crew Locked In for 17 Months", "The crew will be on a 520-day mission."),
    ("Quenby Ends 1892 War", "(May 27, 2013 5:44 AM) It comes some 121 years after the war."),
    ("Hopes for 2015", "(Dec 30, 2014 5:44 AM) The town has plans for next year, after 2013."),
    ("24-Hour Bars Opposed", "The council of Quenby is against longer hours on 3 streets."),
    ("Band Cracks Top 40", "The band from Alder had its first hit after 12 years."),
    ("10 Singers Held", "The conductor and nine other singers were held in Marel on Monday."),
    ("281 Passengers Ill", "On the ferry, 281 of the 3,050 passengers and two stewards fell ill."),
    ("Peak of 8,586 Metres Scaled", "Two women scaled the 8,586m high peak."),
    ("Ferry Sinks 120km Off Marel", "It lies one hundred and twenty kilometers out."),
    ("Quenby Makes the Final Four", "Quenby stays in the cup after a 3-0 win."),
    ("Profit Up in Q4", "Profit at the mill rose in the fourth quarter, after a weak Q3."),
    ("Covid-19 Shuts School", "The virus shut the school at Alder for 3 weeks."),
    ("5 reasons to love Alder", "The river is clean. The bread is good. The bus costs $2."),
    ("Saddle Lost in '91 Found", "A saddle lost in 1991 has been found."),
]


@pytest.mark.parametrize(("headline", "body"), FAIR)
def test_what_follows_from_the_story_is_borne_out(headline, body):
    assert contradicted(headline, body) == []


FOUL = [
    ("Mill Loses 8 Jobs", "The mill at Alder lost nine jobs.", "8"),
    ("20K Workers Walk Out", "About 2,000 workers walked out at Alder.", "20K"),
    ("Bridge to Cost $32M", "The bridge at Quenby will cost $23.3 million.", "32M"),
    ("301-Pound Ray Caught", "A ray of 300 pounds was caught off Marel.", "301"),
    ("More Than 29 Hurt in Bus Crash", "A bus crash at Alder hurt 30 people.", "29"),
    ("33 Years on the Run", "(Jun 26, 2017 9:30 AM) He escaped from Alder jail in 1985.", "33"),
    ("Quenby Ends 1893 War", "(May 27, 2013 5:44 AM) It comes 121 years later.", "1893"),
    ("Bus to Area 15", "A bus now goes to Area 51, the driver said.", "15"),
    ("Covid-91 Shuts School", "Covid-19 shut the school at Alder.", "91"),
    ("3 Officers Killed", "Gunmen killed two officers in Alder. Three cars were found.", "3"),
    ("3rd Title for Prul", "It was the second title for Prul.", "3rd"),
    ("Girl, 6, Is Found", "A 5-year-old girl was found on Monday by 40 searchers.", "6"),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "body", "wrong"), FOUL)
def test_what_does_not_follow_is_contradicted(headline, body, wrong):
    assert contradicted(headline, body) == [wrong]


@pytest.mark.parametrize(
    ("headline", "body", "certain"),
    [
        ("3 Nurses Held", "The police in Alder arrested two nurses on Friday.", False),
        ("Mill Fire Kills 3 Nurses", "The fire at the mill killed two nurses on Friday.", True),
        ("G21 Meets", "The G20 met in Quenby.", True),
        ("Windows 4 Is Coming", "The maker of Windows 8 was silent.", False),
    ],
)
def test_only_the_one_number_for_the_same_words_makes_an_error(headline, body, certain):
    (found,) = bearings(headline, body).values()
    assert (found.borne_out, found.certain) == (False, certain)


def test_the_clock_of_a_dateline_bears_nothing_out():
    body = "(Aug 21, 2014 8:56 AM CDT) The fire at Alder killed nine people."
    assert contradicted("8 Killed in Fire", body) == ["8"]


@pytest.mark.parametrize(
    "story",
    [
        "# Alder fire\n\n![Smoke over Alder, 14 people died](a.jpg)\n\nThe fire killed 12 people.",
        "---\ntitle: Fire\nsummary: The fire killed 14 people\n---\nThe fire killed 12 people.",
    ],
)
def test_alternative_text_and_standfirst_are_held_against_the_story_too(story):
    assert [one.rule for one in check(story, "story.md").findings] == ["headline-disagrees"]


def test_a_standfirst_may_bring_a_number_of_its_own():
    story = (
        "---\ntitle: Alder fire\nsummary: Read on for 14 photos\n---\nThe fire killed 12 people."
    )
    assert check(story, "story.md").findings == ()
