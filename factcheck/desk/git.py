"""What git says of the stories: asked once a repository, never changed."""

from __future__ import annotations

import os
import subprocess


class GitError(ValueError):
    """What git cannot answer, as one sentence."""


def ask(folder: str, *arguments: str) -> bytes:
    """What git prints in a folder; raises `GitError` with what git complains of."""
    # No setting of the user's, a pager or a language, may change what is read here.
    command = ["git", "-C", folder, "-c", "core.quotePath=false", "--no-pager", *arguments]
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(command, capture_output=True, check=False, env=environment)
    except OSError as error:
        raise GitError(f"git cannot be run: {error.strerror}") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise GitError(said.removeprefix("fatal: ") or f"git {arguments[0]} failed")
    return done.stdout


def top_of(path: str) -> str | None:
    """The folder of the repository that a file or folder is in, None where it is in none."""
    real = os.path.realpath(path)
    folder = real if os.path.isdir(real) else os.path.dirname(real)  # noqa: PTH112, PTH120
    try:
        top = ask(folder, "rev-parse", "--show-toplevel")
    except GitError as error:
        if "not a git repository" in str(error):
            return None
        raise
    return os.path.realpath(os.fsdecode(top.removesuffix(b"\n")))


def path_in(top: str, path: str) -> str:
    """A path as git writes it, from the top of its repository."""
    return os.path.relpath(os.path.realpath(path), top).replace(os.sep, "/")
