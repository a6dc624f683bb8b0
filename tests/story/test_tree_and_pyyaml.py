"""The tree says what PyYAML reads, and says of everything where PyYAML found it."""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from game.story.diagnostics import Problems
from game.story.lines import Lines
from game.story.tree import Tree, read_tree

Path = tuple[str | int, ...]


def reading(text: str) -> Tree:
    """The tree of a text in which nothing is wrong."""
    problems = Problems()
    found = read_tree(text.encode(), "story.yaml", problems)
    assert problems.found == ()
    assert found is not None
    return found


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True


# PyYAML does not write these three so that it reads the same again.
TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x85\u2028\u2029"), max_size=40
)
DATA = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | TEXT,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(TEXT.filter(bool), inner, max_size=4)
    ),
    max_leaves=20,
)


def dumped(data: object, flow: bool | None, width: int, style: str | None = None) -> str:
    out = yaml.dump(
        data,
        Dumper=_Plain,
        default_flow_style=flow,
        width=width,
        allow_unicode=True,
        sort_keys=False,
        default_style=style,
    )
    assert isinstance(out, str)
    return out


def folded(data: object) -> object:
    """Data as YAML has it, where our reader says an empty line of a folded text as two."""
    if isinstance(data, dict):
        return {key: folded(value) for key, value in data.items()}
    if isinstance(data, list):
        return [folded(one) for one in data]
    return data.replace("\n\n", "\n") if isinstance(data, str) else data


@given(DATA, st.sampled_from([True, False, None]), st.integers(20, 120))
def test_the_data_is_what_pyyaml_reads(data: object, flow: bool | None, width: int) -> None:
    text = dumped(data, flow, width)
    assert folded(reading(text).data) == data == yaml.safe_load(text)


def nodes_of(
    node: yaml.Node, path: Path = ()
) -> Iterator[tuple[Path, yaml.Node, yaml.Node | None]]:
    """Every value of PyYAML's own tree with its path and its key."""
    yield path, node, None
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            below = nodes_of(value, (*path, key.value))
            yield (*next(below)[:2], key)
            yield from below
    elif isinstance(node, yaml.SequenceNode):
        for n, value in enumerate(node.value):
            yield from nodes_of(value, (*path, n))


@given(DATA, st.sampled_from([True, False, None]), st.integers(20, 120))
def test_the_places_are_those_of_pyyaml(data: object, flow: bool | None, width: int) -> None:
    found = reading(dumped(data, flow, width))
    lines = Lines("story.yaml", found.text)
    root = yaml.compose(found.text, Loader=yaml.SafeLoader)
    assert root is not None
    for path, node, key in nodes_of(root):
        assert found.place(path) == lines.place(node.start_mark.index)
        if key is not None:
            assert found.key_place(path) == lines.place(key.start_mark.index)
        place, length = found.place(path), found.length(path)
        line = found.text.split("\n")[place.line - 1]
        assert 1 <= length <= max(1, len(line) - place.column + 1)


LETTERS = st.text(st.sampled_from("ab'\"\\ \n#:-\u00e9{}"), min_size=1, max_size=60)


@given(LETTERS, st.sampled_from([None, '"', "'", "|", ">"]), st.integers(10, 80))
@example("a\n\n\nb", "'", 80)
@example("a\n\n\nb", ">", 80)
@example("\n\n a\n  b\n\n\nc\n", "|", 80)
def test_every_letter_of_a_text_has_its_place(value: str, style: str | None, width: int) -> None:
    found = reading(dumped({"a": {"b": value}}, False, width, style))
    lines = found.text.split("\n")
    for offset, letter in enumerate(found.data["a"]["b"]):  # type: ignore[index]
        place = found.text_place(["a", "b"], offset)
        if letter not in " \n":
            written = lines[place.line - 1][place.column - 1 :]
            assert written[0] == letter or written[0] == "\\"
