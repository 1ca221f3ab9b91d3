"""pre-commit installs the hooks from a checkout and blocks what it should."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pytest

CHECKOUT = Path(__file__).resolve().parents[1]
PACKAGED = (
    "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "factcheck", "rules",
)  # fmt: skip
MISSING = [name for name in PACKAGED if not (CHECKOUT / name).exists()]

pytestmark = [
    pytest.mark.skipif(bool(MISSING), reason=f"needs the checkout, which lacks {MISSING}"),
    pytest.mark.skipif(not shutil.which("git"), reason="needs git"),
]

BROKEN = "Between 60 and 40 boats lay in the harbour on Monday.\n"
SOUND = "Between 40 and 60 boats lay in the harbour on Monday.\n"
SUSPICIOUS = (
    "The coastguard estimated that between 40 and 60 tonnes of fuel leaked into the bay. "
    "The owner estimated that between 10 and 20 tonnes of fuel leaked into the bay.\n"
)


def run(folder, *command):
    # No user's and no machine's settings: a runner's git often knows nobody's name. What a
    # surrounding `git commit` exports would lead git to another repository, and PYTHONPATH
    # would lead the hook to another factcheck than the one it installed.
    inherited = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith("GIT_") and key != "PYTHONPATH"
    }
    isolated = {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_HOME": str(folder.parent / "pre-commit-home"),
        "PRE_COMMIT_COLOR": "never",
    }
    return subprocess.run(
        command, cwd=folder, env=inherited | isolated, capture_output=True, text=True, check=False
    )


def repository(folder):
    """Make the folder a git repository that holds all its files."""
    user = ("-c", "user.name=A Test", "-c", "user.email=test@example.org")
    for step in (("init", "-q"), ("add", "-A"), (*user, "commit", "-q", "-m", "all")):
        made = run(folder, "git", *step)
        assert made.returncode == 0, made.stderr
    return folder


@pytest.fixture(scope="module")
def hooks(tmp_path_factory):
    """The checkout as it stands, committed: try-repo leaves out files git does not know yet."""
    folder = tmp_path_factory.mktemp("hooks") / "factcheck"
    folder.mkdir()
    for name in PACKAGED:
        source = CHECKOUT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    return repository(folder)


def try_repo(hooks, folder, story, hook):
    newsroom = folder / "newsroom"
    newsroom.mkdir()
    (newsroom / "story.md").write_text(story)
    # Passed over: the hook is given every file.
    (newsroom / "logo.png").write_bytes(b"\x89PNG\0")
    draft = docx.Document()
    draft.add_paragraph(story.strip())
    draft.save(newsroom / "draft.docx")
    repository(newsroom)
    pre_commit = (sys.executable, "-m", "pre_commit", "try-repo")
    return run(newsroom, *pre_commit, str(hooks), hook, "--all-files", "--verbose")


def test_a_story_with_an_error_is_blocked_and_the_finding_is_shown(hooks, tmp_path):
    tried = try_repo(hooks, tmp_path, BROKEN, "factcheck")
    assert tried.returncode == 1, tried.stdout + tried.stderr
    assert "story.md:1:" in tried.stdout
    assert "inverted-range" in tried.stdout
    assert "draft.docx:1:" in tried.stdout
    assert "exit code: 1" in tried.stdout


def test_a_sound_story_goes_through(hooks, tmp_path):
    tried = try_repo(hooks, tmp_path, SOUND, "factcheck")
    assert tried.returncode == 0, tried.stdout + tried.stderr
    assert "Passed" in tried.stdout


def test_a_warning_stops_only_the_strict_hook(hooks, tmp_path):
    for hook, code in (("factcheck", 0), ("factcheck-strict", 1)):
        (tmp_path / hook).mkdir()
        tried = try_repo(hooks, tmp_path / hook, SUSPICIOUS, hook)
        assert tried.returncode == code, tried.stdout + tried.stderr
        assert "estimates-disagree" in tried.stdout
