"""Each statement about a story's shape, on stories for which it holds and for which it does not."""

from __future__ import annotations

from itertools import permutations
from math import factorial
from pathlib import Path

import pytest

from game.check import hands
from game.check.check import Limit
from game.check.lenses import ALPHA, Lenses, lenses
from game.check.shape import Shape, shape
from game.check.shape_words import Statement, as_data, statements
from game.check.witness import walk
from game.play.program import Program
from game.story.model import Choice, Story
from tests.corpus.written import HOME, story


def said(found: Shape, about: str) -> Statement:
    return next(one for one in statements(found) if one.about == about)


def meeting(lost: str = "home") -> str:
    """A vote that everybody carries whom `asked` moves."""
    return f"""\
  vote:
    meeting:
      motion: That we walk out.
      voters: [les, roy, merv, alby]
      needs: at least 1/2
      hands:
        les: {{a: {{if: asked, hand: up, text: So.}}, else: {{hand: down, text: No.}}}}
        roy: {{a: {{if: asked, hand: up, text: So.}}, else: {{hand: down, text: No.}}}}
        merv: {{a: {{if: asked, hand: up, text: So.}}, else: {{hand: down, text: No.}}}}
        alby: {{a: {{if: asked and late, hand: up, text: So.}}, else: {{hand: down, text: No.}}}}
      carried: won
      lost: {lost}
  won:
    ending: {{title: Won, debrief: You won.}}
"""


PEOPLE = """\
people: {les: {name: Les}, roy: {name: Roy}, merv: {name: Merv}, alby: {name: Alby}}
variables:
  asked: {type: flag, start: false, about: You asked them.}
  late: {type: flag, start: false, about: It is late.}
"""


def votes(choices: str, more: str = "", lost: str = "home") -> str:
    return f"{PEOPLE}passages:\n  smoko:\n    choices:\n{choices}{more}{meeting(lost)}{HOME}"


ASK = "      ask: {text: Ask them., lens: together, effects: [asked = true], to: vote}\n"
TALK = "      talk: {text: Talk., lens: together, effects: [late = true], to: vote}\n"
LEND = "      lend: {text: Lend him a pound., lens: alone, to: home}\n"
WAIT = "      wait: {text: Wait., effects: [late = true], to: vote}\n"


def test_every_route_of_together_may_lose_a_vote(tmp_path: Path) -> None:
    told = story(tmp_path, votes(TALK + LEND + WAIT))
    one = said(shape(told), "together")
    assert (one.holds, one.way) == (True, ("smoko/talk", "vote/lost"))
    assert one.details == ("It ends at home.",)


def test_a_route_of_together_that_loses_none_is_shown(tmp_path: Path) -> None:
    one = said(shape(story(tmp_path, votes(ASK + TALK + LEND))), "together")
    assert (one.holds, one.way) == (False, ("smoko/ask", "vote/carried"))
    assert one.words.startswith("Some routes")
    assert one.details == ("Without losing one: won.", "After losing one: home.")


def test_a_together_route_takes_anything_where_nothing_is_together(tmp_path: Path) -> None:
    gate = "  gate:\n    choices:\n" + ASK.replace(", lens: together", "") + WAIT
    start = "      go: {text: Go., lens: together, to: gate}\n" + LEND
    one = said(shape(story(tmp_path, votes(start, gate))), "together")
    assert (one.holds, one.way) == (False, ("smoko/go", "gate/ask", "vote/carried"))


def test_routes_that_go_round_for_ever_are_followed_to_their_end(tmp_path: Path) -> None:
    again = "      again: {text: Ask again., lens: together, to: smoko}\n"
    one = said(shape(story(tmp_path, votes(again + TALK + LEND))), "together")
    assert one.holds is True


def test_alone_may_have_an_ending_of_its_own(tmp_path: Path) -> None:
    one = said(shape(story(tmp_path, votes(TALK + LEND, lost="won"))), "alone")
    assert (one.holds, one.way) == (True, ("smoko/lend",))
    assert one.words.startswith("Every route")


def test_an_ending_that_together_reaches_too_is_not_alones_own(tmp_path: Path) -> None:
    one = said(shape(story(tmp_path, votes(TALK + LEND))), "alone")
    assert one.holds is False


@pytest.mark.parametrize("about", ["together", "alone", "hands", "lens", "futures"])
def test_a_story_without_what_is_asked_is_told_so(tmp_path: Path, about: str) -> None:
    body = f"passages:\n  smoko:\n    choices:\n      go: {{text: Go., to: home}}\n{HOME}"
    one = said(shape(story(tmp_path, body)), about)
    assert one.holds is None
    assert "ndecided" not in one.words


