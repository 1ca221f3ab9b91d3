"""Break one relation of a sound story at a time, and see which rules notice.

    python benchmarks/inject.py [--seed N] [--times N] [FOLDER|FILE.jsonl ...]

A story is put through twice: with a sound sentence added, which no rule may object to, and with
the same sentence broken in one place, which its rule should. A sentence of the story itself is
given again with another figure too. Whatever else is found is counted as new elsewhere.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import relations
import repeats

import factcheck

_HERE = Path(__file__).resolve().parent
_REPEATED = frozenset(
    ("figures-disagree", "estimates-disagree", "speaker-contradicts-self", "bounds-disagree")
)


class Case(NamedTuple):
    """A story sound and broken: `start` to `end` is where, `rules` who should see it."""

    kind: str
    rules: frozenset[str]
    sound: str
    broken: str
    start: int
    end: int


def main() -> None:
    arguments = _arguments()
    dice = random.Random(arguments.seed)
    stories = [story for place in arguments.stories for story in _stories(Path(place))]
    stories = [story for story in stories if not _objections(story)]
    if not stories:
        raise SystemExit("inject: none of the stories is sound, so none can be broken")
    found, missed, elsewhere, alarms = (
        Counter[str](),
        Counter[str](),
        Counter[str](),
        Counter[str](),
    )
    for case in _cases(stories, arguments.times, dice):
        objections = _objections(case.broken, notes=True)
        hit = any(one.rule in case.rules and _touches(one, case) for one in objections)
        (found if hit else missed)[case.kind] += 1
        loud = [one for one in objections if one.severity != "note"]
        elsewhere[case.kind] += sum(not _touches(one, case) for one in loud)
        false = _objections(case.sound)
        alarms[case.kind] += bool(false)
        if arguments.show and not hit:
            print(f"missed {case.kind}: {case.broken[case.start : case.end]}")
        if arguments.show and (false or any(not _touches(one, case) for one in loud)):
            print(f"wrong {case.kind}: {[(one.rule, one.message) for one in false or loud]}")
    _print(found, missed, elsewhere, alarms, len(stories))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("stories", nargs="*", default=[_HERE.parent / "examples"])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--times", type=int, default=20, help="how often each wording is tried")
    parser.add_argument("--show", action="store_true", help="the sentences that were missed")
    return parser.parse_args()


def _stories(place: Path) -> Iterator[str]:
    if place.suffix == ".jsonl":
        rows = map(json.loads, place.read_text("utf-8").splitlines())
        yield from (row["text"] for row in rows)
    elif place.is_dir():
        for file in sorted(place.rglob("*")):
            if file.suffix in (".txt", ".md") and file.name != "README.md":
                yield file.read_text("utf-8")
    else:
        yield place.read_text("utf-8")


def _objections(text: str, *, notes: bool = False) -> tuple[factcheck.Finding, ...]:
    findings = factcheck.check(text, "story.md").findings
    return tuple(one for one in findings if notes or one.severity != "note")


def _touches(finding: factcheck.Finding, case: Case) -> bool:
    return any(case.start < span.end and span.start < case.end for span in finding.spans)


def _cases(stories: list[str], times: int, dice: random.Random) -> Iterator[Case]:
    table = tomllib.loads((_HERE / "injected.toml").read_text("utf-8"))
    for kind, row in table.items():
        for sentence in row["sentences"]:
            for _ in range(times):
                sound, broken = relations.MAKERS[kind](dice)
                told = [sentence.format(**numbers) for numbers in (sound, broken)]
                # A wording without the number that was changed says the same thing twice.
                if told[0] != told[1]:
                    yield _added(dice.choice(stories), kind, frozenset(row["rules"]), told, dice)
    yield from _copied(stories, times * 5, dice)


def _added(
    story: str, kind: str, rules: frozenset[str], told: list[str], dice: random.Random
) -> Case:
    """The sentence as a paragraph of its own, behind the first one or later."""
    breaks = [match.end() for match in re.finditer(r"\n\n", story)] or [len(story)]
    at = dice.choice(breaks)
    sound, broken = (f"{story[:at].rstrip()}\n\n{one}\n\n{story[at:]}" for one in told)
    start = len(story[:at].rstrip()) + 2
    return Case(kind, rules, sound, broken, start, start + len(told[1]))


def _copied(stories: list[str], times: int, dice: random.Random) -> Iterator[Case]:
    """A sentence of the story told again at its end, in the broken story with another figure."""
    for kind, again in (("repeated", repeats.repeat), ("retold", repeats.retell)):
        able = [story.rstrip() for story in stories if again(story.rstrip(), dice)]
        for _ in range(times if able else 0):
            story = dice.choice(able)
            told = again(story, dice)
            assert told is not None
            start = len(story) + 2
            sound, broken = (f"{story}\n\n{one}\n" for one in told)
            yield Case(kind, _REPEATED, sound, broken, start, start + len(told.broken))


def _print(
    found: Counter[str],
    missed: Counter[str],
    elsewhere: Counter[str],
    alarms: Counter[str],
    stories: int,
) -> None:
    print(f"{stories} sound stories")
    print(
        f"{'broken':14}{'times':>6}{'found':>7}{'recall':>8}{'elsewhere':>11}{'sound flagged':>15}"
    )
    for kind in [*found.keys() | missed.keys()] and sorted(found.keys() | missed.keys()):
        times = found[kind] + missed[kind]
        print(
            f"{kind:14}{times:6}{found[kind]:7}{found[kind] / times:8.0%}"
            f"{elsewhere[kind]:11}{alarms[kind]:15}"
        )


if __name__ == "__main__":
    main()
