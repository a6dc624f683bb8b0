"""The compiled form: the same story, whole or not at all, and only as much as is asked for."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from game.story import compiled
from game.story.compiled import Stale
from game.story.load import load_story
from game.story.model import Passage, Story
from tests.corpus.plan import Plan, plans, read_plan
from tests.corpus.written import story

PLAYED = [plan for plan in map(read_plan, plans()) if not plan.wrong]


@cache
def data() -> bytes:
    plan = next(plan for plan in PLAYED if plan.name == "meetings/more-than-half")
    return compiled.encode(load_story(plan.story), ["story.yaml", "parts/more.yaml"])


@pytest.mark.parametrize("plan", PLAYED, ids=lambda plan: plan.name)
def test_the_compiled_form_of_a_story_is_the_story(plan: Plan) -> None:
    made = load_story(plan.story)
    opened = compiled.decode(compiled.encode(made, []))
    assert opened._replace(passages=dict(opened.passages)) == made


def test_it_is_the_same_bytes_every_time(tmp_path: Path) -> None:
    made = story(tmp_path)
    assert compiled.encode(made, []) == compiled.encode(
        compiled.decode(compiled.encode(made, [])), []
    )


def test_the_first_line_tells_what_it_was_made_from() -> None:
    meta = compiled.meta(data())
    assert meta.files == ("story.yaml", "parts/more.yaml")
    assert meta.fingerprint == compiled.decode(data()).fingerprint


def test_passages_stand_in_the_order_of_the_story() -> None:
    opened = compiled.decode(data())
    assert list(opened.passages) == ["smoko", "vote", "stay", "back"]
    assert len(opened.passages) == 4
    assert "vote" in opened.passages
    assert "home" not in opened.passages


def test_a_passage_is_made_when_it_is_asked_for_and_only_once() -> None:
    passages = compiled.decode(data()).passages
    assert passages["vote"] is passages["vote"]
    assert isinstance(passages["vote"], Passage)
    with pytest.raises(KeyError):
        passages["home"]


def test_a_passage_that_is_not_asked_for_is_not_read() -> None:
    # The line of `stay` holds nonsense of the same length: only asking for it would tell.
    spoilt = data().replace(b'"They stayed."', b'"They stayed.,')
    passages = compiled.decode(spoilt).passages
    assert passages["back"].ending is not None
    with pytest.raises(ValueError, match="Unterminated"):
        passages["stay"]


@pytest.mark.parametrize(
    "bytes_",
    [
        b"",
        b"\n",
        b"{}\n",
        b"[1]\n[2]\n",
        b"null\n",
        b"format: 1\nid: small\n",
        b"\xff\xfe\n",
        b"[" * 5_000 + b"\n",
    ],
)
def test_other_bytes_are_stale(bytes_: bytes) -> None:
    with pytest.raises(Stale):
        compiled.meta(bytes_)


def test_a_form_that_breaks_off_is_stale() -> None:
    whole = data()
    for end in range(0, len(whole), 7):
        with pytest.raises(Stale):
            compiled.meta(whole[:end])


def test_a_form_with_a_changed_byte_is_stale() -> None:
    whole = data()
    body = whole.index(b"\n") + 1
    for at in range(body, len(whole), 11):
        with pytest.raises(Stale):
            compiled.meta(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])


def test_a_form_of_another_version_is_stale() -> None:
    first, _, body = data().partition(b"\n")
    other = json.loads(first)
    other["one_out_story"] += 1
    with pytest.raises(Stale):
        compiled.meta(json.dumps(other).encode() + b"\n" + body)


def test_no_class_of_the_story_is_lost_on_the_way() -> None:
    """Tuples that compare equal may still have lost the class whose names others use."""

    def classes(value: object) -> object:
        if isinstance(value, tuple):
            return (type(value).__name__, [classes(one) for one in value])
        if isinstance(value, dict):
            return {key: classes(one) for key, one in value.items()}
        return type(value).__name__

    for plan in PLAYED:
        made = load_story(plan.story)
        opened: Story = compiled.decode(compiled.encode(made, []))
        opened = opened._replace(passages=dict(opened.passages))
        assert classes(opened) == classes(made), plan.name
