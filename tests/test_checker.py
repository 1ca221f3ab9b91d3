import re
from dataclasses import replace

import pytest

from factcheck.checker import UnknownRuleError, check, check_document, marked_by, select_rules
from factcheck.examples import Example
from factcheck.findings import Compared, Finding
from factcheck.model import Document, Quantity, Span
from factcheck.plugins import installed_rules
from factcheck.ranges import Range
from factcheck.rules import rule
from factcheck.tokens import tokenize

TEXT = "Dozens came on Monday, 30 on Tuesday and 40 on Friday."


def document(text=TEXT):
    quantities = tuple(
        Quantity(Span(*one.span()), Range.point(int(one[0]))) for one in re.finditer("[0-9]+", text)
    )
    return Document("story.txt", text, text, tokenize(text), quantities=quantities)


def rule_that(find, code="ZZ101", name="vague_crowd", **options):
    find.__name__, find.__doc__ = name, "A crowd has a number."
    return rule(code, examples=["[[Dozens]] came.", "Thirty came."], **options)(find)


def flags(word, **finding):
    def find(story):
        for one in re.finditer(word, story.text):
            yield Finding(f"“{word}” is vague", (Span(*one.span()),), **finding)

    return find


def yields(*results):
    return lambda story: iter(results)


def messages(report):
    return [one.message for one in report.failures]


def test_a_finding_carries_the_name_code_and_severity_of_its_rule():
    (finding,) = check_document(
        document(), [rule_that(flags("Dozens"), severity="warning")]
    ).findings
    assert (finding.rule, finding.code, finding.severity) == ("vague-crowd", "ZZ101", "warning")


def test_a_finding_may_set_its_own_severity():
    report = check_document(document(), [rule_that(flags("Dozens", severity="note"))])
    assert report.findings[0].severity == "note"


def test_findings_come_in_reading_order_and_at_one_place_by_code():
    report = check_document(
        document(),
        [
            rule_that(flags("Tuesday"), "ZZ103", "a"),
            rule_that(flags("Dozens"), "ZZ102", "b"),
            rule_that(flags("Dozens"), "ZZ101", "c"),
        ],
    )
    assert [one.code for one in report.findings] == ["ZZ101", "ZZ102", "ZZ103"]


def test_a_rule_that_raises_is_named_and_keeps_what_it_found_and_the_others_run():
    def breaks(story):
        yield from flags("Dozens")(story)
        raise KeyError("crowd")

    broken = replace(rule_that(breaks), distribution="acme-rules")
    report = check_document(document(), [broken, rule_that(flags("Monday"), "ZZ102", "monday")])
    assert messages(report) == ["rule vague-crowd of acme-rules: KeyError: 'crowd'"]
    assert report.failures[0].rule == "vague-crowd"
    assert report.failures[0].distribution == "acme-rules"
    assert [one.code for one in report.findings] == ["ZZ101", "ZZ102"]


def test_a_rule_that_exits_does_not_end_the_check():
    def leaves(story):
        raise SystemExit(0)

    assert messages(check_document(document(), [rule_that(leaves)])) == [
        "rule vague-crowd: SystemExit: 0"
    ]


@pytest.mark.parametrize(
    ("result", "said"),
    [
        ("Dozens", "yielded 'Dozens', neither a Finding nor a Compared"),
        (None, "yielded None"),
        (Finding("Vague", ()), "gave () for spans"),
        (Finding("Vague", [Span(0, 6)]), "gave [Span("),
        (Finding("Vague", ((0, 6),)), "gave (0, 6) for a Span"),
        (Finding("Vague", (Span(0, len(TEXT) + 1),)), "a span from 0 to 55 in 54 characters"),
        (Finding("Vague", (Span(-1, 6),)), "a span from -1 to 6"),
        (Finding("Vague", (Span(6, 6),)), "a span from 6 to 6"),
        (Finding("Vague", (Span(6, 0),)), "a span from 6 to 0"),
        (Finding(" ", (Span(0, 6),)), "gave a finding no message"),
        (Finding("Vague", (Span(0, 6),), severity="fatal"), "the severity 'fatal'"),
        (Compared(()), "gave () for spans"),
        (Compared((Span(0, 99),)), "a span from 0 to 99"),
    ],
)
def test_what_no_rule_may_yield_is_a_failure(result, said):
    report = check_document(document(), [rule_that(yields(result))])
    assert len(report.failures) == 1
    assert said in report.failures[0].message
    assert not report.findings
    assert not report.compared


def test_a_rule_that_returns_nothing_is_a_failure():
    assert (
        "it returned None"
        in messages(check_document(document(), [rule_that(lambda story: None)]))[0]
    )


