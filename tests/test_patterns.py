"""Patterns kept between runs."""

import re
from pathlib import Path
from types import CodeType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import compiled, patterns

PATTERNS = [
    (r"(?P<year>[12][0-9]{3})(?:-(?P<month>[01][0-9]))?", 0),
    (r"\bmore than\b|(?<=a)b|x(?=y)", int(re.IGNORECASE)),
    ("(?x) a   b  # spaces do not count", 0),
    (r"[^\W\d_]++(?:ing|ed)\Z", int(re.MULTILINE | re.DOTALL)),
]


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """A cache folder of its own, and nothing in the memory of `re`."""
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path))
    re.purge()
    yield tmp_path
    re.purge()


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
@given(text=st.text(alphabet="ab xy1920-edingmorth\n", max_size=20))
def test_a_recalled_pattern_matches_as_the_compiled_one(pattern, flags, text):
    import _sre

    compiled = re.compile(pattern, flags)
    compiled_flags, *rest = patterns._numbers(pattern, flags)
    recalled = _sre.compile(pattern, compiled_flags, *rest)
    assert recalled == compiled
    assert recalled.groupindex == compiled.groupindex
    assert [one.span() for one in recalled.finditer(text)] == [
        one.span() for one in compiled.finditer(text)
    ]


def test_what_one_run_compiled_the_next_one_recalls(cache):
    for pattern, flags in PATTERNS:
        re.compile(pattern, flags)
    patterns.keep_patterns(patterns.recall_patterns())
    re.purge()
    assert patterns.recall_patterns() >= set(PATTERNS)
    assert {(pattern, flags) for _, pattern, flags in re._cache} >= set(PATTERNS)


def test_a_pattern_is_kept_though_its_flags_are_no_plain_number(cache):
    """As Python 3.13 has them."""
    compiled_already = re.compile("another")
    re._cache[str, "flagged", re.RegexFlag.IGNORECASE] = compiled_already
    patterns.keep_patterns(frozenset())
    assert ("flagged", int(re.IGNORECASE)) in patterns.recall_patterns()


@pytest.mark.parametrize("damaged", [b"", b"nonsense", b"\xf3\x00\x00"])
def test_a_damaged_file_is_as_none(cache, damaged):
    Path(patterns._file()).write_bytes(damaged)
    assert patterns.recall_patterns() == frozenset()


def test_a_folder_that_cannot_be_written_keeps_nothing(cache, monkeypatch):
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", "/dev/null/none")
    re.compile("never kept")
    patterns.keep_patterns(frozenset())
    assert patterns.recall_patterns() == frozenset()


def test_a_constructor_is_compiled_by_one_run_for_the_next(cache, monkeypatch):
    monkeypatch.setattr(patterns, "CODES", dict[str, CodeType]())
    monkeypatch.setattr(compiled, "CODES", patterns.CODES)
    text = "def double(number): return number * factor"
    assert compiled.function("double", text, {"factor": 2})(4) == 8
    patterns.keep_patterns(frozenset())
    patterns.CODES.clear()
    assert text in patterns.recall_patterns()
    monkeypatch.setattr("builtins.compile", None)
    assert compiled.function("double", text, {"factor": 3})(4) == 12
