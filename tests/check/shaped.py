"""Stories grown for questions of shape: replies that only lead on, and meetings of many hands."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.corpus.made import HANDS

Data = dict[str, Any]

FLAGS = ("a", "b", "c", "d")
LENSES = ("alone", "together", "apart", None)


def shaped_story(seed: int) -> Data:
    """The files of the valid story of this seed."""
    return {"story.yaml": _Shaped(Random(f"shaped {seed}")).head()}


class _Shaped:
    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._main = [f"m{n}" for n in range(chance.randint(4, 6))]
        self._people = [f"p{n}" for n in range(chance.randint(3, 6))]

    def head(self) -> Data:
        flag = {"type": "flag", "start": False, "about": "A flag."}
        count = {"type": "number", "from": 0, "to": 2, "start": 0, "about": "It counts."}
        return {
            "format": 1,
            "id": "shaped",
            "title": "A shaped story",
            "language": "en",
            "year": 1938,
            "place": "Port Kembla",
            "summary": "It has a shape.",
            "start": "m0",
            "player": {"name": "Ilija", "about": "You load ships."},
            "reading_age": 12,
            "minutes": 1,
            "content_notes": {},
            "credits": [{"role": "Written by", "who": "Nobody"}],
            "scale": ["against", "unmoved", "with_us"],
            "variables": {**{name: dict(flag) for name in FLAGS}, "n": count},
            "people": {p: {"name": p.upper(), "stance": "unmoved"} for p in self._people},
            "passages": self._passages(),
        }

    def _passages(self) -> Data:
        out: Data = {}
        for n, id_ in enumerate(self._main):
            onward = self._main[n + 1 :]
            if n and self._chance.random() < 0.35:
                carried, lost = self._to(n), self._to(n)
                out[id_] = {"meeting": {**self._meeting(), "carried": carried, "lost": lost}}
                continue
            choices: Data = {}
            for k in range(self._chance.randint(2, 3)):
                to = self._to(n)
                if onward and self._chance.random() < 0.5:
                    to = self._replies(out, f"{id_}_{k}", to)
                choices[f"c{k}"] = {"text": "Do it.", "to": to, **self._effects(0.8)}
                lens = self._chance.choice(LENSES)
                choices[f"c{k}"] |= {"lens": lens} if lens else {}
                if k and self._chance.random() < 0.3:
                    choices[f"c{k}"]["if"] = self._condition()
            out[id_] = {"choices": choices, **self._text()}
        reads = {name: {"if": name, "text": "So."} for name in FLAGS}
        out["m0"]["text"] = {**reads, "n": "Here {n}."}
        for n in range(2):
            out[f"e{n}"] = {"ending": {"title": "It ends", "debrief": "It ended."}, **self._text()}
        return out

    def _replies(self, out: Data, id_: str, to: str) -> str:
        """One or two screens that only lead on, to `to`; the first of them."""
        names = [f"{id_}_{n}" for n in range(self._chance.randint(1, 2))]
        for name, after in zip(names, [*names[1:], to], strict=True):
            choice = {"text": "Go on.", "to": after, **self._effects(0.2)}
            out[name] = {"choices": {"on": choice}, **self._text(), **self._effects(0.2)}
        return names[0]

    def _to(self, n: int) -> str:
        onward = self._main[n + 1 : n + 3]
        if self._chance.random() < 0.1:
            return self._chance.choice(self._main)
        return self._chance.choice(onward or ["e0", "e1"])

    def _text(self) -> Data:
        if self._chance.random() < 0.6:
            return {}
        return {"text": {"t": {"if": self._condition(), "text": "Say.", "else": "Or not."}}}

    def _condition(self) -> str:
        chance = self._chance
        return chance.choice(
            [
                chance.choice(FLAGS),
                f"not {chance.choice(FLAGS)}",
                f"{chance.choice(FLAGS)} and not {chance.choice(FLAGS)}",
                f"{chance.choice(self._people)} >= with_us",
                "count(stance >= with_us) >= 2",
                f"n >= {chance.randint(1, 2)}",
            ]
        )

    def _effects(self, likely: float) -> Data:
        if self._chance.random() > likely:
            return {}
        return {"effects": [self._effect() for _ in range(self._chance.randint(1, 2))]}

    def _effect(self) -> str:
        chance = self._chance
        one, other = chance.choice(FLAGS), chance.choice(FLAGS)
        return chance.choice(
            [
                f"{one} = true",
                f"{one} = true",
                f"{one} = not {other}",
                f"{chance.choice(self._people)} {chance.choice('+-')}= 1",
                f"{chance.choice(self._people)} = with_us",
                "n += 1",
                "n = up_to(2, n + 1)",
            ]
        )

    def _meeting(self) -> Data:
        hands: Data = {}
        for person in self._people:
            line = {"if": self._condition(), "hand": self._chance.choice(HANDS), "text": "Because."}
            hands[person] = {
                "l": line,
                "else": {"hand": self._chance.choice(HANDS), "text": "No reason."},
            }
        return {
            "motion": "That it be so.",
            "voters": list(self._people),
            "needs": self._chance.choice(["more than 1/2", "at least 1/3"]),
            "hands": hands,
        }
