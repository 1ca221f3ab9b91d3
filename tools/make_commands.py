"""Writes docs/commands.md: what each command says of itself, as `--help` shows it.

Run it as `make pages` does; a test fails while the page is stale.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from factcheck.commands import main

_HEAD = """\
# Commands

Made from the commands themselves by `make pages`; edit them, not this page.
`factcheck COMMAND --help` shows the same.
"""
_WIDTH = 88


def write_commands() -> Iterator[str]:
    """The page in pieces: each command with its usage, its arguments and its options."""
    yield _HEAD
    root = click.Context(
        main, info_name="factcheck", terminal_width=_WIDTH, max_content_width=_WIDTH
    )
    for name in main.list_commands(root):
        command = main.get_command(root, name)
        if command is None or command.hidden:
            continue
        context = click.Context(
            command, info_name=name, parent=root, terminal_width=_WIDTH, max_content_width=_WIDTH
        )
        yield f"\n## factcheck {name}\n\n```\n{command.get_help(context).strip()}\n```\n"


if __name__ == "__main__":
    sys.stdout.writelines(write_commands())
