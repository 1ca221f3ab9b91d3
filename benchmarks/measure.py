"""What a command costs: CPU seconds and peak memory of the whole process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """`cpu` in seconds, user and system; `peak` in MB, of the largest process."""

    cpu: float
    peak: float
    code: int


def measure(command: list[str]) -> Cost:
    """Run the command to its end, its output thrown away."""
    # Bytecode may be written, as on any ordinary machine.
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    quiet = subprocess.DEVNULL
    started = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, env=env)
    _, status, used = os.wait4(started.pid, 0)
    # Linux counts in kilobytes, macOS in bytes.
    unit = 1e6 if sys.platform == "darwin" else 1e3
    started.returncode = os.waitstatus_to_exitcode(status)
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / unit, started.returncode)


def find_command(name: str) -> str | None:
    """The command beside this interpreter, otherwise the one on the path."""
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else shutil.which(name)


def peers(arguments: dict[str, list[str]]) -> dict[str, list[str]]:
    """The full commands of those peers that are installed; says which are not."""
    commands = {}
    for name, rest in arguments.items():
        if path := find_command(name):
            commands[name] = [path, *rest]
        else:
            print(f"{name}: not installed, so not measured")
    return commands


def factcheck(*arguments: str) -> list[str]:
    """The `factcheck check` of this environment, tried once: a failure is soon over."""
    path = find_command("factcheck")
    if path is None:
        sys.exit("factcheck is not installed here; `make try` installs it in .venv")
    command = [path, "check", *arguments]
    if (code := measure(command).code) not in (0, 1):
        sys.exit(f"{' '.join(command)} failed with exit code {code}")
    return command
