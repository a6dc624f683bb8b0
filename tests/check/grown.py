"""Stories grown for the check: valid ones with many states, cycles, traps and few early deaths.

`tests.corpus.made` makes any story of the format, and most of those end, get stuck or leave a range
within a few choices. These lean the other way: numbers mostly stop at their ends, choices mostly
stay open, and much is remembered. Conditions are `made`'s, so every kind of them comes up.
"""

from __future__ import annotations

from random import Random
from typing import Any

from tests.corpus.made import HANDS, Names, condition

Data = dict[str, Any]


def grown_story(seed: int) -> Data:
    """The files of the valid story of this seed."""
    return _Grown(Random(f"grown {seed}")).files()


class _Grown:
    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._main = [f"m{n}" for n in range(chance.randint(5, 11))]
        self._flow = [f"f{n}" for n in range(chance.randint(0, 1) * chance.randint(1, 3))]
        self._inner = ["i0"] if self._flow and chance.random() < 0.4 else []
        flags = [f"flag{n}" for n in range(chance.randint(1, 3))]
        numbers = {
            f"n{n}": (chance.randint(-2, 0), chance.randint(1, 3))
            for n in range(chance.randint(1, 2))
        }
        words = {
            f"o{n}": (
                tuple(f"w{n}_{k}" for k in range(chance.randint(2, 3))),
                chance.random() < 0.5,
            )
            for n in range(chance.randint(0, 1))
        }
        scale = [f"s{n}" for n in range(chance.randint(2, 4))]
        people = [f"p{n}" for n in range(chance.randint(0, 2))]
        groups = {"wharf": people[:1]} if people and chance.random() < 0.5 else {}
        passages = [*self._main, *self._flow, *self._inner]
        self._names = Names(flags, numbers, words, scale, people, groups, passages)

    def _maybe(self, likely: float) -> bool:
        return self._chance.random() < likely

    def _if(self, data: Data) -> Data:
        return {"if": condition(self._chance, self._names).text, **data}

    def files(self) -> Data:
        """One file, or the head and one scene with cards and a skip."""
        main, chance = self._main, self._chance
        endings = chance.randint(1, 2)
        passages = {id_: self._passage(n) for n, id_ in enumerate(main[:-endings])}
        if self._flow and not any("call" in passage for passage in passages.values()):
            passages[main[1]] = {"call": "flow", **self._to(main[2:])}  # or nobody would call it
        for id_ in main[-endings:]:
            passages[id_] = {"ending": {"title": "It ends", "debrief": "It ended."}}
        passages[main[0]]["text"] = self._reads()
        flows: Data = {}
        if self._flow:
            flows["flow"] = {"start": "f0", "passages": self._flow_passages()}
        if self._inner:
            inner = {"i0": {**self._effects(1), "return": True}}
            flows["inner"] = {"start": "i0", "passages": inner}
        head = {**self._head(), **({"flows": flows} if flows else {})}
        if self._maybe(0.5):
            return {"story.yaml": {**head, "passages": passages}}
        scene: Data = {"scene": "all", "title": "All", "know": self._cards()}
        stops = [id_ for id_, p in passages.items() if {"choices", "meeting"} & p.keys()]
        if self._maybe(0.4):
            offered, to = chance.choice(stops), chance.choice(main)
            scene["skip"] = {"from": offered, "to": to, "why": "It is long."}
        scene["passages"] = passages
        return {"story.yaml": head, "scenes/1.yaml": scene}

    def _head(self) -> Data:
        names, chance = self._names, self._chance
        variables: Data = {
            name: {"type": "flag", "start": self._maybe(0.3), "about": "A flag."}
            for name in names.flags
        }
        for name, (low, high) in names.numbers.items():
            variables[name] = {"type": "number", "from": low, "to": high, "about": "It counts."}
            variables[name]["start"] = chance.randint(low, high)
        for name, (words, ordered) in names.one_ofs.items():
            variables[name] = {"type": "one_of", "values": list(words), "about": "One of them."}
            variables[name] |= {"ordered": ordered, "start": chance.choice(words)}
        people: Data = {
            name: {"name": name.upper(), "stance": chance.choice(names.scale)}
            for name in names.people
        }
        for person in names.groups.get("wharf", []):
            people[person]["groups"] = ["wharf"]
        return {
            "format": 1,
            "id": "grown",
            "title": "A grown story",
            "language": "en",
            "year": 1938,
            "place": "Port Kembla",
            "summary": "It is grown.",
            "start": self._main[0],
            "player": {"name": "Ilija", "about": "You load ships."},
            "reading_age": 12,
            "minutes": 1,
            "content_notes": {},
            "credits": [{"role": "Written by", "who": "Nobody"}],
            "scale": names.scale,
            "variables": variables,
            **({"people": people} if people else {}),
            **({"groups": {"wharf": "A group."}} if names.groups else {}),
        }

    def _reads(self) -> Data:
        """The first passage's text reads every variable: one that nothing reads is an error."""
        printed = [*self._names.numbers, *self._names.one_ofs]
        out: Data = {"all": "Here " + " ".join(f"{{{name}}}" for name in printed)}
        for name in self._names.flags:
            out[name] = {"if": name, "text": "So.", "else": "Not so."}
        return out

    def _cards(self) -> Data:
        return {
            "a": self._if({"text": "You know."}),
            "b": self._if({"text": "You know.", "else": "You do not."}),
        }

    def _effect(self) -> str:  # noqa: PLR0911 - a table of kinds
        names, chance = self._names, self._chance
        kind = chance.choice(["flag", "flag", "asked", "number", "number", "raw", "word", "stance"])
        if kind == "word" and names.one_ofs:
            name = chance.choice(list(names.one_ofs))
            return f"{name} = {chance.choice(names.one_ofs[name][0])}"
        if kind == "stance" and names.people:
            name = chance.choice(names.people)
            if self._maybe(0.3):
                return f"{name} = {chance.choice(names.scale)}"
            return f"{name} {chance.choice('+-')}= {chance.randint(1, 2)}"
        if kind == "asked":
            return f"{chance.choice(names.flags)} = {condition(chance, names, 1).text}"
        name = chance.choice(list(names.numbers))
        low, high = names.numbers[name]
        if kind == "raw" and self._maybe(0.3):
            return f"{name} {chance.choice('+-')}= 1"
        if kind in ("number", "raw"):
            limit, step = chance.randint(low, high), chance.randint(1, 2)
            up, down = f"up_to({limit}, {name} + {step})", f"down_to({limit}, {name} - {step})"
            return f"{name} = {chance.choice([up, up, down, str(limit)])}"
        return f"{chance.choice(names.flags)} = {chance.choice(['true', 'true', 'false'])}"

    def _effects(self, likely: float) -> Data:
        if not self._maybe(likely):
            return {}
        return {"effects": [self._effect() for _ in range(self._chance.choice([1, 1, 2]))]}

    def _text(self) -> Data:
        out: Data = {}
        for n in range(self._chance.randint(0, 2)):
            words = {"text": "Say."} if self._maybe(0.5) else {"text": "Say.", "else": "Or not."}
            out[f"t{n}"] = self._if(words)
        return {"text": out} if out else {}

    def _ahead(self, n: int) -> str:
        """Mostly further on, sometimes back: cycles, but not only those."""
        main = self._main
        if self._maybe(0.3):
            return self._chance.choice(main)
        return main[min(len(main) - 1, n + self._chance.randint(1, 2))]

    def _passage(self, n: int) -> Data:
        kinds = ["choices"] * 5 + ["meeting", "to"] + (["call"] if self._flow else [])
        kind = self._chance.choice(kinds) if n else "choices"
        data = {**self._effects(0.25), **self._text()}
        if kind == "call":
            return {**data, "call": "flow", **self._to(self._main[n + 1 :])}
        if kind == "to":
            return {**data, **self._to(self._main[n + 1 :])}
        if kind == "meeting":
            carried, lost = self._ahead(n), self._ahead(n)
            return {**data, "meeting": {**self._meeting(), "carried": carried, "lost": lost}}
        many = self._chance.randint(2, 4)
        return {**data, "choices": {f"c{k}": self._choice(self._ahead(n), k) for k in range(many)}}

    def _to(self, onward: list[str]) -> Data:
        targets = self._chance.sample(onward, min(len(onward), self._chance.randint(1, 3)))
        if len(targets) == 1:
            return {"to": targets[0]}
        return {"to": [*(self._if({"to": to}) for to in targets[:-1]), {"to": targets[-1]}]}

    def _choice(self, to: str, k: int) -> Data:
        data: Data = {"text": "Do it.", "to": to, **self._effects(0.7)}
        if self._maybe(0.4 if k else 0.2):
            data = self._if(data)
            if self._maybe(0.3):
                data["locked"] = "Not yet."
        if self._maybe(0.15):
            data["once"] = True
        return data

    def _meeting(self) -> Data:
        voters = self._chance.sample(
            ["you", *self._names.people], self._chance.randint(1, 1 + len(self._names.people))
        )
        hands: Data = {}
        for person in voters:
            if self._maybe(0.2):
                hands[person] = {"always": self._chance.choice(HANDS), "text": "As ever."}
                continue
            lines: Data = {
                f"l{n}": self._if({"hand": self._chance.choice(HANDS), "text": "Because."})
                for n in range(self._chance.randint(1, 2))
            }
            lines["else"] = {"hand": self._chance.choice(HANDS), "text": "No reason."}
            hands[person] = lines
        needs = self._chance.choice(
            ["more than 1/2", "at least 1/2", "at least 2/3", "more than 1/3"]
        )
        return {"motion": "That it be so.", "voters": voters, "needs": needs, "hands": hands}

    def _flow_passages(self) -> Data:
        out: Data = {}
        for n, id_ in enumerate(self._flow):
            data = {**self._effects(0.4), **self._text()}
            onward = self._flow[n + 1 :]
            if not onward:
                out[id_] = {**data, "return": True}
            elif self._inner and self._maybe(0.6):
                out[id_] = {**data, "call": "inner", **self._to(onward)}
            else:
                choices = {
                    f"c{k}": self._choice(self._chance.choice(self._flow), k) for k in range(2)
                }
                out[id_] = {**data, "choices": choices}
        if self._inner and not any("call" in passage for passage in out.values()):
            out[self._flow[-1]] = {"call": "inner", "to": "f_end"}  # the same
            out["f_end"] = {"return": True}
        return out
