"""Units and words of a newsroom's plugin: what a story says with them is read."""

import re
import warnings
from fractions import Fraction
from pathlib import Path
from textwrap import dedent, indent

import pytest
from click.testing import CliRunner
from installing import forget, installing

from factcheck import check, find_conversions, find_quantities, noun_class, read, units
from factcheck.commands import main
from factcheck.plugins import additions_from_path, installed_additions, installed_rules

GUIDE = (Path(__file__).resolve().parents[1] / "plugins" / "README.md").read_text(encoding="utf-8")
LIGHT = """
    {"illuminance": {
        "kind": "measure",
        "lux": {"words": "lux", "symbols": "lx"},
        "foot_candle": {"factor": "1562500/145161", "words": "foot+candle", "symbols": "ftc"},
    }}
"""


@pytest.fixture
def newsroom(tmp_path, monkeypatch):
    """Installs a plugin with these answers, until the test ends."""
    with installing(tmp_path, monkeypatch) as install:

        def put(distribution="gazette-words", **answers):
            source = "from factcheck import hookimpl\n"
            for hook, answer in answers.items():
                body = indent(dedent(answer).strip(), "    ")
                source += f"@hookimpl\ndef provide_{hook}():\n    return (\n{body}\n    )\n"
            install(source, distribution)

        yield put


def figures(text):
    return [(one.span.of(text), one.unit, one.range) for one in find_quantities(text)]


def wordings(text):
    return [wording for wording, _, _ in figures(text)]


def sources(text):
    return [(one.source.name, one.source.authority) for one in read(text).claims]


def failures(tmp_path):
    return [one.message for one in additions_from_path([str(tmp_path)]).failures]


def test_a_unit_is_read_after_its_plugin_is_there_and_not_before(newsroom):
    text = "The stage was lit to between 300 and 400 foot-candles."
    assert wordings(text) == ["between 300 and 400 foot"]
    newsroom(units=LIGHT)
    ((wording, unit, lit),) = figures(text)
    assert (wording, unit) == ("between 300 and 400 foot-candles", "foot_candle")
    assert (lit.low, lit.high) == (300, 400)


def test_a_unit_is_gone_with_its_plugin(newsroom, monkeypatch):
    newsroom(units=LIGHT)
    assert "lux" in {unit for _, unit, _ in figures("It was lit to 40 lux.")}
    monkeypatch.undo()
    forget()
    assert [unit for _, unit, _ in figures("It was lit to 40 lux.")] == [None]
    assert "lux" not in units()


def test_a_unit_is_read_by_plural_symbol_sign_and_touching_letter(newsroom):
    newsroom(
        units="""
        {"money": {"OFL": {"words": "old+florin", "symbols": "OFL", "signs": "₣"}},
         "area": {"perch": {"factor": "25.29285264", "words": "perch perches", "touching": "þ"}}}
        """
    )
    assert figures("It sold for ₣300, or 280 old florins.")[0][:2] == ("₣300", "OFL")
    assert figures("It sold for OFL 300.")[0][:2] == ("OFL 300", "OFL")
    assert figures("It sold for 280 old florins.")[0][:2] == ("280 old florins", "OFL")
    assert figures("The garden has 40 perches.")[0][:2] == ("40 perches", "perch")
    assert figures("The garden has 40þ of lawn.")[0][:2] == ("40þ", "perch")


def test_a_figure_in_a_plugins_unit_is_converted_exactly(newsroom):
    newsroom(units=LIGHT)
    document = read("The stage was lit to 300 foot-candles (3,229 lux).")
    (found,) = find_conversions(document)
    assert (found.first.unit, found.second.unit) == ("foot_candle", "lux")
    assert units()["foot_candle"].factor == 1 / Fraction(3048, 10000) ** 2


def test_a_unit_that_is_there_takes_more_words(newsroom):
    newsroom(units='{"mass": {"tonne": {"words": "megagram"}}}')
    assert figures("They hauled 40 megagrams, or 40 tonnes.")[0][1] == "tonne"
    assert units()["tonne"].factor == 1000


