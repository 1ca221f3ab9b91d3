"""What the README and the example stories promise is so."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck

CHECKOUT = Path(__file__).resolve().parents[1]
README = CHECKOUT / "README.md"
FOLDERS = ("factcheck", "rules", "plugins", "tests", "examples", "benchmarks", "docs")
PAGES = [
    page
    for place in (CHECKOUT.glob("*"), *(CHECKOUT.joinpath(name).rglob("*") for name in FOLDERS))
    for page in sorted(place)
    if page.suffix in (".md", ".py", ".toml", ".yaml") or page.name == "Makefile"
]

CONSOLE = re.compile(r"```console\n\$ factcheck (.*)\n((?s:.*?))```")
TOML = re.compile(r"```toml\n((?s:.*?))```")
LINK = re.compile(r"\]\((?!\w+:)([^)#]+)")
# The distribution of that bare name is somebody else's library.
SOMEBODY_ELSES = re.compile(r"(pip|pipx|uv tool|uv add)\s+(install\s+)?(\S+\s+)?factcheck(?![-\w])")


def printed_by(arguments):
    """What the command prints in the checkout, 80 columns wide."""
    # -P: the checkout must not come before the installed package.
    command = [sys.executable, "-P", "-c", "from factcheck.commands import main; main()"]
    plain = {"COLUMNS": "80", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run(
        [*command, *arguments.split()],
        cwd=CHECKOUT, env=os.environ | plain, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    return run.stdout + run.stderr


def check_example(name):
    return factcheck.check((CHECKOUT / "examples" / name).read_text(encoding="utf-8"), name=name)


def rules_of(report):
    assert not report.failures
    return {finding.rule for finding in report.findings}


def test_the_readme_has_a_picture_of_a_finding():
    assert CONSOLE.findall(README.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        shown
        for page in (README, *CHECKOUT.glob("docs/*.md"))
        for shown in CONSOLE.findall(page.read_text("utf-8"))
    ],
)
def test_what_a_page_shows_is_what_the_command_prints(arguments, shown):
    assert shown == printed_by(arguments)


@pytest.mark.parametrize("block", TOML.findall(README.read_text("utf-8")))
def test_the_configuration_that_the_readme_shows_holds(block, tmp_path):
    (tmp_path / "factcheck.toml").write_text(block, encoding="utf-8")
    shown = printed_by(f"config {tmp_path}")
    assert "factcheck.toml: used" in shown
    assert "rules run" in shown


def test_every_link_to_a_file_leads_somewhere():
    links = [
        (page, link)
        for page in PAGES
        if page.suffix == ".md"
        for link in LINK.findall(page.read_text(encoding="utf-8"))
    ]
    assert links
    assert [(page, link) for page, link in links if not (page.parent / link).exists()] == []


def test_no_page_sends_anyone_to_somebody_elses_package():
    pages = {str(page): SOMEBODY_ELSES.search(page.read_text(encoding="utf-8")) for page in PAGES}
    assert {page: found[0] for page, found in pages.items() if found} == {}


@pytest.mark.parametrize(
    ("command", "wrong"),
    [
        ("pip install fact" + "check", True),
        ("pip install -U fact" + "check", True),
        ("uv tool install fact" + "check", True),
        ("pip install factcheck-lint", False),
        ("pipx install .", False),
    ],
)
def test_somebody_elses_package_is_told_from_ours(command, wrong):
    assert bool(SOMEBODY_ELSES.search(command)) == wrong


def test_the_broken_harbour_story_shows_what_its_table_says():
    assert rules_of(check_example("harbour.md")) == {
        "headline-disagrees",
        "estimates-barely-overlap",
        "total-disagrees-with-parts",
        "inverted-range",
        "political-statement-contradicted",
    }


def test_the_ferry_story_gives_one_figure_twice_and_two_estimates_at_odds():
    assert rules_of(check_example("ferry.txt")) == {"figures-disagree", "estimates-disagree"}


def test_the_fire_story_rests_on_one_unnamed_source_and_contradicts_a_minister():
    assert rules_of(check_example("heath-fire.txt")) == {
        "single-unnamed-source",
        "agreement-without-figure",
        "political-statement-contradicted",
    }


@pytest.mark.parametrize("name", ["harbour-corrected.md", "market-day.md"])
def test_nothing_is_found_in_a_sound_story(name):
    assert rules_of(check_example(name)) == set()
