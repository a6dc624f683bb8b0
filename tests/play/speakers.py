"""A story whose second screen is made of several passages, with two speakers and two places."""

from __future__ import annotations

from tests.corpus.written import HOME

TWO = f"""\
people:
  vi: {{name: Vi}}
  nell: {{name: Nell}}
pictures:
  road: {{description: A road.}}
  ward: {{description: A ward.}}
passages:
  smoko:
    choices:
      drive: {{text: Drive., to: drive}}
      quiet: {{text: Keep quiet., to: quiet}}
  drive: {{speaker: vi, picture: road, text: "Mind the bend.", to: still}}
  still: {{speaker: vi, picture: road, text: "And that one.", to: empty}}
  empty: {{to: ward}}
  ward: {{speaker: nell, picture: ward, text: "You came.", call: aside, to: door}}
  door:
    picture: ward
    text: The door.
    choices:
      go: {{text: Go., to: home}}
  quiet:
    speaker: vi
    choices:
      go: {{text: Go., to: home}}
{HOME}
flows:
  aside:
    start: aside
    passages:
      aside: {{text: "A trolley goes by.", return: true}}
"""
