"""From a tree to a form: pydantic's findings, said to an author.

`read_form` decides which kind of file it is, validates it, and reports what is wrong with places
in the author's file.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Iterator, Sequence, Sized
from typing import Any, cast

from pydantic import BaseModel, ValidationError

from game.story.authored import HeadForm, PartForm, SceneForm
from game.story.diagnostics import Problems, near
from game.story.fields import TAG
from game.story.model import Place
from game.story.tree import Tree

Form = HeadForm | SceneForm | PartForm
Key = str | int

KINDS = {"text": "text", "mapping": "a mapping (`name: ...` lines)", "list": "a list (`- ` lines)"}


def kind_of(tree: Tree) -> type[HeadForm | SceneForm | PartForm]:
    """Which kind of file this is, told by its keys (section 1 of the specification)."""
    if isinstance(tree.data, dict):
        if "scene" in tree.data:
            return SceneForm
        if "format" in tree.data:
            return HeadForm
    return PartForm


def read_form(tree: Tree, kind: type[Form], problems: Problems) -> Form | None:
    """Validate `tree` as `kind`; report everything wrong and return None if anything is."""
    if not isinstance(tree.data, dict):
        found = "nothing" if tree.data is None else _found(tree.data)
        problems.add(
            "F03",
            Place(tree.file, 1, 1),
            what="a story's file",
            expected="a mapping",
            found=found,
            mend="Start with a line such as `scene: smoko`.",
        )
        return None
    try:
        return kind.model_validate(tree.data)
    except ValidationError as error:
        for one in error.errors(include_url=False, include_context=True):
            _Finding(tree, kind, one, problems).report()
        return None


class _Finding:
    """One of pydantic's errors, on its way to a diagnostic."""

    def __init__(self, tree: Tree, kind: type[Form], error: Any, problems: Problems) -> None:
        raw: tuple[Key, ...] = error["loc"]
        self.tree, self.problems = tree, problems
        self.what: str = error["type"]
        self.context: dict[str, Any] = error.get("ctx", {})
        self.value: object = error["input"]
        self.at_key = bool(raw) and raw[-1] == "[key]"
        self.path = existing(tree.data, raw, keep_last=self.what == "missing")
        self.last = str(self.path[-1]) if self.path else ""
        self.kind, self.raw = kind, raw
        self.model = model_at(kind, raw[:-1])

    def report(self) -> None:
        """Say it as one of the table's diagnostics."""
        says = {
            "missing": self._missing,
            "extra_forbidden": self._unknown_key,
            "reserved_id": self._bad_id,
            "string_pattern_mismatch": self._mismatch,
            "literal_error": self._wrong_word,
            "union_tag_invalid": self._wrong_kind,
            "union_tag_not_found": self._no_type,
            "string_too_short": self._empty,
            "too_short": self._empty,
            "string_too_long": self._too_long,
            "too_long": self._too_many,
            "greater_than_equal": self._out_of_bounds,
            "less_than_equal": self._out_of_bounds,
        }
        says.get(self.what, self._wrong_kind)()

    def _add(self, code: str, **fields: object) -> None:
        tree, path = self.tree, self.path
        if self.what == "missing":
            place = tree.key_place(path[:-1]) if len(path) > 1 else Place(tree.file, 1, 1)
        elif self.at_key or self.what == "extra_forbidden":
            place = tree.key_place(path)
        else:
            place = tree.place(path)
        if self.what == "missing":
            length = len(path[-2]) if len(path) > 1 and isinstance(path[-2], str) else 1
        elif self.at_key or self.what == "extra_forbidden":
            length = len(self.last)
        else:
            length = tree.length(path)
        self.problems.add(code, place, length, **fields)

    def _missing(self) -> None:
        field = _field(self.model, self.last)
        about = field.description or "" if field else ""
        self._add("F01", key=self.last, where=_where(self.path[:-1]), about=about)

    def _unknown_key(self) -> None:
        known = list(keys_of(self.model)) if self.model else []
        self._add(
            "F02",
            key=self.last,
            where=_where(self.path[:-1]),
            near=self._meant(known),
            known=", ".join(known) or "none",
        )

    def _meant(self, known: list[str]) -> str:
        """What somebody will have meant who wrote a key that cannot stand here."""
        if self.value is None and not self._has_colon():
            return "A comma inside `{...}` ends a text: put the whole text in double quotes. "
        other = _OTHER_WORDS.get(self.last)
        if other in known:
            return f"Did you mean `{other}`? "
        hint = near(self.last, known)
        if not hint and isinstance(self.value, dict):
            return "If it is no part of what stands above it, indent it less. "
        return hint

    def _has_colon(self) -> bool:
        """Whether a colon follows the key: none does where a comma cut a text in braces."""
        place = self.tree.key_place(self.path)
        line = self.tree.text.split("\n")[place.line - 1]
        return line[place.column - 1 + len(self.last) :].lstrip("\"' ").startswith(":")

    def _bad_id(self) -> None:
        mend = "Choose another: this word has a meaning of its own."
        if self.what != "reserved_id":
            joint = "-" if self.path == ("id",) else "_"
            mend = f"Use 1 to 48 of a-z, 0-9 and {joint}, starting with a letter."
            like = re.sub(r"[^a-z0-9]+", joint, str(self.value).lower()).strip(joint)
            if "," in str(self.value):
                mend = f"A list stands in square brackets: `[{_short(self.value)}]`."
            elif re.fullmatch(r"[a-z][a-z0-9_-]{0,47}", like):
                mend += f" Perhaps: `{like}`."
        self._add("F04", name=_short(self.value), mend=mend)

    def _mismatch(self) -> None:
        if self.at_key or str(self.context.get("pattern", "")).startswith("^[a-z][a-z0-9"):
            self._bad_id()
        else:
            mend = _PATTERN_MENDS.get(self.last, "")
            self._add("F11", why=f"`{_short(self.value)}` cannot stand here", mend=mend)

    def _wrong_word(self) -> None:
        if self.last == "format":
            self._add("F08", found=_short(self.value))
            return
        known = self.context["expected"].replace(" or ", ", ").replace("'", "").split(", ")
        self._one_of(self.value, known)

    def _one_of(self, value: object, known: list[str]) -> None:
        self._add("F06", value=_short(value), near=near(str(value), known), known=", ".join(known))

    def _wrong_kind(self) -> None:
        tag = str(self.context.get("tag", TAG))
        if self.what == "union_tag_invalid" and not tag.startswith(TAG):
            # Not the kind of a value but the author's own `type:`.
            self.path = (*self.path, "type")
            self._one_of(tag, self.context["expected_tags"].replace("'", "").split(", "))
            return
        expected, kinds = _expected(self.what, self.context)
        what = f"`{self.last}`" if self.last else "this"
        mend = self._in_the_form_of(kinds)
        self._add("F03", what=what, expected=expected, found=_found(self.value), mend=mend)

    def _in_the_form_of(self, kinds: frozenset[str]) -> str:
        """How to write what stands here so that it is one of `kinds`."""
        value = self.value
        if "list" in kinds and isinstance(value, dict):
            return "Begin each entry with `- `."
        if "mapping" in kinds and isinstance(value, list):
            return "Write a name and a colon in place of each `- `, as in `first:`."
        if "text" in kinds or not kinds:
            return _text_mend(value) if kinds else _PLAIN_MENDS.get(self.what[:3], "")
        entry = (*self.raw, 0) if "list" in kinds else self.raw
        model = model_at(self.kind, entry)
        if model is not None and (keys := list(keys_of(model, required=True))):
            under = f"Under `{self.last}:` write, indented" + (", after `- `" * ("list" in kinds))
            return f"{under}: {', '.join(f'`{key}:`' for key in keys)}."
        if "list" in kinds:
            return f"Write `[{_short(value)}]`, or each entry on a line of its own after `- `."
        return "Write `name: ...` lines under it, indented, or `{}` if there are none."

    def _no_type(self) -> None:
        self.what = "missing"
        self.path = (*self.path, "type")
        self._add("F01", key="type", where=_where(self.path[:-1]), about="flag, number or one_of.")

    def _empty(self) -> None:
        if not self.value:
            self._add("F09")
            return
        there, fewest = len(cast(Sized, self.value)), self.context["min_length"]
        entries = "entry" if there == 1 else "entries"
        why = f"`{self.last}` has {there} {entries}; the fewest it can have is {fewest}"
        self._add("F11", why=why, mend="Add what is missing.")

    def _too_long(self) -> None:
        self._add("F05", size=len(str(self.value)), limit=self.context["max_length"])

    def _too_many(self) -> None:
        if isinstance(self.value, str):  # pydantic counts a text's characters so, too
            self._too_long()
            return
        self._add(
            "F10",
            what=f"`{self.last}` has too many entries",
            found=len(cast(Sized, self.value)),
            limit=self.context["max_length"],
            mend="Split it.",
        )

    def _out_of_bounds(self) -> None:
        low = "ge" in self.context
        bound = self.context["ge" if low else "le"]
        word = "smallest" if low else "largest"
        why = f"`{self.last}` is {self.value}; the {word} it can be is {bound}"
        self._add("F11", why=why, mend="Choose a number inside.")


