"""Plugins put onto `sys.path` for a test, as an installer would."""

from contextlib import contextmanager
from itertools import count

from factcheck import read
from factcheck.plugins import installed_additions, installed_rules
from factcheck.reports.plugged import installed_formats

_serials = count()


def forget():
    """Have factcheck ask the plugins anew."""
    for cache in (installed_rules, installed_additions, installed_formats):
        cache.cache_clear()


@contextmanager
def installing(folder, monkeypatch):
    """A function that installs a module with this source as a distribution, until the end."""
    monkeypatch.syspath_prepend(folder)

    def put(source, distribution):
        module = f"plugin_of_a_test_{next(_serials)}"
        (folder / f"{module}.py").write_text(source, encoding="utf-8")
        info = folder / f"{distribution.replace('-', '_')}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Name: {distribution}\n")
        (info / "entry_points.txt").write_text(f"[factcheck]\nmain = {module}\n")
        # A path of another length is another path to what is remembered of it.
        monkeypatch.syspath_prepend(folder / module)
        forget()

    yield put
    monkeypatch.undo()
    forget()
    read("")
