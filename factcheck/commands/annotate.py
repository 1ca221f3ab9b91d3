"""`factcheck annotate`: the findings as comments in the Word document they are of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.checker import check_document
from factcheck.commands.checking import reaches
from factcheck.commands.configured import Configured, Given
from factcheck.commands.decisions import accept_marks
from factcheck.commands.exits import FAILED
from factcheck.commands.folders import rules_option
from factcheck.commands.output import complain, complain_of
from factcheck.findings import Report
from factcheck.model import Document
from factcheck.readers.decoding import Unreadable
from factcheck.reports.summary import plural
from factcheck.values import replace

if TYPE_CHECKING:
    from factcheck.reports.word_comments import Annotated


@click.command()
@click.argument("draft", metavar="DRAFT.docx")
@click.option(
    "-o",
    "--output",
    default="",
    metavar="FILE",
    help="Where to write the copy with comments.  [default: DRAFT.checked.docx]",
)
@rules_option
def annotate(draft: str, output: str, given: Given) -> None:
    """Write the findings into a copy of a Word document, as comments on what they mark.

    Nothing else in the document is changed.
    """
    if Path(draft).suffix.lower() != ".docx":
        raise click.UsageError(f"{draft} is no Word document: it does not end in .docx")
    output = output or str(Path(draft).with_suffix(".checked.docx"))
    if Path(output).resolve() == Path(draft).resolve():
        raise click.UsageError(f"{output} is the draft itself: give the copy another name")
    configured = Configured(given)
    rules = configured.rules_for(draft)
    failed = complain_of(configured.failures_for(draft))
    data, document = _read(draft)
    report = check_document(document, rules)
    report = accept_marks(report, configured.loaded_for(draft).rules, rules)
    failed |= complain_of(report.failures)
    level = configured.settings_for(draft).severity
    shown = tuple(one for one in report.findings if reaches(one, level))
    report = replace(report, findings=shown)
    annotated = _annotated(draft, data, report)
    _write(output, annotated.data)
    for finding in annotated.left_out:
        complain(f"{draft}: no comment can stand there: {finding.message}")
    found = len(report.findings) - len(annotated.left_out)
    click.echo(f"{plural(found, 'finding')} written to {output}")
    raise SystemExit(FAILED if failed or annotated.left_out else 0)


def _read(draft: str) -> tuple[bytes, Document]:
    from factcheck.reading import read_data

    try:
        data = Path(draft).read_bytes()
        return data, read_data(data, draft)
    except OSError as error:
        complain(f"{draft}: {error.strerror}")
    except Unreadable as error:
        complain(f"{draft}: {error}")
    raise SystemExit(FAILED)


def _annotated(draft: str, data: bytes, report: Report) -> Annotated:
    from factcheck.reports import word_comments

    try:
        return word_comments.annotate(data, report)
    except Unreadable as error:
        complain(f"{draft}: {error}")
        raise SystemExit(FAILED) from None


def _write(output: str, data: bytes) -> None:
    try:
        Path(output).write_bytes(data)
    except OSError as error:
        complain(f"cannot write {output}: {error.strerror}")
        raise SystemExit(FAILED) from None
