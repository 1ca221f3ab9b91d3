"""Stories in which something is accepted, and the command run on them."""

import subprocess

from click.testing import CliRunner

from factcheck.checker import check_document
from factcheck.commands import main
from factcheck.commands.decisions import accept_marks
from factcheck.commands.loading import load_all_rules
from factcheck.reading import read_data

BROKEN = "Between 50 and 30 people attended the meeting."
SOUND = "Between 30 and 50 people attended the meeting."
REASON = "the clerk counts backwards"
MARK = f"<!-- factcheck: ok inverted-range: {REASON} -->"
RULES = load_all_rules().rules


def factcheck(*arguments, stdin=b""):
    return CliRunner().invoke(main, [*map(str, arguments)], input=stdin)


def decided(data, name="story.md", *, running=RULES):
    """The report of a story as its marks decide."""
    data = data.encode() if isinstance(data, str) else data
    report = check_document(read_data(data, name), running)
    return accept_marks(report, RULES, running)


def rules_of(report):
    return [one.rule for one in report.findings]


def accepted_by(report):
    return [(one.finding.rule, one.by, one.reason) for one in report.accepted]


def git(folder, *arguments, **more):
    """Runs git there as a reporter of its own, whatever the machine's settings."""
    who = ("-c", "user.name=Ana Roe", "-c", "user.email=ana@example.org")
    subprocess.run(
        ["git", *who, *arguments], cwd=folder, check=True, capture_output=True, **more
    )  # fmt: skip


def committed(folder, **texts):
    """Writes files, "a_md" for a.md, and commits all there is; makes the repository if need be."""
    if not (folder / ".git").exists():
        git(folder, "init", "-q", "-b", "main", ".")
    for name, text in texts.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "stories", "--allow-empty")
