"""The form of what authors write: pydantic models of the three kinds of file.

The descriptions are what an editor shows while an author types (`one-out schema`). The meaning of
every field is in `docs/story-format.md`; names, conditions and how passages hang together are
checked afterwards, in `game.story.link`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field, StringConstraints, Tag

from game.story.fields import (
    TAG,
    BranchId,
    ChoiceId,
    Expression,
    Flag,
    Form,
    Id,
    Label,
    Name,
    Path,
    Positive,
    Prose,
    Short,
    StoryId,
    hand_tag,
    kind_tag,
)


class When(Form):
    """A text under a condition."""

    if_: Expression = Field(alias="if", description="The condition under which this is printed.")
    text: Prose = Field(description="What is printed where the condition holds.")
    else_: Prose | None = Field(
        None, alias="else", description="What is printed where it does not; may be left out."
    )


Paragraphs = Annotated[
    Annotated[Prose, Tag(TAG + "text")]
    | Annotated[
        dict[
            Id,
            Annotated[
                Annotated[Prose, Tag(TAG + "text")] | Annotated[When, Tag(TAG + "mapping")],
                Discriminator(kind_tag),
            ],
        ],
        Tag(TAG + "mapping"),
    ],
    Discriminator(kind_tag),
]
OptionalWhen = Annotated[
    Annotated[Prose, Tag(TAG + "text")] | Annotated[When, Tag(TAG + "mapping")],
    Discriminator(kind_tag),
]


class FlagVariable(Form):
    """Something that is so or is not."""

    type: Literal["flag"] = Field(description="A flag is true or false.")
    start: Flag = Field(description="What it is when the story starts.")
    about: Prose = Field(description="What it means that this is true, for whoever reads the file.")


class NumberVariable(Form):
    """A whole number with ends."""

    type: Literal["number"] = Field(description="A whole number between `from` and `to`.")
    from_: int = Field(alias="from", ge=-10_000, le=10_000, description="The smallest it can be.")
    to: int = Field(ge=-10_000, le=10_000, description="The largest it can be.")
    start: int = Field(description="What it is when the story starts.")
    about: Prose = Field(description="What it counts.")


class OneOfVariable(Form):
    """One of a few named values."""

    type: Literal["one_of"] = Field(description="Exactly one of the listed values.")
    values: Annotated[
        Annotated[list[Name], Field(min_length=2, max_length=64), Tag(TAG + "list")]
        | Annotated[dict[Name, Short], Field(min_length=2, max_length=64), Tag(TAG + "mapping")],
        Discriminator(kind_tag),
    ] = Field(description="The values: a list of ids, or id: the words printed for it.")
    ordered: Flag = Field(False, description="true if `<` and `>=` make sense, lowest value first.")
    start: Id = Field(description="The value when the story starts.")
    about: Prose = Field(description="What is decided here.")


Variable = Annotated[FlagVariable | NumberVariable | OneOfVariable, Field(discriminator="type")]


Likeness = Literal["neutral", "warm", "hard", "worried", "hand_up", "hand_down"]


class PersonForm(Form):
    """Somebody in the story."""

    name: Short = Field(description="The name as the player reads it.")
    about: Prose | None = Field(
        None, description="Who this is: job, want, trouble, habit of speech."
    )
    stance: Id | None = Field(
        None, description="Where the person starts on the scale. Leave out if nothing moves them."
    )
    groups: list[Id] = Field(
        default_factory=list, description="The declared groups this person belongs to."
    )
    portraits: dict[Likeness, Path] = Field(
        default_factory=dict,
        description="Images in the story's folder: the face in each mood, the figure in a meeting.",
    )


class ChoiceForm(Form):
    """Something the player can do."""

    text: Short = Field(description="What the player does: starts with a verb, at most 14 words.")
    if_: Expression | None = Field(
        None, alias="if", description="Offered only where this condition holds."
    )
    locked: Short | None = Field(
        None, description="Shown, with the choice, where `if` fails: why it cannot be taken."
    )
    effects: list[Expression] = Field(
        default_factory=list,
        max_length=50,
        description="What changes: `fund += 1`, `les = with_us`.",
    )
    to: Id = Field(description="The passage it leads to.")
    once: Flag = Field(False, description="true: gone after it has been taken once.")
    lens: Literal["alone", "together", "apart"] | None = Field(
        None,
        description="For the debrief only, never shown in play: done alone, together, or apart.",
    )


class JumpForm(Form):
    """One way on, if its condition holds."""

    if_: Expression | None = Field(
        None, alias="if", description="Taken if this holds. The last entry has no `if`."
    )
    to: Id = Field(description="The passage to go on with.")


HandWord = Literal["up", "down", "abstain"]


class HandLineForm(Form):
    """Why a hand is up or down."""

    if_: Expression | None = Field(
        None, alias="if", description="Decides if this holds. The line called `else` has no `if`."
    )
    hand: HandWord = Field(description="up, down, or abstain.")
    text: Prose = Field(description="The reason, as the player may read it.")


class AlwaysForm(Form):
    """A hand that nothing moves."""

    always: HandWord = Field(description="The hand of somebody whom nothing in the story moves.")
    text: Prose = Field(description="The reason, as the player may read it.")


class MeetingForm(Form):
    """A motion, and why each hand goes up or stays down."""

    motion: Prose = Field(description="What is moved, in the words of the motion.")
    moved_by: Id | None = Field(None, description="The person who moves it, or `you`.")
    voters: Annotated[
        Annotated[Id, Tag(TAG + "text")]
        | Annotated[list[Id], Field(min_length=1, max_length=40), Tag(TAG + "list")],
        Discriminator(kind_tag),
    ] = Field(description="Who votes: a group, or a list of people (and `you`).")
    needs: Annotated[
        str, StringConstraints(pattern=r"^(more than|at least) [1-9][0-9]?/[1-9][0-9]?$")
    ] = Field("more than 1/2", description="What carries it, of those voting: `more than 1/2`.")
    hands: dict[
        Id,
        Annotated[
            Annotated[AlwaysForm, Tag(TAG + "always")]
            | Annotated[dict[Id, HandLineForm], Field(min_length=1), Tag(TAG + "lines")],
            Discriminator(hand_tag),
        ],
    ] = Field(description="For each voter: lines ending in `else`, or `always` with a text.")
    carried: Id = Field(description="The passage if the motion is carried.")
    lost: Id = Field(description="The passage if it is lost.")


class EndingForm(Form):
    """How the story ends here."""

    title: Short = Field(description="What happened, in a few words. No ending is good or bad.")
    debrief: Prose = Field(description="What it came to, for the talk afterwards.")


class PassageForm(Form):
    """A passage: text, and exactly one of choices, to, meeting, ending, return."""

    text: Paragraphs | None = Field(
        None, description="What is read: one text, or id: text, or id: {if, text, else}."
    )
    speaker: Id | None = Field(
        None, description="The person who speaks, or `you`: for the portrait."
    )
    mood: Literal["neutral", "warm", "hard", "worried"] | None = Field(
        None, description="The speaker's face."
    )
    picture: Id | None = Field(None, description="The picture behind it, from `pictures`.")
    music: Id | None = Field(None, description="The music, from `sounds`.")
    ambience: Id | None = Field(None, description="The sound of the place, from `sounds`.")
    sound: Id | None = Field(None, description="A sound on entering, from `sounds`.")
    notes: list[Id] = Field(default_factory=list, description="Margin notes that belong here.")
    effects: list[Expression] = Field(
        default_factory=list, max_length=50, description="What changes on entering."
    )
    choices: dict[ChoiceId, ChoiceForm] | None = Field(
        None, min_length=1, max_length=9, description="What the player can do: id: choice."
    )
    to: (
        Annotated[
            Annotated[Id, Tag(TAG + "text")]
            | Annotated[list[JumpForm], Field(min_length=1, max_length=20), Tag(TAG + "list")],
            Discriminator(kind_tag),
        ]
        | None
    ) = Field(None, description="Goes on at once: a passage, or a list of `if` and `to`.")
    call: Id | None = Field(None, description="The flow to run before `to`.")
    meeting: MeetingForm | None = Field(
        None, description="A motion, who votes on it, and why each hand goes up."
    )
    ending: EndingForm | None = Field(None, description="The story ends here.")
    return_: Literal[True] | None = Field(
        None, alias="return", description="true: go back to where the flow was called."
    )


class FlowForm(Form):
    """Passages used from several places."""

    start: Id = Field(description="The passage the flow starts with.")
    passages: dict[Id, PassageForm] = Field(min_length=1, description="Its passages.")


class NoteForm(Form):
    """A margin note: what is true here."""

    label: Label = Field(description="documented, likely, disputed or invented.")
    text: Prose = Field(description="25 to 60 words.")
    sources: list[Id] = Field(default_factory=list, description="Where it is known from.")


class SourceForm(Form):
    """Where something is known from."""

    text: Prose = Field(description="The citation.")
    kind: Short = Field(description="Oral history, law, newspaper, scholarship, party press...")


class PictureForm(Form):
    """A picture, and words for those who do not see it."""

    description: Prose = Field(description="What the picture shows, for those who do not see it.")
    file: Path | None = Field(None, description="An image in the story's folder.")


class SoundForm(Form):
    """A sound, and words for those who do not hear it."""

    caption: Short = Field(description="What is heard, for those who do not hear it.")
    kind: Literal["music", "ambience", "effect"] = Field(description="How it is played.")
    file: Path | None = Field(None, description="A sound file in the story's folder.")


class PartForm(Form):
    """What may stand in any file but a scene: declarations, and passages of a small story."""

    variables: dict[Name, Variable] = Field(
        default_factory=dict,
        description="What the story remembers: id: a flag, a number or a one_of.",
    )
    people: dict[Name, PersonForm] = Field(
        default_factory=dict, description="Who is in it: id: person."
    )
    groups: dict[Name, Prose] = Field(
        default_factory=dict, description="Groups that vote or are counted: id: who they are."
    )
    notes: dict[Id, NoteForm] = Field(default_factory=dict, description="Margin notes: id: note.")
    sources: dict[Id, SourceForm] = Field(
        default_factory=dict, description="Sources of notes: id: source."
    )
    pictures: dict[Id, PictureForm] = Field(
        default_factory=dict, description="Pictures: id: picture."
    )
    sounds: dict[Id, SoundForm] = Field(
        default_factory=dict, description="Music and sounds: id: sound."
    )
    passages: dict[Id, PassageForm] = Field(
        default_factory=dict, description="Passages, for a story without scene files: id: passage."
    )
    flows: dict[Id, FlowForm] = Field(
        default_factory=dict,
        description="Stretches of passages used from several places: id: flow.",
    )


class SkipForm(Form):
    """How a scene can be left out."""

    from_: Id = Field(alias="from", description="The passage where leaving is offered.")
    to: Id = Field(description="The passage that says in short what was missed.")
    why: Prose = Field(description="Shown with the offer: what is in the scene.")


class SceneForm(Form):
    """A scene: one file."""

    scene: Id = Field(description="The scene's id.")
    title: Short = Field(description="The scene's title.")
    act: Id | None = Field(None, description="The act it belongs to.")
    place: Short | None = Field(None, description="Where it happens.")
    when: Short | None = Field(None, description="When it happens.")
    picture: Id | None = Field(None, description="The picture until a passage says otherwise.")
    music: Id | None = Field(None, description="The music until a passage says otherwise.")
    ambience: Id | None = Field(None, description="The ambience until a passage says otherwise.")
    notes: list[Id] = Field(default_factory=list, description="Margin notes of the whole scene.")
    content_notes: dict[Id, Prose] = Field(
        default_factory=dict, description="What some may want to know first."
    )
    know: dict[Id, OptionalWhen] = Field(
        default_factory=dict, description="What the player's character knows tonight: id: text."
    )
    skip: SkipForm | None = Field(None, description="How the scene can be left out.")
    passages: dict[Id, PassageForm] = Field(min_length=1, description="id: passage.")
    flows: dict[Id, FlowForm] = Field(
        default_factory=dict, description="Passages used from several places: id: flow."
    )


class PlayerForm(Form):
    """Who the player is."""

    name: Short = Field(description="The player's name in the story.")
    about: Prose = Field(description="Who they are: job, stake, what they can lose.")
    portraits: dict[Likeness, Path] = Field(
        default_factory=dict, description="As those of people, where `you` speaks or votes."
    )


class ActForm(Form):
    """A part of the story that fits a lesson."""

    title: Short = Field(description="The act's title.")
    minutes: Positive = Field(description="How long it plays.")
    stop: Prose = Field(description="Shown at the natural stop after it.")


class CutForm(Form):
    """The story in one lesson."""

    minutes: Positive = Field(description="How long the cut plays.")
    skips: list[Id] = Field(
        default_factory=list, description="Scenes left out; each needs a `skip`."
    )
    votes: list[Id] = Field(
        description="Passages with choices or a meeting that the class decides."
    )


class RecordForm(Form):
    """A line of then and now."""

    label: Label = Field(description="documented, likely, disputed or invented.")
    text: Prose = Field(description="What the record says.")
    sources: list[Id] = Field(default_factory=list, description="Where it is known from.")


class DebriefForm(Form):
    """For the talk afterwards."""

    record: dict[Id, RecordForm] = Field(description="What the record says: id: line.")
    against: Prose = Field(description="The strongest case against the story's drift.")
    questions: list[Prose] = Field(min_length=1, max_length=12, description="To talk about.")


class CreditForm(Form):
    """A line of the credits."""

    role: Short = Field(description="What was done.")
    who: Prose = Field(description="By whom, or how.")


class HeadForm(PartForm):
    """story.yaml: what the story is."""

    format: Literal[1] = Field(description="The version of the format: 1.")
    id: StoryId = Field(description="The story's id: a-z, 0-9 and -.")
    title: Short = Field(description="The story's title.")
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = (
        Field(description="A language tag: en-AU.")
    )
    year: Annotated[int, Field(ge=-3000, le=3000)] = Field(description="When it happens.")
    place: Short = Field(description="Where it happens.")
    summary: Prose = Field(description="Two sentences for the title screen.")
    start: Id = Field(description="The first passage.")
    player: PlayerForm = Field(description="The player's name, and who they are.")
    reading_age: Annotated[int, Field(ge=5, le=18)] = Field(
        description="For readers from this age."
    )
    minutes: Positive = Field(description="How long one route plays.")
    content_notes: dict[Id, Prose] = Field(
        description="Shown before the first scene: id: text. {} if there are none."
    )
    scale: list[Name] = Field(
        default_factory=list,
        min_length=2,
        max_length=8,
        description="The stances people can take, lowest first.",
    )
    acts: dict[Id, ActForm] = Field(default_factory=dict, description="The acts: id: act.")
    classroom_cut: CutForm | None = Field(None, description="The story in one lesson.")
    debrief: DebriefForm | None = Field(None, description="For the talk afterwards.")
    credits: list[CreditForm] = Field(min_length=1, description="Who made it, and how.")
    poster: Id | None = Field(None, description="The picture that stands for it on the shelf.")
    unreachable: dict[BranchId, Prose] = Field(
        default_factory=dict,
        description="What no play reaches, on purpose, as the check proves: branch: why.",
    )
    include: list[Path] = Field(
        default_factory=list, max_length=400, description="Further files, relative to this one."
    )
