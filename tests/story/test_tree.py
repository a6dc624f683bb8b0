"""One file's bytes become plain data that knows where everything in it was written."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable

import pytest

from game.story import nodes, tree
from game.story.diagnostics import Diagnostic, Problems
from game.story.model import Place
from game.story.tree import Tree, read_tree

Read = Callable[[str], Tree]
Path = tuple[str | int, ...]


def faults(text: str | bytes) -> tuple[Diagnostic, ...]:
    problems = Problems()
    data = text if isinstance(text, bytes) else text.encode()
    read_tree(data, "story.yaml", problems)
    return problems.found


def reading(text: str | bytes) -> Tree:
    """The tree of a text in which nothing is wrong."""
    problems = Problems()
    data = text if isinstance(text, bytes) else text.encode()
    found = read_tree(data, "story.yaml", problems)
    assert problems.found == ()
    assert found is not None
    return found


@pytest.fixture(params=["libyaml", "python"])
def read(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Read:
    """`reading` with each of PyYAML's two parsers; the second is for where libyaml is missing."""
    if request.param == "python":
        monkeypatch.setitem(sys.modules, "yaml._yaml", None)
        assert nodes.__file__ is not None
        spec = importlib.util.spec_from_file_location("nodes_without_libyaml", nodes.__file__)
        assert spec is not None
        assert spec.loader is not None
        pure = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(pure)
        assert not hasattr(pure, "CParser")
        monkeypatch.setattr(tree, "read_nodes", pure.read_nodes)
        monkeypatch.setattr(tree, "Dropped", pure.Dropped)
    return reading


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("-3", -3),
        ("12", 12),
        ("999999999999999999", 999999999999999999),
        ("1000000000000000000", "1000000000000000000"),
        ("no", "no"),
        ("on", "on"),
        ("True", "True"),
        ("1.5", "1.5"),
        ("1961-05-02", "1961-05-02"),
        ("007", "007"),
        ("+5", "+5"),
        ("-0", "-0"),
        ("1_000", "1_000"),
        ("0x1f", "0x1f"),
        ("1:30", "1:30"),
        ("\u0663", "\u0663"),
        ("'true'", "true"),
        ('"12"', "12"),
        ("''", ""),
        ("|-\n    12", "12"),
    ],
)
def test_only_plain_words_for_flags_nothing_and_whole_numbers_are_not_text(
    read: Read, written: str, meant: object
) -> None:
    assert read(f"key: {written}").data == {"key": meant}
    assert read(f"- {written}").data == [meant]
    assert read(written).data == meant


def test_a_key_in_quotes_may_be_empty(read: Read) -> None:
    assert read("'': 1").data == {"": 1}


def test_keys_are_always_text(read: Read) -> None:
    assert read("1934: a\ntrue: b\nnull: c\n~: d").data == {
        "1934": "a",
        "true": "b",
        "null": "c",
        "~": "d",
    }


def test_the_order_of_a_mapping_is_the_order_of_the_page(read: Read) -> None:
    data = read("b: 1\na: 2\nc: 3").data
    assert isinstance(data, dict)
    assert list(data) == ["b", "a", "c"]


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing but a remark\n", "---\n", "---\n...\n"])
def test_a_file_that_says_nothing_is_nothing(read: Read, text: str) -> None:
    found = read(text)
    assert found.data is None
    assert found.place(["any", 0]).line >= 1


@pytest.mark.parametrize("marks", [1, 2])
def test_a_file_may_begin_with_a_byte_order_mark(marks: int) -> None:
    found = reading(b"\xef\xbb\xbf" * marks + b"key: text")
    assert found.data == {"key": "text"}
    assert found.place(["key"]) == Place("story.yaml", 1, 6)
    assert found.text == "key: text"


def test_lines_may_end_as_on_windows(read: Read) -> None:
    found = read("a: 1\r\nb:\r\n  c: two\r\n")
    assert found.data == {"a": 1, "b": {"c": "two"}}
    assert found.place(["b", "c"]) == Place("story.yaml", 3, 6)