def test_the_facts_of_a_story_show_a_plugins_unit(newsroom, tmp_path):
    newsroom(units=LIGHT)
    (tmp_path / "story.txt").write_text("The stage was lit to 300 foot-candles.")
    shown = CliRunner().invoke(main, ["facts", str(tmp_path / "story.txt"), "--format", "csv"])
    assert shown.exit_code == 0
    assert "foot_candle" in shown.output


def test_synonyms_of_a_plugin_count_one_thing(newsroom):
    text = "The fell club counted 40 ramblers. Later it counted 55 hillwalkers on the ridge."
    assert len({noun_class(one.subject) for one in read(text).claims}) == 2
    newsroom(words='{"synonyms": ["rambler hillwalkers"]}')
    assert len({noun_class(one.subject) for one in read(text).claims}) == 1


def test_a_group_of_synonyms_that_shares_a_noun_joins_the_one_that_is_there(newsroom):
    newsroom(words='{"synonyms": ["rambler walker", "elector constituent", "walker voter"]}')
    read("")
    nouns = ("voter", "elector", "constituent", "rambler", "walker")
    assert len({noun_class(one) for one in nouns}) == 1


def test_a_predicate_of_a_plugin_parts_two_counts(newsroom):
    newsroom(words='{"predicates": {"dead": "succumbed", "knighted": "knighted"}}')
    text = "At least 12 patients succumbed. The king knighted 12 scholars."
    assert [one.predicate for one in read(text).claims] == ["dead", "knighted"]


@pytest.mark.parametrize("authority", ["political", "official", "expert"])
def test_a_role_of_a_plugin_says_whose_word_it_is(newsroom, authority):
    text = "Beadle Piet Vos said 40 boats sank."
    assert sources(text) == [("Beadle Piet Vos", "")]
    newsroom(words=f'{{"roles": {{"{authority}": "beadle beadles"}}}}')
    assert sources(text) == [("Beadle Piet Vos", authority)]


def test_a_body_of_a_plugin_says_whose_word_it_is(newsroom):
    text = "Havenwacht said 40 boats sank."
    assert sources(text) == [("Havenwacht", "")]
    newsroom(words='{"bodies": {"official": "Havenwacht"}}')
    assert sources(text) == [("Havenwacht", "official")]


def test_a_newsroom_may_count_a_role_otherwise_than_factcheck(newsroom):
    text = "Commissioner Ann Lee said 40 boats sank."
    assert sources(text) == [("Commissioner Ann Lee", "official")]
    newsroom(words='{"roles": {"political": "commissioner"}}')
    assert sources(text) == [("Commissioner Ann Lee", "political")]


def test_a_vague_word_is_added_and_one_that_is_there_has_the_new_range(newsroom):
    text = "Dozens of boats and umpteen rafts sank."
    assert [one.low for _, _, one in figures(text)] == [24]
    newsroom(
        words='{"vague": {"umpteen": [11, 99, True, "many"], "dozens": (36, 99, False, "three")}}'
    )
    assert [(one.low, one.high) for _, _, one in figures(text)] == [(36, 99), (11, 99)]


def test_a_phrase_means_to_a_figure_what_its_kind_says(newsroom):
    text = "It cost way past 400 euros a berth."
    ((_, _, cost),) = figures(text)
    assert cost.high == 400
    newsroom(words='{"phrases": {"ABOVE": "way past | miles beyond", "EACH": "berth"}}')
    ((wording, unit, cost),) = figures(text)
    assert (wording, unit) == ("way past 400 euros a berth", "EUR/berth")
    assert (cost.low, cost.low_closed, cost.high) == (400, False, None)


def test_two_plugins_add_to_one_table(newsroom):
    newsroom("acme-units", units='{"illuminance": {"kind": "measure", "lux": {"words": "lux"}}}')
    newsroom("beta-units", units='{"illuminance": {"phot": {"factor": 10000, "words": "phot"}}}')
    assert [unit for _, unit, _ in figures("It was 2 phot, or 20,000 lux.")] == ["phot", "lux"]


