"""Stories to measure with, as full of figures as published news is."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_FIGURES = _HERE.parent / "examples"
_PROSE = _HERE / "prose.txt"

# The examples have a figure every 70 characters, published news one every 200 to 220.
_WITH_FIGURES = 1 / 4

# Most figures of a day's news stand in more than one story ("two people", "one in five");
# about three in ten do not, and those no memory of earlier ones helps to read.
_NEW_FIGURES = 0.3


def _paragraphs(*files: Path) -> list[str]:
    stories = (file.read_text(encoding="utf-8") for file in sorted(files))
    return [part for story in stories for part in story.strip().split("\n\n")]


def with_new_figures(text: str, dice: random.Random) -> str:
    """The text with other digits in some of its figures."""

    def change(figure: re.Match[str]) -> str:
        if dice.random() >= _NEW_FIGURES:
            return figure[0]
        return re.sub(r"[1-9]", lambda _: str(dice.randint(1, 9)), figure[0])

    return re.sub(r"\d[\d,.]*", change, text)


def _shuffled(supply: list[str], dice: random.Random) -> Iterator[str]:
    """All paragraphs in some order, then all in another, without end."""
    while True:
        yield from dice.sample(supply, len(supply))


def make_stories(size: int, *, seed: int = 1) -> Iterator[str]:
    """Endless stories of about `size` bytes, the same ones every time."""
    dice = random.Random(seed)
    examples = (one for one in _FIGURES.iterdir() if one.stem != "README")
    supplies = _paragraphs(*examples), _paragraphs(_PROSE)
    while True:
        figures, prose = (_shuffled(supply, dice) for supply in supplies)
        parts: list[str] = []
        written = with_figures = 0
        while written < size:
            wanted = with_figures <= written * _WITH_FIGURES
            part = with_new_figures(next(figures), dice) if wanted else next(prose)
            parts.append(part)
            written += len(part.encode()) + 2
            with_figures += len(part.encode()) * wanted
        yield "\n\n".join(parts) + "\n"


def write_story(folder: Path, size: int) -> Path:
    """One such story, cut to `size` bytes."""
    path = folder / "story.md"
    # A cut may fall within a character.
    text = next(make_stories(size)).encode()[:size].decode(errors="ignore")
    path.write_text(text, encoding="utf-8")
    return path


def write_sound_story(folder: Path, size: int) -> Path:
    """A story of `size` bytes with as many figures in which nothing is to be found."""
    prose = iter(_paragraphs(_PROSE) * 2)
    # Two paragraphs without figures behind each of a sound example.
    figures = _paragraphs(_FIGURES / "harbour-corrected.md", _FIGURES / "market-day.md")
    parts = [part for one in figures for part in (one, next(prose), next(prose))]
    path = folder / "sound.md"
    text = "\n\n".join(parts).encode()[:size].decode(errors="ignore")
    path.write_text(text, encoding="utf-8")
    return path
