from hypothesis import given
from hypothesis import strategies as st

from game.ui.typeset import break_lines

LONG = "Roy takes it anyway. They have slung plate together since seven, and at five they walk."


def test_no_line_is_wider_than_the_column() -> None:
    for width in range(5, 60):
        assert all(len(line) <= width for line in break_lines(LONG, width, len))


def test_no_word_is_lost() -> None:
    assert " ".join(break_lines(LONG, 24, len)) == LONG


def test_no_more_lines_are_used_than_are_needed() -> None:
    greedy, room = 1, 30
    for word in LONG.split():
        if len(word) + (room < 30) > room:
            greedy, room = greedy + 1, 30
        room -= len(word) + (room < 30)
    assert len(break_lines(LONG, 30, len)) == greedy


def test_lines_are_even_rather_than_first_come() -> None:
    # Filling each line in turn would give "aaa bb cc", "ddddd": less even.
    assert break_lines("aaa bb cc ddddd", 9, len, even=True) == ("aaa bb", "cc ddddd")


def test_a_dash_never_starts_a_line() -> None:
    lines = break_lines("So we sat down \u2014 and here we sit.", 14, len)
    assert not any(line.startswith("\u2014") for line in lines)


def test_a_word_wider_than_the_column_is_cut_at_its_hyphen() -> None:
    assert break_lines("Pike-Worthington", 12, len) == ("Pike-", "Worthington")


def test_nothing_takes_no_lines() -> None:
    assert break_lines("", 10, len) == ()
    assert break_lines("   ", 10, len) == ()


@given(st.text(alphabet="ab -\u2014\u00a0", max_size=80), st.integers(1, 30), st.booleans())
def test_any_text_fits_any_width(text: str, width: int, even: bool) -> None:
    lines = break_lines(text, width, len, even=even)
    assert all(len(line) <= max(1, width) for line in lines)
    assert "".join(lines).replace(" ", "").replace("\u00a0", "") == text.replace(" ", "").replace(
        "\u00a0", ""
    )
