"""What an author wrote becomes a story in which every name is resolved."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.story import compiled
from game.story.model import Act, Credit, Cut, Debrief, Note, Person, Record, Source
from tests.corpus.written import HEAD, HOME, ONWARD, codes, diagnostics, story

EVERYTHING = f"""\
scale: [against, with_us]
acts:
  one: {{title: "The wharf's day", minutes: 20, stop: The whistle goes.}}
variables:
  fund: {{type: number, from: -1, to: 12, start: 3, about: What is in the tin.}}
  paid: {{type: flag, start: true, about: You paid.}}
  target:
    type: one_of
    values: {{pub: Hogan's, baths: the baths}}
    start: baths
    about: Where.
people:
  les: {{name: Les Boyd, about: "A docker's son.", stance: with_us, groups: [wharf]}}
  clarrie: {{name: Clarrie, groups: [wharf]}}
groups:
  wharf: Those who load.
notes:
  law: {{label: documented, text: "The law didn't say.", sources: [act]}}
sources:
  act: {{kind: law, text: "An Act of '38."}}
debrief:
  record:
    wage: {{label: likely, text: Two pounds., sources: [act]}}
  against: It's not so simple.
  questions: [Who said so?]
classroom_cut: {{minutes: 30, votes: [smoko]}}
passages:
  smoko:
    notes: [law]
    text: {{tin: "{{fund}}, {{target}}", paid: {{if: paid and les == with_us, text: You paid.}}}}
    choices:
      go: {{text: Go., once: true, to: home}}
{HOME}"""


def test_names_of_the_head_are_kept(tmp_path: Path) -> None:
    made = story(tmp_path, EVERYTHING)
    assert made.acts == (Act("one", "The wharf’s day", 20, "The whistle goes."),)
    assert made.cut == Cut(30, (), ("smoko",))
    assert made.credits == (Credit("Written by", "The authors"),)
    assert made.player == ("Ilija", "You load ships.")
    assert made.debrief == Debrief(
        (Record("wage", "likely", "Two pounds.", ("act",)),),
        "It’s not so simple.",
        ("Who said so?",),
    )


def test_people_notes_and_sources_are_printed_like_any_text(tmp_path: Path) -> None:
    made = story(tmp_path, EVERYTHING)
    assert made.people["les"] == Person("les", "Les Boyd", "A docker’s son.", 3, ("wharf",))
    assert made.notes["law"] == Note("law", "documented", "The law didn’t say.", ("act",))
    assert made.sources["act"] == Source("act", "An Act of ’38.", "law")


def test_who_has_no_stance_has_no_slot(tmp_path: Path) -> None:
    made = story(tmp_path, EVERYTHING)
    assert made.people["clarrie"].stance == -1
    assert made.groups == {"wharf": ("les", "clarrie")}


def test_the_state_remembers_variables_then_stances_then_once(tmp_path: Path) -> None:
    made = story(tmp_path, EVERYTHING)
    assert [(s.kind, s.name, s.low, s.high, s.start) for s in made.slots] == [
        ("number", "fund", -1, 12, 3),
        ("flag", "paid", 0, 1, 1),
        ("one_of", "target", 0, 1, 1),
        ("stance", "les", 0, 1, 1),
        ("once", "smoko/go", 0, 1, 0),
    ]


def test_what_is_declared_knows_where(tmp_path: Path) -> None:
    made = story(tmp_path, EVERYTHING)
    lines = (tmp_path / "story.yaml").read_text("utf-8").splitlines()
    for slot in made.slots:
        if slot.kind == "once":  # the engine's own
            assert slot.place is None
        else:
            assert slot.place is not None
            line = lines[slot.place.line - 1]
            assert line[slot.place.column - 1 :].startswith(f"{slot.name}:")
    assert compiled.decode(compiled.encode(made, [])).slots == made.slots


def test_a_one_of_prints_its_words(tmp_path: Path) -> None:
    slot = story(tmp_path, EVERYTHING).slots[2]
    assert slot.values == ("pub", "baths")
    assert slot.words == ("Hogan’s", "the baths")


def test_only_passages_that_are_asked_about_are_remembered(tmp_path: Path) -> None:
    made = story(
        tmp_path,
        "passages:\n  smoko:\n    text: {a: {if: seen(bar) and visits(smoko) >= 3, text: A.}}\n"
        f"    to: bar\n  bar: {{to: home}}\n{HOME}",
    )
    kept = {(s.kind, s.name): n for n, s in enumerate(made.slots)}
    assert set(kept) == {("seen", "bar"), ("visits", "smoko")}
    at = {p.id: (p.seen, p.visits) for p in made.passages.values()}
    assert at == {
        "smoko": (-1, kept["visits", "smoko"]),
        "bar": (kept["seen", "bar"], -1),
        "home": (-1, -1),
    }


@pytest.mark.parametrize(
    ("condition", "most"),
    [
        ("visits(smoko) == 0", 1),
        ("visits(smoko) < 4", 4),
        ("visits(smoko) >= 4", 4),
        ("visits(smoko) <= 4", 5),
        ("visits(smoko) > 4", 5),
        ("visits(smoko) != 4", 5),
        ("4 > visits(smoko) or visits(smoko) == 7", 8),
    ],
)
def test_visits_count_as_far_as_a_comparison_can_tell(
    tmp_path: Path, condition: str, most: int
) -> None:
    made = story(
        tmp_path,
        f"passages:\n  smoko: {{text: {{a: {{if: {condition}, text: A.}}}}, to: home}}\n{HOME}",
    )
    assert [slot.high for slot in made.slots] == [most]


def test_passages_of_the_head_are_in_the_scene_main(tmp_path: Path) -> None:
    made = story(tmp_path)
    assert {p.scene for p in made.passages.values()} == {"main"}
    assert made.scenes["main"].title == made.title


def test_a_scene_file_has_its_own_scene_and_none_is_called_main(tmp_path: Path) -> None:
    scene = f"scene: wharf\ntitle: The boss's wharf\nplace: Jetty 4\nwhen: Monday\n{ONWARD}"
    made = story(tmp_path, "", one=scene)
    assert list(made.scenes) == ["wharf"]
    assert made.scenes["wharf"][:5] == ("wharf", "The boss’s wharf", None, "Jetty 4", "Monday")


def test_a_scene_called_main_takes_the_passages_of_the_head_too(tmp_path: Path) -> None:
    made = story(
        tmp_path, ONWARD, one="scene: main\ntitle: All of it\npassages:\n  other: {to: home}\n"
    )
    assert {p.scene for p in made.passages.values()} == {"main"}
    assert made.scenes["main"].title == "All of it"


def test_places_of_passages_and_effects_lead_back_to_the_file(tmp_path: Path) -> None:
    made = story(
        tmp_path,
        "variables:\n  a: {type: flag, start: true, about: A.}\n"
        f"passages:\n  smoko:\n    text: {{a: {{if: a, text: A.}}}}\n    effects: [a = false]\n"
        f"    to: home\n{HOME}",
    )
    smoko = made.passages["smoko"]
    assert smoko.place == ("story.yaml", 17, 3)
    assert smoko.effects[0].place == ("story.yaml", 19, 15)
    assert smoko.effects[0].source == "a = false"


def test_a_source_that_is_not_declared_is_reported_wherever_it_is_cited(tmp_path: Path) -> None:
    found = diagnostics(
        tmp_path,
        "notes:\n  law: {label: likely, text: The law., sources: [act]}\n"
        "debrief:\n  record: {wage: {label: likely, text: Two pounds., sources: [book]}}\n"
        "  against: No.\n  questions: [Who?]\n"
        f"passages:\n  smoko: {{notes: [law], to: home}}\n{HOME}",
    )
    assert codes(found) == ["N04", "N04"]
    assert [one.place.line for one in found] == [15, 17]


@pytest.mark.parametrize("label", ["documented", "likely", "disputed"])
def test_whatever_is_not_invented_needs_a_source(tmp_path: Path, label: str) -> None:
    found = diagnostics(
        tmp_path,
        f"notes:\n  law: {{label: {label}, text: The law.}}\n"
        f"passages:\n  smoko: {{notes: [law], to: home}}\n{HOME}",
    )
    assert codes(found) == ["F11"]


def test_a_note_of_a_scene_alone_is_used(tmp_path: Path) -> None:
    made = story(
        tmp_path,
        "notes:\n  law: {label: invented, text: The law.}\n",
        one=f"scene: wharf\ntitle: The wharf\nnotes: [law]\n{ONWARD}",
    )
    assert made.scenes["wharf"].notes == ("law",)


def test_a_scene_names_acts_notes_and_assets_that_are_declared(tmp_path: Path) -> None:
    found = diagnostics(
        tmp_path,
        "",
        one="scene: wharf\ntitle: The wharf\nact: one\npicture: sea\nmusic: hymn\nambience: rain\n"
        f"notes: [law]\n{ONWARD}",
    )
    assert codes(found) == ["N04"] * 5
    assert [one.place.line for one in found] == [3, 4, 5, 6, 7]


def test_a_skip_names_passages_that_are_there(tmp_path: Path) -> None:
    scene = f"scene: a\ntitle: A\nskip: {{from: nowhere, to: anywhere, why: No.}}\n{ONWARD}"
    found = diagnostics(tmp_path, "", one=scene)
    assert codes(found) == ["N01", "N01"]


def test_a_text_of_blanks_is_empty(tmp_path: Path) -> None:
    found = diagnostics(
        tmp_path,
        f'passages:\n  smoko: {{text: "  ", choices: {{go: {{text: " ", to: home}}}}}}\n{HOME}',
    )
    assert codes(found) == ["F09", "F09"]


def test_everything_wrong_with_names_is_reported_at_once(tmp_path: Path) -> None:
    found = diagnostics(
        tmp_path,
        "variables:\n  fund: {type: number, from: 0, to: 9, start: 0, about: The tin.}\n"
        "people:\n  les: {name: Les, groups: [wharf]}\n"
        "passages:\n  smoko: {speaker: roy, text: '{tin}', to: nowhere}\n",
        head=HEAD.replace("start: smoko", "start: smokko"),
    )
    assert set(codes(found)) >= {"N01", "N02", "N04", "G08"}
