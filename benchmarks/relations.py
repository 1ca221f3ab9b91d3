"""Numbers for the sentences of injected.toml: each maker gives a sound set and a broken one."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

Numbers = dict[str, str]
Pair = tuple[Numbers, Numbers]

_FRACTIONS = {
    "one in four": 25, "one in five": 20, "a third": 33, "two-thirds": 67, "three quarters": 75,
    "one in ten": 10, "half": 50, "a quarter": 25,
}  # fmt: skip
_MULTIPLES = {
    "doubled": ("twice", 2),
    "tripled": ("three times", 3),
    "quadrupled": ("four times", 4),
}
_NOT_OFF = 4  # percentage points within which rounding might explain a slip


def _printed(numbers: dict[str, int | float | str | Fraction]) -> Numbers:
    return {
        name: one
        if isinstance(one, str)
        else f"{one:,}"
        if isinstance(one, int)
        else f"{float(one):,.1f}"
        for name, one in numbers.items()
    }


def _pair(sound: dict[str, object], **changed: object) -> Pair:
    return _printed(sound), _printed({**sound, **changed})  # type: ignore[arg-type]


def _off(percent: int, dice: random.Random, *others: int) -> int:
    """A wrong percentage, as it comes about: another base, a digit swapped, doubled, halved."""
    slips = [
        *others,
        int(str(percent)[::-1]),
        percent * 2,
        percent // 2,
        percent + 10,
        percent * 10,
    ]
    fitting = [slip for slip in slips if abs(slip - percent) > _NOT_OFF and 0 < slip < 100]
    return dice.choice(fitting or [percent + 20])


def _change(dice: random.Random, *, rises: bool) -> Pair:
    before = dice.randint(121, 989)
    after = (
        before * dice.randint(112, 190) // 100 if rises else before * dice.randint(30, 88) // 100
    )
    moved = abs(after - before)
    percent, wrong_base = round(100 * moved / before), round(100 * moved / after)
    slip = _off(percent, dice, wrong_base)
    sound = {"before": before, "after": after, "percent": percent}
    if dice.random() < 0.5:
        return _pair(sound, percent=slip)
    signed = slip if rises else -slip
    return _pair(sound, after=max(1, before * (100 + signed) // 100))


def rise(dice: random.Random) -> Pair:
    return _change(dice, rises=True)


def fall(dice: random.Random) -> Pair:
    return _change(dice, rises=False)


def move(dice: random.Random) -> Pair:
    before, amount = dice.randint(310, 990), dice.randint(12, 90)
    percent = Fraction(100 * amount, before)
    ends = {"after": before + amount, "after_fall": before - amount}
    sound = {"amount": amount, **ends, "percent": percent}
    return _pair(sound, percent=percent * dice.choice([2, Fraction(1, 2), 3]))


def share(dice: random.Random) -> Pair:
    whole = dice.randint(211, 989)
    part = whole * dice.randint(6, 93) // 100
    percent = round(100 * part / whole)
    sound = {"whole": whole, "part": part, "percent": percent}
    if dice.random() < 0.5:
        return _pair(sound, percent=_off(percent, dice))
    return _pair(sound, part=max(1, whole * _off(percent, dice) // 100))


def shares(dice: random.Random) -> Pair:
    first, second = dice.randint(36, 48), dice.randint(25, 35)
    third = 100 - first - second
    slip = dice.choice([3, 5, 10, -3, -5, -10])
    return _pair({"first": first, "second": second, "third": third}, second=second + slip)


def fraction(dice: random.Random) -> Pair:
    words, percent = dice.choice(sorted(_FRACTIONS.items()))
    sound = {"fraction": words, "Fraction": words.capitalize(), "percent": percent}
    # "Half" stands for what is nearer to it than to a third or two thirds.
    far = 17 if percent == 50 else 11
    slip = dice.choice([percent + far, percent + far + 4, max(2, percent - far)])
    slip = percent + far if abs(slip - percent) <= _NOT_OFF else slip
    return _pair(sound, percent=slip)


def multiple(dice: random.Random) -> Pair:
    word, (times, factor) = dice.choice(sorted(_MULTIPLES.items()))
    before = dice.randint(121, 989)
    sound = {"multiplied": word, "times": times, "before": before, "after": before * factor}
    return _pair(sound, after=before * (factor + dice.choice([-1, 1, 2]) or 1) + 3)


def impossible(dice: random.Random) -> Pair:
    percent = dice.randint(12, 90)
    return _pair({"percent": percent}, percent=percent + 100)


def _terms(dice: random.Random) -> tuple[int, int]:
    """Two numbers that do not end in a nought, nor does their sum, so that none looks rounded."""
    while True:
        first, second = dice.randint(1_101, 8_999), dice.randint(1_101, 8_999)
        if first % 10 and second % 10 and (first + second) % 10:
            return first, second


def _miss(dice: random.Random, number: int) -> int:
    """A digit that was mistyped, or a carry that was forgotten."""
    return number + dice.choice([10, -10, 100, -100, 1_000]) + (1 if (number + 10) % 10 == 0 else 0)


def total(dice: random.Random) -> Pair:
    first, second = _terms(dice)
    whole = first + second
    return _pair({"first": first, "second": second, "total": whole}, total=_miss(dice, whole))


def margin(dice: random.Random) -> Pair:
    low, by = _terms(dice)
    return _pair({"low": low, "high": low + by, "margin": by}, margin=_miss(dice, by))


def remainder(dice: random.Random) -> Pair:
    part, rest = _terms(dice)
    return _pair({"whole": part + rest, "part": part, "rest": rest}, rest=_miss(dice, rest))


def rate(dice: random.Random) -> Pair:
    number, price = dice.randint(21, 890), dice.randint(3, 49)
    wrong = number * price * dice.choice([10, 2, 3]) // dice.choice([1, 1, 100]) + 7
    return _pair({"number": number, "price": price, "total": number * price}, total=wrong)


def majority(dice: random.Random) -> Pair:
    whole, percent = dice.randint(211, 989), dice.randint(53, 90)
    few = 100 - percent
    sound = {"whole": whole, "part": whole * percent // 100, "percent": percent}
    return _pair(sound, part=whole * few // 100, percent=few)


def points(dice: random.Random) -> Pair:
    low, by = dice.randint(3, 20), dice.randint(2, 6)
    sound = {"low": low, "high": low + by, "points": by, "unit": "percentage points"}
    return _pair(sound, unit="percent")


def malformed(dice: random.Random) -> Pair:
    thousands, rest = dice.randint(2, 98), dice.randint(101, 989)
    slip = dice.choice(
        [
            f"{thousands},{rest}0",
            f"{thousands},{rest}{dice.randint(1, 9)}",
            f"{thousands},{rest // 10}",
        ]
    )
    return _pair({"number": f"{thousands},{rest}"}, number=slip)


def per(dice: random.Random) -> Pair:
    sound = {"rate": Fraction(dice.randint(11, 290), 10), "unit": "deaths per"}
    return _pair(sound, unit=dice.choice(["percent per", "% per"]))


def series(dice: random.Random) -> Pair:
    sound = {
        "score": dice.choice(["4-1", "4-2", "4-3"]),
        "score5": dice.choice(["3-1", "3-2"]),
        "score6": "3-2",
    }
    wrong = {
        "score": dice.choice(["5-2", "5-1", "6-1"]),
        "score5": dice.choice(["4-1", "4-2"]),
        "score6": dice.choice(["2-1", "3-0", "3-1"]),
    }
    return _pair(sound, **wrong)


def fewer(dice: random.Random) -> Pair:
    times = dice.choice(["three times", "four times", "10 times"])
    return _pair(
        {"times": times, "fewer": "more", "slower": "faster"}, fewer="fewer", slower="slower"
    )


def weekday(dice: random.Random) -> Pair:
    day = date(1950, 1, 1) + timedelta(dice.randint(0, 26_000))
    sound = {
        "weekday": f"{day:%A}",
        "month": f"{day:%B}",
        "day": str(day.day),
        "year": str(day.year),
    }
    return _pair(sound, weekday=f"{day + timedelta(dice.randint(1, 6)):%A}")


def conversion(dice: random.Random) -> Pair:
    number = dice.randint(12, 95)
    sound = {
        "miles": number, "kilometres": round(number * 1.609), "metres": number,
        "feet": round(number * 3.281), "kilograms": number, "pounds": round(number * 2.205),
    }  # fmt: skip
    slips = {name: sound[name] * dice.choice([2, 10]) for name in ("kilometres", "feet", "pounds")}
    return _pair(sound, **slips)


def length(dice: random.Random) -> Pair:
    first, years = dice.randint(1950, 1999), dice.randint(3, 20)
    sound = {"first": str(first), "last": str(first + years), "years": years}
    return _pair(sound, years=years + dice.choice([2, 3, 10]))


MAKERS: dict[str, Callable[[random.Random], Pair]] = {
    maker.__name__: maker
    for maker in (
        rise, fall, move, share, shares, fraction, multiple, impossible, total, margin, remainder,
        rate, majority, points, malformed, per, series, fewer, weekday, conversion, length,
    )
} | {"money-share": share}  # fmt: skip
