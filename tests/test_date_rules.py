"""The boundary of each rule on dates: what is true passes, what is off by more does not."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from num2words import num2words
from strategies import (
    DatedText,
    Ends,
    anniversary_years,
    calendar_days,
    date_like_texts,
    false_weekdays,
    gregorian_days,
    lifetimes,
    misses,
    story_days,
    stretches_of_days,
    true_weekdays,
)

from factcheck.checker import check
from factcheck.dates.reckoning import weekdays_of, working_days
from factcheck.plugins import installed_rules

RULES = {rule.name: rule for rule in installed_rules().rules}


def objects(name, text, as_of=None):
    """Whether the rule objects; it must have held something together either way."""
    report = check(text, rules=[RULES[name]], as_of=as_of)
    assert report.failures == ()
    assert report.findings or report.compared, f"{name} saw nothing in {text!r}"
    return bool(report.findings)


def written(day, precision):
    return {"year": f"{day.year}", "month": f"{day:%B} {day.year}"}.get(
        precision, f"{day.day} {day:%B} {day.year}"
    )


def when(day, precision):
    return f"{'on' if precision == 'day' else 'in'} {written(day, precision)}"


def earliest_and_latest(day, precision):
    if precision == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if precision == "month":
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    return day, day


@given(true_weekdays)
@example(DatedText("Sunday, 4 November 2018", date(2018, 11, 4), 0))
def test_a_day_with_its_own_weekday_passes_in_every_form(dated):
    assert not objects("weekday-wrong", f"The bridge was closed on {dated.text}.")


@given(false_weekdays)
def test_a_day_with_another_weekday_is_flagged_in_every_form(dated):
    assert objects("weekday-wrong", f"The bridge was closed on {dated.text}.")


@given(gregorian_days, st.integers(-180, 180))
def test_a_day_without_a_year_passes_in_a_story_near_it(day, distance):
    story = day + timedelta(distance)
    text = f"The bridge was closed on {day:%A}, {day.day} {day:%B}."
    report = check(text, rules=[RULES["weekday-wrong"]], as_of=tuple_of(story))
    assert report.findings == ()
    # 29 February may be years away and is left alone.
    assert bool(report.compared) is ((day.month, day.day) != (2, 29))


@given(gregorian_days, st.integers(-150, 150), st.integers(1, 6))
def test_another_weekday_is_flagged_in_a_story_near_a_day_without_a_year(day, distance, shift):
    story, named = day + timedelta(distance), day + timedelta(shift)
    text = f"The bridge was closed on {named:%A}, {day.day} {day:%B}."
    # Of the story's own year the day may be further away, and fall on the weekday.
    elsewhere = day.replace(day=day.day - ((day.month, day.day) == (2, 29)), year=story.year)
    if (day.month, day.day) != (2, 29) and elsewhere.weekday() != named.weekday():
        assert objects("weekday-wrong", text, tuple_of(story))


@given(calendar_days)
def test_the_two_calendars_name_weekdays_so_many_days_apart(day):
    """From 1 March 1900 the Julian calendar is 13 days behind, and 12 before."""
    if day.year < 1924:
        behind = 13 if day >= date(1900, 3, 1) else 12
        told = weekdays_of(day.year, day.month, day.day)
        assert told[0] == day.weekday()
        assert told[-1] == (day + timedelta(behind)).weekday()


@given(gregorian_days)
def test_a_day_that_its_month_has_passes_and_the_one_after_the_last_does_not(day):
    rule = [RULES["impossible-date"]]
    last = monthrange(day.year, day.month)[1]
    for text in (f"{day.day} {day:%B} {day.year}", f"{day:%B} {day.day}, {day.year}"):
        assert check(f"The fair ended on {text}.", rules=rule).findings == ()
    beyond = f"The fair ended on {last + 1} {day:%B} {day.year}, as planned."
    (found,) = check(beyond, rules=rule).findings
    assert found.spans[0].of(beyond) == f"{last + 1} {day:%B} {day.year}"


def age(born, on):
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def fair_ages(life):
    born, died = (earliest_and_latest(day, life.precision) for day in life[:2])
    # Who was born on 29 February may keep the birthday on the 28th.
    first = born[0] - timedelta(born[0].month == 2 and born[0].day == 29)
    return age(born[1], died[0]), age(first, died[1])


def obituary(life, years):
    return (
        f"Ada Orme, who was born {when(life.first, life.precision)}, "
        f"died {when(life.last, life.precision)}, aged {years}."
    )


@given(lifetimes)
@example(Ends(date(1952, 2, 29), date(2011, 2, 28), "day"))
@example(Ends(date(1950, 5, 3), date(2010, 5, 3), "day"))
@example(Ends(date(1950, 5, 3), date(2010, 5, 2), "day"))
def test_the_true_age_passes_on_either_side_of_the_birthday(life):
    text = obituary(life, age(life.first, life.last))
    assert not objects("age-disagrees-with-dates", text)


@given(lifetimes)
@example(Ends(date(1952, 2, 29), date(2011, 2, 28), "day"))
@example(Ends(date(1950, 5, 3), date(2010, 5, 3), "day"))
@example(Ends(date(1950, 5, 3), date(2010, 5, 2), "day"))
def test_an_age_that_no_birthday_allows_is_flagged_on_both_sides(life):
    youngest, oldest = fair_ages(life)
    for years in (youngest, oldest):
        assert not objects("age-disagrees-with-dates", obituary(life, years))
    for years in (youngest - 1, oldest + 1):
        assert objects("age-disagrees-with-dates", obituary(life, years))


@given(st.integers(1901, 1990), st.integers(2, 99), misses)
def test_who_turns_an_age_in_a_year_was_born_so_many_years_before(born, years, miss):
    text = f"Born in {born}, Ada Orme turned {years} in @."
    assert not objects("age-disagrees-with-dates", text.replace("@", str(born + years)))
    if miss + years > 0:
        assert objects("age-disagrees-with-dates", text.replace("@", str(born + years + miss)))


def lengths(stretch):
    """The unit, and the least and the most that fits, counted apart from the rule."""
    first, last, precision = stretch
    if precision == "day":
        days = [first + timedelta(by) for by in range(1, (last - first).days + 1)]
        return "days", sum(day.weekday() < 5 for day in days), len(days) + 1
    if precision == "month":
        months = (last.year - first.year) * 12 + last.month - first.month
        return "months", months - 1, months + 1
    return "years", last.year - first.year - 1, last.year - first.year + 1


LENGTHS = (
    "The harbour was shut from {first} to {last}, {length}.",
    "The harbour was shut for {length}, from {first} to {last}.",
    "The harbour was shut for {length} ({first} to {last}).",
    "The {length} between {first} and {last} were quiet.",
)


@pytest.mark.parametrize("form", LENGTHS)
@given(stretch=stretches_of_days)
def test_a_length_fits_from_neither_end_counted_in_to_both_and_no_further(form, stretch):
    unit, least, most = lengths(stretch)
    first, last = (written(day, stretch.precision) for day in stretch[:2])

    def objects_to(number):
        text = form.format(first=first, last=last, length=f"{number} {unit}")
        return objects("duration-disagrees-with-dates", text)

    if first != last:
        for number in {least, least + 1, most} - {-1, 0, 1}:
            assert not objects_to(number)
        for number in {least - 1, most + 1} - {-2, -1, 0, 1}:
            assert objects_to(number)


@given(st.integers(1901, 1990), st.integers(2, 90), st.integers(2, 9))
def test_a_year_reckoned_from_another_is_at_most_one_off(year, after, miss):
    for number, expected in ((after, False), (after + 1, False), (after + miss, True)):
        told = f"The mill opened in {year} and closed {number} years later, in {year + after}."
        assert objects("duration-disagrees-with-dates", told) is expected
        told = f"The mill closed in {year + after}, {number} years after it opened in {year}."
        assert objects("duration-disagrees-with-dates", told) is expected


@given(gregorian_days, st.integers(0, 400))
def test_working_days_are_those_from_monday_to_friday(first, days):
    last = first + timedelta(days)
    counted = sum((first + timedelta(by)).weekday() < 5 for by in range(1, days + 1))
    assert working_days(tuple_of(first), tuple_of(last)) == counted


def tuple_of(day):
    return day.year, day.month, day.day


COURSES = (
    "The harbour was shut from {} to {}.",
    "The harbour was shut between {} and {}.",
    "The writer Ben Orme ({} – {}) spent his summers in Quenby.",
)


@pytest.mark.parametrize("form", COURSES)
@given(stretch=stretches_of_days)
def test_what_ends_before_it_starts_is_flagged_and_nothing_else(form, stretch):
    first, last = (written(day, stretch.precision) for day in stretch[:2])
    if first != last:
        assert not objects("ends-before-it-starts", form.format(first, last))
        assert objects("ends-before-it-starts", form.format(last, first))


@given(stretches_of_days)
@example(Ends(date(2019, 5, 3), date(2019, 5, 3), "day"))
def test_what_closed_before_it_opened_is_flagged(stretch):
    first, last = (when(day, stretch.precision) for day in stretch[:2])
    assert not objects("ends-before-it-starts", f"The mill opened {first} and closed {last}.")
    if first != last:
        assert objects("ends-before-it-starts", f"The mill opened {last} and closed {first}.")


ANNIVERSARIES = (
    "In {held} Marel marked the {number} anniversary of the {base} harbour fire.",
    "The {number} anniversary of the {base} harbour fire in {held} drew a crowd.",
    "Founded in {base}, the club celebrated its {number} birthday in {held}.",
    "In {held} Marel celebrated the {number} anniversary of the opening in {base}.",
)


@pytest.mark.parametrize("form", ANNIVERSARIES)
@given(years=anniversary_years, miss=misses, in_words=st.booleans())
def test_an_anniversary_passes_in_its_year_and_in_no_other(form, years, miss, in_words):
    base, after = years
    number = num2words(after, to="ordinal" if in_words else "ordinal_num")
    true = form.format(base=base, number=number, held=base + after)
    assert not objects("anniversary-wrong", true)
    if after + miss > 0:
        assert objects(
            "anniversary-wrong", form.format(base=base, number=number, held=base + after + miss)
        )


@given(date_like_texts, story_days)
@example("Born in 9999, she turned 40 in 9999. In 9999, a decade after 9990.", None)
@example("The six years from 1 to 0 May 0001, born in 1000, aged 120 in 1000.", (1, 1, 1))
@example("The 9999th anniversary of the 1000 fire in 1001.", (9999, 12, 31))
def test_no_rule_breaks_on_what_only_looks_like_dates(text, as_of):
    rules = [rule for rule in RULES.values() if rule.group == "dates"]
    assert check(text, rules=rules, as_of=as_of).failures == ()
