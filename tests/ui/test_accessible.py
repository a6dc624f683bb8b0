"""Every screen as a screen reader goes through it: all of it there, named and in order."""

from pathlib import Path

import pytest

from game.speech.tree import COLUMN, ROOT, Node, Role, Tree
from game.ui import wording
from game.ui.geometry import Rect
from game.ui.page import Words
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.shelf import ShelfScreen
from game.ui.scrolling import MORE
from tests.ui.pilot import Pilot, rope
from tests.ui.screenshots import saves_screens, screens
from tests.ui.shelves import left_off
from tests.ui.test_playing import SHELF

MEETING = ("smoko/cover", "asked/pub", "pub/monday")
ROLES = {"button", "radio", "radio_group"}


def letters(text: str) -> str:
    """What of a text is left where capitals and the breaks of lines and words do not count."""
    return "".join(text.split()).casefold()


def check(pilot: Pilot, name: str) -> None:
    """All that must hold of the tree of any screen."""
    tree = pilot.tree
    check_shape(tree, name)
    check_controls(pilot, tree, name)
    check_places(pilot, tree, name)
    check_words(pilot, tree, name)
    check_order(pilot, tree, name)


def check_shape(tree: Tree, name: str) -> None:
    keys = [node.key for node in tree.nodes]
    assert len(set(keys)) == len(keys), name
    assert [node.key for node in tree.walk()] == keys, name
    assert tree.nodes[0].role == "window", name
    assert tree.nodes[0].name, name
    assert tree.node(tree.focus) is not None, name
    for node in tree.nodes:
        assert node.name or node.role in ("column", "group"), (name, node)
        assert (node.role == "heading") == (node.level > 0), (name, node)


def check_controls(pilot: Pilot, tree: Tree, name: str) -> None:
    for control in pilot.page.controls:
        node = tree.of(control.id)
        assert node is not None, (name, control)
        assert node.role in ROLES, (name, node)
        assert "click" in node.actions, (name, node)
        assert ("focus" in node.actions) == (node.role != "radio_group"), (name, node)
        assert ("show" in node.actions) == control.flows, (name, node)
        assert not node.disabled, (name, node)
        if control.number:
            assert node.shortcut == str(control.number), (name, node)
    focus, hot = tree.node(tree.focus), pilot.page.control(pilot.hot or "")
    assert focus is not None
    if hot is not None and focus.role == "radio":
        assert focus.checked, name
        assert tree.of(hot.id) in [n for n in tree.nodes if focus.key in n.children], name
    else:
        assert focus.control == pilot.hot, name


def check_places(pilot: Pilot, tree: Tree, name: str) -> None:
    page = pilot.page
    window, column = Rect(0, 0, *page.size), tree.node(COLUMN)
    for node in tree.nodes:
        if node.role == "news":
            continue
        assert node.box is not None, (name, node)
        if node.flows:
            top = page.viewport.y
            whole = Rect(0, top, page.size[0], max(page.content + 1, page.viewport.h))
            assert Rect(*node.box).within(whole), (name, node)
            assert column is not None
            assert node in tree.walk(column.key), (name, node)
        else:
            assert Rect(*node.box).within(window), (name, node)
        control = page.control(node.control)
        if control is not None and node.role != "radio_group":
            assert tree.box(node) == pilot.place(control), (name, node)
    assert tree.depth == page.depth


def check_words(pilot: Pilot, tree: Tree, name: str) -> None:
    """Every line is read by something that stands where the line stands."""
    read = [
        (Rect(*node.box), [letters(t) for t in (node.name, node.description, node.shortcut)])
        for node in tree.nodes
        if node.box is not None
    ]
    for item in (*pilot.page.flow, *pilot.page.fixed):
        if isinstance(item, Words) and not (item.control == MORE and tree.of(MORE) is None):
            said = letters(item.text)
            here = (texts for box, texts in read if item.rect.within(box))
            assert any(said in text for texts in here for text in texts), (name, item)


def check_order(pilot: Pilot, tree: Tree, name: str) -> None:
    read = [letters(f"{node.name} {node.description}") for node in tree.nodes]
    place = 0
    for item in pilot.page.flow:
        if not isinstance(item, Words) or item.said == "" or item.style == "number":
            continue
        said = letters(item.text)
        place = next((n for n in range(place, len(read)) if said in read[n]), -1)
        assert place >= 0, (name, item)


