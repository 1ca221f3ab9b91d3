"""What a worker process does: it checks the stories it is sent and sends back what it found."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from factcheck.commands.checking import Task, find
from factcheck.commands.loading import load_all_rules
from factcheck.commands.stories import AsOf, Story
from factcheck.desk.kept import pack_report
from factcheck.findings import Failure, Severity
from factcheck.readers import JsonPaths
from factcheck.rules import Rule
from factcheck.values import replace

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

# Rules themselves cannot be sent: by their codes, with the severities they have in this run.
Selection: TypeAlias = tuple[tuple[str, Severity], ...]
# A path, what is in the file, the day it is of, where JSON has prose, and the rules.
Job: TypeAlias = tuple[str, bytes, AsOf, JsonPaths, Selection]

# How an answer begins; the rest is a packed report, a sentence, or nothing.
FOUND, UNREAD, UNSENDABLE = b"found", b"unrd.", b"uns.."
MARK = len(FOUND)


def work(pipe: Connection, folders: Sequence[str], others: Iterable[Connection]) -> None:
    """Answer each job of each list that comes through the pipe, until there is nobody to ask."""
    _ignore_interrupts()
    _end_with_parent()
    for other in others:
        # A copy of another worker's end would keep that worker from seeing that we are gone.
        other.close()
    rules = {one.code: one for one in load_all_rules(folders).rules}
    try:
        pipe.send_bytes(b"ready")
        while True:
            for job in pipe.recv():
                pipe.send_bytes(_answer(job, rules))
    except (EOFError, OSError):
        pass


def _ignore_interrupts() -> None:
    # Ctrl-C goes to every process of the terminal; the one that reports decides what it means.
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _end_with_parent() -> None:
    """End at once, in the middle of a story, when there is nobody left to answer."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait
    from threading import Thread

    parent = parent_process()
    if parent:
        Thread(target=lambda: (wait([parent.sentinel]), os._exit(1)), daemon=True).start()


def _answer(job: Job, known: Mapping[str, Rule]) -> bytes:
    path, data, as_of, json_paths, selection = job
    if any(code not in known for code, _ in selection):
        return UNSENDABLE  # a rule that only the other process has
    rules = [_with_severity(known[code], severity) for code, severity in selection]
    found = find(Task(Story(path, data), rules, as_of, json_paths))
    if isinstance(found, Failure):
        return UNREAD + found.message.encode("utf-8", "surrogatepass")
    packed = pack_report(found, data)
    return FOUND + packed if packed else UNSENDABLE


def _with_severity(rule: Rule, severity: Severity) -> Rule:
    return rule if rule.severity == severity else replace(rule, severity=severity)
