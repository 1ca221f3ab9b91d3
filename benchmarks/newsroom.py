"""A newsroom's repository checked again and again: alone, with more processes, with the cache."""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path
from statistics import median
from time import monotonic

from measure import find_command
from stories import make_stories


def write_stories(folder: Path, count: int, size: int, *, broken: float) -> None:
    """Made-up stories, which are full of contradictions; most lose each line with a figure."""
    dice = random.Random(1)
    for number, story in enumerate(islice(make_stories(size), count)):
        if dice.random() >= broken:
            lines = story.splitlines(keepends=True)
            plain = [line for line in lines if not any(map(str.isdigit, line))]
            story = ("".join(plain) * 9)[:size]
        (folder / f"story-{number:04}.txt").write_text(story, encoding="utf-8")


def run(command: list[str], cache: Path) -> tuple[float, float, int]:
    """Seconds on the clock, CPU seconds of all processes, and the exit code."""
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    before, start = os.times(), monotonic()
    done = subprocess.run(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=env | {"FACTCHECK_CACHE_DIR": str(cache)},
    )
    clock, after = monotonic() - start, os.times()
    cpu = sum(after[2:4]) - sum(before[2:4])
    return clock, cpu, done.returncode


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="stories of your own")
    parser.add_argument("--count", type=int, default=1000, help="how many stories to make")
    parser.add_argument("--size", type=int, default=5200, help="bytes in each")
    parser.add_argument(
        "--broken", type=float, default=0.3, help="the share that keeps its figures"
    )
    parser.add_argument("--format", default="full", help="how the findings are shown")
    parser.add_argument("--runs", type=int, default=3, help="of each kind, in turn")
    arguments = parser.parse_args()
    path = find_command("factcheck")
    if path is None:
        sys.exit("factcheck is not installed here; `make try` installs it in .venv")
    with tempfile.TemporaryDirectory() as made, tempfile.TemporaryDirectory() as cache:
        folder = arguments.folder or Path(made)
        if not arguments.folder:
            write_stories(folder, arguments.count, arguments.size, broken=arguments.broken)
        check = [path, "check", "--format", arguments.format, str(folder)]
        say_what_is_checked(path, folder)
        compare(check, Path(cache), arguments.runs)


def say_what_is_checked(path: str, folder: Path) -> None:
    """Print how many stories there are and what is found in them."""
    command = [path, "check", "--no-cache", str(folder)]
    print(subprocess.run(command, capture_output=True, text=True).stdout.rstrip().split("\n")[-1])


def compare(check: list[str], cache: Path, runs: int) -> None:
    """Print what each kind of run takes, the kinds in turn and not one after the other."""
    kinds = {
        "one process": [*check, "--no-cache"],
        "-j 2": [*check, "--no-cache", "-j", "2"],
        "first run": check,
        "second run": check,
    }
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in kinds}
    for _ in range(runs):
        for kept in cache.glob("stories-*"):
            kept.unlink()
        for name, command in kinds.items():
            clock, cpu, code = run(command, cache)
            if code not in (0, 1):
                sys.exit(f"{' '.join(command)} failed with exit code {code}")
            found[name].append((clock, cpu))
    for name, costs in found.items():
        clocks, cpus = zip(*costs, strict=True)
        print(f"{name:12} {median(clocks):6.2f} s on the clock, {median(cpus):6.2f} CPU seconds")


if __name__ == "__main__":
    main()
