"""MB per CPU second over many stories with every rule on, with peers in the same run."""

from __future__ import annotations

import argparse
import tempfile
from itertools import islice
from pathlib import Path

from measure import factcheck, measure, peers
from stories import make_stories


def write_stories(folder: Path, count: int, size: int) -> list[Path]:
    """Files of made-up stories: plain text, which every peer reads."""
    paths = []
    for number, story in enumerate(islice(make_stories(size), count)):
        path = folder / f"story-{number:04}.txt"
        path.write_text(story, encoding="utf-8")
        paths.append(path)
    return paths


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="stories of your own (.md, .txt)")
    parser.add_argument("--count", type=int, default=1000, help="how many stories to make")
    parser.add_argument("--size", type=int, default=5200, help="bytes in each")
    parser.add_argument("--runs", type=int, default=3, help="the fastest counts")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = arguments.folder or Path(made)
        if not arguments.folder:
            write_stories(folder, arguments.count, arguments.size)
        files = [one for one in folder.rglob("*") if one.suffix in (".md", ".txt")]
        megabytes = sum(one.stat().st_size for one in files) / 1e6
        print(f"{len(files)} stories, {megabytes:.2f} MB")
        commands = {"factcheck": factcheck("--no-cache", str(folder))} | peers(
            {"codespell": [str(folder)], "proselint": ["check", str(folder)]}
        )
        for name, command in commands.items():
            costs = [measure(command) for _ in range(arguments.runs)]
            best = min(costs, key=lambda cost: cost.cpu)
            print(
                f"{name:10} {megabytes / best.cpu:5.2f} MB per CPU second ({best.cpu:.2f} s),"
                f" peak {max(cost.peak for cost in costs):3.0f} MB, exit code {best.code}"
            )


if __name__ == "__main__":
    main()
