"""Which rules run and how severe they are, of all that are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar, cast

from factcheck.checker import UnknownRuleError, select_rules
from factcheck.desk.configuration import Configuration, ConfigurationError
from factcheck.desk.kinds import PerFile
from factcheck.desk.settings import Settings
from factcheck.findings import Finding, Severity
from factcheck.rules import Rule
from factcheck.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Choice:
    """Rules to run instead of those so far, if there are any, and then some to leave out."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


def choose(rules: Sequence[Rule], choices: Iterable[Choice]) -> tuple[Rule, ...]:
    """The rules that are left when each choice has been made; words that fit none are passed."""
    chosen = {rule.code for rule in rules}
    for choice in choices:
        if choice.select:
            chosen = _called(rules, choice.select)
        chosen -= _called(rules, choice.ignore)
    return tuple(rule for rule in rules if rule.code in chosen)


def choice_of(row: Settings | PerFile) -> Choice:
    """What a configuration says of all files, or of some."""
    return Choice(words_of(row.select), words_of(row.ignore))


def words_of(texts: Iterable[str]) -> tuple[str, ...]:
    """The words of texts in which each may itself be a list with commas."""
    return tuple(word.strip() for text in texts for word in text.split(",") if word.strip())


def levels_of(rules: Sequence[Rule], severities: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The levels that rules are to have, by their codes; of two words the more exact counts."""
    names = {rule.name for rule in rules}
    levels: dict[str, str] = {}
    for word, level in sorted(severities, key=lambda row: (row[0] in names, len(row[0]))):
        levels.update(dict.fromkeys(_called(rules, [word]), level))
    return levels


def regrade(rules: Sequence[Rule], levels: Mapping[str, str]) -> tuple[Rule, ...]:
    """The rules with these levels; "off" changes nothing."""
    return tuple(_at_level(rule, levels.get(rule.code, "off")) for rule in rules)


def require_known(configuration: Configuration, rules: Sequence[Rule]) -> None:
    """Raise `ConfigurationError` for a name in a configuration that is no rule's."""
    for path, text in _named_rules(configuration.settings):
        for word in words_of([text]):
            try:
                select_rules(rules, [word])
            except UnknownRuleError as error:
                raise ConfigurationError(f"{configuration.place_of(*path)}: {error}") from None


def _named_rules(settings: Settings) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The names of rules, each with where it stands."""
    yield from _named_in(settings)
    for row in settings.per_file_rules:
        yield from _named_in(row, "per-file-rules", row.pattern)
    for word, _ in settings.severities:
        yield ("severities", word), word


def _named_in(row: Settings | PerFile, *within: str) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for key, texts in (("select", row.select), ("ignore", row.ignore)):
        for index, text in enumerate(texts):
            yield (*within, key, index), text


def _called(rules: Sequence[Rule], words: Iterable[str]) -> set[str]:
    return {rule.code for word in words for rule in rules if rule.is_called(word)}


def regraded(findings: tuple[Finding, ...], levels: Mapping[str, str]) -> tuple[Finding, ...]:
    """The findings, as severe as the levels of their rules say.

    A rule that tells its findings apart by their severity no longer does: who sets one for a
    rule has decided for all of them.
    """
    return (
        tuple(_at_level(one, levels.get(one.code, "off")) for one in findings)
        if levels
        else findings
    )


Graded = TypeVar("Graded", Rule, Finding)


def _at_level(one: Graded, level: str) -> Graded:
    return one if level == "off" else replace(one, severity=cast(Severity, level))
