"""The kinds of values in an author's form: ids, texts, flags, and the tags of unions."""

from __future__ import annotations

import keyword
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

RESERVED = frozenset(
    "true false stance seen visits count among up_to down_to you".split()
) | frozenset(keyword.kwlist)
"""Words of the expression language, which therefore name nothing else."""

RESERVED_CHOICES = frozenset("text choices to meeting hands carried lost ending skip".split())
"""Words that stand in stable ids where a choice's id would stand."""

TAG = "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}"
"""Marks the pieces of a pydantic error's path that are no keys of the author's."""


def _number_as_text(value: object) -> object:
    # A text may be a year or a count: YAML calls it a number, the author calls it text.
    return str(value) if type(value) is int else value


def _unreserved(name: str) -> str:
    if name in RESERVED:
        raise PydanticCustomError("reserved_id", "reserved", {"name": name})
    return name


def _free_choice(name: str) -> str:
    if name in RESERVED_CHOICES:
        raise PydanticCustomError("reserved_id", "reserved", {"name": name})
    return name


def kind_tag(value: object) -> str:
    """The tag of a value's kind, for fields that take a text or something larger."""
    if isinstance(value, dict):
        return TAG + "mapping"
    return TAG + ("list" if isinstance(value, list) else "text")


def hand_tag(value: object) -> str:
    """The tag of a voter's hand: lines under conditions, or one that nothing moves."""
    return TAG + ("always" if isinstance(value, dict) and "always" in value else "lines")


ID = r"^[a-z][a-z0-9_]{0,47}$"
Id = Annotated[str, StringConstraints(pattern=ID)]
Name = Annotated[Id, AfterValidator(_unreserved)]
"""An id that conditions can name."""
ChoiceId = Annotated[Id, AfterValidator(_free_choice)]
BranchId = Annotated[str, StringConstraints(min_length=1, max_length=300)]
"""The stable id of a branch. It is one if the story has that branch, which is no matter of form."""
StoryId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=48)]
_NUMBER_TOO = Field(json_schema_extra={"type": ["string", "integer"]})
Prose = Annotated[
    str,
    BeforeValidator(_number_as_text),
    StringConstraints(min_length=1, max_length=8000),
    _NUMBER_TOO,
]
Short = Annotated[
    str,
    BeforeValidator(_number_as_text),
    StringConstraints(min_length=1, max_length=300),
    _NUMBER_TOO,
]
Expression = Annotated[str, StringConstraints(min_length=1, max_length=500)]
Path = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Flag = Annotated[bool, Field(strict=True)]
Positive = Annotated[int, Field(ge=1, le=10_000)]

Label = Literal["documented", "likely", "disputed", "invented"]


class Form(BaseModel):
    """What all forms share: no unknown keys, no silent conversions."""

    model_config = ConfigDict(extra="forbid", strict=True, populate_by_name=False)