@pytest.mark.parametrize(
    ("size", "text"), [((1280, 720), 100), ((640, 360), 200), ((700, 1100), 150)]
)
def test_nothing_on_any_screen_is_left_out_and_all_of_it_is_in_order(
    size: tuple[int, int], text: int
) -> None:
    pilot = Pilot(rope(notes=True), size=size, text=text)
    seen = 0
    for name in screens(pilot):
        check(pilot, f"{name} {size} {text}%")
        seen += 1
    assert seen > 20


@pytest.mark.parametrize(("size", "text"), [((1280, 720), 100), ((640, 360), 200)])
def test_nothing_of_the_saves_is_left_out(size: tuple[int, int], text: int, tmp_path: Path) -> None:
    pilot = Pilot(rope(), size=size, text=text, saves=tmp_path)
    for name in saves_screens(pilot):
        check(pilot, f"{name} {size} {text}%")


def test_nothing_of_the_shelf_is_left_out() -> None:
    pilot = Pilot(rope(), screen=ShelfScreen(SHELF, left_off))
    check(pilot, "shelf")
    said = [node.name for node in pilot.tree.nodes if node.role == "button"]
    assert sum("`title` is missing" in name for name in said) == 1


# -- what things are


def named(tree: Tree, role: Role) -> list[str]:
    return [node.name for node in tree.nodes if node.role == role]


def the(tree: Tree, role: Role, name: str) -> Node:
    (node,) = [n for n in tree.nodes if n.role == role and n.name == name]
    return node


def test_the_title_has_headings_paragraphs_and_numbered_choices() -> None:
    tree = Pilot(rope()).tree
    assert named(tree, "heading") == ["The Rope", "You are Mick Hanlon"]
    assert [n.level for n in tree.nodes if n.role == "heading"] == [1, 2]
    choices = the(tree, "group", wording.CHOICES_READ)
    assert choices.place == (0, 4)
    begin = the(tree, "button", wording.BEGIN)
    assert (begin.shortcut, begin.place, tree.focus) == ("1", (1, 4), begin.key)
    assert begin.key in choices.children


def test_a_paragraph_is_one_text_however_many_lines_it_is_set_in() -> None:
    for size in ((1280, 720), (640, 360)):
        pilot = Pilot(rope(), size=size)
        pilot.take(1)
        said = "\n".join(line.text for line in pilot.view.lines)
        assert "\n".join(named(pilot.tree, "text")).endswith(said)


def test_a_locked_choice_is_there_with_its_reason_and_cannot_be_taken() -> None:
    pilot = Pilot(rope(), resumed=("smoko/cover",))
    pilot.take(1)
    shut = the(pilot.tree, "button", "Take both buses with Roy.")
    assert shut.description == "Closed to you. You would need your Saturday back."
    assert (shut.disabled, shut.actions, shut.place) == (True, (), (4, 4))


def test_a_picture_is_read_in_words_and_an_ornament_is_not() -> None:
    pilot = Pilot(rope()._replace(pictures={}))
    assert named(pilot.tree, "image") == []
    pilot = Pilot(rope())
    pilot.take(1)
    pilot.press("p")
    (words,) = named(pilot.tree, "image")
    assert words == rope().pictures["hatch"].description


def test_a_setting_is_a_group_of_radio_buttons_whose_focus_is_its_value() -> None:
    pilot = Pilot(rope())
    pilot.press("f10", *["down"] * SettingsScreen.names.index("face"))
    tree = pilot.tree
    face = the(tree, "radio_group", "Typeface")
    radios = [n for n in tree.nodes if n.key in face.children]
    assert [(n.name, n.checked, n.place) for n in radios] == [
        ("Atkinson Hyperlegible", True, (1, 3)),
        ("Lexend (dyslexia)", False, (2, 3)),
        ("Literata (serif)", False, (3, 3)),
    ]
    assert tree.focus == radios[0].key
    pilot.press("right")
    assert pilot.tree.node(pilot.tree.focus) == radios[1]._replace(
        checked=True,
        box=pilot.page.control("face:lexend").rect,  # type: ignore[union-attr]
    )