def test_the_end_of_a_line_on_windows_is_not_shown() -> None:
    (found,) = faults("a: 1\r\nb: c: d\r\n")
    assert found.source == "b: c: d"


def test_columns_count_characters_and_not_bytes(read: Read) -> None:
    found = read("{na\u00efve: \U0001f3f4caf\u00e9, b: x}")
    assert found.place(["b"]).column == 19


PAGE = """\
passages:
  smoko:
    text:
      egg: >
        Roy peels
        an egg.

        Slowly.
      roll: |
        Cheese.
          Pickle.
    choices:
      ask: {text: 'Roy''s egg?', "to": kitchen}
    effects:
      - fund += 1
      - "les = \\u0077ith_us"
    empty:
"""
SMOKO: Path = ("passages", "smoko")


@pytest.mark.parametrize(
    ("path", "value", "key", "length"),
    [
        ((), (1, 1), (1, 1), 8),
        (("passages",), (2, 3), (1, 1), 5),
        (SMOKO, (3, 5), (2, 3), 4),
        ((*SMOKO, "text", "egg"), (4, 12), (4, 7), 1),
        ((*SMOKO, "choices", "ask"), (13, 12), (13, 7), 36),
        ((*SMOKO, "choices", "ask", "text"), (13, 19), (13, 13), 13),
        ((*SMOKO, "choices", "ask", "to"), (13, 40), (13, 34), 7),
        ((*SMOKO, "effects"), (15, 7), (14, 5), 11),
        ((*SMOKO, "effects", 0), (15, 9), (15, 9), 9),
        ((*SMOKO, "effects", 1), (16, 9), (16, 9), 20),
        ((*SMOKO, "empty"), (17, 11), (17, 5), 1),
        ((*SMOKO, "nowhere", "at", "all"), (3, 5), (3, 5), 4),
        ((*SMOKO, "effects", 7), (15, 7), (15, 7), 11),
        ((*SMOKO, "effects", -1), (15, 7), (15, 7), 11),
        ((*SMOKO, "effects", "0"), (15, 7), (15, 7), 11),
    ],
)
def test_every_value_and_every_key_has_its_place(
    read: Read, path: Path, value: tuple[int, int], key: tuple[int, int], length: int
) -> None:
    found = read(PAGE)
    assert found.place(path)[1:] == value
    assert found.key_place(path)[1:] == key
    assert found.length(path) == length


@pytest.mark.parametrize(
    ("path", "word", "place"),
    [
        (("text", "egg"), "peels", (5, 13)),
        (("text", "egg"), "egg", (6, 12)),
        (("text", "egg"), "Slowly", (8, 9)),
        (("text", "roll"), "eese", (10, 11)),
        (("text", "roll"), "Pickle", (11, 11)),
        (("choices", "ask", "text"), "Roy", (13, 20)),
        (("choices", "ask", "text"), "egg", (13, 27)),
        (("choices", "ask", "to"), "chen", (13, 43)),
        (("effects", 0), "1", (15, 17)),
        (("effects", 1), "with_us", (16, 16)),
        (("effects", 1), "_us", (16, 25)),
    ],
)
def test_a_word_inside_a_text_has_its_place(
    read: Read, path: Path, word: str, place: tuple[int, int]
) -> None:
    found = read(PAGE)
    value = found.data
    for step in SMOKO + path:
        value = value[step]  # type: ignore[index]
    assert isinstance(value, str)
    assert found.text_place(SMOKO + path, value.index(word))[1:] == place


def test_a_place_in_a_text_that_goes_on_over_lines_is_on_its_line(read: Read) -> None:
    found = read('plain: one\n  two\n\n  three\nquoted: "four \\\n  five\n\n  six"\n')
    assert found.text_place(["plain"], len("one tw"))[1:] == (2, 5)
    assert found.text_place(["plain"], len("one two\n\nth"))[1:] == (4, 5)
    assert found.text_place(["quoted"], len("four f"))[1:] == (6, 4)
    assert found.text_place(["quoted"], len("four five\n\nsi"))[1:] == (8, 5)


