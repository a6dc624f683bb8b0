"""Whatever can be written loads and plays as the specification says, or is refused with reasons."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from game.play.playthrough import Playthrough
from game.play.program import Program
from game.play.screen import NotAvailable, RangeFault, step, view
from game.play.state import State
from game.play.view import View
from game.story import compiled
from game.story.diagnostics import TABLE, Diagnostic, StoryError
from game.story.load import load_story
from game.story.model import Story
from tests.corpus.made import LeavesRangeError, Made, Shown, Walk, made_stories
from tests.corpus.plan import HERE

# For a long run: ONE_OUT_EXAMPLES=2000 python -m pytest -o faulthandler_timeout=0 tests/story/...
EXAMPLES = int(os.environ.get("ONE_OUT_EXAMPLES", "0"))
STEPS = 1_000


of_stories = settings(
    max_examples=EXAMPLES or 120,
    deadline=None,
    # To make a failing story small takes minutes: a long run does.
    phases=[phase for phase in Phase if EXAMPLES or phase is not Phase.shrink],
    suppress_health_check=list(HealthCheck),  # a whole story is large by any measure
)
of_files = settings(of_stories, max_examples=EXAMPLES * 10 or 400)


# What is chosen is not drawn one by one: a thousand draws would cost more than the story.
chances = st.integers(0, 2**32).map(random.Random)


def write(folder: Path, files: Mapping[str, Any], width: int = 80) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=width)
        path.write_text(text, encoding="utf-8")
    return folder


def load(files: Mapping[str, Any]) -> Story:
    with TemporaryDirectory() as folder:
        return load_story(write(Path(folder), files))


def as_shown(screen: View) -> Shown:
    """A screen of the engine, as far as the rules know it."""
    return Shown(
        list(screen.passages),
        [(line.id, line.text) for line in screen.lines],
        [(option.id, option.locked) for option in screen.options],
        [(h.person, h.hand, h.line) for h in (screen.meeting.hands if screen.meeting else ())],
        screen.ending.id if screen.ending else None,
        screen.fault.kind if screen.fault else None,
    )


@of_stories
@given(made_stories())
def test_any_valid_story_plays_as_its_rules_say(made: Made) -> None:
    chance = random.Random(made.seed)
    play, walk = Playthrough(Program(load(made.files))), Walk(made)
    for _ in range(STEPS):
        screen = play.view
        assert as_shown(screen) == walk.screen()
        open_ = [option.id for option in screen.options if option.available]
        assert bool(open_) + bool(screen.ending) + bool(screen.fault) == 1
        if not open_ and not play.choices:
            break  # a story that stops where it starts
        if not open_ or chance.random() < 0.02:
            for _ in range(chance.randint(1, max(1, len(play.choices)))):
                if play.choices:
                    play.rollback()
                    walk.back()
            continue
        option = chance.choice(open_)
        try:
            play.choose(option)
        except RangeFault:
            with pytest.raises(LeavesRangeError):
                walk.choose(option)
            assert play.view == screen
        else:
            walk.choose(option)


@of_stories
@given(made_stories())
def test_any_state_survives_being_kept(made: Made) -> None:
    chance = random.Random(made.seed)
    program = Program(load(made.files))
    state = program.start
    for _ in range(50):
        kept = json.loads(json.dumps(state.to_json(program)))
        assert State.from_json(program, kept) == state
        for slot, value in zip(program.story.slots, state.values, strict=True):
            assert slot.low <= value <= slot.high
        # In a class both results of a meeting are open.
        open_ = [o.id for o in view(program, state, free_meetings=True).options if o.available]
        if not open_:
            break
        try:
            state = step(program, state, chance.choice(open_), free_meetings=True)
        except RangeFault:
            continue


@of_stories
@given(made_stories())
def test_what_is_not_offered_can_never_be_taken(made: Made) -> None:
    program = Program(load(made.files))
    screen = view(program, program.start)
    ids = {c.id for p in program.story.passages.values() for c in p.choices} | {"nothing", ""}
    for option in sorted(ids - {o.id for o in screen.options if o.available}):
        with pytest.raises(NotAvailable):
            step(program, program.start, option)


@of_stories
@given(made_stories())
def test_any_compiled_form_is_the_story(made: Made) -> None:
    story = load(made.files)
    opened = compiled.decode(compiled.encode(story, ["story.yaml"]))
    assert opened._replace(passages=dict(opened.passages)) == story


@of_stories
@given(made_stories())
def test_a_story_is_the_same_however_its_lines_are_broken(made: Made) -> None:
    width = 20 + made.seed % 400
    with TemporaryDirectory() as folder, TemporaryDirectory() as other:
        one = load_story(write(Path(folder), made.files))
        two = load_story(write(Path(other), made.files, width))
    assert Walk(made).screen() == as_shown(view(Program(two), Program(two).start))
    assert [s[:5] for s in one.slots] == [s[:5] for s in two.slots]
    assert list(one.passages) == list(two.passages)


# --- what is not valid ---------------------------------------------------------------------------

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-300, 300),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(max_size=12),
    st.sampled_from("smoko home egg a_b x-y stance with_us fund >= 3 {fund} seen(home) up".split()),
)
KEYS = st.one_of(
    st.sampled_from(
        "format id title start passages text choices to if else effects meeting hands always call"
        " return ending variables type people groups scale flows scene skip know notes".split()
    ),
    st.text(max_size=8),
    st.integers(0, 9),
)
SHAPES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=5)),
    max_leaves=20,
)


def played_or_refused(folder: Path) -> None:
    """Load a folder: a story that loads is played a little, any other is refused with reasons."""
    refused: tuple[Diagnostic, ...] = ()
    story: Story | None = None
    try:
        story = load_story(folder)
    except StoryError as error:
        refused = error.diagnostics
    assert (story is None) == bool(refused)
    for found in refused:
        assert found.code in TABLE
        assert found.place.line >= 1
        assert found.place.column >= 1
        assert str(found).strip()
        json.dumps(found.as_json())
    if story is not None:
        play_a_little(Program(story))


def play_a_little(program: Program) -> None:
    state, chance = program.start, random.Random(0)
    for _ in range(20):
        open_ = [option.id for option in view(program, state).options if option.available]
        if not open_:
            break
        try:
            state = step(program, state, chance.choice(open_))
        except RangeFault:
            break


def written_and_tried(files: Mapping[str, Any]) -> None:
    with TemporaryDirectory() as folder:
        played_or_refused(write(Path(folder), files))


@of_files
@given(SHAPES)
def test_any_shape_is_played_or_refused(data: Any) -> None:
    written_and_tried({"story.yaml": data})


def _paths(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every path to a value below the top."""
    if isinstance(data, dict):
        inside = list(data.items())
    elif isinstance(data, list):
        inside = list(enumerate(data))
    else:
        return []
    return [p for key, value in inside for p in ((*path, key), *_paths(value, (*path, key)))]


