"""Marks: what an editor has accepted in a story, written beside the paragraph it is about.

`<!-- factcheck: ok percent-change-wrong: the agency rounds to tens -->`, or the same words in a
comment of a Word document.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from factcheck.desk.mark_rules import MARK_RULES, UNKNOWN, UNUSED, WITHOUT_REASON
from factcheck.desk.paragraphs import paragraph_for
from factcheck.findings import Accepted, Finding, Report
from factcheck.model import Comment, Span
from factcheck.rules import Rule
from factcheck.values import dataclass, replace

_MARK = re.compile(r"ok(?:\s+([^:]*))?(?::(.*))?", re.IGNORECASE)
_QUOTED = 60  # characters of a comment that is no mark

# The names of rules by their names and codes, all in small letters.
Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as written: the rules by name or code, and the reason, "" where it gives none.

    `misread` says that it is a comment to factcheck of a kind that there is not.
    """

    comment: Comment
    rules: tuple[str, ...] = ()
    reason: str = ""
    misread: bool = False


def read_mark(comment: Comment) -> Mark:
    """What a comment to factcheck says."""
    found = _MARK.fullmatch(comment.text)
    if found is None:
        return Mark(comment, misread=True)
    named = [word.strip() for word in (found[1] or "").split(",")]
    return Mark(comment, tuple(filter(None, named)), (found[2] or "").strip())


@dataclass(frozen=True, slots=True)
class _Standing:
    """A mark with the names of the rules there are that it names, and the paragraph it is for."""

    mark: Mark
    named: tuple[str, ...]
    paragraph: Span | None

    def accepts(self, finding: Finding) -> bool:
        """Whether the finding is of one of its rules and has a place in its paragraph."""
        paragraph = self.paragraph
        if not self.mark.reason or paragraph is None or finding.rule not in self.named:
            return False
        return any(span.overlaps(paragraph) for span in finding.spans)


def accept_marked(report: Report, known: Sequence[Rule], running: Sequence[Rule]) -> Report:
    """The report with what marks accept among the accepted, and findings on the marks' faults.

    `known` are all rules that a mark may name, `running` those that were run on this story.
    """
    if not report.document.comments:
        return report
    names = {word.lower(): rule.name for rule in known for word in (rule.code, rule.name)}
    marks = [*_find_marks(report, names)]
    by = [[one for one in marks if one.accepts(finding)] for finding in report.findings]
    decided = [*zip(report.findings, by, strict=True)]
    used = {(one.mark, finding.rule) for finding, found in decided for one in found}
    # A rule that broke may have found nothing for that reason only.
    sound = {rule.name for rule in running} - {one.rule for one in report.failures}
    wanted = {rule.code for rule in running} & {rule.code for rule in MARK_RULES}
    own = {rule.code: rule.severity for rule in MARK_RULES}
    # What a configuration has made of them.
    levels = {
        rule.code: rule.severity
        for rule in running
        if rule.severity != own.get(rule.code, rule.severity)
    }
    faults = [
        replace(fault, severity=levels.get(fault.code, fault.severity))
        for one in marks
        for fault in _faults(one, names, {name for name in sound if (one.mark, name) not in used})
        if fault.code in wanted
    ]
    kept = [*(finding for finding, found in decided if not found), *faults]
    kept.sort(key=lambda one: (one.spans[0].start, one.code))
    accepted = [
        Accepted(finding, "mark", found[0].mark.reason) for finding, found in decided if found
    ]
    return replace(report, findings=tuple(kept), accepted=(*report.accepted, *accepted))


def _find_marks(report: Report, names: Names) -> Iterator[_Standing]:
    for comment in report.document.comments:
        mark = read_mark(comment)
        named = dict.fromkeys(name for word in mark.rules if (name := names.get(word.lower())))
        yield _Standing(mark, tuple(named), paragraph_for(report.document, comment.span))


def _faults(standing: _Standing, names: Names, idle: Collection[str]) -> Iterator[Finding]:
    """What is wrong with a mark; of the `idle` rules, which were run, it accepts nothing."""
    mark = standing.mark
    if mark.misread:
        yield _misread(mark)
    elif not mark.rules:
        yield _fault(UNKNOWN, mark, "The mark names no rule behind “ok”")
    else:
        for word in mark.rules:
            if word.lower() not in names:
                yield _fault(UNKNOWN, mark, _unknown(word, names))
        unused = ", ".join(name for name in standing.named if name in idle)
        if not mark.reason:
            message = f"The mark for {', '.join(mark.rules)} gives no reason behind a second colon"
            yield _fault(WITHOUT_REASON, mark, message)
        elif unused:
            where = "in its paragraph" if standing.paragraph else "as no paragraph follows it"
            yield _fault(UNUSED, mark, f"The mark for {unused} accepts nothing {where}")


def _misread(mark: Mark) -> Finding:
    said = mark.comment.text
    said = said if len(said) <= _QUOTED else f"{said[:_QUOTED].rstrip()} …"
    message = f"“factcheck: {said}” is no mark: one begins with “factcheck: ok”"
    # It may be a word between people.
    return replace(_fault(UNKNOWN, mark, message), severity="warning")


def _unknown(word: str, names: Names) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word.lower(), names, n=1)
    hint = f"; did you mean {names[near[0]]}?" if near else ""
    return f"The mark names {word}, which is no rule{hint}"


def _fault(rule: Rule, mark: Mark, message: str) -> Finding:
    span = mark.comment.span
    return Finding(message, (span,), severity=rule.severity, rule=rule.name, code=rule.code)
