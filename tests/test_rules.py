import pytest

from factcheck.checker import marked_by
from factcheck.examples import Example
from factcheck.plugins import installed_rules
from factcheck.rules import RuleError, rule
from factcheck.trials import advice_on, faults_of, try_example

RULES = installed_rules().rules
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples, 1)
]
SOUND = [case for case in EXAMPLES if case.values[1].sound]

every_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])


def test_every_installed_rule_loads():
    assert installed_rules().failures == ()
    assert "factcheck-lint" in {rule.distribution for rule in RULES}


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_rule_flags_what_its_example_marks_and_nothing_else(rule, example):
    assert marked_by(rule, example) == example.text


@pytest.mark.parametrize(("rule", "example"), SOUND)
def test_no_rule_objects_to_a_sound_example_of_another(rule, example):
    trial = try_example(rule, example, RULES)
    assert [(one.rule, one.message) for one in trial.others] == []
    assert trial.failures == ()


@every_rule
def test_a_rule_has_as_many_sound_examples_as_broken_ones(rule):
    assert [*advice_on(rule)] == []


@every_rule
def test_the_first_line_of_a_rule_is_a_sentence_and_a_reason_follows(rule):
    assert [*faults_of(rule)] == []


def test_no_two_rules_have_one_code_or_one_name():
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


@every_rule
def test_a_message_is_a_sentence_that_quotes_no_name_of_ours(rule):
    for example in rule.examples:
        assert try_example(rule, example).faults == ()


SOUND_AND_BROKEN = ("[[Dozens]] came.", "Thirty came.")


def vague_crowd(document):
    """A crowd has a number.

    "Dozens" tells a reader little.
    """
    return iter(())


def test_a_rule_is_read_from_its_function():
    made = rule("ZZ101", examples=SOUND_AND_BROKEN, severity="note")(vague_crowd)
    assert (made.code, made.name, made.severity) == ("ZZ101", "vague-crowd", "note")
    assert made.summary == "A crowd has a number."
    assert made.reason == '"Dozens" tells a reader little.'
    assert made.examples == (Example("[[Dozens]] came."), Example("Thirty came."))


def test_a_rule_belongs_to_the_folder_it_stands_in_else_to_the_letters_of_its_code():
    from dataclasses import replace

    made = rule("ZZ101", examples=SOUND_AND_BROKEN)(vague_crowd)
    assert replace(made, module="acme_rules.crowds.vague_crowd").group == "crowds"
    assert replace(made, module="acme_rules").group == "ZZ"
    assert replace(made, module="acme_rules.vague_crowd").group == "ZZ"


def undocumented(document):
    return iter(())


@pytest.mark.parametrize(
    ("find", "code", "changes", "said"),
    [
        (vague_crowd, "zz101", {}, "rule vague-crowd has the code 'zz101'"),
        (vague_crowd, "ZZ1011", {}, "rule vague-crowd has the code 'ZZ1011'"),
        (undocumented, "ZZ101", {}, "rule undocumented has no docstring"),
        (lambda document: iter(()), "ZZ101", {}, "rule <lambda> must be a function whose name"),
        (vague_crowd, "ZZ101", {"severity": "fatal"}, "vague-crowd has the severity 'fatal'"),
        (vague_crowd, "ZZ101", {"examples": []}, "vague-crowd has no broken example"),
        (vague_crowd, "ZZ101", {"examples": ["Ten came."]}, "vague-crowd has no broken example"),
        (vague_crowd, "ZZ101", {"examples": ["[[Ten]] came."]}, "vague-crowd has no sound example"),
        (vague_crowd, "ZZ101", {"examples": ["[[Ten came."]}, "do not balance: '[[Ten came.'"),
    ],
)
def test_a_rule_that_cannot_be_registered_is_named_with_its_fault(find, code, changes, said):
    with pytest.raises(RuleError) as refused:
        rule(code, **{"examples": SOUND_AND_BROKEN, **changes})(find)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