_PATTERN_MENDS = {
    "needs": "Write `more than 1/2` or `at least 2/3`.",
    "language": "Write a language tag such as `en` or `en-AU`.",
}


def existing(data: object, path: Sequence[Key], *, keep_last: bool = False) -> tuple[Key, ...]:
    """The keys of a pydantic error's path that really stand in the file.

    The rest are pydantic's own: tags of kinds, `[key]`, the value of `type`. With `keep_last` the
    last one stays, because it is what is missing.
    """
    out: list[Key] = []
    for n, key in enumerate(path):
        if isinstance(data, dict) and key in data:  # noqa: SIM114 - the types differ
            data = data[key]
        elif isinstance(data, list) and type(key) is int and key < len(data):
            data = data[key]
        elif not (keep_last and n == len(path) - 1):
            continue
        out.append(key)
    return tuple(out)


def _where(path: tuple[Key, ...]) -> str:
    names = [str(p) for p in path if isinstance(p, str)]
    return f" in `{' / '.join(names[-2:])}`" if names else " in this file"


def _short(value: object) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _found(value: object) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return f"the flag {str(value).lower()}"
    if value is None:
        return "nothing"
    return f"the number {value}" if isinstance(value, int) else f"the text `{_short(value)}`"


def _expected(what: str, context: dict[str, Any]) -> tuple[str, frozenset[str]]:
    """What should have stood there, in words, and as kinds (of text, mapping and list)."""
    if what == "union_tag_invalid":
        tags = str(context["expected_tags"]).replace("'", "").replace(TAG, "").split(", ")
        return " or ".join(KINDS.get(t, t) for t in tags), frozenset(tags)
    for start, expected, kind in _EXPECTED:
        if what.startswith(start):
            return expected, frozenset({kind} - {""})
    return str(context.get("expected", what)), frozenset()


