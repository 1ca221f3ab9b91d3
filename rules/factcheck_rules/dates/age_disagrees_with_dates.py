"""FC305: an age that does not fit a date of birth."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import (
    Compared,
    Document,
    Example,
    Finding,
    Life,
    Range,
    Reading,
    ages_on,
    find_lives,
    readings,
    rule,
    write_choice,
    write_when,
)

_STORY = (2019, 6, 20)


@rule(
    "FC305",
    examples=[
        "Ada Orme, who was born in [[1950]], died in [[2019]] [[aged 72]].",
        "Born in [[1965]], the painter turned [[40]] in [[2010]].",
        "Ada Orme was born in Quenby on [[3 May 1950]]. She died on [[2 May 2010]], [[at the "
        "age of 60]].",
        "Ada Orme (born [[4 March 1951]]) is a potter.\n\nAda Orme was [[42]] in [[1990]], when "
        "she won the prize.",
        "The mayor, Ben Orme ([[1931]]–[[2004]]), died [[aged 79]].",
        Example("Ada Orme, [[42]], was born in [[1950]].", as_of=_STORY),
        "Ada Orme, who was born in 1950, died in 2019 aged 69.",
        # Before her birthday that year.
        "Ada Orme, who was born in 1950, died in 2019 aged 68.",
        "Born in 1965, the painter turned 40 in 2005.",
        "Ada Orme was born in Quenby on 3 May 1950. She died on 2 May 2010, at the age of 59.",
        "Ada Orme was born in 1950. Her father died in 1960, aged 45.",
        "Born in 1950 to the painter Ben Orme, who died in 1960 aged 45, she grew up in Marel.",
        "Ada Orme was born in 1950, and Ben Vane died in 2019, aged 82.",
        "Ada Orme was born in 1950. Ada Orme won the prize in 2010, 12 years after her first.",
        "Mayor Ben Orme (1990-2010) died aged 79.",
    ],
)
def age_disagrees_with_dates(document: Document) -> Iterator[Finding | Compared]:
    """A person is as old as the date of birth allows.

    The birthday may not have come yet that year, so two ages are fair where only the years are
    known; who turns an age in a year was born exactly so many years before. Birth and age are
    held together only where one sentence, or one name, ties them.

    Compares: An age with the date of birth and the day of the age: that of death, one named beside
    the age, or the story’s own (“Ada Orme, 42, who was born in 1977”).

    Tolerance: A birthday that may not have come yet is a year; days, months and years that are
    not known may be any.

    Silent: Where that day is not known, or somebody else is named between birth and age.

    Published: The Newcastle Advertiser, South Africa, 15 May 2014: a voter was 111 and born in
    1928, which makes 85 or 86 (citizen.co.za, 14 May 2014).
    """
    for life in find_lives(document):
        pairs = _readings(document, life)
        if not pairs:
            continue
        spans = tuple(date.span for date in (life.born, life.on) if date)
        if any(_fair(life, *pair).relation(life.age.range) != "disjoint" for pair in pairs):
            yield Compared((life.age.span, *spans), "the age fits the date of birth")
        else:
            yield _finding(life, *pairs[0])


def _readings(document: Document, life: Life) -> list[tuple[Reading, Reading]]:
    """Each pair of days, or years, that the birth and the date of the age can mean."""
    as_of = document.as_of
    days = readings(life.on, as_of) if life.on else (((as_of, as_of),) if as_of else ())
    born = readings(life.born, as_of)
    return [(one, day) for one in born for day in days if day[1] >= one[0]]


def _fair(life: Life, born: Reading, on: Reading) -> Range:
    """The ages somebody born then can have had, or come to, on that day."""
    if life.turned:
        return Range(on[0][0] - born[1][0], on[1][0] - born[0][0])
    return ages_on(born, on)


def _finding(life: Life, born: Reading, on: Reading) -> Finding:
    fair, precision = _fair(life, born, on), life.on.precision if life.on else "day"
    ages = write_choice(dict.fromkeys((str(fair.low), str(fair.high))))
    birth, then = write_when(born[0], life.born.precision), write_when(on[0], precision)
    said = f"Whoever was born {birth} {'turned' if life.turned else 'was'} {ages} {then}"
    others = [life.born.span.labelled(f"born {birth}")]
    if life.on:
        others.append(life.on.span.labelled("at this time"))
    return Finding(
        f"{said}, not {life.age.range}",
        (life.age.span.labelled(f"{ages} by the dates"), *others),
        working=tuple(_working(life, born, on)),
        consistent_if=(f"the age is {ages}", *_other_years(life, born, on)),
    )


def _working(life: Life, born: Reading, on: Reading) -> Iterator[str]:
    yield f"{on[0][0]} - {born[0][0]} = {on[0][0] - born[0][0]}"
    fair = _fair(life, born, on)
    if fair.low != fair.high:
        yield f"{fair.low} before the birthday of that year, {fair.high} from then on"
    elif not life.turned and fair.high != on[0][0] - born[0][0]:
        yield f"{fair.high}, as the birthday of that year was still to come"


def _other_years(life: Life, born: Reading, on: Reading) -> Iterator[str]:
    """The years of birth, and of the age, that would fit the rest."""
    years = int(life.age.range.high or 0)
    births = (on[0][0] - years + step for step in (-1, 0, 1))
    fitting = [str(one) for one in births if years in _fair(life, _moved(born, one), on)]
    yield f"the year of birth is {write_choice(fitting)}"
    if life.on and life.on.year is not None:
        days = (born[0][0] + years + step for step in (-1, 0, 1))
        fitting = [str(one) for one in days if years in _fair(life, born, _moved(on, one))]
        yield f"the year of the age is {write_choice(fitting)}"


def _moved(reading: Reading, year: int) -> Reading:
    """The same days in another year."""
    (_, *first), (_, *last) = reading
    return (year, first[0], first[1]), (year, last[0], last[1])
