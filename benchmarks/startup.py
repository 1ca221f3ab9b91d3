"""CPU milliseconds of the whole process for one story of 4 KB, with peers in the same run."""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from measure import Cost, factcheck, measure, peers
from stories import write_sound_story, write_story

BYTES = 4096


def python_source() -> str:
    """As much Python as there is story: a linter of code is given code."""
    own = Path(__file__).with_name("measure.py").read_text(encoding="utf-8")
    return (own + own + own)[:BYTES].rpartition("\n\n\n")[0] + "\n"


def commands_for(story: str, sound: str, code: str) -> dict[str, list[str]]:
    """What is measured; the interpreter and click alone are what no check can go below."""
    return {
        "factcheck": factcheck(story),
        "factcheck, sound story": factcheck(sound),
        **peers({"codespell": [story], "proselint": ["check", story], "flake8": [code]}),
        "python alone": [sys.executable, "-c", "pass"],
        "python with click": [sys.executable, "-c", "import click"],
    }


def measure_in_turn(commands: dict[str, list[str]], runs: int) -> dict[str, list[Cost]]:
    """Every command once a round, so that a busy moment falls on all of them alike."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    # The first round warms the disk's and the commands' own caches and is not counted.
    for turn in range(runs + 1):
        for name, command in commands.items():
            cost = measure(command)
            if turn:
                costs[name].append(cost)
    return costs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("story", nargs="?", help="a story of your own; otherwise one is made")
    parser.add_argument("--runs", type=int, default=15)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        story = arguments.story or str(write_story(Path(folder), BYTES))
        code = Path(folder, "code.py")
        code.write_text(python_source(), encoding="utf-8")
        commands = commands_for(story, str(write_sound_story(Path(folder), BYTES)), str(code))
        print(f"{Path(story).stat().st_size} bytes, {arguments.runs} runs each")
        for name, costs in measure_in_turn(commands, arguments.runs).items():
            cpu = [1000 * cost.cpu for cost in costs]
            print(
                f"{name:22} median {statistics.median(cpu):4.0f} ms CPU, fastest {min(cpu):4.0f},"
                f" peak {max(cost.peak for cost in costs):3.0f} MB, exit code {costs[-1].code}"
            )


if __name__ == "__main__":
    main()
