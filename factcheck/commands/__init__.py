"""The command line: one file a command, each imported when it is called."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import cast

import click

from factcheck import __version__
from factcheck.commands.exits import FAILED, INTERRUPTED, MISUSE, PIPE_CLOSED

_COMMANDS = (
    "check", "facts", "why", "annotate", "rules", "explain", "config", "suppressions",
    "init", "new-rule", "test", "plugins", "completion",
)  # fmt: skip


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return [*_COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        module = import_module(f"factcheck.commands.{name}")
        command = cast(click.Command, getattr(module, name))
        # A shell asks, which a run that checks need not be ready for.
        if ctx.resilient_parsing:
            from factcheck.commands.completing import complete_by_name

            complete_by_name(command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        # While a shell completes, what is not known is not done being typed.
        known = args[0] in _COMMANDS or args[0].startswith("-") or ctx.resilient_parsing
        if not known:
            from difflib import get_close_matches

            near = get_close_matches(args[0], _COMMANDS, n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            ctx.fail(f"no command is called {args[0]!r}{hint}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        from factcheck.commands.output import complain

        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            complain(error.format_message())
            ctx.exit(MISUSE)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            _discard_output()
            ctx.exit(PIPE_CLOSED)
        except OSError as error:
            # Files are read elsewhere, so this is about writing: a full disk, say.
            _discard_output()
            complain(f"cannot write the report: {error.strerror}")
            ctx.exit(FAILED)


def _discard_output() -> None:
    """Let nothing more be written, or Python complains about it on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="factcheck")
def main() -> None:
    """Point at what cannot all be true in a news story.

    Exit codes: 0 nothing found that fails, 1 something is, 2 wrong use, 3 a file, a rule or a
    plugin failed, 130 interrupted.
    """
