"""What installed distributions declare in factcheck's group of entry points."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from os.path import basename, join

from factcheck.values import dataclass

GROUP = "factcheck"
OWN = "factcheck-lint"


@dataclass(frozen=True, slots=True)
class EntryPoint:
    """What a distribution declares in the group: a name for a module, or for something in one."""

    name: str
    target: str
    distribution: str
    version: str = ""

    def __str__(self) -> str:
        return f"plugin {self.name} of {self.distribution}"


def find_entry_points(path: Iterable[str]) -> list[EntryPoint]:
    """What is declared in the group on these folders, factcheck's own first, then by name.

    Reads the files that installers leave beside the packages: `importlib.metadata`, which does
    the same, costs 40 ms to import. The first of two distributions of one name counts, as it is
    the one whose modules are imported.
    """
    first: dict[str, str] = {}
    for folder in path:
        for name, found in _distributions(folder):
            first.setdefault(name, found)
    points = [point for found in first.values() for point in _entry_points(found)]
    # Built-in rules come first, so that a plugin cannot take one's code.
    return sorted(points, key=lambda one: (one.distribution != OWN, one.distribution, one.name))


def _distributions(folder: str) -> Iterator[tuple[str, str]]:
    try:
        found = sorted(os.listdir(folder or "."))
    except OSError:
        return  # zip files and folders that are not there stand on the path too
    for name in found:
        # A name that begins with "~" is what an interrupted uninstall left behind.
        if name.endswith((".dist-info", ".egg-info")) and name[0] != "~":
            yield re.sub(r"[-_.]+", "-", _stem(name)).lower(), join(folder, name)


def _entry_points(info: str) -> Iterator[EntryPoint]:
    text = _text_of(join(info, "entry_points.txt"))
    _, declared, rest = text.partition(f"[{GROUP}]")
    if not declared:
        return
    distribution, version = _distribution(info)
    for line in rest.partition("\n[")[0].splitlines():
        name, is_one, target = line.partition("=")
        if is_one and not line.startswith(("#", ";")):
            yield EntryPoint(name.strip(), target.partition("[")[0].strip(), distribution, version)


def _distribution(info: str) -> tuple[str, str]:
    """Its name and its version, "" where none is known."""
    metadata = _text_of(join(info, "METADATA")) or _text_of(join(info, "PKG-INFO"))
    stem, _, version = basename(info).rpartition(".")[0].partition("-")
    return _field("Name", metadata) or stem, _field("Version", metadata) or version


def _field(name: str, metadata: str) -> str:
    found = re.search(rf"^{name}:[ \t]*(\S+)", metadata, re.MULTILINE)
    return found[1] if found else ""


def _stem(name: str) -> str:
    """The distribution's name in that of its folder: "news_desk-1.0.dist-info"."""
    return name.rpartition(".")[0].partition("-")[0]


def _text_of(file: str) -> str:
    try:
        with open(file, encoding="utf-8", errors="replace") as opened:
            return opened.read()
    except OSError:
        return ""