UNIT = '{{"area": {{"plot": {}}}}}'
MISTAKES = [
    ("units", "None", "its provide_units() returned nothing"),
    ("units", "1 / 0", "its provide_units() raised ZeroDivisionError: division by zero"),
    ("units", "['lux']", "its provide_units() gave ['lux'] for its units, not a table"),
    ("units", "()", "gave () for its units"),
    ("units", "{4: {}}", "gave 4 for a name"),
    ("units", '{"area": "plot"}', "gave 'plot' for the dimension 'area'"),
    ("units", '{"glow": {"lux": {"words": "lux"}}}', "gave None for the kind of 'glow'"),
    ("units", '{"glow": {"kind": "light"}}', "gave 'light' for the kind of 'glow', which is none"),
    ("units", '{"area": {"kind": "money"}}', "gave the kind 'money' for 'area'"),
    ("units", UNIT.format("7"), "gave 7 for the unit 'plot'"),
    ("units", UNIT.format('{"factor": 2, "word": "plot"}'), "gave 'word' for a part"),
    ("units", UNIT.format('{"factor": 2, "words": ["plot"]}'), "gave ['plot'] for the words"),
    ("units", UNIT.format('{"factor": 0.5, "words": "plot"}'), "gave 0.5 for the factor"),
    ("units", UNIT.format('{"factor": "two", "words": "plot"}'), "gave 'two' for the factor"),
    ("units", UNIT.format('{"factor": "1/0", "words": "plot"}'), "gave '1/0' for the factor"),
    ("units", UNIT.format('{"factor": -1, "words": "plot"}'), "the factor -1 for 'plot'"),
    ("units", UNIT.format('{"words": "plot"}'), "gave no factor for 'plot'"),
    ("units", UNIT.format('{"factor": 2}'), "gave no words, symbols, touching or signs"),
    ("units", UNIT.format('{"factor": 2, "words": "acre"}'), "'acre' for 'plot'; it is the unit"),
    ("units", UNIT.format('{"factor": 2, "words": "dozens"}'), "'dozens' for 'plot', which in fig"),
    (
        "units",
        UNIT.format('{"factor": 2, "touching": "m"}'),
        "'m' for 'plot'; it is the unit metre",
    ),
    ("units", UNIT.format('{"factor": 2, "symbols": "2p"}'), "'2p' for 'plot', which begins as"),
    ("units", '{"mass": {"acre": {"words": "akre"}}}', "'acre' under 'mass'; it is a unit of area"),
    ("units", '{"area": {"acre": {"factor": 2, "words": "akre"}}}', "another factor or offset"),
    ("words", "None", "its provide_words() returned nothing"),
    ("words", '{"synonym": []}', "gave 'synonym' for a table of words, which is none of synonyms,"),
    ("words", '{"synonyms": "walker hiker"}', "gave 'walker hiker' for synonyms, not a list"),
    ("words", '{"synonyms": ["walker"]}', "gave 'walker' for a group of synonyms"),
    ("words", '{"synonyms": ["walker hill-walker"]}', "'hill-walker', which is not one word"),
    ("words", '{"predicates": {"gone": "killed"}}', "gave 'killed' for 'gone'; it already says"),
    ("words", '{"roles": {"royal": "king"}}', "gave 'royal' for roles, which is none of political"),
    ("words", '{"roles": {"expert": "the"}}', "gave 'the' for 'expert_roles'; it already is one"),
    ("words", '{"bodies": {"expert": ["Mensa"]}}', "gave ['Mensa'] for expert bodies"),
    (
        "words",
        '{"roles": {"expert": "bard", "official": "bard"}}',
        "it already is one of 'expert_r",
    ),
    ("words", '{"vague": {"umpteen": [11, 99]}}', "gave [11, 99] for 'umpteen', not [low, high"),
    ("words", '{"vague": {"umpteen": [99, 11, True, "many"]}}', "gave [99, 11, True, 'many']"),
    ("words", '{"vague": {"more than": [3, 9, True, "many"]}}', "which in figures means another"),
    ("words", '{"phrases": {"OVER": "past"}}', "gave 'OVER' for a kind of phrases, which is none"),
    ("words", '{"phrases": {"ABOVE": "up to"}}', "gave 'up to' for ABOVE, which in figures means"),
]


