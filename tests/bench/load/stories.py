"""Writes stories of any size in the format of `docs/story-format.md`, for the benchmark.

The same numbers always give the same story. It is written as an author would write it: block
style, most text unquoted, some quoted, some in `|` and `>` blocks, some conditions and effects on
every page. It is valid: every name is declared and read, every passage can go on, nothing cycles
without a choice.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

WORDS = (
    "harbour ledger gate rain tram kettle ticket roster wharf letter bread winter crane shift "
    "hall door night strike beer match smoko coal union office window hat hand street rent"
).split()
PEOPLE = "les roy nell clarrie ida joe mavis tom vera perc".split()
PASSAGES_PER_SCENE = 50
NUMBERS = 8
FLAGS = 16


def write_story(folder: Path, passages: int, seed: int = 1) -> int:
    """Write a story of about `passages` passages into `folder`; returns its size in bytes.

    A passage takes about 500 bytes, so 2,000 of them are about 1 MB.
    """
    rng = random.Random(seed)
    scenes = max(1, round(passages / PASSAGES_PER_SCENE))
    names = [f"s{s}_p{n}" for s in range(scenes) for n in range(PASSAGES_PER_SCENE)]
    (folder / "scenes").mkdir(parents=True, exist_ok=True)
    (folder / "story.yaml").write_text("\n".join(_head(names[0])) + "\n", encoding="utf-8")
    for s in range(scenes):
        lines = [f"scene: scene_{s}", f"title: Scene {s}", "passages:"]
        for n in range(PASSAGES_PER_SCENE):
            at = s * PASSAGES_PER_SCENE + n
            lines += _passage(rng, names, at)
        path = folder / "scenes" / f"{s:04}.yaml"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return sum(path.stat().st_size for path in folder.rglob("*.yaml"))


def one_file(folder: Path) -> str:
    """The same story as one file: the head, and the passages of all its scenes."""
    head = (folder / "story.yaml").read_text(encoding="utf-8")
    scenes = [p.read_text(encoding="utf-8") for p in sorted((folder / "scenes").iterdir())]
    return head + "passages:\n" + "".join(s.split("passages:\n", 1)[1] for s in scenes)


def _head(start: str) -> Iterator[str]:
    yield from (
        "format: 1",
        "id: bench",
        "title: A story to measure with",
        "language: en-AU",
        "year: 1934",
        "place: A wharf",
        "summary: Nobody reads this. It is only as long as a story is.",
        f"start: {start}",
        "player: {name: Mick, about: A wharf hand.}",
        "reading_age: 12",
        "minutes: 600",
        "content_notes: {}",
        "scale: [against, unmoved, listening, with_us]",
        "credits:",
        "  - {role: words, who: a random number}",
        "groups:",
        "  wharf: Those who work on the wharf.",
        "variables:",
    )
    for n in range(FLAGS):
        yield f"  flag_{n}: {{type: flag, start: false, about: Thing {n} was done.}}"
    for n in range(NUMBERS):
        yield f"  fund_{n}: {{type: number, from: 0, to: 12, start: 0, about: Tin {n}.}}"
    yield "people:"
    for person in PEOPLE:
        yield f"  {person}:"
        yield f"    name: {person.capitalize()}"
        yield "    stance: unmoved"
        yield "    groups: [wharf]"


def _words(rng: random.Random, least: int, most: int) -> str:
    return " ".join(rng.choice(WORDS) for _ in range(rng.randint(least, most)))


def _sentences(rng: random.Random, words: int) -> list[str]:
    """Sentences that come to about `words` words."""
    out: list[str] = []
    while words > 0:
        n = rng.randint(5, 12)
        body = _words(rng, n, n).capitalize()
        out.append(body + rng.choice((".", ".", ".", ", he says.", "?", " \u2013 nobody moves.")))
        words -= n
    return out


def _condition(rng: random.Random) -> str:
    return rng.choice(
        (
            f"flag_{rng.randrange(FLAGS)}",
            f"not flag_{rng.randrange(FLAGS)}",
            f"fund_{rng.randrange(NUMBERS)} >= {rng.randint(1, 9)}",
            f"{rng.choice(PEOPLE)} >= listening",
            f"count(stance >= with_us, among=wharf) >= {rng.randint(1, 5)}",
            f"flag_{rng.randrange(FLAGS)} and fund_{rng.randrange(NUMBERS)} < {rng.randint(3, 12)}",
        )
    )


def _effect(rng: random.Random) -> str:
    fund = f"fund_{rng.randrange(NUMBERS)}"
    return rng.choice(
        (
            f"flag_{rng.randrange(FLAGS)} = true",
            f"{fund} = up_to(12, {fund} + {rng.randint(1, 3)})",
            f"{fund} = down_to(0, {fund} - 1)",
            f"{rng.choice(PEOPLE)} += 1",
        )
    )


def _text(rng: random.Random, key: str, indent: str, words: int) -> list[str]:
    """A text in one of the ways authors write one."""
    sentences = _sentences(rng, words)
    way = rng.random()
    if way < 0.5:
        return [f"{indent}{key}: {' '.join(sentences)}"]
    if way < 0.65:
        return [f'{indent}{key}: "{" ".join(sentences)}"']
    mark = "|" if way < 0.75 else ">"
    return [f"{indent}{key}: {mark}", *(f"{indent}  {s}" for s in sentences)]


def _passage(rng: random.Random, names: list[str], at: int) -> list[str]:
    lines = [f"  {names[at]}:"]
    if rng.random() < 0.4:
        lines.append(f"    speaker: {rng.choice(PEOPLE)}")
    if rng.random() < 0.3:
        lines.append("    text:")
        lines += _text(rng, "first", "      ", 14)
        lines += ["      second:", f"        if: {_condition(rng)}"]
        lines += _text(rng, "text", "        ", 9)
        if rng.random() < 0.5:
            lines += _text(rng, "else", "        ", 7)
    else:
        lines += _text(rng, "text", "    ", 22)
    rest = len(names) - at - 1
    if rest < 2:
        lines += ["    ending:", "      title: The end", "      debrief: It is over."]
    elif rng.random() < 0.02:
        lines += _meeting(names, at)
    elif rng.random() < 0.12:
        lines.append(f"    to: {names[at + 1]}")
    else:
        lines += _choices(rng, names, at)
    return lines


def _choices(rng: random.Random, names: list[str], at: int) -> list[str]:
    """Two or three choices; the first is always open and leads to the next passage."""
    lines = ["    choices:"]
    for n in range(rng.choice((2, 2, 3))):
        to = at + 1 if n == 0 else rng.randrange(at + 1, min(len(names), at + 40))
        lines += [f"      choice_{n}:"]
        lines.append(f"        text: {_words(rng, 4, 7).capitalize()}.")
        lines.append(f"        to: {names[to]}")
        if n and rng.random() < 0.5:
            lines.append(f"        if: {_condition(rng)}")
        if rng.random() < 0.5:
            lines += ["        effects:", f"          - {_effect(rng)}"]
        if rng.random() < 0.4:
            lines.append(f"        lens: {rng.choice(('alone', 'together', 'apart'))}")
    return lines


def _meeting(names: list[str], at: int) -> list[str]:
    lines = ["    meeting:", "      motion: That nobody here handles beer.", "      voters: wharf"]
    lines += ["      needs: more than 1/2", "      hands:"]
    for person in PEOPLE:
        lines.append(f"        {person}:")
        lines.append(f"          moved: {{if: {person} >= listening, hand: up, text: Up it goes.}}")
        lines.append("          else: {hand: down, text: Not tonight.}")
    lines += [f"      carried: {names[at + 1]}", f"      lost: {names[at + 2]}"]
    return lines
