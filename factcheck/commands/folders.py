"""The option that names folders of rules, for every command that uses rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import click

from factcheck.desk.mark_rules import MARK_RULES
from factcheck.plugins import Loaded, load_rules

rules_option = click.option(
    "--rules", "folders", multiple=True, metavar="FOLDER",
    help="Use the rules of the Python files in FOLDER too.",
)  # fmt: skip


def load_all_rules(folders: Sequence[str] = ()) -> Loaded:
    """The installed rules and those of these folders, with the desk's own for its marks."""
    loaded = load_rules(folders)
    return replace(loaded, rules=(*MARK_RULES, *loaded.rules))
