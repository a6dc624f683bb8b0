"""Printed text: lines, quotes, dots and reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.diagnostics import TABLE
from game.story.model import Slot, Text
from game.story.scope import Scope
from game.story.text import flat, parse_text

FUND, TARGET = 0, 1


def text_scope() -> Scope:
    slots = [
        Slot("fund", "number", 0, 12, 0),
        Slot("target", "one_of", 0, 1, 0, ("the pub", "cinema"), values=("pub", "cinema")),
        Slot("covered", "flag", 0, 1, 0),
        Slot("les", "stance", 0, 1, 0, ("no", "with_us"), values=("no", "with_us")),
    ]
    return Scope(slots, ("no", "with_us"), {}, (), people=["les", "clarrie"])


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("One line\nand the next.", "One line and the next."),
        ("One line  \n   and the next.", "One line and the next."),
        ("Said.\n\nSilence.\n \n\nSaid.", "Said.\nSilence.\nSaid."),
        ("\n  The bar.  \n", "The bar."),
        ("", ""),
    ],
)
def test_lines_are_joined_and_an_empty_line_starts_a_new_line_of_print(
    written: str, printed: str
) -> None:
    assert flat(written) == printed


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ('"No," he said. "Not me."', "“No,” he said. “Not me.”"),
        ("He said 'no' and 'go'.", "He said ‘no’ and ‘go’."),
        ("\"He said 'no'\" she said.", "“He said ‘no’” she said."),
        ("\"'No,' he said.\"", "“‘No,’ he said.”"),
        ("'\"No,\" he said.'", "‘“No,” he said.’"),
        (
            "I don't. It's Les's, not the workers' own.",
            "I don’t. It’s Les’s, not the workers’ own.",
        ),
        ("(\"So\") ['So']", "(“So”) [‘So’]"),
        ("Then -- 'go' -- now", "Then -- ‘go’ -- now"),
        ('He read--"Closed"--and left', "He read--“Closed”--and left"),
        ("He read\u2014'Closed'\u2014and left", "He read\u2014‘Closed’\u2014and left"),
        ('"But I--" she began. "I\u2014"', "“But I--” she began. “I\u2014”"),
        ('"But I--", she began.', "“But I--”, she began."),
        ("'But I\u2014' she began.", "‘But I\u2014’ she began."),
        ('"...and then?"', "“\u2026and then?”"),
        ("Rock-'n'-roll, anti-\"scab\"", "Rock-’n’-roll, anti-“scab”"),
        ('He said "so\n\n"And so', "He said “so\n“And so"),
        ('He said\n"so"', "He said “so”"),
        ('He said "so\n\nIt--"No"', "He said “so\nIt--“No”"),
        ("\"He said 'I don't--'\"", "“He said ‘I don’t--’”"),
        ("6' 2\"", "6’ 2”"),
        ("“as it is”", "“as it is”"),
    ],
)
def test_straight_quotes_are_turned(written: str, printed: str) -> None:
    assert flat(written) == printed


def test_three_dots_are_an_ellipsis_and_two_hyphens_stay() -> None:
    assert flat("Well... no.... -- Yes..") == "Well\u2026 no\u2026. -- Yes.."


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("{fund}", (FUND,)),
        ("We have {fund}.", ("We have ", FUND, ".")),
        ("{fund}{target}", (FUND, TARGET)),
        ("\"{target},\" he said: '{fund}'", ("“", TARGET, ",” he said: ‘", FUND, "’")),
        ("'{target}'s fund\n'", ("‘", TARGET, "’s fund ’")),
        ("{{fund}}", ("{fund}",)),
        ("{{{fund}}}", ("{", FUND, "}")),
        ("", ()),
    ],
)
def test_a_name_in_braces_is_a_read_and_double_braces_are_braces(written: str, text: Text) -> None:
    assert parse_text(written, text_scope()) == (text, [])


def test_what_a_text_prints_counts_as_read() -> None:
    scope = text_scope()
    parse_text("{fund} and {les}", scope)
    assert scope.read == {FUND}


@pytest.mark.parametrize(
    ("written", "offset", "length", "code", "words"),
    [
        ("Ask {fnud}.", 5, 4, "N02", "Did you mean `fund`?"),
        ("Ask {covered}.", 4, 9, "X06", "text cannot print the flag `covered`"),
        ("Ask {les}.", 4, 5, "X06", "text cannot print the stance `les`"),
        ("Ask {clarrie}.", 4, 9, "X06", "Write the name itself."),
        ("Ask {pub}.", 4, 5, "X06", "Write the words themselves."),
        ("Ask { fund }.", 4, 8, "X06", "Write `{fund}`, without spaces."),
        ("Ask {fund + 1}.", 4, 10, "X06", "Only the name of one variable"),
        ("Ask {}.", 4, 2, "X06", "text cannot print empty braces"),
        ("Ask {fund.", 4, 5, "X01", "`{` is never closed"),
        ("Ask {\nfund}.", 4, 1, "X01", "`{` is never closed"),
        ("Ask fund}.", 8, 1, "X01", "write it twice: `{{` or `}}`"),
        ('\n\n  "Ah..."\n\n  {fnud}', 16, 4, "N02", "Did you mean `fund`?"),
    ],
)
def test_a_wrong_read_is_said_where_the_author_wrote_it(
    written: str, offset: int, length: int, code: str, words: str
) -> None:
    _, problems = parse_text(written, text_scope())
    first = problems[0]
    assert (first.code, first.offset, first.length) == (code, offset, length)
    kind = TABLE[code]
    assert words in f"{kind.wrong.format(**first.fields)}. {kind.mend.format(**first.fields)}"


def test_every_wrong_read_of_a_text_is_said() -> None:
    text, problems = parse_text("{a} {les} {fund} {", text_scope())
    assert [problem.code for problem in problems] == ["N02", "X06", "X01"]
    assert text == ("{a} {les} ", FUND, " {")


def test_a_text_outside_play_prints_its_braces() -> None:
    assert flat("{fund} }{ {{") == "{fund} }{ {{"


@given(st.text(st.characters(exclude_characters="{}\"'.\n\r", exclude_categories=["Z", "C"])))
def test_words_without_marks_are_printed_as_they_stand(words: str) -> None:
    assert flat(words) == words


@given(st.lists(st.sampled_from(["Les", "said", "the workers'", "don't", "1956"]), min_size=1))
def test_quotes_round_any_words_open_and_close(words: list[str]) -> None:
    said = " ".join(words)
    for before, after in (("", ""), ("He said ", " and left"), ("(", ")"), ("It--", ".")):
        printed = flat(f'{before}"{said}"{after}')
        assert printed == f"{before}“{flat(said)}”{after}"


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("Tell 'em.", "Tell \u2019em."),
        ("'Twas '61, fish 'n' chips.", "\u2019Twas \u201961, fish \u2019n\u2019 chips."),
        ('"\'Em," he said.', "\u201c\u2019Em,\u201d he said."),
        ("'Em' is a dash.", "\u2018Em\u2019 is a dash."),
        ("He said 'no'.", "He said \u2018no\u2019."),
    ],
)
def test_an_apostrophe_for_lost_letters_does_not_open_a_quotation(
    source: str, printed: str
) -> None:
    assert flat(source) == printed
