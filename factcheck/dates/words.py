"""The words dates are made of, and the words round a numeral that make it a year or a figure."""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu",
            "friday fri", "saturday sat", "sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip

ORDINALS = {
    name: number
    for number, name in enumerate(
        (
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
            "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ).split(),
        start=1,
    )
} | {"twenty": 20}

# Each class of token has one letter; a text's shape is the letters of its tokens. Capitalised
# classes are read only as "May" or "MAY", the others in any case.
CAPITALISED = {
    "M": "january february july september october november december",
    # Also people, verbs and a modal: alone they need a preposition before them.
    "m": "march april may june august",
    "b": "jan feb mar apr jun jul aug sep sept oct nov dec",
    "D": "monday tuesday wednesday thursday friday saturday sunday",
    "w": "mon tue tues wed weds thu thur thurs fri sat sun",
    "X": "christmas easter halloween thanksgiving boxing valentine year hogmanay juneteenth "
    "ramadan passover hanukkah diwali",
}
ANYCASE = {
    "O": " ".join(ORDINALS),
    "S": "spring summer autumn fall winter",
    "U": "week month year decade weekend night morning afternoon evening",
    "u": "day days weeks months years decades centuries hour hours minute minutes",
    "C": "century",
    "Q": "quarter",
    "L": "last this next past previous coming following",
    "g": "ago earlier later",
    "R": "today yesterday tomorrow tonight",
    "T": "noon midnight midday",
    "K": "clock",
    "a": "am pm",
    "p": "a p",
    "q": "m",
    "Z": "gmt bst utc cet est edt et cst cdt pst pdt pt hours hrs local",
    "o": "st nd rd th",
    "s": "s",
    "i": "of",
    "t": "to until till through",
    "x": "and",
    "h": "the",
}
# As they come, with or without the space that follows: "4-6" but "4 - 6".
RAW = {
    ",": (",", ", "),
    ".": (".", ". "),
    "-": ("-", "–", "—", "‑"),
    "~": ("- ", "– ", "— ", "‑ "),
    "/": ("/",),
    ":": (":",),
    "'": ("'", "’", "‘"),
}

# What may touch a date on its left.
OPENERS = frozenset("( [ “ ‘ ' \" ’ – — * _ >".split())

# Days with a name of their own: (month, day), or None where the day moves from year to year.
FESTIVALS: dict[str, tuple[int, int] | None] = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": None,
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "new year": None,
    "valentine's day": (2, 14),
    "halloween": (10, 31),
    "hogmanay": (12, 31),
    "juneteenth": (6, 19),
    "easter sunday": None,
    "easter monday": None,
    "easter": None,
    "thanksgiving": None,
    "ramadan": None,
    "passover": None,
    "hanukkah": None,
    "diwali": None,
}

# What follows or precedes a weekday that is part of a name.
WEEKDAY_NAMES_AFTER = frozenset("Times Telegraph Mirror Mail Herald Express Post Mercury".split())
WEEKDAY_NAMES_BEFORE = frozenset("Sheffield Black Bloody Super Cyber Ruby Good Easter Ash".split())

# A month alone after these is a month: "in May", "last March", "the end of June".
BEFORE_MONTH = frozenset(
    "in since until till last next this early late mid by of before after during from to through "
    "between and throughout every each around end beginning".split()
)
# These stand before people too: "signed by April Jones".
BEFORE_PEOPLE = frozenset("by of from to and after before between until this".split())

