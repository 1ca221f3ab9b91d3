"""The option that names folders of rules, for every command that uses rules."""

from __future__ import annotations

import click

rules_option = click.option(
    "--rules", "folders", multiple=True, metavar="FOLDER",
    help="Use the rules of the Python files in FOLDER too.",
)  # fmt: skip
