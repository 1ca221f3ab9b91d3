"""`factcheck explain`: what a rule says, why, and what it flags and lets pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from factcheck.checker import UnknownRuleError, select_rules
from factcheck.commands.configured import Configured, Given
from factcheck.commands.exits import FAILED
from factcheck.commands.folders import rules_option
from factcheck.commands.output import color_option, complain_of, page_for, write
from factcheck.remarks import HEADINGS, reason_of, remarks_of
from factcheck.reports.cells import wrap
from factcheck.reports.page import Page
from factcheck.rules import Rule

_INDENT = "    "
# Prose over the whole width of a wide window cannot be read.
_WIDEST = 88


@click.command()
@click.argument("name")
@rules_option
@color_option
def explain(name: str, given: Given, color: str) -> None:
    """Explain a rule: what it says, why, what it flags and what it lets pass.

    NAME is a rule's name or code; FC1 explains every rule whose code begins so.
    """
    configured = Configured(given)
    loaded = configured.loaded(configured.of_folder(""))
    try:
        chosen = select_rules(loaded.rules, [name])
    except UnknownRuleError as error:
        complain_of(loaded.failures)
        raise click.UsageError(str(error)) from None
    page = page_for(color)
    write(("\n" * bool(index) + _explained(one, page) for index, one in enumerate(chosen)), page)
    raise SystemExit(FAILED if complain_of(loaded.failures) else 0)


def _explained(rule: Rule, page: Page) -> str:
    return "".join(f"{line}\n" for line in _lines(rule, page))


def _lines(rule: Rule, page: Page) -> Iterator[str]:
    origin = f", from {rule.distribution}" if rule.distribution else ""
    yield page.paint(f"{rule.code} {rule.name}", "strong") + f" ({rule.severity}{origin})"
    for paragraph in (rule.summary, *reason_of(rule)):
        yield ""
        yield from wrap(page.shown(paragraph), _room(page))
    for remark in remarks_of(rule):
        yield from _titled(HEADINGS[remark.heading], [remark.text], page)
    yield from _listed("Flagged", [one.text for one in rule.examples if not one.sound], page)
    yield from _listed("Left alone", [one.text for one in rule.examples if one.sound], page)
    yield from _titled("To accept a finding", _acceptance(rule), page)
    yield from _titled("Options", _options(rule), page)


def _acceptance(rule: Rule) -> list[str]:
    """How an editor says that a finding was looked at."""
    return [
        "Write, on or before the paragraph,",
        f"    <!-- factcheck: ok {rule.name}: why it is right -->",
        f"or, in Word, a comment that says: factcheck: ok {rule.name}: why it is right",
    ]


def _options(rule: Rule) -> list[str]:
    return [
        "Its severity, or none of it, in factcheck.toml:",
        f'    severities = {{ {rule.name} = "{_other(rule.severity)}" }}',
        f'    ignore = ["{rule.name}"]',
    ]


def _other(severity: str) -> str:
    return "warning" if severity != "warning" else "error"


def _room(page: Page) -> int:
    return min(page.room, _WIDEST)


def _titled(title: str, texts: Iterable[str], page: Page) -> Iterator[str]:
    yield ""
    yield page.paint(f"{title}:", "strong")
    yield ""
    for text in texts:
        yield from _indented(text, page)


def _listed(title: str, texts: Iterable[str], page: Page) -> Iterator[str]:
    yield ""
    yield page.paint(f"{title}:", "strong")
    for text in texts:
        yield ""
        yield from _indented(text, page)


def _indented(text: str, page: Page) -> Iterator[str]:
    for line in text.splitlines():
        lead = _INDENT + " " * (len(line) - len(line.lstrip()))
        for part in wrap(page.shown(line.strip()), _room(page) - len(lead)):
            yield f"{lead}{part}".rstrip()
