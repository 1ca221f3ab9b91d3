"""Stories to measure with, made from the paragraphs of real ones."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"

# Most figures of a day's news stand in more than one story ("two people", "one in five");
# about three in ten do not, and those no memory of earlier ones helps to read.
NEW_FIGURES = 0.3


def paragraphs(folder: Path) -> list[str]:
    """Every paragraph of the folder's stories, its README's left out."""
    files = sorted(one for one in folder.rglob("*") if one.suffix in (".md", ".txt"))
    stories = (one.read_text(encoding="utf-8") for one in files if one.stem != "README")
    found = [part for story in stories for part in story.strip().split("\n\n")]
    if not found:
        raise SystemExit(f"{folder} has no .md or .txt file to make stories from")
    return found


def with_new_figures(text: str, dice: random.Random) -> str:
    """The text with other digits in some of its figures."""

    def change(figure: re.Match[str]) -> str:
        if dice.random() >= NEW_FIGURES:
            return figure[0]
        return re.sub(r"[1-9]", lambda _: str(dice.randint(1, 9)), figure[0])

    return re.sub(r"\d[\d,.]*", change, text)


def make_stories(folder: Path, size: int, *, seed: int = 1) -> Iterator[str]:
    """Endless stories of about `size` bytes, the same ones every time."""
    dice = random.Random(seed)
    supply = paragraphs(folder)
    while True:
        story = ""
        while len(story.encode()) < size:
            story += with_new_figures(dice.choice(supply), dice) + "\n\n"
        yield story


def write_story(folder: Path, source: Path, size: int) -> Path:
    """One such story, cut to `size` bytes."""
    path = folder / "story.md"
    path.write_bytes(next(make_stories(source, size)).encode()[:size])
    # A cut may fall within a character.
    path.write_text(path.read_text(encoding="utf-8", errors="ignore"), encoding="utf-8")
    return path
