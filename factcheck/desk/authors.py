"""Who wrote which line of a file, and when, by git."""

from __future__ import annotations

from collections.abc import Collection

from factcheck.desk.git import GitError, ask, path_in, top_of
from factcheck.tuples import NamedTuple

NOT_IN_GIT = "not in git"
NOT_COMMITTED = "not committed"


class Written(NamedTuple):
    """Who wrote a line and on which day (YYYY-MM-DD); else `why` that is not known."""

    author: str = ""
    date: str = ""
    why: str = ""


def authors_of(path: str, lines: Collection[int]) -> dict[int, Written]:
    """Who wrote each of these lines of a file as it is now, counted from 1."""
    try:
        top = top_of(path)
    except GitError as error:
        return dict.fromkeys(lines, Written(why=str(error)))
    if top is None:
        return dict.fromkeys(lines, Written(why=NOT_IN_GIT))
    ranges = [f"-L{line},{line}" for line in sorted(lines)]
    try:
        blame = ask(top, "blame", "--line-porcelain", *ranges, "--", path_in(top, path))
    except GitError:
        # Git blames nobody for a file that was never committed.
        return dict.fromkeys(lines, Written(why=NOT_COMMITTED))
    return _read(blame)


def _read(blame: bytes) -> dict[int, Written]:
    """The answer of `git blame --line-porcelain`: a head for each line, then the line itself."""
    found: dict[int, Written] = {}
    head: dict[str, str] = {}
    number, commit = 0, ""
    for row in blame.decode("utf-8", "replace").split("\n"):
        if row.startswith("\t"):
            known = commit.strip("0")
            found[number] = _written(head) if known else Written(why=NOT_COMMITTED)
            commit, head = "", {}
        elif commit:
            key, _, value = row.partition(" ")
            head[key] = value
        elif row:
            commit, _, number_ = row.split(" ")[:3]
            number = int(number_)
    return found


def _written(head: dict[str, str]) -> Written:
    from datetime import UTC, datetime, timedelta, timezone

    zone = head.get("author-tz", "+0000")
    minutes = int(zone[1:3]) * 60 + int(zone[3:5])
    away = timezone(timedelta(minutes=-minutes if zone[0] == "-" else minutes))
    day = datetime.fromtimestamp(int(head["author-time"]), UTC).astimezone(away).date()
    return Written(head.get("author", ""), day.isoformat())