def test_a_meeting_is_a_list_of_hands_each_with_its_reason() -> None:
    pilot = Pilot(rope(), resumed=MEETING)
    pilot.press("1", "1")
    assert named(pilot.tree, "item")[0] == "Les. Not yet."
    pilot.press("return")
    hands = named(pilot.tree, "item")
    assert hands[0] == "Les. Hand up. He owes you a Saturday and says so."
    assert len(hands) == 7
    assert named(pilot.tree, "list") == [wording.HANDS_READ]
    assert "5 up, 2 down: Carried" in named(pilot.tree, "heading")


def test_the_bar_says_what_its_buttons_do_and_which_keys_do_it() -> None:
    pilot = Pilot(rope())
    pilot.take(1)
    tree = pilot.tree
    bar = the(tree, "bar", wording.BAR_READ)
    buttons = {n.name: n for n in tree.nodes if n.key in bar.children}
    assert buttons["Backlog"].shortcut == "B"
    assert buttons["Larger"].description == "Text size"


def test_scrolling_moves_what_is_in_the_column_and_nothing_else() -> None:
    pilot = Pilot(rope(), size=(640, 360), text=200)
    pilot.take(1)
    before = pilot.tree
    pilot.wheel(-2)
    after = pilot.tree
    assert after.scroll == pilot.window.desk.scroll > before.scroll == 0
    moved = after.scroll
    for one, other in zip(before.nodes, after.nodes, strict=True):
        was, now = before.box(one), after.box(other)
        if was is not None and now is not None:
            assert was[1] - now[1] == (moved if one.flows else 0)


def test_more_below_is_there_while_there_is_more() -> None:
    pilot = Pilot(rope(), size=(640, 360), text=200)
    pilot.take(1)
    more = the(pilot.tree, "button", wording.MORE)
    assert pilot.tree.focus == more.key
    pilot.press("end")
    assert pilot.tree.of(MORE) is None
    assert pilot.tree.nodes[0].key == ROOT


def test_what_was_chosen_is_told_apart_from_what_was_said() -> None:
    pilot = Pilot(rope(), resumed=("smoko/cover",))
    pilot.press("1", "b")
    chosen = [n.name for n in pilot.tree.nodes if n.description == wording.CHOSEN_READ]
    assert chosen == ["Take Les’s Saturday on the sulphur boat for him."]


# -- what is read out


def test_a_new_screen_is_read_out_after_it_has_its_focus() -> None:
    pilot = Pilot(rope())
    assert pilot.news.startswith("The Rope\nSouth Coast")
    pilot.take(1)
    first, second = pilot.trees
    assert first.focus == second.focus
    assert [n for n in second.nodes if n not in first.nodes][-1].role == "news"
    assert second.nodes[-1].name.endswith(pilot.view.lines[-1].text)


def test_what_has_been_read_out_is_not_read_again() -> None:
    pilot = Pilot(rope())
    pilot.take(1)
    assert pilot.news
    pilot.press("down")
    assert pilot.news == ""
    pilot.press("n")
    assert pilot.news.startswith("What’s true here")
    pilot.press("escape")
    assert pilot.news == ""
    pilot.resize(900, 700)
    assert pilot.news == ""


def test_each_hand_is_read_out_when_it_goes_up() -> None:
    pilot = Pilot(rope(), resumed=MEETING)
    pilot.press("1", "1")
    assert "Les. Not yet." in pilot.news
    pilot.window.desk.tick()
    assert pilot.news == "Les. Hand up. He owes you a Saturday and says so.\n1 up, 0 down"


def test_the_backlog_is_named_and_not_read_out() -> None:
    pilot = Pilot(rope(), resumed=("smoko/cover",))
    pilot.press("1", "b")
    assert pilot.news == wording.BACKLOG_TITLE


def test_a_word_in_the_bar_is_read_out(tmp_path: Path) -> None:
    pilot = Pilot(rope(), saves=tmp_path)
    pilot.press("1")
    assert pilot.news
    pilot.press("f5")
    assert pilot.news == wording.QUICK_SAVED


def test_every_screen_has_nodes_of_its_own_so_that_the_focus_is_told_anew() -> None:
    pilot = Pilot(rope())
    pilot.take(1)
    first = pilot.tree
    pilot.press("n", "escape")
    pilot.take(4)
    assert not {n.key for n in first.nodes} & {n.key for n in pilot.tree.nodes} - {ROOT, COLUMN}
