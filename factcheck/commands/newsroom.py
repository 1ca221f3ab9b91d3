"""Where a newsroom keeps its own rules."""

from __future__ import annotations

import os

DEFAULT_FOLDER = "newsroom_rules"


def configured_folders() -> tuple[str, ...]:
    """The folders of rules that the configuration above the working folder names."""
    from factcheck.commands.configured import Configured, Given

    configured = Configured(Given())
    return configured.settings_by(configured.of_folder("")).rules


def rule_folders() -> tuple[str, ...]:
    """The folders of the newsroom's rules: those configured, or the usual one if it is there."""
    there = (DEFAULT_FOLDER,) if os.path.isdir(DEFAULT_FOLDER) else ()  # noqa: PTH112
    return configured_folders() or there
