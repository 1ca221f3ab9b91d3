"""The settings of a newsroom: a row each, from which all else that is known of them is derived."""

from __future__ import annotations

from typing import Any

from factcheck.desk import kinds
from factcheck.desk.kinds import Kind, PerFile
from factcheck.findings import SEVERITIES
from factcheck.model import RegionKind
from factcheck.tuples import NamedTuple
from factcheck.values import dataclass, field, metadata_of


class Setting(NamedTuple):
    """The field that holds a setting, what it takes, what it does; is it one for a whole run?"""

    field: str
    kind: Kind
    about: str
    run: bool


def _row(kind: Kind, *, default: object, about: str, run: bool = False) -> Any:
    return field(default=default, metadata={"kind": kind, "about": about, "run": run})


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for a story, or for a run; a setting's name has "-" where its field has "_".

    All values are hashable and can be pickled. Paths lead from the current folder or are absolute.
    """

    select: tuple[str, ...] = _row(
        kinds.texts,
        default=(),
        about="Run only these rules: names, codes, or how codes begin.",
    )
    ignore: tuple[str, ...] = _row(kinds.texts, default=(), about="Leave these rules out.")
    severities: tuple[tuple[str, str], ...] = _row(
        kinds.severities,
        default=(),
        about="How severe what a rule finds is: error, warning, note, or off.",
    )
    per_file_rules: tuple[PerFile, ...] = _row(
        kinds.per_file,
        default=(),
        about="Other rules for some files: a pattern with its select and ignore.",
    )
    rules: tuple[str, ...] = _row(
        kinds.paths,
        default=(),
        about="Use the rules of the Python files in these folders too.",
    )
    fail_on: str = _row(
        kinds.one_of(*SEVERITIES, "never"),
        default="error",
        about="Exit with 1 if something at or above this severity is shown.",
    )
    severity: str = _row(
        kinds.one_of(*SEVERITIES),
        default="note",
        about="Show only what is at or above this severity.",
    )
    exclude: tuple[str, ...] = _row(
        kinds.texts,
        default=(),
        about="Pass over these files and folders, unless they are named.",
    )
    json_paths: tuple[tuple[str, RegionKind], ...] = _row(
        kinds.json_paths,
        default=(),
        about="Where prose stands in JSON, such as body/**/value.",
    )
    format: tuple[str, ...] = _row(
        kinds.reports,
        default=("full",),
        about="How to show the findings: formats, each NAME or NAME=FILE.",
        run=True,
    )
    baseline: str = _row(
        kinds.path,
        default="",
        about="The file of findings that the desk has accepted.",
        run=True,
    )
    jobs: int = _row(
        kinds.count,
        default=1,
        about="How many processes check stories side by side; 0 is one for each core.",
        run=True,
    )
    cache: bool = _row(
        kinds.flag,
        default=True,
        about="Keep what is found in a story for the next run.",
        run=True,
    )


DEFAULTS = Settings()
# By the names that an editor writes.
SETTINGS = {
    name.replace("_", "-"): Setting(name, **known) for name, known in metadata_of(Settings).items()
}


def about(name: str) -> str:
    """What a setting does, in a sentence."""
    return SETTINGS[name].about