def test_a_place_beyond_the_end_of_a_text_is_its_end(read: Read) -> None:
    assert read("a: word\nb: x").text_place(["a"], 99)[1:] == (1, 8)


def test_a_place_in_what_is_no_text_is_that_of_the_value(read: Read) -> None:
    assert read("a: {b: 12}").text_place(["a", "b"], 1)[1:] == (1, 8)


@pytest.mark.usefixtures("read")
def test_a_key_that_stands_twice_is_reported_and_the_first_is_kept() -> None:
    problems = Problems()
    text = "a: 1\nb:\n  c: [x, y]\n  c: {d: 2}\n  e: 3\na: 4\nf: 5"
    found = read_tree(text.encode(), "story.yaml", problems)
    assert found is not None
    assert found.data == {"a": 1, "b": {"c": ["x", "y"], "e": 3}, "f": 5}
    assert [(d.code, d.place.line, d.place.column) for d in problems.found] == [
        ("Y04", 4, 3),
        ("Y04", 6, 1),
    ]
    assert "first on line 3" in problems.found[0].wrong
    assert found.place(["b", "e"])[1:] == (5, 6)
    assert found.place(["f"])[1:] == (7, 4)
    assert found.place(["b", "c", 1])[1:] == (3, 10)


@pytest.mark.parametrize("text", ["? [a, {b: c}]\n: 1\nd: 2", "{[a]: 1, d: 2}", "? \n: 1\nd: 2"])
def test_a_key_that_is_no_text_is_reported_and_the_rest_is_read(text: str) -> None:
    problems = Problems()
    found = read_tree(text.encode(), "story.yaml", problems)
    assert [d.code for d in problems.found] == ["Y11"]
    assert found is not None
    assert found.data == {"d": 2}
    place = found.place(["d"])
    assert text.split("\n")[place.line - 1][place.column - 1] == "2"


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("a: &b c", "Y07", 4),
        ("&b a: c", "Y07", 1),
        ("a: *b", "Y07", 4),
        ("*b : a", "Y07", 1),
        ("<<: {a: b}", "Y07", 1),
        ("a: !b c", "Y08", 4),
        ("a: !!python/object:os.system x", "Y08", 4),
        ("- !<tag:yaml.org,2002:int> 3", "Y08", 3),
        ("%TAG ! tag:example.com,2000:\n---\na: b", "Y08", 1),
    ],
)
def test_what_yaml_has_beyond_the_format_is_refused(text: str, code: str, column: int) -> None:
    found = faults(text)
    assert [(d.code, d.place.column) for d in found] == [(code, column)]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: &b c", {"a": "c"}),
        ("a: !b c", {"a": "c"}),
        ("a: *b", None),
        ("<<: {a: b}", None),
        ("a: 1\n---\nb: 2", None),
    ],
)
def test_what_cannot_be_known_is_not_guessed(text: str, data: object) -> None:
    found = read_tree(text.encode(), "story.yaml", Problems())
    assert (found and found.data) == data


@pytest.mark.parametrize(
    "text", ["a: You & I!", "a: '&b'", 'a: "!c"', "a: '<<'", "'<<': a", "- <<"]
)
def test_the_same_signs_inside_a_text_are_letters(read: Read, text: str) -> None:
    read(text)


def test_a_second_document_is_refused_where_it_starts() -> None:
    (found,) = faults("a: 1\n---\nb: 2\n")
    assert (found.code, found.place.line, found.place.column) == ("Y10", 2, 1)


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_bytes_that_are_not_utf8_are_shown_with_their_offset(bom: bytes) -> None:
    (found,) = faults(bom + b"a: 1\nb: caf\xe9\n")
    assert found.code == "Y02"
    assert f"byte {11 + len(bom)} " in found.wrong
    assert found.place[1:] == (2, 7)
    assert found.source == "b: caf\ufffd"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "latin-1"])
def test_other_encodings_are_refused(encoding: str) -> None:
    assert [d.code for d in faults("a: caf\u00e9".encode(encoding))] in (["Y02"], ["Y03"])
