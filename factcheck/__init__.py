"""A linter for facts: the names a rule, a plugin or a script may use.

Each name is imported when it is first asked for, so that `import factcheck` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.checker import check as check
    from factcheck.checker import check_file as check_file
    from factcheck.checker import marked_by as marked_by
    from factcheck.claims.ages import Aged as Aged
    from factcheck.claims.ages import AgePair as AgePair
    from factcheck.claims.ages import age_pairs as age_pairs
    from factcheck.claims.anniversaries import Anniversary as Anniversary
    from factcheck.claims.anniversaries import find_anniversaries as find_anniversaries
    from factcheck.claims.bearings import Bearing as Bearing
    from factcheck.claims.bearings import find_bearings as find_bearings
    from factcheck.claims.changes import Change as Change
    from factcheck.claims.changes import difference_of as difference_of
    from factcheck.claims.changes import find_changes as find_changes
    from factcheck.claims.changes import percent_of as percent_of
    from factcheck.claims.conversions import Conversion as Conversion
    from factcheck.claims.conversions import find_conversions as find_conversions
    from factcheck.claims.courses import Course as Course
    from factcheck.claims.courses import find_courses as find_courses
    from factcheck.claims.cues import Cues as Cues
    from factcheck.claims.denials import DenialPair as DenialPair
    from factcheck.claims.denials import denial_pairs as denial_pairs
    from factcheck.claims.disputes import DisputedPair as DisputedPair
    from factcheck.claims.disputes import disputed_pairs as disputed_pairs
    from factcheck.claims.elapsed import Elapsed as Elapsed
    from factcheck.claims.elapsed import find_elapsed as find_elapsed
    from factcheck.claims.event_pairs import EventPair as EventPair
    from factcheck.claims.event_pairs import event_pairs as event_pairs
    from factcheck.claims.events import Event as Event
    from factcheck.claims.fair_conversions import fair_original as fair_original
    from factcheck.claims.fair_conversions import fair_result as fair_result
    from factcheck.claims.fair_conversions import figure_ends as figure_ends
    from factcheck.claims.fair_conversions import first_digit as first_digit
    from factcheck.claims.granting import granted as granted
    from factcheck.claims.granting import nominal as nominal
    from factcheck.claims.granting import write_granted as write_granted
    from factcheck.claims.granting import write_like as write_like
    from factcheck.claims.granting import write_range as write_range
    from factcheck.claims.groups import Conflict as Conflict
    from factcheck.claims.groups import find_conflicts as find_conflicts
    from factcheck.claims.groups import linked as linked
    from factcheck.claims.lasting import Lasting as Lasting
    from factcheck.claims.lasting import find_lastings as find_lastings
    from factcheck.claims.lives import Life as Life
    from factcheck.claims.lives import find_lives as find_lives
    from factcheck.claims.majorities import Majority as Majority
    from factcheck.claims.majorities import find_majorities as find_majorities
    from factcheck.claims.multiples import Multiple as Multiple
    from factcheck.claims.multiples import find_multiples as find_multiples
    from factcheck.claims.named_numbers import NamedNumber as NamedNumber
    from factcheck.claims.parts import Listing as Listing
    from factcheck.claims.parts import Part as Part
    from factcheck.claims.parts import find_listings as find_listings
    from factcheck.claims.parts import find_parts as find_parts
    from factcheck.claims.phrases import Phrase as Phrase
    from factcheck.claims.phrases import find_phrases as find_phrases
    from factcheck.claims.phrases import phrase_of as phrase_of
    from factcheck.claims.ranks import Rank as Rank
    from factcheck.claims.ranks import RankPair as RankPair
    from factcheck.claims.ranks import rank_pairs as rank_pairs
    from factcheck.claims.rates import Rate as Rate
    from factcheck.claims.rates import find_rates as find_rates
    from factcheck.claims.rates import total_of as total_of
    from factcheck.claims.relations import Whole as Whole
    from factcheck.claims.relations import find_wholes as find_wholes
    from factcheck.claims.same import Pair as Pair
    from factcheck.claims.same import compared_pairs as compared_pairs
    from factcheck.claims.same import noun_class as noun_class
    from factcheck.claims.same import reported_difference as reported_difference
    from factcheck.claims.same import same_pairs as same_pairs
    from factcheck.claims.same import same_thing as same_thing
    from factcheck.claims.shares import Restated as Restated
    from factcheck.claims.shares import Share as Share
    from factcheck.claims.shares import find_restated as find_restated
    from factcheck.claims.shares import find_shares as find_shares
    from factcheck.claims.shares import share_of as share_of
    from factcheck.claims.sums import Sum as Sum
    from factcheck.claims.sums import find_sums as find_sums
    from factcheck.claims.sums import result_of as result_of
    from factcheck.claims.universals import Universal as Universal
    from factcheck.claims.universals import UniversalPair as UniversalPair
    from factcheck.claims.universals import universal_pairs as universal_pairs
    from factcheck.dates.halves import halves as halves
    from factcheck.dates.reckoning import ages_on as ages_on
    from factcheck.dates.reckoning import days_between as days_between
    from factcheck.dates.reckoning import days_of as days_of
    from factcheck.dates.reckoning import days_with_weekday as days_with_weekday
    from factcheck.dates.reckoning import moved as moved
    from factcheck.dates.reckoning import weekdays_of as weekdays_of
    from factcheck.dates.reckoning import years_with_weekday as years_with_weekday
    from factcheck.dates.resolving import Day as Day
    from factcheck.dates.resolving import Reading as Reading
    from factcheck.dates.resolving import readings as readings
    from factcheck.dates.writing import write_choice as write_choice
    from factcheck.dates.writing import write_day as write_day
    from factcheck.dates.writing import write_month as write_month
    from factcheck.dates.writing import write_ordinal as write_ordinal
    from factcheck.dates.writing import write_time as write_time
    from factcheck.dates.writing import write_weekday as write_weekday
    from factcheck.dates.writing import write_when as write_when
    from factcheck.examples import Example as Example
    from factcheck.findings import SEVERITIES as SEVERITIES
    from factcheck.findings import Accepted as Accepted
    from factcheck.findings import Bar as Bar
    from factcheck.findings import Compared as Compared
    from factcheck.findings import Failure as Failure
    from factcheck.findings import Finding as Finding
    from factcheck.findings import Report as Report
    from factcheck.findings import Severity as Severity
    from factcheck.hooks import hookimpl as hookimpl
    from factcheck.model import AUTHOR as AUTHOR
    from factcheck.model import Claim as Claim
    from factcheck.model import Date as Date
    from factcheck.model import Document as Document
    from factcheck.model import Quantity as Quantity
    from factcheck.model import Region as Region
    from factcheck.model import Sentence as Sentence
    from factcheck.model import Source as Source
    from factcheck.model import Span as Span
    from factcheck.model import Statement as Statement
    from factcheck.numbers import Number as Number
    from factcheck.numbers import write_number as write_number
    from factcheck.numbers import write_rounded as write_rounded
    from factcheck.quantities.mentions import Mention as Mention
    from factcheck.quantities.mentions import find_mentions as find_mentions
    from factcheck.quantities.rounding import agree as agree
    from factcheck.quantities.rounding import apart as apart
    from factcheck.quantities.rounding import rounded as rounded
    from factcheck.quantities.units import Unit as Unit
    from factcheck.quantities.units import converted as converted
    from factcheck.quantities.units import units as units
    from factcheck.ranges import Range as Range
    from factcheck.readers import Prose as Prose
    from factcheck.readers.decoding import Unreadable as Unreadable
    from factcheck.reading import find_quantities as find_quantities
    from factcheck.reading import read as read
    from factcheck.reading import read_file as read_file
    from factcheck.reports import Checked as Checked
    from factcheck.reports import Run as Run
    from factcheck.reports.page import Page as Page
    from factcheck.rules import Rule as Rule
    from factcheck.rules import RuleError as RuleError
    from factcheck.rules import rule as rule
    from factcheck.tables import load_table as load_table

__version__ = "0.1.0"

_HOMES = {
    "check": "checker",
    "check_file": "checker",
    "Example": "examples",
    "marked_by": "checker",
    "hookimpl": "hooks",
    "Bearing": "claims.bearings",
    "find_bearings": "claims.bearings",
    "fair_original": "claims.fair_conversions",
    "fair_result": "claims.fair_conversions",
    "figure_ends": "claims.fair_conversions",
    "first_digit": "claims.fair_conversions",
    "Conversion": "claims.conversions",
    "find_conversions": "claims.conversions",
    "Unit": "quantities.units",
    "units": "quantities.units",
    "converted": "quantities.units",
    "NamedNumber": "claims.named_numbers",
    "find_quantities": "reading",
    "agree": "quantities.rounding",
    "Mention": "quantities.mentions",
    "find_mentions": "quantities.mentions",
    "apart": "quantities.rounding",
    "rounded": "quantities.rounding",
    "compared_pairs": "claims.same",
    "noun_class": "claims.same",
    "reported_difference": "claims.same",
    "Pair": "claims.same",
    "Aged": "claims.ages",
    "AgePair": "claims.ages",
    "age_pairs": "claims.ages",
    "DenialPair": "claims.denials",
    "Cues": "claims.cues",
    "denial_pairs": "claims.denials",
    **dict.fromkeys(("DisputedPair", "disputed_pairs"), "claims.disputes"),
    **dict.fromkeys(("Universal", "UniversalPair", "universal_pairs"), "claims.universals"),
    "Event": "claims.events",
    "EventPair": "claims.event_pairs",
    "event_pairs": "claims.event_pairs",
    "Conflict": "claims.groups",
    "find_conflicts": "claims.groups",
    "linked": "claims.groups",
    "Listing": "claims.parts",
    "Part": "claims.parts",
    "find_listings": "claims.parts",
    "find_parts": "claims.parts",
    "Rank": "claims.ranks",
    "RankPair": "claims.ranks",
    "rank_pairs": "claims.ranks",
    **dict.fromkeys(
        ("Change", "difference_of", "find_changes", "percent_of"),
        "claims.changes",
    ),
    **dict.fromkeys(
        ("granted", "nominal", "write_granted", "write_like", "write_range"),
        "claims.granting",
    ),
    **dict.fromkeys(("Majority", "find_majorities"), "claims.majorities"),
    **dict.fromkeys(("Rate", "find_rates", "total_of"), "claims.rates"),
    **dict.fromkeys(("Multiple", "find_multiples"), "claims.multiples"),
    **dict.fromkeys(("Phrase", "find_phrases", "phrase_of"), "claims.phrases"),
    **dict.fromkeys(
        ("Restated", "Share", "find_restated", "find_shares", "share_of"),
        "claims.shares",
    ),
    **dict.fromkeys(("Sum", "find_sums", "result_of"), "claims.sums"),
    "Whole": "claims.relations",
    "find_wholes": "claims.relations",
    "same_pairs": "claims.same",
    "same_thing": "claims.same",
    "ages_on": "dates.reckoning",
    "days_of": "dates.reckoning",
    "days_with_weekday": "dates.reckoning",
    "weekdays_of": "dates.reckoning",
    "years_with_weekday": "dates.reckoning",
    "readings": "dates.resolving",
    "halves": "dates.halves",
    "write_choice": "dates.writing",
    "write_day": "dates.writing",
    "write_month": "dates.writing",
    "write_weekday": "dates.writing",
    "moved": "dates.reckoning",
    "Lasting": "claims.lasting",
    "find_lastings": "claims.lasting",
    "Elapsed": "claims.elapsed",
    "find_elapsed": "claims.elapsed",
    "write_time": "dates.writing",
    "Reading": "dates.resolving",
    "write_when": "dates.writing",
    "Life": "claims.lives",
    "find_lives": "claims.lives",
    "Day": "dates.resolving",
    "Course": "claims.courses",
    "find_courses": "claims.courses",
    "days_between": "dates.reckoning",
    "Anniversary": "claims.anniversaries",
    "find_anniversaries": "claims.anniversaries",
    "write_ordinal": "dates.writing",
    "Range": "ranges",
    "Number": "numbers",
    "write_number": "numbers",
    "write_rounded": "numbers",
    "load_table": "tables",
    "read": "reading",
    "read_file": "reading",
    "Prose": "readers",
    "Unreadable": "readers.decoding",
    **dict.fromkeys(("Checked", "Run"), "reports"),
    "Page": "reports.page",
    "Rule": "rules",
    "RuleError": "rules",
    "rule": "rules",
    **dict.fromkeys(
        ("AUTHOR", "Claim", "Date", "Document", "Quantity", "Region", "Sentence", "Source",
         "Span", "Statement"),
        "model",
    ),
    **dict.fromkeys(
        ("SEVERITIES", "Accepted", "Bar", "Compared", "Failure", "Finding", "Report", "Severity"),
        "findings",
    ),
}  # fmt: skip

__all__ = sorted([*_HOMES, "__version__"])


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
    # Kept, so that the next look-up finds it without asking here again.
    value = getattr(import_module(f"factcheck.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