# "In 1998", "the year 2000", "early 2000": a year whatever its digits.
BEFORE_YEAR = frozenset(
    "in since until till during throughout early late mid circa born fiscal fy season year spring "
    "summer autumn winter fall class pre post vintage euro expo olympics effective act floruit "
    "race agenda vision".split()
)
# "By 1998", "the 1998 election": a year where the digits are not those of a round figure.
MAY_STAND_BEFORE_YEAR = frozenset(
    "by from to of before after for between and or on into through both the its his her their our "
    "my your s this that a an past via versus vs".split()
)
# "By 2000", "the 2000 election", where "a crowd of 2000" and "rose to 2000" are figures.
BEFORE_ROUND_YEAR = frozenset(
    "by from before after between the its his her their through s both".split()
)
# "More than 1990", "about 1990": a figure, unless nothing that could be counted follows.
BEFORE_FIGURE = frozenset(
    "than about some around nearly almost over above under below approximately roughly".split()
)
# "At least 1990", "UN resolution 1973", "Windows 2000", "flight 2010": never a year.
NEVER_BEFORE_YEAR = frozenset(
    "least most only exactly another just resolution number no nos windows office boeing room "
    "flight page pages channel route highway section article area box unit bus train model psalm "
    "lot rs peugeot mazda playstation xbox additional extra further employs "
    "employed employing sold killed killing injured injuring".split()
)
# "2000 people", "1990 square feet": what a figure counts or measures.
COUNTED = frozenset(
    "people persons men women children babies boys girls jobs soldiers troops police officers "
    "staff workers employees students pupils teachers nurses doctors patients voters residents "
    "homes houses households families flats properties buildings rooms beds seats tickets copies "
    "units shares votes deaths cases victims refugees migrants fighters militants prisoners "
    "inmates passengers fans spectators protesters demonstrators supporters members companies "
    "firms businesses shops stores schools hospitals vehicles cars trucks planes ships boats "
    "animals birds cattle sheep cows trees acres hectares miles mile metres metre meters meter "
    "feet foot ft inches km kilometres kilometers kilometre kilometer yards tonnes tonne tons ton "
    "kg kilograms kilogrammes kilos pounds grams litres liters gallons barrels calories watts "
    "megawatts mw kw mhz ghz mph kph rpm hp cc bits bytes megabytes dollars euros pounds pence "
    "cents yen rupees francs crowns rubles roubles yuan pesos hours days weeks months years "
    "minutes seconds times points runs goals metres percent percentage per million billion "
    "trillion thousand hundred dozen square cubic degrees extra more additional strong items "
    "pieces pages words books songs artists players athletes sites users customers subscribers "
    "investors clients delegates guests visitors tourists locals civilians casualties complaints "
    "applications signatures calls emails messages megapixels pixels light different separate "
    "individual foreign".split()
)
# "The 2000 results": plurals that years stand before.
AFTER_YEAR = frozenset(
    "results sales figures earnings profits levels elections games finals awards champions attacks "
    "bombings talks accords riots protests rules guidelines terms prices winners models was has is "
    "as this its says plans targets goals accounts forecasts estimates returns shows sees marks "
    "versus campaigns polls always perhaps hearings events floods fires budgets titles races means needs makes remains looks "
    "seems brings comes includes onwards afterwards towards besides".split()
)
STREETS = frozenset("Street St Road Rd Avenue Ave Drive Lane Boulevard Blvd Way".split())

POSSESSIVES = frozenset("his her its their our my your".split())

# "At 17:30", where "won in 2:45" is a time that was run.
BEFORE_CLOCK = frozenset("at by until till from around before after since about to and".split())

NUMBERS = {
    "a": (1, 1), "an": (1, 1), "one": (1, 1), "two": (2, 2), "couple": (2, 3), "three": (3, 3),
    "four": (4, 4), "five": (5, 5), "six": (6, 6), "seven": (7, 7), "eight": (8, 8),
    "nine": (9, 9), "ten": (10, 10), "eleven": (11, 11), "twelve": (12, 12), "dozen": (12, 12),
    "thirteen": (13, 13), "fourteen": (14, 14), "fifteen": (15, 15), "sixteen": (16, 16),
    "seventeen": (17, 17), "eighteen": (18, 18), "nineteen": (19, 19), "twenty": (20, 20),
    "thirty": (30, 30), "forty": (40, 40), "fifty": (50, 50), "sixty": (60, 60),
    "seventy": (70, 70), "eighty": (80, 80), "ninety": (90, 90), "hundred": (100, 100),
    "few": (3, 9), "several": (3, 9),
}  # fmt: skip
# What may stand between the words of a number: "a couple of", "ten to fifteen", "two-and-a-half".
WITHIN_NUMBERS = frozenset("of to or and half - –".split())
