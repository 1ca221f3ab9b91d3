"""Worker processes, each sent a few stories at a time; one that dies costs one story."""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, cast

from factcheck.commands.checking import Task, find
from factcheck.commands.errands import Errand
from factcheck.commands.stories import Story
from factcheck.commands.worker import FOUND, MARK, UNREAD, Job, work
from factcheck.findings import Failure
from factcheck.values import dataclass, field

# What a worker is sent at once: enough to be busy with while a report is written.
_STORIES = 8
_BYTES = 65_536
# What a worker may be ahead of the report, in shares as above.
_AHEAD = 4
# Seconds that a worker may take to start.
_PATIENCE = 60
# How often a worker may die with nothing to do.
_MOST_LOST = 8
_SAMPLE = Story(
    "story.md",
    b"Sales rose 5 percent on 3 May 2024, from $20 million to $21 million.\n\n"
    b'"Between 30 and 50 people came," said Ann Lee, the mayor of Alder.\n',
)


def count_cores() -> int:
    """How many processes can run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(slots=True, eq=False)
class _Worker:
    """A process, our end of its pipe, and what it was sent and has not answered, in order."""

    process: BaseProcess
    pipe: Connection
    sent: deque[Errand] = field(default_factory=deque)

    def end(self) -> None:
        """End it at once: it keeps nothing that anybody needs."""
        self.pipe.close()
        self.process.kill()
        self.process.join()


class Crew:
    """Up to so many worker processes with the rules of these folders; `close` ends them.

    `start_method` is one of multiprocessing's. To fork is fastest, as what is loaded is loaded in
    each worker; macOS's own libraries do not stand it.
    """

    def __init__(self, count: int, folders: Sequence[str] = (), start_method: str = "") -> None:
        forks = "fork" in get_all_start_methods() and sys.platform != "darwin"
        self._method = start_method or ("fork" if forks else "spawn")
        self._count = count
        self._folders = tuple(folders)
        self._workers: list[_Worker] = []
        self._waiting: deque[Errand] = deque()
        self._begun = False
        self._lost = 0

    def in_order(self, errands: Iterator[Errand]) -> Iterator[Errand]:
        """The same errands in their order, each when it is ready."""
        ahead: deque[Errand] = deque()
        size, more = 0, True
        while True:
            while more and size < self._room(_BYTES) and len(ahead) < self._room(_STORIES):
                errand = next(errands, None)
                more = errand is not None
                if errand:
                    ahead.append(errand)
                    size += len(errand.story.data)
                    self._take(errand)
            if not ahead:
                return
            self._turn(urgent=not ahead[0].ready, more=more)
            if ahead[0].ready:
                errand = ahead.popleft()
                size -= len(errand.story.data)
                yield errand

    def close(self) -> None:
        """End all workers."""
        while self._workers:
            self._workers[-1].end()
            self._workers.pop()

    def _room(self, share: int) -> int:
        return share * _AHEAD * max(1, self._count)

    def _take(self, errand: Errand) -> None:
        if errand.packed or errand.misconfigured or errand.story.fault:
            errand.ready = True
        elif not errand.ready:
            self._waiting.append(errand)

    def _turn(self, *, urgent: bool, more: bool) -> None:
        """Give whoever is idle something to do, and take what has come; one at least if urgent."""
        if self._waiting and not self._begun:
            self._begin(more=more)
        if not self._workers:
            while self._waiting:
                self._waiting.popleft().ready = True
        self._hand_out()
        busy = {one.pipe: one for one in self._workers if one.sent}
        if busy:
            for pipe in wait([*busy], None if urgent else 0):
                self._hear(busy[cast(Connection, pipe)])
            self._hand_out()

    def _begin(self, *, more: bool) -> None:
        """Hire, unless it is too little to do, or nobody can be hired."""
        self._begun = True
        size = sum(len(one.story.data) for one in self._waiting)
        if not more and len(self._waiting) <= _STORIES and size <= _BYTES:
            return
        if self._method == "fork":
            # What nearly every story needs to be loaded need not be loaded by each worker.
            find(Task(_SAMPLE, self._waiting[0].task.rules))
        self._hire()

    def _hire(self) -> None:
        """Start as many workers as are missing, and no more if one cannot be started."""
        new: list[_Worker] = []
        try:
            while len(self._workers) < self._count:
                new.append(self._start())
                self._workers.append(new[-1])
        except OSError:
            self._count = len(self._workers)
        for worker in new:
            if not _greets(worker):
                self._workers.remove(worker)
                worker.end()
                self._count -= 1

    def _start(self) -> _Worker:
        context = cast(Any, get_context(self._method))
        ours, theirs = context.Pipe()
        others = [one.pipe for one in self._workers] + [ours] if self._method == "fork" else []
        process = context.Process(target=work, args=(theirs, self._folders, others), daemon=True)
        with _interrupts_held():
            process.start()
        theirs.close()
        return _Worker(process, ours)

    def _hand_out(self) -> None:
        for worker in [*self._workers]:
            if self._waiting and not worker.sent:
                self._send(worker)

    def _send(self, worker: _Worker) -> None:
        size = 0
        while self._waiting and len(worker.sent) < _STORIES and size < _BYTES:
            worker.sent.append(self._waiting.popleft())
            size += len(worker.sent[-1].story.data)
        try:
            # It waits for them, or else we might both wait to send.
            worker.pipe.send([*map(_job, worker.sent)])
        except OSError:
            self._lost += 1
            self._replace(worker)

    def _hear(self, worker: _Worker) -> None:
        try:
            answer = worker.pipe.recv_bytes()
        except (EOFError, OSError):
            errand = worker.sent.popleft()
            self._replace(worker)
            errand.failure = Failure(_cause_of_death(worker.process.exitcode))
            errand.ready = True
            return
        _take_answer(worker.sent.popleft(), answer)

    def _replace(self, worker: _Worker) -> None:
        """Put another in the place of a worker that died, for what it had still to do."""
        worker.end()
        self._workers.remove(worker)
        self._waiting.extendleft(reversed(worker.sent))
        if self._lost > _MOST_LOST:
            self._count = len(self._workers)
        if self._waiting:
            self._hire()


def _job(errand: Errand) -> Job:
    selection = tuple((one.code, one.severity) for one in errand.task.rules)
    return (
        errand.story.path,
        errand.story.data,
        errand.task.as_of,
        errand.task.json_paths,
        selection,
    )


def _take_answer(errand: Errand, answer: bytes) -> None:
    mark, rest = answer[:MARK], answer[MARK:]
    if mark == FOUND:
        errand.packed = rest
    elif mark == UNREAD:
        errand.failure = Failure(rest.decode("utf-8", "surrogatepass"))
    errand.ready = True


def _greets(worker: _Worker) -> bool:
    try:
        return worker.pipe.poll(_PATIENCE) and bool(worker.pipe.recv_bytes())
    except (EOFError, OSError):
        return False


def _cause_of_death(code: int | None) -> str:
    if code is not None and code < 0:
        try:
            name = signal.Signals(-code).name
        except ValueError:
            name = f"signal {-code}"
        return f"not checked: {name} ended the process that was at it, as where memory runs out"
    return f"not checked: the process that was at it ended with exit code {code}"


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keep Ctrl-C back, from a new process for good."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
