"""A rule: a function from a story to findings, with its code, its reason and its examples."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from factcheck.examples import Example, marks_balance
from factcheck.findings import SEVERITIES, Compared, Finding, Severity
from factcheck.model import Document
from factcheck.values import dataclass

Find: TypeAlias = Callable[[Document], Iterable[Finding | Compared]]

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_CODE = re.compile(r"[A-Z]+[0-9]{3}")


class RuleError(ValueError):
    """A rule that cannot be registered or did what no rule may do; one sentence that names it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as registered.

    `summary` is what must hold, `reason` why anyone should care; `severity` is what a finding
    has that sets none itself. `find` takes a `Document` and gives `Finding`s and `Compared`s.
    `module` is where it was defined; `distribution` who brought it, "" until it is loaded.
    """

    code: str
    name: str
    summary: str
    reason: str
    examples: tuple[Example, ...]
    severity: Severity
    find: Find
    module: str
    distribution: str = ""

    @property
    def group(self) -> str:
        """The folder of rules it stands in, else the letters of its code."""
        folders = self.module.split(".")[1:-1]
        return folders[-1] if folders else self.code.rstrip("0123456789")

    def is_called(self, word: str) -> bool:
        """Whether a word means this rule: its name, its code or how that begins."""
        return bool(word) and (self.name == word or self.code.startswith(word))


def rule(
    code: str, *, examples: Sequence[str | Example], severity: Severity = "error"
) -> Callable[[Find], Rule]:
    """Make a rule of a function: its name, in kebab-case, is the rule's.

    The docstring's first line says what must hold, the rest why. `code` is capitals and three
    digits. `examples` are marked texts, at least one broken and one sound. Raises `RuleError`.
    """

    def register(find: Find) -> Rule:
        from inspect import getdoc

        summary, _, reason = (getdoc(find) or "").partition("\n")
        made = Rule(
            code=code,
            name=getattr(find, "__name__", "").replace("_", "-"),
            summary=summary.strip(),
            reason=reason.strip(),
            examples=tuple(Example(one) if isinstance(one, str) else one for one in examples),
            severity=severity,
            find=find,
            module=getattr(find, "__module__", ""),
        )
        for fault in _faults(made):
            raise RuleError(f"rule {made.name} {fault}")
        return made

    return register


def _faults(made: Rule) -> Iterator[str]:
    if not _NAME.fullmatch(made.name):
        yield "must be a function whose name is small letters, digits and single underscores"
    if not _CODE.fullmatch(made.code):
        yield f"has the code {made.code!r}, which is not capitals and three digits, as AB101"
    if not made.summary:
        yield "has no docstring to say what must hold"
    if made.severity not in SEVERITIES:
        yield f"has the severity {made.severity!r}, which is none of {', '.join(SEVERITIES)}"
    for example in made.examples:
        if not marks_balance(example.text):
            yield f"has an example whose [[ ]] do not balance: {example.text!r}"
    if all(example.sound for example in made.examples):
        yield "has no broken example, one with [[ ]] round what it flags"
    if not any(example.sound for example in made.examples):
        yield "has no sound example, one without [[ ]]"
