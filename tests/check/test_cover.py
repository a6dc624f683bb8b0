"""The playthroughs that together take every branch, held against the naive search.

That search says what can be reached, and from where no ending can; the playthroughs are played
through the engine step by step, with the oracle's own notion of what a screen shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from game.check import cache, collect
from game.check import cover as covering
from game.check.check import check
from game.check.cover import Cover, NotCovered, Playthrough, cover
from game.check.findings import Checked, Reached
from game.play.program import Program
from game.play.screen import step, view
from game.play.state import State
from game.story.load import load_story
from game.story.model import Story
from game.story.new import TEMPLATE
from tests.bench.check.families import FAMILIES
from tests.check.agreement import found_both_ways
from tests.check.oracle import Found, shown
from tests.check.test_differential import EXAMPLES, MAKERS, MOST
from tests.check.troubled import story as troubled_story
from tests.corpus.written import story as written
from tests.story.test_generated import load

CHUNKS = 5


def both_ways(story: Story) -> tuple[Checked, Checked | None]:
    """What the check finds, as the command asks for it."""
    played = check(story, matters=False)
    meets = any(passage.meeting is not None for passage in story.passages.values())
    return played, check(story, free_meetings=True, matters=False) if meets else None


def played(program: Program, one: Playthrough) -> tuple[State, set[str]]:
    """Where a playthrough ends, and everything it shows or takes. Raises NotAvailable."""
    state, got = program.start, set[str]()
    for option in one.options:
        got |= {*shown(program, state, view(program, state, free_meetings=one.free)), option}
        state = step(program, state, option, free_meetings=one.free)
    return state, got | set(shown(program, state, view(program, state, free_meetings=one.free)))


def wrong(story: Story, found: dict[bool, Found], said: Cover) -> Iterator[str]:
    """Everything that a cover does otherwise than it should."""
    meets = any(passage.meeting is not None for passage in story.passages.values())
    reachable = found[False].branches.keys() | (found[True].branches.keys() if meets else set())
    covers = {one.name: set(one.covers) for one in said.playthroughs}
    if len(covers) != len(said.playthroughs):
        yield "two playthroughs have one name"
    if said.where.keys() != reachable:
        yield f"covered and reachable differ in {sorted(said.where.keys() ^ reachable)}"
    yield from (f"{b}: not in {name}" for b, name in said.where.items() if b not in covers[name])
    for one in said.playthroughs:
        yield from _wrong_with(Program(story), found[one.free], one)
        if not said.new(one.name):
            yield f"{one.name}: it adds nothing"
        if one.free and not all(b not in found[False].branches for b in said.new(one.name)):
            yield f"{one.name}: the votes are open for what can be reached as played"


def _wrong_with(program: Program, found: Found, one: Playthrough) -> Iterator[str]:
    state, got = played(program, one)
    if got != set(one.covers):
        yield f"{one.name}: it shows and it covers differ in {sorted(got ^ set(one.covers))}"
    ending = view(program, state, free_meetings=one.free).ending
    if (ending and ending.id) != one.ending:
        yield f"{one.name}: it ends in {ending}, not in {one.ending}"
    if ending is None and state not in found.caught:
        yield f"{one.name}: it stops where an ending can be reached"


@pytest.mark.parametrize("chunk", range(CHUNKS))
@pytest.mark.parametrize("maker", MAKERS)
def test_a_generated_story_is_covered_by_playthroughs_that_end(maker: str, chunk: int) -> None:
    many = EXAMPLES // 10 // len(MAKERS) // CHUNKS
    for seed in count(chunk, CHUNKS):
        story = load(MAKERS[maker](seed))
        found = found_both_ways(story, MOST)
        if found is not None:
            said = list(wrong(story, found, cover(story, *both_ways(story))))
            assert not said, f"seed {seed} of {maker}: {said}"
            many -= 1
        if many <= 0:
            break


def test_where_only_part_of_the_states_is_looked_at_all_is_covered_still(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in (("WIDTH", 2), ("PATIENCE", 1), ("STEPS", 20)):
        monkeypatch.setattr(collect, name, value)
    monkeypatch.setattr(covering, "EFFORT", 0)
    for maker in MAKERS.values():
        for seed in range(20):
            story = load(maker(seed))
            found = found_both_ways(story, MOST)
            if found is not None:
                assert list(wrong(story, found, cover(story, *both_ways(story)))) == []


def test_the_same_story_has_the_same_playthroughs(tmp_path: Path) -> None:
    story = troubled_story(tmp_path)
    assert cover(story, *both_ways(story)) == cover(story, *both_ways(story))


def test_a_story_with_traps_has_a_playthrough_that_stays_in_one(tmp_path: Path) -> None:
    story = troubled_story(tmp_path)
    said = cover(story, *both_ways(story))
    by_name = {one.name: one for one in said.playthroughs}
    for caught in ("wall/stay", "door"):
        one = by_name[said.where[caught]]
        assert (one.ending, one.name.startswith("troubled-")) == (None, True)
    assert by_name[said.where["home"]].ending == "home"


def test_what_only_a_class_reaches_has_a_playthrough_of_its_own(tmp_path: Path) -> None:
    story = troubled_story(tmp_path)
    said = cover(story, *both_ways(story))
    (one,) = (one for one in said.playthroughs if one.free)
    assert one.options == ("yard/meet", "vote/lost")
    assert set(said.new(one.name)) == {"vote/lost", "beaten", "beaten/text", "beaten/ending"}
    assert "beaten" not in cover(story, both_ways(story)[0]).where


HUB = "passages:\n  smoko:\n    choices:\n" + "".join(
    f"      c{n}: {{text: Look., once: true, to: smoko}}\n" for n in range(8)
)
HUB += "      go: {text: Go., to: home}\n  home:\n    ending: {title: Home, debrief: You walk.}\n"


def test_one_play_goes_round_a_hub_until_it_has_seen_all(tmp_path: Path) -> None:
    story = written(tmp_path, HUB)
    said = cover(story, check(story))
    (one,) = said.playthroughs
    assert (one.name, len(one.options)) == ("home-1", 9)


@pytest.mark.parametrize(("family", "most"), [("s3", 6), ("s6", 9)])
def test_large_stories_are_covered_by_few_playthroughs(family: str, most: int) -> None:
    story = FAMILIES[family]()
    checked = check(story, matters=False)
    said = cover(story, checked)
    reached = [b for b, verdict in checked.verdicts.items() if isinstance(verdict, Reached)]
    assert list(said.where) == reached
    assert len(said.playthroughs) <= most
    assert all(one.ending is not None for one in said.playthroughs)


@pytest.mark.parametrize("witness", [("yard/wait",), ("door/push",)])
def test_a_witness_that_is_none_is_refused(tmp_path: Path, witness: tuple[str, ...]) -> None:
    story = troubled_story(tmp_path)
    checked, _ = both_ways(story)
    verdict = Reached(checked.verdicts["yard/tell"].branch, witness)  # nobody can tell her
    false = checked._replace(verdicts={**checked.verdicts, "yard/tell": verdict})
    with pytest.raises(NotCovered, match=f"yard/tell by {witness[0]}"):
        cover(story, false)


def test_a_cover_is_kept_until_the_story_changes(tmp_path: Path) -> None:
    story = load_story(TEMPLATE)
    ways = both_ways(story)
    first = cache.covered(story, *ways, folder=tmp_path)
    # What is kept is not asked for again: with nothing reachable there would be nothing to cover.
    nothing = ways[0]._replace(verdicts={})
    assert cache.covered(story, nothing, None, folder=tmp_path) == first
    reworded = story._replace(fingerprint="0" * 64)
    assert cache.covered(reworded, nothing, None, folder=tmp_path) == first
    edited = story._replace(start=list(story.passages)[-1])
    assert cache.covered(edited, nothing, None, folder=tmp_path).playthroughs == ()


def test_a_cover_of_part_of_a_check_is_not_kept(tmp_path: Path) -> None:
    story = load_story(TEMPLATE)
    checked, _ = both_ways(story)
    cache.covered(story, checked._replace(stopped=True), None, folder=tmp_path)
    assert list(tmp_path.iterdir()) == []