def test_figures_count_once_however_many_rules_look_at_them():
    thirty, forty = (one.span for one in document().quantities)
    compared = rule_that(yields(Compared((thirty, forty)), Compared((thirty,))))
    assert check_document(document(), [compared]).figures == 2
    assert check_document(document(), [compared]).checked == 2


def test_a_figure_is_checked_where_a_finding_or_a_comparison_overlaps_it():
    thirty, forty = (one.span for one in document().quantities)

    def checked(*spans):
        return check_document(document(), [rule_that(yields(Compared(spans)))]).checked

    assert checked(thirty) == 1
    assert checked(Span(0, len(TEXT))) == 2
    assert checked(Span(thirty.start - 1, thirty.start)) == 0
    assert checked(Span(thirty.end, forty.start)) == 0
    assert checked(Span(thirty.end - 1, forty.start + 1)) == 2
    assert check_document(document(), [rule_that(flags("30"))]).checked == 1


def test_check_reads_the_text_and_runs_the_rules_it_is_given():
    report = check(TEXT, rules=[rule_that(flags("Dozens"))])
    assert [one.spans[0].of(TEXT) for one in report.findings] == ["Dozens"]
    assert report.document.text == TEXT


def test_check_without_rules_runs_the_installed_ones():
    report = check("Between 50 and 30 people attended.")
    assert "FC101" in {one.code for one in report.findings}


def test_check_reports_the_plugin_that_did_not_load(tmp_path, monkeypatch):
    info = tmp_path / "broken_rules-1.0.dist-info"
    info.mkdir()
    (info / "entry_points.txt").write_text("[factcheck]\nmain = surely_not_installed\n")
    monkeypatch.syspath_prepend(tmp_path)
    installed_rules.cache_clear()
    try:
        failures = check(TEXT).failures
    finally:
        installed_rules.cache_clear()
    assert [one.distribution for one in failures] == ["broken_rules"]


RULES = (
    rule_that(flags("Dozens"), "ZZ101", "vague_crowd"),
    rule_that(flags("Dozens"), "ZZ102", "vague_size"),
    rule_that(flags("Dozens"), "ZZ201", "odd_day"),
)


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ([], [], ["ZZ101", "ZZ102", "ZZ201"]),
        (["vague-size"], [], ["ZZ102"]),
        (["ZZ201"], [], ["ZZ201"]),
        (["ZZ1"], [], ["ZZ101", "ZZ102"]),
        (["ZZ"], ["ZZ102"], ["ZZ101", "ZZ201"]),
        ([], ["odd-day", "ZZ101"], ["ZZ102"]),
        (["odd-day"], ["ZZ2"], []),
    ],
)
def test_rules_are_selected_by_name_by_code_and_by_how_codes_begin(select, ignore, codes):
    assert [one.code for one in select_rules(RULES, select, ignore)] == codes


@pytest.mark.parametrize(
    ("word", "nearest"),
    [
        ("vague-crowds", "vague-crowd"),
        ("vague_size", "vague-size"),
        ("ODD-DAY", "odd-day"),
        ("zz201", "ZZ201"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(word, nearest):
    for selection in ({"select": [word]}, {"ignore": [word]}):
        with pytest.raises(UnknownRuleError) as refused:
            select_rules(RULES, **selection)
        assert str(refused.value) == f"no rule is called {word!r}; did you mean {nearest}?"


@pytest.mark.parametrize("word", ["quite-something-else", ""])
def test_a_name_near_to_none_is_refused_without_a_guess(word):
    with pytest.raises(UnknownRuleError, match=r"^no rule is called '[a-z-]*'$"):
        select_rules(RULES, [word])


def test_an_example_is_marked_where_the_rule_flags_it():
    vague = rule_that(flags("Dozens|Scores"))
    for text in ("[[Dozens]] came, then [[Scores]].", "Thirty came."):
        assert marked_by(vague, Example(text)) == text
    assert marked_by(vague, Example("Dozens came.")) == "[[Dozens]] came."
    assert marked_by(vague, Example("[[Thirty]] came.")) == "Thirty came."


def test_a_finding_of_another_severity_than_the_example_asks_for_says_so_in_its_mark():
    vague = rule_that(flags("Dozens", severity="note"))
    assert marked_by(vague, Example("[[Dozens]] came.")) == "[[Dozens]] came."
    assert marked_by(vague, Example("[[Dozens]] came.", severity="note")) == "[[Dozens]] came."
    assert marked_by(vague, Example("[[Dozens]] came.", severity="error")) == (
        "[[note: Dozens]] came."
    )


def test_a_rule_that_raises_on_an_example_raises_in_its_test():
    def breaks(story):
        raise KeyError("crowd")

    with pytest.raises(KeyError, match="crowd"):
        marked_by(rule_that(breaks), Example("Dozens came."))
