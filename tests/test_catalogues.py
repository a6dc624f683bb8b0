"""The catalogues: up to date, complete, fit for the typefaces; and the words are looked up late.

When a text is new or was changed, run `python3 build/catalogues.py`, translate what it names in
game/locale/*.po, and run it again (docs/translating.md).
"""

from __future__ import annotations

import ast
import importlib
import io
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from game import translation
from game.translation import LANGUAGES, MODULES, Plural, constants
from tests.catalogues import catalogues
from tests.command import CLONE, one_out

RENEW = "run `python3 build/catalogues.py`, translate what it names, run it again"
CODES = [code for code in LANGUAGES if code != "en"]


# --- The catalogues -------------------------------------------------------------------------------


def test_the_template_has_the_texts_of_the_program() -> None:
    assert catalogues.TEMPLATE.read_text("utf-8") == catalogues.as_po(catalogues.template()), RENEW


def test_there_is_a_catalogue_for_every_language_that_can_be_set() -> None:
    assert [path.stem for path in catalogues.catalogues()] == sorted(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_catalogue_is_complete_and_what_stands_in_braces_is_what_english_has(code: str) -> None:
    path = catalogues.LOCALE / f"{code}.po"
    faults = list(catalogues.faults(catalogues.renewed(path)))
    assert not faults, "\n".join([RENEW, *faults])


@pytest.mark.parametrize("code", CODES)
def test_a_catalogue_is_as_the_tool_writes_it_and_so_is_what_the_program_reads(code: str) -> None:
    path = catalogues.LOCALE / f"{code}.po"
    assert path.read_text("utf-8") == catalogues.as_po(catalogues.renewed(path)), RENEW
    made = catalogues.as_mo(catalogues.read(path))
    assert path.with_suffix(".mo").read_bytes() == made, RENEW


@pytest.mark.parametrize("code", CODES)
def test_every_typeface_has_every_letter_of_a_catalogue(code: str) -> None:
    import pygame

    from game.ui.typefaces import FILES, Typefaces

    faces, text = Typefaces(), (catalogues.LOCALE / f"{code}.po").read_text("utf-8")
    letters = {letter for letter in text + text.upper() if unicodedata.category(letter)[0] != "C"}
    for face in FILES:
        font = faces.font(face, 24)

        def drawn(letter: str, font: pygame.font.Font = font) -> bytes:
            return pygame.image.tobytes(font.render(letter, True, "black", "white"), "RGB")

        # Two signs that no typeface here has are drawn alike, as a box.
        box = drawn("\u4e2d")
        assert box == drawn("\u6587")
        assert not [letter for letter in sorted(letters) if drawn(letter) == box], face


def test_faults_are_found() -> None:
    made = Catalog(locale="de")
    for text, translated, flags in (
        ("Saved in {slot}", "Auf {platz} gespeichert", ()),
        ("Back", "", ()),
        ("Menu", "Menü", ("fuzzy",)),
        ("{path}: {why}.", "{path: {why}.", ()),
        (("1 choice", "{count} choices"), ("1 Entscheidung", ""), ()),
        (("1 thing", "{count} things"), ("Ein Ding", "{count} Dinge"), ()),
        ("Quit", "Beenden", ()),
    ):
        made.add(text, translated, flags=flags)
    told = list(catalogues.faults(made))
    assert [re.sub(r"\[.*|\(.*", "", one.split(": ", 1)[1]) for one in told] == [
        "'Saved in {slot}': names ",
        "'Back': is not translated",
        "'Menu': is marked as fuzzy: look at it, and take the mark away",
        "'{path}: {why}.': has braces that do not fit ",
        "'1 choice': is not translated",
    ]


# --- The words in the program ---------------------------------------------------------------------


def said(value: object) -> Iterator[str]:
    """Every text in a constant, as it is looked up."""
    if isinstance(value, Plural):
        yield value.one
    elif isinstance(value, str):
        yield "{number}%" if re.fullmatch(r"\d+%", value) else value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from said(part)
    elif type(value) is tuple:
        for part in value:
            yield from said(part)


def test_what_is_looked_up_is_what_is_translated() -> None:
    modules = [importlib.import_module(name) for name in MODULES]
    program = {
        text
        for module in modules
        for value in constants(vars(module)).values()
        for text in said(value)
        if catalogues.wanted(text)
    } - set(LANGUAGES.values())
    ids = (text.id for text in catalogues.texts())
    found = {text if isinstance(text, str) else text[0] for text in ids}
    assert program - found == set(), "these are computed: write them as they are"
    assert found - program == set(), "these are no part of the constant they stand in"


def test_a_text_with_a_number_of_things_is_a_plural() -> None:
    counting = [
        text.id
        for text in catalogues.texts()
        if isinstance(text.id, str) and ("{count}" in text.id or re.match(r"\d+ [a-z]", text.id))
    ]
    assert counting == ["1 to 9"], "write Plural('1 thing', '{count} things'), and .of(count)"


def test_no_text_is_copied_before_the_language_is_known() -> None:
    """Look words up where a page is built: a copy made on importing stays English."""
    names = {module.rpartition(".")[2] for module in MODULES}
    own = {CLONE.joinpath(*module.split(".")).with_suffix(".py") for module in MODULES}
    copies = [
        f"{path.relative_to(CLONE)}:{line}"
        for path in sorted((CLONE / "game").rglob("*.py"))
        if path not in own
        for line in _copies(ast.parse(path.read_text("utf-8")), names)
    ]
    assert not copies, "\n".join(copies)


def _copies(tree: ast.Module, names: set[str]) -> Iterator[int]:
    """The lines where, on importing a module, an upper-case name of a module of words is used."""
    for node in _at_import(tree):
        if isinstance(node, ast.ImportFrom) and node.module in MODULES:
            yield from (node.lineno for alias in node.names if alias.name.isupper())
        elif (
            isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id in names
            and node.attr.isupper()
        ):
            yield node.lineno


def _at_import(node: ast.AST) -> Iterator[ast.AST]:
    """What of a module runs when it is imported; functions' bodies do not, their defaults do."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Lambda):
            continue
        yield child
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            for default in (*child.args.defaults, *filter(None, child.args.kw_defaults)):
                yield from ast.walk(default)
            continue
        yield from _at_import(child)


def test_a_copy_is_found() -> None:
    source = """
from game.ui import wording
from game.ui.wording import QUIT, choices
BAR = (wording.BACK, wording.choices)
LATER = lambda: wording.BACK
class Sheet:
    title = wording.MENU
    def page(self, words=wording.PICTURE):
        return wording.BACK
"""
    assert list(_copies(ast.parse(source), {"wording"})) == [3, 4, 7, 8]


# --- Speaking -------------------------------------------------------------------------------------


def test_a_change_of_language_changes_every_kind_of_text_and_back() -> None:
    from game.debrief import words
    from game.ui import wording

    english = {name: constants(vars(importlib.import_module(name))) for name in MODULES}
    translation.use("de")
    assert wording.QUIT == "Beenden"
    assert wording.WEEKDAYS[0] == "Montag"
    assert wording.VALUE["paper"]["dark"] == "Dunkel"
    assert wording.VALUE["text"][125] == "125\xa0%"
    assert wording.VALUE["language"]["fr"] == "Français"
    assert wording.HAND is not english["game.ui.wording"]["HAND"]
    assert wording.HAND == words.HAND
    assert wording.HELP_LINES[0][0] == "Auf und Ab, Eingabe"
    assert [wording.choices(n) for n in (1, 2)] == ["1\xa0Entscheidung", "2\xa0Entscheidungen"]
    translation.use("fr")
    assert [wording.choices(n) for n in (0, 2)] == ["0\xa0choix", "2\xa0choix"]
    assert [wording.UNSOUND.of(n)[:21] for n in (0, 1, 2)] == [
        "Vérifié\xa0: 0 problème.",
        "Vérifié\xa0: 1 problème.",
        "Vérifié\xa0: 2 problèmes",
    ]
    translation.use("tlh")
    assert translation.language() == "en"
    for name in MODULES:
        assert constants(vars(importlib.import_module(name))) == english[name]


def test_days_and_times_are_written_as_the_language_writes_them() -> None:
    from datetime import UTC, datetime

    from game.ui import wording

    now = datetime(2026, 3, 2, 12, tzinfo=UTC)
    first, before = "2026-01-01T09:05:00+00:00", "2026-03-01T17:10:00+00:00"
    translation.use("de")
    assert wording.day_and_time(first, now) == "Donnerstag, 1. Januar 2026 um 9:05 Uhr"
    assert wording.day_and_time(before, now) == "Gestern um 17:10 Uhr"
    translation.use("fr")
    assert wording.day_and_time(first, now) == "Jeudi 1er janvier 2026 à 9\u202fh\u202f05"


def test_a_constant_may_have_a_translation_of_its_own(tmp_path: Path) -> None:
    from game.ui import wording

    source = '# Translators: Own context. A key.\nLEFT = "Left"\nSIDE = "Left"\n'
    (tmp_path / "words.py").write_text(source)
    root = catalogues.ROOT
    catalogues.ROOT = tmp_path
    try:
        found = list(catalogues.texts_in(tmp_path / "words.py"))
    finally:
        catalogues.ROOT = root
    assert [text.context for text in found] == ["LEFT", None]
    made = Catalog(locale="de")
    made.add("Back", "Zurück")
    made.add("Back", "Rücken", context="BACK")
    translation.use_catalogue("de", GNUTranslations(io.BytesIO(catalogues.as_mo(made))))
    assert wording.BACK == "Rücken"


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "fr_CA"}, "fr"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C.UTF-8", "LANGUAGE": "fr"}, "en"),
        ({"LANG": "en_AU.UTF-8", "LANGUAGE": "tlh:fr:de"}, "fr"),
        ({"LANG": "fr@euro"}, "fr"),
        ({"LANG": "pt_BR.UTF-8"}, "en"),
        ({"LANGUAGE": "de"}, "de"),
    ],
)
def test_the_systems_language_is_read_as_gettext_reads_it(
    variables: Mapping[str, str], code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert translation.system_language() == code


def test_a_catalogue_that_is_gone_or_damaged_is_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translation, "_FOLDER", tmp_path)
    for content in (None, b"", b"\xde\x12\x04\x95", b"no catalogue"):
        if content is not None:
            (tmp_path / "de.mo").write_bytes(content)
        translation.use("de")
        assert translation.language() == "en"


def test_english_loads_no_catalogue_and_no_other_rooms_words() -> None:
    code = (
        "import sys; from game.ui import wording; from game import translation;"
        "translation.use('system'); print('gettext' in sys.modules, 'game.terminal' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=CLONE,
        env={**os.environ, "LC_ALL": "en_GB.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["False", "False"]


def test_the_terminal_and_the_page_of_a_play_speak_the_players_language(home: Path) -> None:
    story = CLONE / "tests" / "ui" / "story"
    german = "de_DE.UTF-8"
    typed = "h\n1\nq\n"
    played = one_out("play", story, "--terminal", typed=typed, home=home, LC_ALL=german)
    assert "Tippe eine Zahl" in played.stdout
    assert "Eine Zahl: tun, was daneben steht." in played.stdout
    assert "Gespeichert." in played.stdout
    page = home / "page.html"
    told = one_out("debrief", story, "--page", page, home=home, LC_ALL=german)
    assert "ist geschrieben" in told.stdout
    assert 'lang="de">Rückblick' in page.read_text("utf-8")
    (home / "settings.json").write_text('{"language": "en"}')
    again = one_out("play", story, "--terminal", typed="q\n", home=home, LC_ALL=german)
    assert "Type a number" in again.stdout
