"""How passages hang together: circles, flows, and ways in and out of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.story import graph
from game.story.diagnostics import Problems
from game.story.load import load_story
from tests.corpus.written import HOME, ONWARD, codes, diagnostics, story, write


def flow(name: str, *passages: str) -> str:
    """A flow, whose first passage is its start."""
    start = passages[0].partition(":")[0]
    inside = "".join(f"      {one}\n" for one in passages)
    return f"  {name}:\n    start: {start}\n    passages:\n{inside}"


def passages(*those: str) -> str:
    return "passages:\n" + "".join(f"  {one}\n" for one in those) + HOME


def test_a_circle_is_told_from_its_first_passage_round(tmp_path: Path) -> None:
    found = diagnostics(
        tmp_path, passages("smoko: {to: a}", "a: {to: b}", "b: {to: c}", "c: {to: a}")
    )
    assert codes(found) == ["G01"]
    assert "a -> b -> c -> a" in found[0].wrong


def test_a_circle_that_only_some_entries_of_a_list_close_is_one(tmp_path: Path) -> None:
    found = diagnostics(
        tmp_path, passages("smoko: {to: [{if: seen(home), to: smoko}, {to: home}]}")
    )
    assert codes(found) == ["G01"]


@pytest.mark.parametrize(
    "stop",
    ["choices: {on: {text: On., to: smoko}}", "meeting: {motion: That we go., voters: [you], "
     "hands: {you: {always: up, text: Yes.}}, carried: smoko, lost: home}"],
    ids=["choice", "meeting"],
)  # fmt: skip
def test_a_circle_with_a_stop_in_it_is_none(tmp_path: Path, stop: str) -> None:
    assert story(tmp_path, passages("smoko: {to: a}", f"a: {{{stop}}}"))


def test_a_long_chain_of_jumps_is_no_trouble(tmp_path: Path) -> None:
    chain = [f"p{n}: {{to: p{n + 1}}}" for n in range(3_000)]
    made = story(tmp_path, passages("smoko: {to: p0}", *chain, "p3000: {to: home}"))
    assert len(made.passages) == 3_003


def test_a_circle_through_a_flow_that_can_be_run_through_is_one(tmp_path: Path) -> None:
    found = diagnostics(
        tmp_path,
        passages("smoko: {call: ride, to: smoko}")
        + "flows:\n"
        + flow("ride", "bus: {to: off}", "off: {return: true}"),
    )
    assert codes(found) == ["G01"]


def test_a_circle_through_a_flow_in_a_flow_is_one(tmp_path: Path) -> None:
    found = diagnostics(
        tmp_path,
        passages("smoko: {call: outer, to: smoko}")
        + "flows:\n"
        + flow("outer", "o: {call: inner, to: o_end}", "o_end: {return: true}")
        + flow("inner", "i: {return: true}"),
    )
    assert codes(found) == ["G01"]


def test_a_flow_that_always_stops_breaks_the_circle(tmp_path: Path) -> None:
    assert story(
        tmp_path,
        passages("smoko: {call: outer, to: smoko}")
        + "flows:\n"
        + flow("outer", "o: {call: inner, to: o_end}", "o_end: {return: true}")
        + flow("inner", "i: {choices: {off: {text: Off., to: j}}}", "j: {return: true}"),
    )


def test_a_flow_with_one_way_round_its_choice_does_not_break_the_circle(tmp_path: Path) -> None:
    found = diagnostics(
        tmp_path,
        passages("smoko: {call: ride, to: smoko}")
        + "flows:\n"
        + flow(
            "ride",
            "bus: {to: [{if: seen(off), to: off}, {to: sit}]}",
            "sit: {choices: {off: {text: Off., to: off}}}",
            "off: {return: true}",
        ),
    )
    assert codes(found) == ["G01"]


def test_a_circle_inside_a_flow_is_one(tmp_path: Path) -> None:
    found = diagnostics(
        tmp_path,
        passages("smoko: {call: ride, to: home}")
        + "flows:\n"
        + flow("ride", "bus: {to: [{if: seen(off), to: off}, {to: bus}]}", "off: {return: true}"),
    )
    assert codes(found) == ["G01"]


def test_a_flow_that_calls_itself_directly_is_told(tmp_path: Path) -> None:
    found = diagnostics(
        tmp_path,
        passages("smoko: {call: ride, to: home}")
        + "flows:\n"
        + flow("ride", "bus: {call: ride, to: off}", "off: {return: true}"),
    )
    assert codes(found) == ["G02"]
    assert "ride -> ride" in found[0].wrong


def nested(depth: int) -> str:
    """A story whose calls stand `depth` deep in one another."""
    calls = [
        flow(f"f{n}", f"c{n}: {{call: f{n + 1}, to: r{n}}}", f"r{n}: {{return: true}}")
        for n in range(depth - 1)
    ]
    last = flow(f"f{depth - 1}", f"c{depth - 1}: {{return: true}}")
    return passages("smoko: {call: f0, to: home}") + "flows:\n" + "".join(calls) + last


def test_calls_may_stand_sixteen_deep(tmp_path: Path) -> None:
    assert story(tmp_path, nested(16))


def test_calls_may_not_stand_seventeen_deep(tmp_path: Path) -> None:
    found = diagnostics(tmp_path, nested(17))
    assert codes(found) == ["F10"]
    assert "17, the limit is 16" in found[0].wrong


def test_a_meeting_may_not_lead_into_a_flow(tmp_path: Path) -> None:
    meeting = "hands: {you: {always: up, text: Yes.}}, carried: off, lost: off"
    found = diagnostics(
        tmp_path,
        passages(
            "smoko: {call: ride, to: vote}",
            f"vote: {{meeting: {{motion: That we go., voters: [you], {meeting}}}}}",
        )
        + "flows:\n"
        + flow("ride", "bus: {to: off}", "off: {return: true}"),
    )
    assert codes(found) == ["G03", "G03"]


def test_a_skip_may_not_lead_into_a_flow(tmp_path: Path) -> None:
    found = diagnostics(
        tmp_path,
        "",
        one=f"scene: a\ntitle: A\nskip: {{from: smoko, to: off, why: No.}}\n"
        "passages:\n  smoko: {choices: {go: {text: Go., to: ridden}}}\n"
        f"  ridden: {{call: ride, to: home}}\n{HOME}flows:\n"
        + flow("ride", "bus: {to: off}", "off: {return: true}"),
    )
    assert codes(found) == ["G03"]


def test_one_flow_may_not_lead_into_another(tmp_path: Path) -> None:
    found = diagnostics(
        tmp_path,
        passages("smoko: {call: a, to: next}", "next: {call: b, to: home}")
        + "flows:\n"
        + flow("a", "a1: {choices: {in: {text: In., to: b1}}}", "a2: {return: true}")
        + flow("b", "b1: {return: true}"),
    )
    assert codes(found) == ["G03"]
    assert "`b1` belongs to the flow `b`" in found[0].wrong


def test_a_flow_may_end_the_story_instead_of_returning(tmp_path: Path) -> None:
    assert story(
        tmp_path,
        "passages:\n  smoko: {call: ride, to: smoko}\nflows:\n"
        + flow("ride", "bus: {ending: {title: Over, debrief: Over.}}"),
    )


def test_a_story_of_more_passages_than_the_limit_is_refused_before_they_are_followed(
    tmp_path: Path,
) -> None:
    smoko = load_story(write(tmp_path, ONWARD)).passages["smoko"]
    problems = Problems()
    many = dict.fromkeys(map(str, range(50_001)), smoko)
    graph.check(_Head(), many, problems)  # type: ignore[arg-type]
    assert codes(problems.found) == ["F10"]
    assert "50001, the limit is 50000" in problems.found[0].wrong


class _Head:
    """What the check asks of a story before it counts: where its head stands."""

    class head:  # noqa: N801 - the attribute's name
        class spot:  # noqa: N801
            from game.story.model import Place as _Place

            key_place = _Place("story.yaml", 1, 1)
