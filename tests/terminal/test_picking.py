"""What a typed word means on a screen."""

from __future__ import annotations

import pytest

from game.play.view import Option, View
from game.terminal.picking import NotOfferedError, pick

OPTIONS = (
    Option("stairs/tell_dora", "Tell Dora.", "choice", "You haven't looked."),
    Option("stairs/ask_pell", "Ask Mrs Pell.", "choice"),
    Option("stairs/ask_ivy", "Ask Ivy.", "choice"),
    Option("stairs/skip", "You have read this before.", "skip"),
)
VIEW = View(
    passage="stairs",
    passages=("stairs",),
    scene="stairs",
    lines=(),
    options=OPTIONS,
    meeting=None,
    ending=None,
    fault=None,
    speaker=None,
    mood=None,
    picture=None,
    music=None,
    ambience=None,
    sound=None,
    notes=(),
    know=(),
)


@pytest.mark.parametrize(
    ("word", "id_"),
    [
        ("1", "stairs/ask_pell"),
        ("2", "stairs/ask_ivy"),
        ("stairs/ask_ivy", "stairs/ask_ivy"),
        ("ask_ivy", "stairs/ask_ivy"),
        ("skip", "stairs/skip"),
    ],
)
def test_a_word_means_an_option_by_number_id_or_end_of_id(word: str, id_: str) -> None:
    assert pick(VIEW, word).id == id_


@pytest.mark.parametrize("word", ["0", "3", "9" * 5_000, "-1", "ivy", "", "²", "stairs"])
def test_another_word_is_refused_with_what_is_offered(word: str) -> None:
    with pytest.raises(NotOfferedError, match=r"1, stairs/ask_pell \(Ask Mrs Pell\.\); 2, stairs"):
        pick(VIEW, word)


def test_a_locked_option_is_refused_with_its_reason() -> None:
    with pytest.raises(NotOfferedError, match="`tell_dora` is locked here: You haven't looked"):
        pick(VIEW, "tell_dora")
