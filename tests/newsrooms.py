"""Small newsrooms for the tests: their files, and what the command says of them."""

import json
from pathlib import Path

from click.testing import CliRunner

from factcheck.commands import main

BROKEN = "Between 50 and 30 people attended the meeting.\n"
NOTED = "The ship held 3 tons.\n"

# A rule of the newsroom's own, whose findings are as severe as it says of each.
RULE = '''
from factcheck import Finding, Span, rule

@rule("NR101", examples=["It held [[tons]].", "It held tonnes."])
def says_tons(document):
    """We write tonnes."""
    for severity, word in (("note", "tons"), ("error", "TONS")):
        start = document.prose.find(word)
        if start >= 0:
            yield Finding(f"it says {word}", (Span(start, start + 4),), severity=severity)
'''


def write(**files):
    """Write files into the current folder: `sub__a_md` is sub/a.md."""
    for name, text in files.items():
        path = Path(name.replace("__", "/").replace("_", "."))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def run(*arguments, stdin=None):
    """The command with these arguments, when it has ended."""
    return CliRunner().invoke(main, list(map(str, arguments)), input=stdin)


def check(*arguments, stdin=None):
    """What `check` finds, in the shape "story: severity rule", and its exit code."""
    done = run("check", "--format", "json", *arguments, stdin=stdin)
    found = [
        f"{file['path']}: {finding['severity']} {finding['rule']}"
        for file in json.loads(done.stdout)["files"]
        for finding in file["findings"]
    ]
    return found, done.exit_code


def complaint(*arguments):
    """What is said of a run that is misuse; nothing else is."""
    done = run(*arguments)
    assert done.exit_code == 2, done.output
    assert done.stdout == ""
    return done.stderr.removeprefix("factcheck: ").removesuffix("\n")
