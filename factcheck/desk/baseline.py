"""The baseline: findings that were there when a desk began to check, and are left for later.

A file of JSON that is read in a diff: an entry a finding, in an order that does not depend on
where in its story it stands. An entry holds however the story around its paragraph changes.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from typing import Any

from factcheck.findings import Accepted, Finding, Report
from factcheck.identity import VERSION, identify
from factcheck.values import dataclass

_HEAD = {"factcheck": "baseline", "identities": VERSION}
# Without the reason, which somebody may have taken out instead of emptied.
_REQUIRED = ("path", "rule", "message", "identity")


class BaselineError(ValueError):
    """A baseline that cannot be used; one sentence that names it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding as the baseline knows it; `path` is from the baseline's folder, with "/".

    `message` is for whoever reads the file, and so is `reason`, which the desk may fill in.
    """

    path: str
    rule: str
    message: str
    identity: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The entries of a file, in its order."""

    file: str
    entries: tuple[Entry, ...] = ()

    def deciding(self) -> Decide:
        """A decision that accepts the findings in this baseline."""
        return Decide(self.file, {(one.path, one.rule, one.identity): one for one in self.entries})

    def with_reasons_of(self, other: Baseline) -> Baseline:
        """The same entries, each with the reason it has in the other where it has none."""
        reasons = {(one.path, one.rule, one.identity): one.reason for one in other.entries}
        entries = (
            replace(one, reason=one.reason or reasons.get((one.path, one.rule, one.identity), ""))
            for one in self.entries
        )
        return Baseline(self.file, tuple(entries))

    def pruned(self, checked: Mapping[str, Seen]) -> Baseline:
        """Without the entries of stories that were checked and have no such finding any more."""
        return Baseline(self.file, tuple(one for one in self.entries if not _gone(one, checked)))

    def __str__(self) -> str:
        rows = sorted(self.entries, key=lambda one: (one.path, one.rule, one.message, one.identity))
        whole = {**_HEAD, "findings": [asdict(one) for one in rows]}
        return f"{json.dumps(whole, indent=2, ensure_ascii=_needs_escapes(rows))}\n"


@dataclass(frozen=True, slots=True)
class Seen:
    """What a run saw of a story: the entries that it matched, and the rules that ran well."""

    matched: Collection[str]
    rules: Collection[str]


def _gone(entry: Entry, checked: Mapping[str, Seen]) -> bool:
    seen = checked.get(entry.path)
    return seen is not None and entry.rule in seen.rules and entry.identity not in seen.matched


def _needs_escapes(entries: Iterable[Entry]) -> bool:
    """Whether a path holds bytes that are no text, which only escapes can carry."""
    try:
        "".join(one.path + one.message for one in entries).encode()
    except UnicodeEncodeError:
        return True
    return False


@dataclass(frozen=True, slots=True)
class Decide:
    """A decision of the desk, by the entries of a baseline."""

    file: str
    entries: Mapping[tuple[str, str, str], Entry]

    def __call__(self, report: Report) -> Report:
        """The report with the findings that stand in the baseline among the accepted."""
        path = path_from(self.file, report.document.name)
        kept: list[Finding] = []
        accepted: list[Accepted] = []
        identities = identify(report.document, report.findings)
        for finding, identity in zip(report.findings, identities, strict=True):
            entry = self.entries.get((path, finding.rule, identity))
            if entry:
                accepted.append(Accepted(finding, "baseline", entry.reason, identity))
            else:
                kept.append(finding)
        return replace(report, findings=tuple(kept), accepted=(*report.accepted, *accepted))


def path_from(file: str, story: str) -> str:
    """The path of a story from the folder of a baseline."""
    folder = os.path.dirname(os.path.realpath(file))  # noqa: PTH120
    return os.path.relpath(os.path.realpath(story), folder).replace(os.sep, "/")


def entries_of(file: str, report: Report) -> Iterator[Entry]:
    """An entry for each finding of a story, those that a baseline accepts already among them."""
    path = path_from(file, report.document.name)
    identities = identify(report.document, report.findings)
    for finding, identity in zip(report.findings, identities, strict=True):
        yield Entry(path, finding.rule, finding.message, identity)
    for one in report.accepted:
        if one.by == "baseline":
            finding = one.finding
            yield Entry(path, finding.rule, finding.message, one.identity, one.reason)


def load_baseline(file: str) -> Baseline:
    """The baseline in a file; raises `BaselineError`."""
    try:
        with open(file, "rb") as opened:  # noqa: PTH123
            content = json.loads(opened.read())
    except OSError as error:
        raise BaselineError(f"baseline {file}: {error.strerror or error}") from None
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"baseline {file}: it is not JSON: {error}") from None
    if not isinstance(content, dict) or content.get("factcheck") != "baseline":
        raise BaselineError(f"baseline {file}: it is not one that --write-baseline has written")
    if content.get("identities") != VERSION:
        raise BaselineError(
            f"baseline {file}: another version of factcheck has written it; write it anew"
        )
    return Baseline(file, tuple(_entries(file, content.get("findings"))))


def _entries(file: str, rows: Any) -> Iterator[Entry]:
    if not isinstance(rows, list):
        raise BaselineError(f'baseline {file}: it has no list of "findings"')
    for number, row in enumerate(rows, 1):
        texts = row if isinstance(row, dict) else {}
        for name in _REQUIRED:
            if not isinstance(texts.get(name), str):
                raise BaselineError(f'baseline {file}: its entry {number} has no "{name}"')
        path, rule, message, identity = (texts[name] for name in _REQUIRED)
        yield Entry(path, rule, message, identity, str(texts.get("reason") or ""))
