"""The readers of a plugin, by the suffixes of file names."""

from __future__ import annotations

import re

from factcheck.added import Tables
from factcheck.additions.answers import rows_of
from factcheck.readers import SUFFIXES
from factcheck.rules import RuleError

_SUFFIX = re.compile(r"\.[a-z0-9_+-]+")


def added_readers(answer: object, so_far: Tables) -> Tables:
    """The readers that `provide_readers()` gave, as additions; raises RuleError."""
    taken = {*SUFFIXES, *so_far.get("readers", ())}
    fresh = {}
    for suffix, reader in rows_of(answer, "its readers"):
        if not _SUFFIX.fullmatch(suffix):
            raise RuleError(f"gave {suffix!r} for a suffix, not small letters behind a point")
        if suffix in taken:
            raise RuleError(f"gave a reader for {suffix}, which has one")
        if not callable(getattr(reader, "read", None)):
            raise RuleError(f"gave {reader!r} for {suffix}, which has no read(text)")
        fresh[suffix] = reader
    return {"readers": fresh}
