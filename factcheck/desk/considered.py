"""Which files were looked at for a configuration, and why each counts or does not."""

from __future__ import annotations

import os
from collections.abc import Iterator

from factcheck.desk.configuration import FILES, Configuration, folders_above, shown


def considered(folder: str, configuration: Configuration) -> Iterator[tuple[str, str]]:
    """The files that could hold the configuration of a folder, nearest first, each with a word.

    Above the one that counts none is looked at.
    """
    for place in folders_above(os.path.abspath(folder)):  # noqa: PTH100
        files = [shown(os.path.join(place, name)) for name in FILES]  # noqa: PTH118
        for file in filter(os.path.lexists, files):
            if file == configuration.file:
                yield file, "used"
            elif configuration.file in files:
                yield file, f"not used: {os.path.basename(configuration.file)} goes before it"  # noqa: PTH119
            else:
                yield file, "not used: it has no table [tool.factcheck]"
        if configuration.file in files:
            return
