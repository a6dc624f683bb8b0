"""Renews the translation catalogues from the texts in the program.

python3 build/catalogues.py           renew messages.pot, every *.po and its *.mo
python3 build/catalogues.py es        the same, and begin a catalogue for Spanish

Needs Babel (the extra `test`). `docs/translating.md` is for translators.
"""

from __future__ import annotations

import ast
import io
import re
import string
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as BabelMessage
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # run by its path, the game is beside it and not installed

from game.translation import MODULES  # noqa: E402 - after the line above

LOCALE = ROOT / "game" / "locale"
TEMPLATE = LOCALE / "messages.pot"
COMMAND = "python3 build/catalogues.py"

_PROJECT = "One Out, All Out"
_HEADER = f"# What players of {_PROJECT} read, besides the stories. Under the MIT licence."
_NEVER = datetime(2026, 1, 1, tzinfo=UTC)
"""Stands where a date would: a catalogue changes when a text does, and not every day."""

_LEFT_OUT = tuple(
    f'"{name}:'
    for name in (
        *("POT-Creation-Date", "PO-Revision-Date", "Last-Translator", "Language-Team"),
        *("Generated-By", "Report-Msgid-Bugs-To"),
    )
)
"""Lines of a catalogue's head that tell nothing, or change every day."""

_KEY = re.compile(r"[A-Z+−-]|F\d{1,2}|\d+%?")
"""Keys by their signs, and numbers; those in percent are written by one text for all."""

_MARK = "Translators:"
_OWN = "Own context"
"""In a comment, says that a constant's texts are translated apart from the same texts elsewhere."""


class Text(NamedTuple):
    """A text of the program: `id` in English, in both forms where it goes with a number."""

    id: str | tuple[str, str]
    name: str
    """The constant it stands in."""
    file: str
    comment: str
    context: str | None


def texts() -> Iterator[Text]:
    """Every text there is to translate, in the order in which they stand."""
    for module in MODULES:
        yield from texts_in(ROOT.joinpath(*module.split(".")).with_suffix(".py"))


def texts_in(path: Path) -> Iterator[Text]:
    """The texts in the upper-case constants of a module. Raises ValueError for one it cannot read.

    A text is written as it is, or in tuples, mappings and `Plural`s: what is computed is unknown
    before it is run.
    """
    source = path.read_text("utf-8")
    lines, file = source.splitlines(), path.relative_to(ROOT).as_posix()
    for statement in ast.parse(source, str(path)).body:
        if not isinstance(statement, ast.Assign | ast.AnnAssign) or statement.value is None:
            continue
        comment = _comment_above(lines, statement.lineno)
        for name, value in _named(statement):
            for text in _texts_of(value, f"{file}:{value.lineno}"):
                yield Text(text, name, file, comment, name if _OWN in comment else None)


def wanted(text: str) -> bool:
    """False for what is the same in every language: the signs of keys, and numbers."""
    return bool(text) and not _KEY.fullmatch(text)


def _comment_above(lines: list[str], line: int) -> str:
    """What the comment right above a line (from 1) tells translators."""
    first = line - 1
    while first > 0 and lines[first - 1].startswith("#"):
        first -= 1
    words = " ".join(text.lstrip("# ") for text in lines[first : line - 1])
    return words.partition(_MARK)[2].strip()


def _named(statement: ast.Assign | ast.AnnAssign) -> Iterator[tuple[str, ast.expr]]:
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    for target in targets:
        value = statement.value
        assert value is not None
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            pairs = list(zip(target.elts, value.elts, strict=True))
        else:
            pairs = [(target, value)]
        for one, its in pairs:
            if isinstance(one, ast.Name) and one.id.isupper() and not one.id.startswith("_"):
                yield one.id, its


