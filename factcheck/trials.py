"""Rules held to their own examples and to what every rule must say of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from factcheck.checker import check_document, findings_of, mark_findings, read_example
from factcheck.examples import Example
from factcheck.findings import Failure, Finding
from factcheck.hosting import describe
from factcheck.rules import Rule
from factcheck.values import dataclass

_SENTENCE = re.compile(r"[A-Z“\"].*\w[.\"”]*\.|[A-Z].*\.")


@dataclass(frozen=True, slots=True)
class Trial:
    """An example of a rule, tried: its text as the rule marks it, with what it found.

    `broke` says how the rule broke, "" if it did not; `faults` are of its messages. `others` are
    the errors and warnings of other rules there, `failures` what kept one of these from running.
    """

    example: Example
    marked: str = ""
    findings: tuple[Finding, ...] = ()
    broke: str = ""
    faults: tuple[str, ...] = ()
    others: tuple[Finding, ...] = ()
    failures: tuple[Failure, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the rule marks what the example marks, in words that are fit to print."""
        return not self.broke and not self.faults and self.marked == self.example.text


def try_rule(rule: Rule, others: Iterable[Rule] = ()) -> Iterator[Trial]:
    """Each example of a rule in its order, and what the other rules say of it."""
    others = [one for one in others if one.code != rule.code]
    return (try_example(rule, example, others) for example in rule.examples)


def try_example(rule: Rule, example: Example, others: Sequence[Rule] = ()) -> Trial:
    """One example of a rule; nothing that the rule does is raised."""
    try:
        document = read_example(example)
        findings = findings_of(rule, document)
    except (Exception, SystemExit) as error:
        return Trial(example, broke=describe(error))
    report = check_document(document, others)
    return Trial(
        example,
        mark_findings(document, findings, example),
        tuple(findings),
        faults=tuple(_faults_of_messages(rule, findings)),
        others=tuple(one for one in report.findings if one.severity != "note"),
        failures=report.failures,
    )


def _faults_of_messages(rule: Rule, findings: Iterable[Finding]) -> Iterator[str]:
    for message in dict.fromkeys(one.message for one in findings):
        if "\n" in message:
            yield f"its message is more than one line: {' '.join(message.split())}"
        elif message[0] != message[0].upper():
            yield f"its message does not begin as a sentence: {message}"
        elif rule.name in message:
            yield f"its message has the rule's name in it: {message}"


def faults_of(rule: Rule) -> Iterator[str]:
    """What is wrong with how a rule says what it is for; its examples say the rest."""
    if not _SENTENCE.fullmatch(rule.summary):
        yield (
            "the first line of its docstring is no sentence with a capital and a full stop: "
            f"{rule.summary}"
        )
    if not rule.reason:
        yield "its docstring does not say, below its first line, why anyone should care"


def advice_on(rule: Rule) -> Iterator[str]:
    """What would make a rule better, though nothing is wrong with it."""
    sound = sum(one.sound for one in rule.examples)
    broken = len(rule.examples) - sound
    if sound < broken:
        yield (
            f"it has {broken} broken examples and {sound} sound: give the nearest sentence that "
            "must pass for each that must not"
        )
