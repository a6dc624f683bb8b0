"""What authors do that is not YAML is said in their words, where they did it."""

from __future__ import annotations

import pytest

from game.story.diagnostics import Diagnostic, Problems
from game.story.tree import read_tree


def fault(text: str) -> Diagnostic:
    problems = Problems()
    assert read_tree(text.encode(), "story.yaml", problems) is None
    (found,) = problems.found
    return found


@pytest.mark.parametrize(
    ("text", "underlined", "wrong", "mend"),
    [
        ("a:\n\tb: c", "2:1 \t", "a tab", "Indent with spaces"),
        ("a: >\n\tb", "2:1 \t", "a tab", "Indent with spaces"),
        ("text: He said: no", "1:14 :", "a colon and a space inside", "double quotes"),
        ("- text: a: b", "1:10 :", "a colon and a space inside", "double quotes"),
        ("text: a\n  to: b", "2:3 to", "already a text", "start in one column"),
        ("text:hello\nto: b", "1:5 :", "no space after this colon", "`key: text`"),
        ("hello\nto: b", "1:1 hello", "no `:` after this key", "`key: text`"),
        ("a: b\nhello\nc: d", "2:1 hello", "no `:` after this key", "more indentation"),
        ("a: b\n'hello'\nc: d", "2:1 'hello'", "stands where a key should be", "`key: text`"),
        ('a: "b\nc: d', '1:4 "b', "opened and never closed", "the same quote"),
        (
            "a: 'b\nc: d",
            "1:4 'b",
            "opened and never closed",
            "same quote at the end of the text. Where",
        ),
        ('a: "b\n--- c"', '1:4 "b', "opened and never closed", "the same quote"),
        ('a: "b\nc: "d"', '1:4 "b', 'ends where the next `"` stands', "Close it"),
        ('a: "Stop," he says.', "1:12 he says.", "goes on after the quote", "single quotes"),
        ("a: 'Tis Roy's hat.", "1:13 s hat.", "goes on after the quote", "an apostrophe"),
        (r'a: "c:\dos"', r"1:7 \d", "a backslash begins a code", "two backslashes"),
        (r'a: "\u00zz"', r"1:5 \u", "a backslash begins a code", "two backslashes"),
        ("a: {b} pounds", "1:8 pounds", "begins with `{` needs quotes", "double quotes"),
        ("a: [b] pounds", "1:8 pounds", "begins with `[` needs quotes", "double quotes"),
        ("a: {b: c\nd: e", "1:4 {b: c", "is not closed", "`}` at its end"),
        ("a: [b, c\nd: e", "1:4 [b, c", "is not closed", "`]` at its end"),
        ("a: @b", "1:4 @", "cannot begin with `@`", "double quotes"),
        ("a: %b", "1:4 %", "cannot begin with `%`", "double quotes"),
        ("%b", "1:1 %", "cannot begin with `%`", "double quotes"),
        ("a: `b", "1:4 `", "cannot begin with a backtick", "double quotes"),
        ("a: | b", "1:6 b", "something after `|`", "on the next line"),
        ("a: >x\n  b", "1:5 x", "something after `>`", "on the next line"),
        ("a: - b", "1:4 -", "a list cannot start here", "a line of its own"),
        ("a:\n  - b\n  c: d", "3:3 c: d", "does not begin with `- `", "indent it less"),
        ("a: b\n- c", "2:1 -", "an entry of a list among keys", "a key before the list"),
        ("a:\n  b: c\n d: e", "3:2 d: e", "does not fit what stands above", "one column"),
        ("  a: b\nc: d", "2:1 c: d", "does not fit what stands above", "one column"),
        ("a: |\n  b\n c", "3:2 c", "does not fit what stands above", "one column"),
        ("a: ]", "1:4 ]", "cannot stand here", "double quotes"),
        ("a: ? b", "1:4 ? b", "cannot stand here", "double quotes"),
        ("a: b\x07", "1:5 \x07", "the character U+0007", "Take it out"),
        ("a: \ufffe", "1:4 \ufffe", "the character U+FFFE", "Take it out"),
        ("\x00", "1:1 \x00", "the character U+0000", "Take it out"),
    ],
)
def test_a_slip_is_named_and_underlined(text: str, underlined: str, wrong: str, mend: str) -> None:
    found = fault(text)
    shown = found.source[found.place.column - 1 :][: found.length]
    assert f"{found.place.line}:{found.place.column} {shown}" == underlined
    assert found.code == "Y03"
    assert wrong in found.wrong
    assert mend in found.mend


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("a: *bold* words", "Y07", 4),
        ("a: & more", "Y07", 4),
        ("a: !b!c d", "Y08", 4),
        (": b", "Y11", 1),
    ],
)
def test_a_text_that_seems_a_sign_of_yaml_has_the_code_of_that_sign(
    text: str, code: str, column: int
) -> None:
    found = fault(text)
    assert (found.code, found.place.column) == (code, column)


def test_nothing_of_the_parsers_own_words_is_shown() -> None:
    found = fault("a: b: c")
    assert "mapping" not in str(found)
    assert "scalar" not in str(found)
    assert "token" not in str(found)
