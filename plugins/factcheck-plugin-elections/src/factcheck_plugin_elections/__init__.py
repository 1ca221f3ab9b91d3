"""Rules for election night: shares, seats, turnout and majorities; and who speaks on it."""

from __future__ import annotations

from factcheck import Rule, hookimpl


@hookimpl
def provide_rules() -> list[Rule]:
    """The four rules, imported when they are asked for."""
    from factcheck_plugin_elections.majority_below_half import majority_below_half
    from factcheck_plugin_elections.seats_do_not_add_up import seats_do_not_add_up
    from factcheck_plugin_elections.turnout_above_roll import turnout_above_roll
    from factcheck_plugin_elections.vote_shares_over_100 import vote_shares_over_100

    return [vote_shares_over_100, seats_do_not_add_up, turnout_above_roll, majority_below_half]


@hookimpl
def provide_words() -> dict[str, dict[str, str]]:
    """Whose word it is: of those who stand, of those who count, of those who ask beforehand."""
    return {
        "roles": {
            "political": "frontbencher frontbenchers backbencher backbenchers incumbent incumbents "
            "challenger challengers canvasser canvassers Whip Whips",
            "official": "scrutineer scrutineers",
            "expert": "pollster pollsters psephologist psephologists",
        }
    }
