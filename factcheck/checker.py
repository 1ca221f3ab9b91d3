"""Rules against a story: a rule that breaks is reported, is never fatal and never silent."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from time import perf_counter
from typing import TYPE_CHECKING

from factcheck.examples import Example, mark, merge
from factcheck.findings import SEVERITIES, Compared, Failure, Finding, Report, Slow
from factcheck.hosting import describe
from factcheck.model import Document, Span
from factcheck.plugins import installed_rules
from factcheck.rules import Rule, RuleError
from factcheck.values import replace

if TYPE_CHECKING:
    from pathlib import Path

# A whole story takes five milliseconds, so what a rule takes of that need not be kept.
_NOTICED = 0.01
# An interruption that comes sooner says nothing of the rule that it met.
_STUCK = 1.0


class UnknownRuleError(LookupError):
    """A selection that fits no rule; one sentence, with the nearest name."""


def check(
    text: str,
    name: str = "story.txt",
    *,
    rules: Sequence[Rule] | None = None,
    as_of: tuple[int, int, int] | None = None,
) -> Report:
    """What a story says that cannot all be true.

    `name` chooses the reader by its suffix. `rules` are the installed ones unless given.
    `as_of` is the story's own date as (year, month, day). A plugin or rule that breaks is in
    the report's `failures`; nothing a rule does is raised. What `read` raises is. No configuration
    is looked for: what a newsroom has set holds for its commands.
    """
    from factcheck.reading import read

    return _check_by(rules, read(text, name=name, as_of=as_of))


def check_file(
    path: str | Path,
    *,
    rules: Sequence[Rule] | None = None,
    as_of: tuple[int, int, int] | None = None,
) -> Report:
    """What the story in a file says that cannot all be true; raises what `read_file` raises."""
    from factcheck.reading import read_file

    return _check_by(rules, read_file(path, as_of=as_of))


def _check_by(rules: Sequence[Rule] | None, document: Document) -> Report:
    if rules is not None:
        return check_document(document, rules)
    loaded = installed_rules()
    report = check_document(document, loaded.rules)
    return replace(report, failures=loaded.failures + report.failures)


def check_document(document: Document, rules: Iterable[Rule]) -> Report:
    """What these rules say of a story that was read."""
    findings: list[Finding] = []
    compared: list[Compared] = []
    failures: list[Failure] = []
    slow: list[Slow] = []
    started = perf_counter()
    for rule in rules:
        try:
            for result in _results(rule, document):
                if isinstance(result, Finding):
                    findings.append(_stamped(result, rule, document))
                else:
                    compared.append(_required(result, document))
        except (Exception, SystemExit) as error:
            failures.append(_failure(rule, error))
        except KeyboardInterrupt as interruption:
            _note_stuck(interruption, rule, document, perf_counter() - started)
            raise
        ended = perf_counter()
        if ended - started > _NOTICED:
            slow.append(Slow(rule.name, rule.distribution, ended - started))
        started = ended
    findings.sort(key=lambda one: (one.spans[0].start, one.code))
    return Report(
        document=document,
        findings=tuple(findings),
        compared=tuple(compared),
        failures=tuple(failures),
        figures=len(document.quantities),
        checked=_count_checked(document, [*findings, *compared]),
        slow=tuple(slow),
    )


def marked_by(rule: Rule, example: Example) -> str:
    """The example's text with `[[ ]]` round what the rule flags in it; equal to it if all is well.

    A finding of another severity than the example asks for has it written within its mark.
    What the rule raises is raised; so is `RuleError` for what it may not yield.
    """
    document = read_example(example)
    return mark_findings(document, findings_of(rule, document), example)


def read_example(example: Example) -> Document:
    """The story that an example is without its marks."""
    from factcheck.reading import read

    return read(example.plain, name=example.name, as_of=example.as_of)


def findings_of(rule: Rule, document: Document) -> list[Finding]:
    """What one rule finds in a story; raises what it raises, and `RuleError`."""
    found = []
    for result in _results(rule, document):
        if isinstance(result, Finding):
            found.append(_stamped(result, rule, document))
        else:
            _required(result, document)
    return found


def mark_findings(document: Document, findings: Iterable[Finding], example: Example) -> str:
    """The story with the marks that an example would have for these findings."""
    spans = []
    for finding in findings:
        expected = example.severity in (None, finding.severity)
        label = "" if expected else str(finding.severity)
        spans += [span.labelled(label) for span in finding.spans]
    return mark(document.text, spans)


def select_rules(
    rules: Sequence[Rule], select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> tuple[Rule, ...]:
    """The selected rules less the ignored; each word is a name, a code or how codes begin.

    Without a selection every rule is selected. Raises `UnknownRuleError` for a word that fits none.
    """
    selected = {rule.code for word in select for rule in _named(word, rules)}
    ignored = {rule.code for word in ignore for rule in _named(word, rules)}
    return tuple(
        rule
        for rule in rules
        if (not selected or rule.code in selected) and rule.code not in ignored
    )


def _named(word: str, rules: Sequence[Rule]) -> list[Rule]:
    found = [rule for rule in rules if rule.is_called(word)]
    if found:
        return found
    from difflib import get_close_matches

    known = {name.lower(): name for rule in rules for name in (rule.code, rule.name)}
    near = get_close_matches(word.lower(), known, n=1)
    hint = f"; did you mean {known[near[0]]}?" if near else ""
    raise UnknownRuleError(f"no rule is called {word!r}{hint}")


def _results(rule: Rule, document: Document) -> Iterable[Finding | Compared]:
    results = rule.find(document)
    if results is None:
        raise RuleError("it returned None: it neither yields findings nor returns any")
    return results


def _stamped(finding: Finding, rule: Rule, document: Document) -> Finding:
    """The finding with its rule; raises `RuleError` for what no finding may be."""
    _require_spans(finding.spans, len(document.text))
    severity = finding.severity or rule.severity
    if severity not in SEVERITIES:
        raise RuleError(f"it gave a finding the severity {severity!r}")
    if not isinstance(finding.message, str) or not finding.message.strip():
        raise RuleError("it gave a finding no message")
    return replace(finding, rule=rule.name, code=rule.code, severity=severity)


def _required(result: object, document: Document) -> Compared:
    """What a rule yields besides findings; raises `RuleError` for anything but a `Compared`."""
    if not isinstance(result, Compared):
        raise RuleError(f"it yielded {result!r}, neither a Finding nor a Compared")
    _require_spans(result.spans, len(document.text))
    return result


def _require_spans(spans: object, length: int) -> None:
    if not isinstance(spans, tuple) or not spans:
        raise RuleError(f"it gave {spans!r} for spans, not a tuple of at least one Span")
    for span in spans:
        if not isinstance(span, Span):
            raise RuleError(f"it gave {span!r} for a Span")
        if not 0 <= span.start < span.end <= length:
            raise RuleError(
                f"it gave a span from {span.start} to {span.end} in {length} characters"
            )


def _count_checked(document: Document, results: Iterable[Finding | Compared]) -> int:
    looked_at = merge(span for result in results for span in result.spans)
    if not looked_at:
        return 0

    def is_checked(span: Span) -> bool:
        last = bisect_left(looked_at, span.end, key=lambda one: one.start) - 1
        return last >= 0 and looked_at[last].overlaps(span)

    return sum(is_checked(quantity.span) for quantity in document.quantities)


def _failure(rule: Rule, error: BaseException) -> Failure:
    return Failure(f"{_called(rule)}: {describe(error)}", rule.name, rule.distribution)


def _called(rule: Rule) -> str:
    return f"rule {rule.name}" + (f" of {rule.distribution}" if rule.distribution else "")


def _note_stuck(stop: KeyboardInterrupt, rule: Rule, document: Document, took: float) -> None:
    if took > _STUCK:
        stop.add_note(f"{_called(rule)} had been at work on {document.name} for {took:.1f} s")
