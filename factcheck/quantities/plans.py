"""How to make a figure of terminals, as the parser found it; kept between runs.

What the parser finds depends on the kinds of the terminals alone, and news has some hundreds of
sequences. To import Lark takes a third of a start, so a run whose sequences are all known does
without it. A store that cannot be read or written costs time and nothing else.
"""

from __future__ import annotations

import atexit
import marshal
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any

from factcheck.quantities import measuring, numbering, ranging
from factcheck.tables import Stamp, beside, cached, read_bytes, stamp_of, write_whole

GRAMMAR = beside(__file__, "grammar.lark")
RULES: dict[str, Callable[..., Any]] = {
    rule.__name__: rule for rule in (*numbering.RULES, *measuring.RULES, *ranging.RULES)
}

# A rule's name with its parts; a part is a plan, or where among the terminals a lexeme stands.
Plan = tuple[str, tuple["Plan | int", ...]]
# A plan or None, and how many of the terminals may at least begin a figure.
Found = tuple[Plan | None, int]

# Far beyond what news has, and a bound for a server that never stops.
_MOST = 20_000


def plan_for(kinds: tuple[str, ...]) -> Found:
    """The plan for terminals of these kinds, from the store or else from the parser."""
    plans = _plans()
    found = plans.get(kinds)
    if found is None:
        from factcheck.quantities.grammar import plan

        if len(plans) >= _MOST:
            plans.clear()
        found = plans[kinds] = plan(kinds)
        _keep_at_exit()
    return found


@cache
def _plans() -> dict[tuple[str, ...], Found]:
    return load_plans(_store())


def load_plans(store: str) -> dict[tuple[str, ...], Found]:
    """The plans in a store; none if it is missing, damaged or of another grammar."""
    try:
        stamp, plans = marshal.loads(read_bytes(store))
        return dict(plans) if stamp == _stamp() else {}
    except (OSError, ValueError, EOFError, TypeError):
        return {}


def keep_plans(store: str, plans: dict[tuple[str, ...], Found]) -> None:
    """Write the plans to a store, if that is possible."""
    with suppress(OSError, ValueError):
        # Another run may have written meanwhile.
        write_whole(store, marshal.dumps((_stamp(), {**load_plans(store), **plans})))


def _store() -> str:
    return cached(f"figures-{sys.implementation.cache_tag}.plans")


@cache
def _stamp() -> Stamp:
    return stamp_of(GRAMMAR)


@cache
def _keep_at_exit() -> None:
    atexit.register(lambda: keep_plans(_store(), _plans()))
