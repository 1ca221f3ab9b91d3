"""`factcheck completion`: what teaches a shell to complete commands, options and rules."""

from __future__ import annotations

import click

_SHELLS = ("bash", "zsh", "fish")
_PROGRAM = "factcheck"
# Behind \b click leaves the lines as they are.
_HOW = """\b
bash, in ~/.bashrc:                 eval "$(factcheck completion bash)"
zsh, in ~/.zshrc below compinit:    eval "$(factcheck completion zsh)"
fish, once:                         factcheck completion fish \\
                                        > ~/.config/fish/completions/factcheck.fish
"""


@click.command(epilog=_HOW)
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print what teaches a shell to complete.

    Commands and their options, rules and formats are completed.
    """
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(f"click, which completes, does not know {shell}")
    source = made(ctx.find_root().command, {}, _PROGRAM, f"_{_PROGRAM.upper()}_COMPLETE").source()
    # Click's script for fish would cut a list of rules, and what explains a rule, at a comma.
    click.echo(source.replace('string split ","', 'string split -m1 ","'))