_EXPECTED = (
    ("string", "text", "text"),
    ("int", "a whole number", ""),
    ("bool", "true or false", ""),
    ("list", KINDS["list"], "list"),
    ("dict", KINDS["mapping"], "mapping"),
    ("model", KINDS["mapping"], "mapping"),
)
_PLAIN_MENDS = {
    "int": "Write figures, without quotes.",
    "boo": "Write `true` or `false`, without quotes.",
}
_OTHER_WORDS = {
    "condition": "if",
    "when": "if",
    "otherwise": "else",
    "elif": "else",
    "goto": "to",
    "next": "to",
    "options": "choices",
    "effect": "effects",
    "vote": "meeting",
    "note": "notes",
}
"""Words that other tools use, or other people, for keys of ours."""


def _text_mend(value: object) -> str:
    if value is None:
        return "Write it after the colon, or indent the lines below."
    if isinstance(value, bool):
        return 'Put it in quotes: "true".'
    if isinstance(value, dict):
        return "A colon inside a text needs quotes around the whole text, or `|`."
    return ""


def model_at(model: Any, path: tuple[Key, ...]) -> type[BaseModel] | None:
    """The model that validates what stands at `path` (a pydantic error's path, tags included)."""
    options: list[Any] = [model]
    for key in path:
        options = [n for o in options for n in _children(o, key)] or options
    for option in options:
        for one in _flatten(option):
            if isinstance(one, type) and issubclass(one, BaseModel):
                return one
    return None


def _flatten(annotation: Any) -> Iterator[Any]:
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        yield from _flatten(typing.get_args(annotation)[0])
    elif origin in (typing.Union, types.UnionType):
        for one in typing.get_args(annotation):
            yield from _flatten(one)
    else:
        yield annotation


def _children(annotation: Any, key: Key) -> Iterator[Any]:
    for one in _flatten(annotation):
        origin = typing.get_origin(one)
        if isinstance(one, type) and issubclass(one, BaseModel):
            field = _field(one, str(key))
            if field is not None:
                yield field.annotation
            elif (told := _field(one, "type")) and key in typing.get_args(told.annotation):
                yield one
        elif origin in (dict, list) and not str(key).startswith(TAG):
            yield typing.get_args(one)[-1]


def _field(model: type[BaseModel] | None, key: str) -> Any:
    if model is None:
        return None
    for name, field in model.model_fields.items():
        if (field.alias or name) == key:
            return field
    return None


def keys_of(model: type[BaseModel], *, required: bool = False) -> Iterator[str]:
    """The keys an author can write in `model`, or must, in the order of the form."""
    for name, field in model.model_fields.items():
        if field.is_required() or not required:
            yield field.alias or name