def test_a_choice_that_decides_three_hands_is_within_bounds(tmp_path: Path) -> None:
    # Alby's hand asks for both, and it is never late: so the text alone does not clear the choice.
    found = shape(story(tmp_path, votes(ASK + LEND + WAIT.replace("late = true", "late = false"))))
    one = said(found, "hands")
    assert one.holds is True
    (decides,) = [d for d in found.hands if d.choice == "smoko/ask"][:1]
    assert (decides.people, decides.proof) == (("les", "roy", "merv"), "exactly")


def test_a_choice_that_decides_four_hands_is_named_with_a_way(tmp_path: Path) -> None:
    late = "      late: {text: Come late., effects: [late = true], to: gate}\n"
    gate = "  gate:\n    choices:\n" + ASK + "      leave: {text: Leave., to: vote}\n"
    told = story(tmp_path, votes(late + LEND, gate))
    found = shape(told)
    one = said(found, "hands")
    assert one.holds is False
    assert found.hands[0].people == ("les", "roy", "merv", "alby")
    assert "gate/ask" in one.words
    assert one.way == ("smoko/late", "gate/ask")
    screen = walk(Program(told), one.way).last
    assert screen.meeting is not None
    assert screen.meeting.up == 4


def test_what_a_choice_leads_to_decides_for_itself(tmp_path: Path) -> None:
    to_gate = "      on: {text: Go on., to: gate}\n      off: {text: Go., to: vote}\n"
    gate = "  gate:\n    choices:\n" + ASK + "      leave: {text: Leave., to: vote}\n" + WAIT
    found = shape(story(tmp_path, votes(to_gate, gate)))
    assert {one.choice.partition("/")[0] for one in found.hands} == {"gate"}


def test_hands_that_are_too_many_to_count_are_undecided(tmp_path: Path) -> None:
    late = "      late: {text: Come late., effects: [late = true], to: gate}\n"
    gate = "  gate:\n    choices:\n" + ASK + "      leave: {text: Leave., to: vote}\n"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(hands, "MOST_EXACT", 0)
        one = said(shape(story(tmp_path, votes(late + LEND, gate))), "hands")
    assert one.holds is None
    assert one.words.startswith("Undecided")


# Lenses.


def options(*screens: str) -> str:
    """Passages whose choices have these lenses (t, a, p or -) and as many words as their digit."""
    names = {"t": "together", "a": "alone", "p": "apart"}
    out = ["passages:\n"]
    for n, screen in enumerate(screens):
        out.append(f"  {'smoko' if n == 0 else f's{n}'}:\n    choices:\n")
        to = f"s{n + 1}" if n + 1 < len(screens) else "home"
        for k, option in enumerate(screen.split()):
            lens = f", lens: {names[option[0]]}" if option[0] in names else ""
            text = " ".join(["Go"] * int(option[1:]))
            out.append(f"      c{k}: {{text: {text}., to: {to}{lens}}}\n")
    return "".join(out) + HOME


def test_a_lens_that_always_stands_first_is_told(tmp_path: Path) -> None:
    one = said(shape(story(tmp_path, options(*["t2 a2 -2"] * 8))), "lens")
    assert one.holds is False
    assert "`together` stands first on 8 of 8 screens; by chance 2.7" in one.words


def test_a_lens_that_is_always_longest_is_told(tmp_path: Path) -> None:
    found = lenses(story(tmp_path, options(*["a1 t3 -2", "t3 -1 a1", "-2 a1 t4"] * 3)))
    assert (found.telling[0].lens, found.telling[0].sign) == ("together", "longest")


def test_lenses_that_stand_anywhere_are_not_told(tmp_path: Path) -> None:
    mixed = ["t2 a2 -2", "a3 -2 t2", "-1 t2 a3", "t1 -3 a2", "a1 t1 -1", "-2 a2 t2"]
    one = said(shape(story(tmp_path, options(*mixed))), "lens")
    assert one.holds is True
    assert one.details[1].split() == ["alone", "2", "2", "2", "2.2"]


def test_chances_are_those_of_shuffling_each_screen(tmp_path: Path) -> None:
    told = story(tmp_path, options("t2 a2 -1", "t3 t1 -3", "-1 t2"))
    found = lenses(told)
    for tally in found.tallies:
        assert tally.chance == pytest.approx(by_shuffling(told, found, tally.lens, tally.sign))


