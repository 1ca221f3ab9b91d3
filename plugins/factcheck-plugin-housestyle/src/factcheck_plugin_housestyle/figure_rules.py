"""From a `[[rule]]` of housestyle.toml to a rule that runs beside factcheck's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, cast

from factcheck import Claim, Compared, Document, Finding, Rule, RuleError, Span, rule
from factcheck_plugin_housestyle.patterns import Pattern, pattern_of
from factcheck_plugin_housestyle.style import Style, require_known

_TEXTS = ("code", "name", "must", "message")
_KEYS = (*_TEXTS, "why", "severity", "examples", "consistent-if", "figure")

Find = Callable[[Document], Iterator[Finding | Compared]]


def figure_rules(style: Style) -> Iterator[Rule | RuleError]:
    """The rules in the file's order, and for one with a mistake in it the mistake."""
    for number, table in enumerate(style.rules, 1):
        try:
            yield figure_rule(table)
        except RuleError as error:
            yield RuleError(f"{style.path}, rule {table.get('name', number)}: {error}")


def figure_rule(table: Mapping[str, Any]) -> Rule:
    """The rule that a table describes; raises `RuleError`."""
    for key in table:
        require_known(key, _KEYS, "no key of [[rule]]")
    for key in _TEXTS:
        if not isinstance(table.get(key), str) or not table[key].strip():
            raise RuleError(f"it needs a text for {key!r}")
    examples = table.get("examples")
    if not isinstance(examples, list) or not all(isinstance(one, str) for one in examples):
        raise RuleError("it needs a list of texts for 'examples'")
    figure = table.get("figure")
    if not isinstance(figure, dict):
        raise RuleError("it needs a table [rule.figure]")
    find = _find(pattern_of(figure), _message_of(table["message"]), _repairs(table))
    find.__name__ = table["name"].replace("-", "_")
    find.__doc__ = f"{table['must']}\n\n{table.get('why', '')}"
    return rule(table["code"], examples=examples, severity=table.get("severity", "warning"))(find)


def _repairs(table: Mapping[str, Any]) -> Sequence[str]:
    repairs = table.get("consistent-if", [])
    if not isinstance(repairs, list) or not all(isinstance(one, str) for one in repairs):
        raise RuleError("its 'consistent-if' is no list of texts")
    return cast(Sequence[str], repairs)


def _message_of(message: str) -> Callable[[str], str]:
    """The message with the figure in the place of `{figure}`; other braces are text."""
    return lambda figure: message.replace("{figure}", figure)


def _find(pattern: Pattern, message: Callable[[str], str], repairs: Sequence[str]) -> Find:
    def find(document: Document) -> Iterator[Finding | Compared]:
        for claim in document.claims:
            if pattern.fits(document, claim):
                yield _finding(document, claim, message, repairs)

    return find


def _finding(
    document: Document, claim: Claim, message: Callable[[str], str], repairs: Sequence[str]
) -> Finding:
    figure = claim.quantity.span
    if claim.noun and claim.noun.start >= figure.end:
        figure = Span(figure.start, claim.noun.end)
    words = " ".join(figure.of(document.text).split())
    return Finding(
        message(f"“{words}”"), (figure.labelled("this figure"),), consistent_if=(*repairs,)
    )
