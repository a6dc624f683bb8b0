"""The transition system of a story, built from the story alone."""

from pathlib import Path

from game.check.net import Net, net
from tests.corpus.written import HOME, story


def built(folder: Path, body: str, *, free_meetings: bool = False) -> Net:
    return net(story(folder, body), free_meetings=free_meetings)


def ways(system: Net) -> set[tuple[str, str, str | None]]:
    """Every edge: from which passage to which, by which option."""
    return {
        (node.passage, system.nodes[edge.target].passage, edge.option)
        for node in system.nodes
        for edge in node.edges
    }


def test_a_choice_is_an_edge_with_its_option(tmp_path: Path) -> None:
    body = f"passages:\n  smoko:\n    choices:\n      go: {{text: Go., to: home}}\n{HOME}"
    assert ways(built(tmp_path, body)) == {("smoko", "home", "smoko/go")}


def test_a_jump_is_silent(tmp_path: Path) -> None:
    assert ways(built(tmp_path, f"passages:\n  smoko: {{to: home}}\n{HOME}")) == {
        ("smoko", "home", None)
    }


def test_a_passage_with_effects_has_a_node_before_them_and_one_after(tmp_path: Path) -> None:
    body = f"""\
variables:
  fund: {{type: number, from: 0, to: 3, start: 0, about: It.}}
passages:
  smoko: {{effects: [fund += 1], text: "{{fund}}", to: home}}
{HOME}"""
    system = built(tmp_path, body)
    assert [(n.passage, n.arrival) for n in system.nodes][:2] == [("smoko", True), ("smoko", False)]
    (enter,) = system.nodes[0].edges
    assert (enter.option, enter.target) == (None, 1)
    assert [act.slot for act in enter.acts] == [0]


FLOW = f"""\
passages:
  smoko: {{call: ride, to: gate}}
  gate: {{call: ride, to: home}}
{HOME}
flows:
  ride:
    start: bus
    passages:
      bus: {{return: true}}
"""


def test_a_flow_has_a_node_for_each_way_it_is_called(tmp_path: Path) -> None:
    system = built(tmp_path, FLOW)
    assert [n.calls for n in system.nodes if n.passage == "bus"] == [("smoko",), ("gate",)]
    assert ("bus", "gate", None) in ways(system)
    assert ("bus", "home", None) in ways(system)


def test_a_return_takes_the_jump_of_the_passage_that_called(tmp_path: Path) -> None:
    system = built(tmp_path, FLOW)
    taken = {
        system.branches[edge.branch].id
        for node in system.nodes
        for edge in node.edges
        if edge.branch >= 0
    }
    assert taken == {"smoko/to/gate", "gate/to/home"}


MEETING = f"""\
people:
  roy: {{name: Roy, about: A mate., groups: [wharf]}}
groups: {{wharf: The wharf.}}
passages:
  smoko:
    meeting:
      motion: That we walk.
      voters: wharf
      needs: more than 1/2
      hands:
        roy: {{always: up, text: He would.}}
      carried: home
      lost: home
{HOME}"""


def test_results_are_guarded_by_the_hands_and_free_in_a_class(tmp_path: Path) -> None:
    named = built(tmp_path, MEETING).nodes[0].edges
    assert [edge.option for edge in named] == ["smoko/carried", "smoko/lost"]
    assert all(edge.guard is not None for edge in named)
    free = built(tmp_path, MEETING, free_meetings=True).nodes[0].edges
    assert [edge.guard for edge in free] == [None, None]


def test_every_kind_of_branch_is_listed(tmp_path: Path) -> None:
    kinds = {branch.kind for branch in built(tmp_path, MEETING).branches}
    assert kinds == {"passage", "hand", "result", "ending"}
    ids = [branch.id for branch in built(tmp_path, MEETING).branches]
    assert ids == [
        "smoko",
        "smoko/hands/roy/always",
        "smoko/carried",
        "smoko/lost",
        "home",
        "home/ending",
    ]
