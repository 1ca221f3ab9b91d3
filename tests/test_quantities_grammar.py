"""What grammar.lark promises: it parses all it generates, and the phrase above each rule."""

import marshal
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark
from lark import Lark, logger
from strategies import lexemes_of

from factcheck.quantities.drafts import Declined, Draft
from factcheck.quantities.grammar import Terminals, grammar, plan
from factcheck.quantities.lexemes import Lexeme
from factcheck.quantities.lexing import lex
from factcheck.quantities.parsing import parse
from factcheck.quantities.plans import GRAMMAR, RULES, keep_plans, load_plans
from factcheck.tokens import tokenize

TEXT = Path(GRAMMAR).read_text("utf-8")
RULE = re.compile(r"((?://.*\n)*)\??([a-z]\w*): ")
PHRASES = [(name, re.findall(r'// "(.*)"', comment)) for comment, name in RULE.findall(TEXT)]
DECLARED = sorted({name for row in re.findall(r"%declare (.*)", TEXT) for name in row.split()})

# The grammar as it stands, and with every rule kept in the tree.
PLAIN = Lark(TEXT, parser="lalr", lexer=Terminals)
EXPLICIT = Lark(
    re.sub(r" *->.*", "", re.sub(r"(?m)^\?", "", TEXT)),
    parser="lalr", lexer=Terminals, maybe_placeholders=False,
)  # fmt: skip

generated = from_lark(
    PLAIN, start="start", explicit={name: st.just(f"{name} ") for name in DECLARED}
).map(str.split)


def test_no_two_rules_compete(caplog):
    """Lark settles a shift against a reduction in silence, and we would not know which won."""
    logger.setLevel("DEBUG")
    try:
        with caplog.at_level("DEBUG", logger="lark"):
            Lark(TEXT, parser="lalr", lexer=Terminals, debug=True)
    finally:
        logger.setLevel("CRITICAL")
    assert [line for line in caplog.messages if "conflict" in line.lower()] == []


@given(generated)
@settings(max_examples=60, deadline=None)
def test_all_that_the_grammar_generates_parses(kinds):
    found, _ = plan(kinds)
    assert found is not None


@given(generated.flatmap(lexemes_of))
@settings(max_examples=60, deadline=None)
def test_a_parsed_figure_is_drafted_or_declined_within_its_words(lexemes):
    found, _ = plan([lexeme.type for lexeme in lexemes])
    try:
        draft = follow(found, lexemes)
    except Declined:
        return
    assert isinstance(draft, Draft)
    assert lexemes[0].start <= draft.start < draft.end <= lexemes[-1].end
    assert draft.low is not None or draft.high is not None


def follow(found, lexemes):
    rule, parts = found
    return RULES[rule](
        *[lexemes[one] if isinstance(one, int) else follow(one, lexemes) for one in parts]
    )


@given(st.lists(st.sampled_from(DECLARED), max_size=12))
def test_terminals_that_make_no_figure_say_how_far_one_may_go(kinds):
    found, reached = plan(kinds)
    assert 0 <= reached <= len(kinds)
    assert found is None or reached == len(kinds)


@pytest.mark.parametrize(("rule", "phrases"), PHRASES)
def test_a_phrase_stands_above_each_rule_and_parses_through_it(rule, phrases):
    assert phrases
    for phrase in phrases:
        (segment,) = lex(tokenize(phrase).raw)
        terminals = [Lexeme(one.type, None, 0, 0, "") for one in segment]
        assert rule in {tree.data for tree in EXPLICIT.parse(terminals).iter_subtrees()}
        (draft,) = parse(tokenize(phrase).raw)
        assert (draft.start, draft.end) == (0, len(phrase))


def test_each_alias_of_the_grammar_has_its_function_and_each_function_its_use():
    bare = {name for name, _ in PHRASES if not re.search(rf"(?m)^\?{name}:", TEXT)}
    aliases = set(re.findall(r"-> *(\w+)", TEXT))
    inlined = {name for name in bare if rule_is_aliased(name)}
    assert aliases | (bare - inlined) == set(RULES)


def rule_is_aliased(name):
    """Whether every alternative of a rule has a name of its own."""
    body = re.search(rf"(?ms)^{name}:(.*?)\n\n", TEXT)[1]
    return all("->" in line for line in body.splitlines() if line.strip(" |:"))


def test_the_parser_is_made_once():
    assert grammar() is grammar()


def test_plans_are_kept_between_runs_and_added_to_what_another_run_kept(tmp_path):
    store = tmp_path / "cache" / "plans"
    one = {("NUMERAL",): plan(["NUMERAL"])}
    two = {("NUMERAL", "UNIT"): plan(["NUMERAL", "UNIT"]), ("UNIT",): plan(["UNIT"])}
    keep_plans(store, one)
    keep_plans(store, two)
    assert load_plans(store) == {**one, **two}


@pytest.mark.parametrize("content", [None, b"", b"no marshal", marshal.dumps((("other",), {}))])
def test_a_store_that_is_none_or_of_another_grammar_has_no_plans(content, tmp_path):
    store = tmp_path / "plans"
    if content is not None:
        store.write_bytes(content)
    assert load_plans(store) == {}


def test_a_store_that_cannot_be_written_is_none(tmp_path):
    (tmp_path / "file").write_text("in the way")
    keep_plans(tmp_path / "file" / "plans", {})
    assert load_plans(tmp_path / "file" / "plans") == {}


def test_a_second_run_does_without_the_parser(tmp_path):
    code = (
        "import sys; from factcheck.tokens import tokenize;"
        "from factcheck.quantities import read_quantities;"
        "print(len(read_quantities(tokenize('They saw 3 to 4 rams.'), ())), 'lark' in sys.modules)"
    )
    environment = {**os.environ, "FACTCHECK_CACHE_DIR": str(tmp_path)}
    said = [
        subprocess.run(
            [sys.executable, "-c", code],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for _ in range(2)
    ]
    assert said == ["1 True\n", "1 False\n"]