@pytest.mark.parametrize(("hook", "answer", "said"), MISTAKES)
def test_a_mistake_is_told_with_distribution_plugin_and_hook(
    newsroom, tmp_path, hook, answer, said
):
    newsroom("broken-words", **{hook: answer})
    (message,) = failures(tmp_path)
    assert message.startswith(f"plugin main of broken-words: its provide_{hook}() ")
    assert said in message
    assert "\n" not in message


def test_an_answer_with_a_mistake_does_not_count_and_the_others_do(newsroom):
    newsroom(
        "broken-words",
        units='{"area": {"plot": {"factor": 2, "words": "plot"}, "bad": {"words": "bad"}}}',
        words='{"vague": {"umpteen": [11, 99, True, "many"]}}',
    )
    newsroom("good-words", units=LIGHT)
    with pytest.warns(RuntimeWarning, match="broken-words"):
        found = find_quantities("Umpteen lamps gave 40 lux in 3 plots.")
    assert [one.unit for one in found] == [None, "lux", None]
    assert found[0].range.low == 11


def test_of_two_plugins_that_disagree_the_first_is_right(newsroom, tmp_path):
    newsroom("acme-words", words='{"vague": {"oodles": [30, 99, True, "many"]}}')
    newsroom("beta-words", words='{"vague": {"oodles": [50, 99, True, "more"]}}')
    (message,) = failures(tmp_path)
    assert "beta-words" in message
    assert "'oodles' another range" in message
    with pytest.warns(RuntimeWarning):
        assert figures("Oodles of boats sank.")[0][2].low == 30


def test_a_unit_word_of_one_plugin_is_no_other_plugins(newsroom, tmp_path):
    newsroom("acme-units", units=LIGHT)
    newsroom("beta-units", units='{"area": {"plot": {"factor": 2, "words": "lux"}}}')
    (message,) = failures(tmp_path)
    assert "beta-units" in message
    assert "'lux' for 'plot'; it is the unit lux" in message


def test_check_reports_a_broken_answer_once_and_needs_no_rules_of_the_plugin(newsroom):
    newsroom("broken-words", units="1 / 0", words='{"synonyms": ["skiff dinghy"]}')
    with pytest.warns(RuntimeWarning):
        report = check("Between 50 and 30 people attended.")
    (failure,) = report.failures
    assert (failure.distribution, len(report.findings)) == ("broken-words", 1)


def test_a_plugin_that_does_not_load_is_told_of_once(newsroom, tmp_path):
    newsroom("broken-words")
    (message,) = failures(tmp_path)
    assert "no function marked @hookimpl" in message
    assert [one.message for one in installed_rules().failures] == [message]


@pytest.mark.parametrize("command", ["check", "facts"])
def test_a_command_names_the_broken_plugin_and_exits_with_3(newsroom, tmp_path, command):
    newsroom("broken-words", units="()")
    (tmp_path / "story.txt").write_text("About 40 boats sank.")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        shown = CliRunner().invoke(main, [command, str(tmp_path / "story.txt")])
    assert shown.exit_code == 3
    assert shown.output.count("plugin main of broken-words: its provide_units()") == 1


def test_the_guide_says_what_its_plugin_does(newsroom):
    blocks = re.findall(r"^```python\n(.*?)^```", GUIDE, re.M | re.S)
    returned = [
        (hook, block.partition("return ")[2])
        for hook in ("units", "words")
        for block in blocks
        if f"def provide_{hook}()" in block
    ]
    newsroom(**dict(returned))
    document = read(
        "The stage was lit to 300 to 400 foot-candles (3,229 to 4,306 lux). The farm has 12 morgen "
        "of land. Umpteen berths were let at 20 euros a berth."
    )
    assert [one.unit for one in document.quantities] == [
        "foot_candle", "lux", "morgen", None, "EUR/berth",
    ]  # fmt: skip
    assert len(list(find_conversions(document))) == 1
    text = (
        "Alderman Piet Vos said 40 boats sank. Harbourmaster Ann Lee said 30 boats sank. "
        "Rijkswaterstaat said 20 boats sank. Agronomist Jan Pos said 10 cows succumbed."
    )
    spoken = [authority for _, authority in sources(text)]
    assert spoken == ["political", "official", "official", "expert"]
    assert noun_class("rambler") == noun_class("hiker")
    assert not installed_additions().failures
