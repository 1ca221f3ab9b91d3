"""All rules that there are to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.desk.mark_rules import MARK_RULES
from factcheck.plugins import Loaded, load_rules
from factcheck.values import replace


def load_all_rules(folders: Sequence[str] = ()) -> Loaded:
    """The installed rules and those of these folders, with the desk's own for its marks."""
    loaded = load_rules(folders)
    return replace(loaded, rules=(*MARK_RULES, *loaded.rules))
