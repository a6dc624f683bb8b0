"""A story with four endings whose turning points can be followed by eye."""

from __future__ import annotations

from pathlib import Path

from game.story.model import Story
from tests.corpus.written import story

GATE = """\
scale: [against, with_us]
people:
  les: {name: Les, stance: against, about: On the winch.}
variables:
  address: {type: flag, start: false, about: You kept the address.}
passages:
  smoko:
    text: Smoko, with the address in your hand.
    choices:
      keep: {text: Keep the address., effects: [address = true], to: gate}
      burn: {text: Burn it., to: gate}
      fly: {text: Fly to the moon., if: address, to: moon}
  gate:
    text: The gate.
    choices:
      les: {text: Ask Les., once: true, effects: [les += 1], to: gate}
      sit: {text: Sit down., to: vote}
      stand: {text: Stand up., to: road}
      sleep: {text: Sleep., if: address, to: bed}
  vote:
    meeting:
      motion: That nobody works Saturday.
      voters: [les]
      needs: more than 1/2
      hands:
        les:
          asked: {if: les == with_us, hand: up, text: You asked him.}
          else: {hand: down, text: Nobody asked him.}
      carried: won
      lost: home
  bed:
    choices:
      wake: {text: Wake up., to: road}
  road:
    to: [{if: address, to: summons}, {to: home}]
  won:
    ending: {title: Carried, debrief: You carried it.}
  summons:
    ending: {title: The summons, debrief: It came on Monday.}
  home:
    ending: {title: Home, debrief: You walk home.}
  moon:
    ending: {title: The moon, debrief: Nobody gets there.}
"""


def gate(folder: Path) -> Story:
    """The story."""
    return story(folder, GATE)
