"""What a run comes to, counted and said in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from factcheck.findings import SEVERITIES, Accepted, Report
from factcheck.reports import Checked
from factcheck.values import dataclass, field


@dataclass(slots=True)
class Tally:
    """What has been counted of the files so far."""

    failures: int = 0
    files: int = 0
    with_findings: int = 0
    figures: int = 0
    checked: int = 0
    severities: Counter[str] = field(default_factory=Counter)
    accepted: int = 0
    in_baseline: int = 0
    unchanged: int = 0

    def counting(self, files: Iterable[Checked]) -> Iterator[Checked]:
        """The same files, each counted as it goes by; what could not be read is only a failure."""
        for file in files:
            self.failures += len(file.failures)
            if file.report:
                self.files += 1
                self.with_findings += bool(file.report.findings)
                self.figures += file.report.figures
                self.checked += file.report.checked
                self.severities.update(str(one.severity) for one in file.report.findings)
                decided = Counter(one.by for one in file.report.accepted)
                self.accepted += decided["mark"]
                self.in_baseline += decided["baseline"]
                self.unchanged += decided["unchanged"]
            yield file

    def __str__(self) -> str:
        counts = [(self.severities[severity], severity) for severity in SEVERITIES]
        found = ", ".join(plural(count, severity) for count, severity in counts if count)
        part = f"{self.with_findings:,} of " if found and self.files > 1 else ""
        figures = f"checked {self.checked:,} of {plural(self.figures, 'figure')}"
        parts = [
            f"{found or 'no findings'} in {part}{plural(self.files, 'file')}",
            f"{self.accepted:,} accepted" if self.accepted else "",
            f"{self.in_baseline:,} in the baseline" if self.in_baseline else "",
            f"{self.unchanged:,} in unchanged lines" if self.unchanged else "",
            "no story found" if not self.files and not self.failures else "",
            figures if self.figures else "no figures",
            plural(self.failures, "failure") if self.failures else "",
        ]
        return "; ".join(filter(None, parts))


def accepted_in(report: Report) -> tuple[Accepted, ...]:
    """What somebody has decided on; what stands in unchanged lines is only not asked for."""
    return tuple(one for one in report.accepted if one.by != "unchanged")


def plural(count: int, noun: str) -> str:
    """The count with its noun: 1 file, 2 files, 1,000 files."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
