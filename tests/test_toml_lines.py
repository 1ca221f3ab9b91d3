"""Which line a key stands on, whatever stands between and however it is written."""

import tomllib

import pytest
from hypothesis import given
from strategies import toml_texts

from factcheck.desk.toml_lines import find_lines


def paths_in(value, path=()):
    """The path of each key and each item within a value."""
    if isinstance(value, dict | list):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield (*path, key)
            yield from paths_in(one, (*path, key))


@given(toml_texts())
def test_each_key_and_item_has_the_line_it_was_written_on(written):
    assert find_lines(written.text) == written.lines


@given(toml_texts())
def test_the_keys_and_items_with_lines_are_those_that_tomllib_reads(written):
    assert {*find_lines(written.text)} == {*paths_in(tomllib.loads(written.text))}


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        ("# a\n\na = 1", ("a",), 3),
        ("a = 1\r\nb = 2\r\n", ("b",), 2),
        ('a = """\nb = 1\n"""\nb = 2', ("b",), 4),
        ("[tool.ruff]\na = 1\n[tool.factcheck]\na = 1", ("tool", "factcheck", "a"), 4),
        ("tool.factcheck.a = 1\ntool . 'factcheck'.\"b\" = 2", ("tool", "factcheck", "b"), 2),
        ("[tool]\nfactcheck = { a = [\n1,\n2 ] }", ("tool", "factcheck", "a", 1), 4),
        ("[[a]]\nb = 1\n[[a]]\n[a.c]\nb = 2", ("a", 1, "c", "b"), 5),
    ],
)
def test_a_key_is_found_where_an_editor_would_look(text, path, line):
    assert find_lines(text)[path] == line
