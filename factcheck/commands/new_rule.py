"""`factcheck new-rule`: a rule to start from, in a file of its own, whose examples pass."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable
from keyword import iskeyword
from pathlib import Path

import click

from factcheck.commands.exits import FAILED
from factcheck.commands.loading import load_all_rules
from factcheck.commands.newsroom import DEFAULT_FOLDER, configured_folders
from factcheck.commands.output import complain
from factcheck.plugins import rules_from_folder
from factcheck.reports.summary import plural
from factcheck.rules import Rule

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_CODE = re.compile(r"([A-Z]+)([0-9]{3})")
_CODE_IN_FILE = re.compile(r"[\"']([A-Z]+[0-9]{3})[\"']")
_OWN_PREFIX, _PREFIX, _FIRST, _LAST = "FC", "NR", 101, 999
_START = Path(__file__).with_name("starting_rule.py")
_START_CODE, _START_NAME = "NR101", "starting_rule"


@click.command(name="new-rule")
@click.argument("name")
@click.option(
    "--folder", metavar="FOLDER",
    help="Where to write it.  [default: the first of the configured folders of rules, or "
    f"{DEFAULT_FOLDER}]",
)  # fmt: skip
@click.option("--code", metavar="AB101", help="Its code.  [default: the next one free]")
def new_rule(name: str, folder: str | None, code: str | None) -> None:
    """Write a rule to start from.

    It is a file of its own in the folder of your newsroom's rules, and its examples pass. NAME
    says in kebab-case what is wrong, and reads well after "ignore": too-many-seats.
    """
    _require_name(name)
    place = folder or next(iter(configured_folders()), DEFAULT_FOLDER)
    path = Path(place, f"{name.replace('-', '_')}.py")
    if path.exists():
        raise click.UsageError(f"{path} is there already, and is left as it is")
    there = rules_from_folder(place).rules if Path(place).is_dir() else ()
    others = load_all_rules(configured_folders()).rules
    _require_new(name, [*there, *others])
    taken = {one.code for one in (*there, *others)} | _codes_in(place)
    chosen = _free_code(there, taken) if code is None else _given_code(code, taken)
    _write(path, _source(name, chosen))
    _tell(path, chosen, name)


def _require_name(name: str) -> None:
    if _NAME.fullmatch(name) and not iskeyword(name):
        return
    if iskeyword(name):
        raise click.UsageError(f"{name!r} is a word of Python's own, and names no rule")
    near = re.sub(r"[^a-z0-9]+", "-", re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower())
    near = near.strip("0123456789-")
    hint = f"; did you mean {near}?" if _NAME.fullmatch(near) else ""
    raise click.UsageError(
        f"{name!r} is not in kebab-case, small letters and digits with single hyphens{hint}"
    )


def _require_new(name: str, rules: Iterable[Rule]) -> None:
    for one in rules:
        if one.name == name:
            raise click.UsageError(f"a rule is called {name} already: {_owner(one)}")


def _owner(rule: Rule) -> str:
    return f"{rule.code} of {rule.distribution}"


def _codes_in(folder: str) -> set[str]:
    """What looks like a code in the files there, of rules too that do not load just now."""
    found: set[str] = set()
    for file in Path(folder).glob("*.py"):
        try:
            found.update(_CODE_IN_FILE.findall(file.read_text("utf-8", errors="replace")))
        except OSError:  # whatever else uses the folder names it
            continue
    return found


def _free_code(there: Iterable[Rule], taken: set[str]) -> str:
    """The code after the last of the newsroom's: a gap may be one that was in use."""
    prefixes = {one.code.rstrip("0123456789") for one in there}
    prefix = prefixes.pop() if len(prefixes) == 1 else _PREFIX
    numbers = [
        int(match[2]) for one in taken if (match := _CODE.fullmatch(one)) and match[1] == prefix
    ]
    number = max(numbers, default=_FIRST - 1) + 1
    if number > _LAST:
        raise click.UsageError(f"no code is left behind {prefix}{_LAST}: give one with --code")
    return f"{prefix}{number:03}"


def _given_code(code: str, taken: set[str]) -> str:
    match = _CODE.fullmatch(code)
    if not match:
        near = code.upper()
        hint = f"; did you mean {near}?" if _CODE.fullmatch(near) else ""
        raise click.UsageError(f"{code!r} is not capitals and three digits, as AB101{hint}")
    if match[1] == _OWN_PREFIX:
        raise click.UsageError(f"{code} begins with {_OWN_PREFIX}, which is factcheck's own")
    if code in taken:
        raise click.UsageError(f"the code {code} is taken")
    return code


def _source(name: str, code: str) -> str:
    text = _START.read_text("utf-8")
    return text.replace(_START_CODE, code).replace(_START_NAME, name.replace("-", "_"))


def _write(path: Path, source: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(source)
    except OSError as error:
        complain(f"cannot write {path}: {error.strerror}")
        raise SystemExit(FAILED) from None


def _tell(path: Path, code: str, name: str) -> None:
    folder = str(path.parent)
    examples = rules_from_folder(str(path)).rules[0].examples
    named = path.parent.resolve() in {Path(one).resolve() for one in configured_folders()}
    option = "" if named else f" --rules {shlex.quote(folder)}"
    lines = [
        f"wrote {path}: {code} {name}, with {plural(len(examples), 'example')} that pass",
        "",
        "Put your own sentences into its examples, change the rule until they pass, and use it:",
        "",
        f"    factcheck test {shlex.quote(str(path))}",
        f"    factcheck check{option} story.md",
    ]
    if not named:
        lines += ["", "For every run, name the folder in factcheck.toml:", ""]
        lines += [f'    rules = ["{folder}"]']
    click.echo("\n".join(lines))