def _at(data: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        data = data[key]
    return data


@st.composite
def spoilt_stories(draw: st.DrawFn) -> dict[str, Any]:
    """The files of a story with something dropped, swapped, renamed or replaced in them."""
    files: dict[str, Any] = draw(st.one_of(made_stories().map(lambda m: m.files), corpus_files))
    files = json.loads(json.dumps(files))
    for _ in range(draw(st.integers(1, 3))):
        paths = _paths(files)
        path = draw(st.sampled_from(paths))
        above, key = _at(files, path[:-1]), path[-1]
        kind = draw(st.sampled_from(["drop", "replace", "swap", "rename", "copy"]))
        other = draw(st.sampled_from(paths))
        if kind == "drop" and len(path) > 1:
            del above[key]
        elif kind == "rename" and isinstance(above, dict) and len(path) > 1:
            above[draw(st.one_of(st.text(max_size=6), st.sampled_from(["else", "if", "to"])))] = (
                above.pop(key)
            )
        elif kind in ("swap", "copy") and len(other) > 1:
            copied = json.loads(json.dumps(_at(files, other)))
            if kind == "swap":
                _at(files, other[:-1])[other[-1]] = json.loads(json.dumps(above[key]))
            # What was swapped may have held the place itself.
            if path in _paths(files):
                _at(files, path[:-1])[key] = copied
        else:
            above[key] = draw(SHAPES)
    return files


def _corpus() -> list[dict[str, Any]]:
    """Stories of the corpus that have much in them, as data."""
    out = []
    for name in (
        "meetings/more-than-half",
        "flows/one-in-another",
        "conditions/counting-among-a-group",
        "effects/every-kind-of-setting",
        "text/reads-in-every-printed-place",
        "cards-and-notes/what-you-know",
        "scenes/skip",
        "seen-and-visits/each-comparison-of-visits",
    ):
        root = HERE / name
        paths = sorted(root.rglob("*.yaml")) if root.is_dir() else [root.with_suffix(".yaml")]
        files = {
            (path.relative_to(root).as_posix() if root.is_dir() else "story.yaml"): yaml.safe_load(
                path.read_text(encoding="utf-8")
            )
            for path in paths
        }
        out.append(files)
    return out


corpus_files = st.sampled_from(_corpus())


@of_files
@given(spoilt_stories())
def test_any_spoilt_story_is_played_or_refused(files: dict[str, Any]) -> None:
    written_and_tried(files)


@of_files
@given(st.sampled_from(_corpus()), chances)
def test_any_spoilt_file_is_played_or_refused(files: dict[str, Any], chance: random.Random) -> None:
    """Characters lost, doubled and put elsewhere, as in a merge that went wrong."""
    with TemporaryDirectory() as name:
        folder = write(Path(name), files)
        path = folder / chance.choice(sorted(files))
        text = path.read_text(encoding="utf-8")
        for _ in range(chance.randint(1, 4)):
            start, end = sorted(chance.randint(0, len(text)) for _ in range(2))
            end = min(end, start + chance.choice([1, 1, 3, 40]))
            put = chance.choice(["", text[start:end] * 2, "\t", "{", "'", "\n", "*", "- ", "\x00"])
            text = text[:start] + put + text[end:]
        path.write_text(text, encoding="utf-8")
        played_or_refused(folder)