def _texts_of(value: ast.expr, at: str) -> Iterator[str | tuple[str, str]]:
    match value:
        case ast.Constant(value=str() as text):
            yield from [text] if wanted(text) else []
        case ast.Call(func=ast.Name(id="Plural"), args=[one, many]):
            forms = [ast.literal_eval(form) for form in (one, many)]
            yield forms[0], forms[1]
        case ast.Dict(values=parts) | ast.Tuple(elts=parts) | ast.List(elts=parts):
            for part in parts:
                yield from _texts_of(part, at)
        case ast.Starred(value=inner) | ast.DictComp(value=inner):
            yield from _texts_of(inner, at)
        case ast.JoinedStr(values=[ast.FormattedValue(), ast.Constant(value="%")]):
            yield "{number}%"
        case ast.Constant() | ast.Name() | ast.Attribute() | ast.Call():
            pass  # a number; or what stands in another module, where it is found
        case _:
            raise ValueError(f"{at}: write the text as it is, or in a tuple, mapping or Plural")


def template() -> Catalog:
    """All texts, none of them translated."""
    catalogue = Catalog(
        project=_PROJECT, version="1", header_comment=_HEADER, fuzzy=False, creation_date=_NEVER
    )
    for text in texts():
        notes = [part for part in (text.name, text.comment) if part]
        catalogue.add(
            text.id, locations=[(text.file, 1)], auto_comments=notes, context=text.context
        )
    return catalogue


def as_po(catalogue: Catalog) -> str:
    """A catalogue as text. The same texts give the same text on any day."""
    out = io.BytesIO()
    write_po(out, catalogue, width=92, include_lineno=False, ignore_obsolete=True)
    lines = out.getvalue().decode("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_LEFT_OUT))


def read(path: Path) -> Catalog:
    """The catalogue in a `.po` file, named after its language."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.stem)
    catalogue.project, catalogue.version, catalogue.header_comment = _PROJECT, "1", _HEADER
    catalogue.fuzzy, catalogue.creation_date, catalogue.revision_date = False, _NEVER, _NEVER
    return catalogue


def as_mo(catalogue: Catalog) -> bytes:
    """A catalogue as the program reads it."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def catalogues() -> list[Path]:
    """The catalogues there are."""
    return sorted(LOCALE.glob("*.po"))


def renewed(path: Path) -> Catalog:
    """A catalogue with exactly the texts of the program, and the translations it has of them."""
    if path.exists():
        catalogue = read(path)
    else:
        catalogue = Catalog(locale=path.stem, project=_PROJECT, version="1", creation_date=_NEVER)
        catalogue.revision_date, catalogue.header_comment, catalogue.fuzzy = _NEVER, _HEADER, False
    catalogue.update(template(), no_fuzzy_matching=True, update_header_comment=False)
    return catalogue


def faults(catalogue: Catalog) -> Iterator[str]:
    """What a translator has still to do, a line for each text."""
    for message in catalogue:
        if message.id:
            for fault in _faults_of(message, catalogue.num_plurals):
                yield f"{catalogue.locale}.po: {_first(message.id)!r}: {fault}"


def _faults_of(message: BabelMessage, forms: int) -> Iterator[str]:
    translated = _forms(message.string)
    if not all(translated) or (message.pluralizable and len(translated) != forms):
        yield "is not translated"
        return
    if message.fuzzy:
        yield "is marked as fuzzy: look at it, and take the mark away"
    named = [fields(form) for form in _forms(message.id)]
    for form in translated:
        try:
            found = fields(form)
        except ValueError as why:
            yield f"has braces that do not fit ({why})"
            continue
        if found != named[-1] and found not in named:
            yield f"names {sorted(found)}, and English {sorted(named[-1])}"


def fields(text: str) -> set[str]:
    """What stands in braces. Raises ValueError where they do not fit.

    >>> sorted(fields("{day} at {hour:02}"))
    ['day', 'hour']
    """
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _forms(text: str | Iterable[str] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or [""])


def _first(text: str | Iterable[str]) -> str:
    return _forms(text)[0]


def main(new: list[str]) -> int:
    """Renew every catalogue, and begin `new` ones."""
    LOCALE.mkdir(exist_ok=True)
    TEMPLATE.write_text(as_po(template()), "utf-8")
    wrong = 0
    for path in sorted({*catalogues(), *(LOCALE / f"{code}.po" for code in new)}):
        catalogue = renewed(path)
        path.write_text(as_po(catalogue), "utf-8")
        path.with_suffix(".mo").write_bytes(as_mo(read(path)))
        for fault in faults(catalogue):
            wrong += 1
            print(fault)
    print(f"{len(list(texts()))} texts, {len(catalogues())} catalogues, {wrong} to do")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