def by_shuffling(told: Story, found: Lenses, lens: str, sign: str) -> float:
    """The two-sided chance by trying every order of the lenses on every screen."""
    screens = [p.choices for p in told.passages.values() if len({c.lens for c in p.choices}) > 1]
    screens = [s for s in screens if any(c.lens == lens for c in s)]
    counts = {0: 1}
    for screen in screens:
        grown: dict[int, int] = {}
        for order in permutations([c.lens for c in screen]):
            for count, ways in counts.items():
                more = count + has_sign(screen, order, lens, sign)
                grown[more] = grown.get(more, 0) + ways
        counts = grown
    all_ = 1
    for screen in screens:
        all_ *= factorial(len(screen))
    (times,) = [t.times for t in found.tallies if (t.lens, t.sign) == (lens, sign)]
    fewer = sum(ways for count, ways in counts.items() if count <= times)
    more = sum(ways for count, ways in counts.items() if count >= times)
    return min(1.0, 2 * min(fewer, more) / all_)


def has_sign(
    screen: tuple[Choice, ...], order: tuple[str | None, ...], lens: str, sign: str
) -> bool:
    lengths = [len(str(choice.text[0]).split()) for choice in screen]
    where = {
        "first": [0],
        "last": [len(screen) - 1],
        "longest": [n for n, length in enumerate(lengths) if length == max(lengths)],
        "shortest": [n for n, length in enumerate(lengths) if length == min(lengths)],
    }[sign]
    return any(order[n] == lens for n in where)


def test_of_many_tests_one_must_be_much_less_likely_than_a_single_one(tmp_path: Path) -> None:
    found = lenses(story(tmp_path, options(*["t2 a2"] * 6)))
    assert found.tallies[0].chance == 2 * 0.5**6 < ALPHA
    assert not found.telling


# Futures.

FUTURES = f"""\
variables:
  paid: {{type: flag, start: false, about: You paid.}}
passages:
  smoko:
    choices:
      wait: {{text: Wait., to: gate}}
      nod: {{text: Nod., to: nodded}}
      pay: {{text: Pay., to: gate, effects: [paid = true]}}
      go: {{text: Go., to: home}}
  nodded:
    text: They nod.
    choices:
      on: {{text: Go on., to: gate}}
  gate:
    text:
      thanks: {{if: paid, text: He takes it.}}
    choices:
      in: {{text: Go in., to: hall}}
      out: {{text: Go home., to: home}}
  hall:
    choices:
      sit: {{text: Sit., to: late}}
      stand: {{text: Stand., to: late}}
  late:
    text:
      thanks: {{if: paid, text: Somebody thanks you.}}
    choices:
      leave: {{text: Leave., to: home}}
{HOME}"""


def test_a_changed_reply_is_no_difference_and_what_comes_back_later_is(tmp_path: Path) -> None:
    found = shape(story(tmp_path, FUTURES))
    assert found.futures is not None
    when = {(one.first, one.second): one.screens for one in found.futures}
    assert when == {
        ("smoko/wait", "smoko/nod"): None,  # a reply, and then the same
        ("smoko/wait", "smoko/pay"): 3,  # what the gate says of it is the reply; then the hall
        ("smoko/nod", "smoko/pay"): 4,  # one screen later for who nodded
        ("smoko/wait", "smoko/go"): 1,
        ("smoko/nod", "smoko/go"): 1,
        ("smoko/pay", "smoko/go"): 1,
        ("gate/in", "gate/out"): 1,
        ("hall/sit", "hall/stand"): None,
    }
    one = said(found, "futures")
    assert one.holds is False
    assert "2 pairs" in one.words
    assert one.details[1:3] == ("never     smoko/wait, nod", "never     hall/sit, stand")


def test_options_that_all_lead_elsewhere_hold(tmp_path: Path) -> None:
    one = said(shape(story(tmp_path, options("t2 a2"))), "futures")
    assert one.holds is False
    two = votes(TALK + LEND)
    assert said(shape(story(tmp_path, two)), "futures").holds is True


def test_what_is_not_followed_to_the_end_is_undecided(tmp_path: Path) -> None:
    found = shape(story(tmp_path, FUTURES), limit=Limit(steps=0))
    assert found.futures is not None
    assert not found.futures[0].decided
    assert any(line.startswith("undecided") for line in said(found, "futures").details)


def test_it_comes_as_plain_data_too(tmp_path: Path) -> None:
    data = as_data(shape(story(tmp_path, FUTURES)))
    assert data["futures"][0]["first"] == "smoko/wait"
    assert [one["about"] for one in data["statements"]] == [
        "together",
        "alone",
        "hands",
        "lens",
        "futures",
    ]
