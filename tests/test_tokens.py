from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.tokens import tokenize

ascii_texts = st.text(st.characters(max_codepoint=127), max_size=60)


@given(st.text(max_size=60))
def test_tokens_are_the_whole_text(text):
    tokens = tokenize(text)
    assert "".join(tokens.raw) == text
    assert [text[start:end] for start, end in pairwise(tokens.starts)] == tokens.raw


@given(ascii_texts)
@example("a\x1c b_2 _x 3.5, 4 \t\n\n \x0b(")
def test_a_text_is_cut_alike_whatever_letters_come_later(text):
    assert tokenize(f"{text}\0é").raw == [*tokenize(text).raw, "\0", "é"]
