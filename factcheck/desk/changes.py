"""Which lines have changed since a revision, and the findings that touch none of them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping

from factcheck.desk.git import GitError, ask, path_in, top_of
from factcheck.findings import Accepted, Finding, Report
from factcheck.model import Span
from factcheck.values import dataclass, replace

# Half-open stretches of lines, counted from 1; None for a file all of which counts as changed.
Lines = tuple[range, ...] | None

# Prefixes and drivers may be set otherwise by the user.
_DIFF = (
    "diff", "--unified=0", "--find-renames", "--no-color", "--no-ext-diff", "--no-textconv",
    "--src-prefix=a/", "--dst-prefix=b/", "--ignore-submodules", "--inter-hunk-context=0",
)  # fmt: skip
_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_BINARY = re.compile(rb'Binary files .* and ("?b/.*) differ\Z')
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)")
_ESCAPED = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f",
            b"v": b"\v"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository with what has changed in it; what git does not know is new, all of it."""

    top: str
    known: frozenset[str]
    changed: Mapping[str, Lines]

    def lines(self, path: str) -> Lines:
        """The changed lines of a file."""
        name = path_in(self.top, path)
        return self.changed.get(name, ()) if name in self.known else None


@dataclass(frozen=True, slots=True)
class Changes:
    """A decision of the desk: only findings that touch a changed line are its concern now."""

    repositories: tuple[Repository, ...]

    def __call__(self, report: Report) -> Report:
        """The report with the findings that touch no changed line among the accepted."""
        lines = self._lines(report.document.name) if report.findings else None
        if lines is None:
            return report
        text = report.document.text
        touched = [_touches(one, text, lines) for one in report.findings]
        pairs = [*zip(report.findings, touched, strict=True)]
        old = tuple(Accepted(one, "unchanged") for one, is_touched in pairs if not is_touched)
        return replace(
            report,
            findings=tuple(one for one, is_touched in pairs if is_touched),
            accepted=report.accepted + old,
        )

    def _lines(self, path: str) -> Lines:
        real = os.path.realpath(path)
        around = [one for one in self.repositories if real.startswith(one.top.rstrip("/") + "/")]
        # A story from standard input is in none.
        return max(around, key=lambda one: len(one.top)).lines(path) if around else None


def changes_since(revision: str, paths: Iterable[str]) -> Changes:
    """What has changed in the repositories of these files and folders.

    In the files as they are, saved and not necessarily committed. Raises `GitError` for a path in
    no repository and for a revision that there is not.
    """
    tops = []
    for path in paths:
        # Neither what is not there, which is told where it is read, nor standard input.
        if not os.path.exists(path):  # noqa: PTH110
            continue
        if (top := top_of(path)) is None:
            raise GitError(f"{path} is in no git repository")
        tops.append(top)
    return Changes(tuple(_repository(top, revision) for top in dict.fromkeys(tops)))


def _repository(top: str, revision: str) -> Repository:
    try:
        found = ask(top, "rev-parse", "--verify", "--quiet", "--end-of-options",
                    f"{revision}^{{commit}}")  # fmt: skip
    except GitError:
        raise GitError(f"git knows no revision {revision!r} in {top}") from None
    known = ask(top, "ls-files", "-z").split(b"\0")
    diff = ask(top, *_DIFF, found.decode().strip(), "--")
    return Repository(top, frozenset(map(os.fsdecode, known)), dict(_read(diff)))


def _read(diff: bytes) -> Iterator[tuple[str, Lines]]:
    """Each file of a diff without context, with its changed lines."""
    name, skipped = "", 0
    lines: list[range] = []
    for row in diff.split(b"\n"):
        # What was added may look like a head: it is counted off instead of looked at.
        if skipped:
            skipped -= row[:1] != b"\\"
        elif row.startswith(b"diff --git "):
            if name:
                yield name, tuple(lines)
            name, lines = "", []
        elif row.startswith(b"+++ "):
            name = _name(row[4:])
        elif hunk := _HUNK.match(row):
            removed, start, added = int(hunk[1] or 1), int(hunk[2]), int(hunk[3] or 1)
            skipped = removed + added
            lines.append(range(start, start + added))
        elif binary := _BINARY.match(row):
            yield _name(binary[1]), None
    if name:
        yield name, tuple(lines)


def _name(written: bytes) -> str:
    """A file's name without its prefix; git quotes it as C does where it has signs of control."""
    # Behind a name with spaces stands a tab.
    name = written.removesuffix(b"\t")
    if name.startswith(b'"'):
        name = _ESCAPE.sub(_sign, name[1:-1])
    return os.fsdecode(name.removeprefix(b"b/"))


def _sign(found: re.Match[bytes]) -> bytes:
    code = found[1]
    return bytes([int(code, 8)]) if code.isdigit() else _ESCAPED.get(code, code)


def _touches(finding: Finding, text: str, changed: Iterable[range]) -> bool:
    return any(_on(span, text, changed) for span in finding.spans)


def _on(span: Span, text: str, changed: Iterable[range]) -> bool:
    first = text.count("\n", 0, span.start) + 1
    last = first + text.count("\n", span.start, span.end)
    return any(one.start <= last and first < one.stop for one in changed)
