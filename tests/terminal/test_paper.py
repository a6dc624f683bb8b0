"""Printing: what reaches a terminal, whatever the terminal is."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.terminal.paper import Paper, cells, wrap


class Kept(io.TextIOWrapper):
    """A stream whose bytes can be read afterwards."""

    def __init__(self, encoding: str = "utf-8", *, terminal: bool = False) -> None:
        self.bytes = io.BytesIO()
        super().__init__(self.bytes, encoding, newline="\n")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def text(self) -> str:
        self.flush()
        return self.bytes.getvalue().decode(self.encoding)


words = st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters=" "), max_size=90)


@given(st.lists(words, max_size=30), st.integers(20, 75), st.sampled_from(["", " 1. ", "    "]))
def test_no_line_is_wider_than_the_page(those: list[str], width: int, lead: str) -> None:
    for line in wrap(" ".join(those), width, lead, " " * len(lead)):
        assert cells(line) <= width


@given(st.lists(words, max_size=30), st.integers(20, 75))
def test_wrapping_loses_nothing(those: list[str], width: int) -> None:
    text = " ".join(those)
    assert "".join(wrap(text, width)).replace(" ", "") == text.replace(" ", "")


def test_lines_break_between_words() -> None:
    assert wrap("Dora Pask has the window.", 12) == ["Dora Pask", "has the", "window."]


def test_east_asian_text_is_counted_in_the_columns_it_takes() -> None:
    assert wrap("東京の港の労働者たちが集まる", 20) == ["東京の港の労働者たち", "が集まる"]


def test_a_list_hangs_under_its_first_line() -> None:
    kept = Kept()
    Paper(kept, width=20).say("Press a shilling into her hand.", first=" 1. ")
    assert kept.text() == " 1. Press a shilling\n    into her hand.\n"


def test_a_story_cannot_steer_the_terminal() -> None:
    kept = Kept()
    paper = Paper(kept)
    paper.say("\x1b]0;renamed\x07 red\x1b[31m \x9b2J \u202eturned\u202c\r")
    paper.line("\x1b[2J")
    assert not {"\x1b", "\x07", "\x9b", "\u202e", "\r"} & set(kept.text())


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "cp437", "koi8-r"])
def test_an_encoding_without_a_character_gets_a_likeness(encoding: str) -> None:
    kept = Kept(encoding)
    Paper(kept).say("\u201cCafé\u2026\u201d \u2013 it\u2019s Łódź, 東京 \ud800")
    plain = kept.text().encode("ascii", "replace").decode()
    assert plain.count("?") <= 12
    assert "it" in plain
    if encoding == "ascii":
        assert kept.text() == '"Cafe..." - it\'s ?odz, ?? ?\n'


def test_headings_are_bold_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    kept = Kept(terminal=True)
    Paper(kept).heading("The yard")
    assert kept.text() == "\x1b[1mThe yard\x1b[0m\n\n"


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_a_terminal_that_wants_none_gets_no_codes(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv(name, value)
    kept = Kept(terminal=True)
    Paper(kept).heading("The yard")
    assert kept.text() == "The yard\n\n"


def test_a_pipe_gets_no_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    kept = Kept()
    Paper(kept).heading("The yard")
    assert kept.text() == "The yard\n\n"


@pytest.mark.parametrize(("columns", "width"), [("200", 75), ("60", 60), ("5", 20)])
def test_the_page_is_as_wide_as_the_terminal_and_no_wider_than_reads_well(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert Paper(Kept(terminal=True)).width == width


def test_there_is_never_more_than_one_empty_line() -> None:
    kept = Kept()
    paper = Paper(kept)
    paper.gap()
    paper.say("One.")
    paper.gap()
    paper.gap()
    paper.heading("Two")
    paper.gap()
    paper.say("Three.")
    assert kept.text() == "One.\n\nTwo\n\nThree.\n"


def test_a_program_without_output_prints_to_nowhere() -> None:
    paper = Paper(None)
    paper.say("Nobody reads this.")
    paper.flush()
    assert paper.closed
