"""`factcheck explain`: what a rule says, why, and what it flags and lets pass."""

from __future__ import annotations

from collections.abc import Iterator

import click

from factcheck.checker import UnknownRuleError, select_rules
from factcheck.commands.exits import FAILED
from factcheck.commands.folders import load_all_rules, rules_option
from factcheck.commands.output import color_option, complain_of, page_for, write
from factcheck.examples import Example
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
def explain(name: str, folders: tuple[str, ...], color: str) -> None:
    """Explain a rule: what it says, why, what it flags and what it lets pass.

    NAME is a rule's name or code; FC1 explains every rule whose code begins so.
    """
    loaded = load_all_rules(folders)
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
    for paragraph in (rule.summary, *rule.reason.split("\n\n")):
        if paragraph.strip():
            yield ""
            yield from wrap(page.shown(" ".join(paragraph.split())), _room(page))
    yield from _listed("Flagged:", [one for one in rule.examples if not one.sound], page)
    yield from _listed("Left alone:", [one for one in rule.examples if one.sound], page)


def _room(page: Page) -> int:
    return min(page.room, _WIDEST)


def _listed(title: str, examples: list[Example], page: Page) -> Iterator[str]:
    yield ""
    yield page.paint(title, "strong")
    for example in examples:
        yield ""
        for line in example.text.splitlines():
            for part in wrap(page.shown(line), _room(page) - len(_INDENT)):
                yield f"{_INDENT}{part}".rstrip()
