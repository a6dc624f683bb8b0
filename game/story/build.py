"""From an author's files to a story: read, validated, gathered and linked.

This is what authors pay for and players do not: it imports YAML and pydantic. Everything that is
wrong is reported at once. After a fault of form the names in the rest are still looked at
(`game.story.salvage`); only where a file cannot be read at all, or the story's head cannot, does
the report end there, because anything might have been declared in it.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from game.story import files
from game.story.authored import HeadForm, PartForm, SceneForm
from game.story.diagnostics import Problems
from game.story.files import SourceFile
from game.story.form import kind_of, read_form
from game.story.gather import Found, Spot, gather
from game.story.link import link
from game.story.model import Story
from game.story.salvage import salvage
from game.story.tree import Tree, read_tree


def build(path: Path) -> tuple[Story, list[SourceFile]]:
    """The story of a folder or a file, and the files it is made of; raises `StoryError`."""
    problems = Problems()
    read = _read(path, problems)
    head, others, lost = _forms(read, problems)
    if not read.whole:
        problems.stop_if_any()
    story = link(gather(head, others, problems), read.fingerprint, problems, lost)
    problems.stop_if_any()
    assert story is not None, "a story that cannot be linked is reported"
    return story, read.sources


class _Read(NamedTuple):
    """The files of a story as trees, the head first. `whole` says that none is missing."""

    sources: list[SourceFile]
    head: Tree
    others: list[Tree]
    fingerprint: str
    whole: bool


def _read(path: Path, problems: Problems) -> _Read:
    sources = files.story_files(path, problems)
    contents = files.read_files(sources, problems)
    trees = [read_tree(data, name, problems) for name, data in contents]
    head = trees[0] if trees and contents[0][0] == sources[0].name else None
    if head is None:
        problems.stop_if_any()
        raise AssertionError("a story without a head is reported")
    root, included = files.story_folder(path), _includes(head)
    extra = files.extra_files(root, included, head, problems, sources)
    more = files.read_files(extra, problems, sum(len(data) for _, data in contents))
    trees += [read_tree(data, name, problems) for name, data in more]
    sources, contents = sources + extra, contents + more
    others = [tree for tree in trees[1:] if tree is not None]
    whole = len(others) + 1 == len(sources)
    return _Read(sources, head, others, files.fingerprint(contents), whole)


def _includes(head: Tree) -> list[str]:
    """The files a head includes; what else may stand there is the form's to report."""
    said = head.data.get("include") if isinstance(head.data, dict) else None
    return [one for one in said if isinstance(one, str)] if isinstance(said, list) else []


def _forms(
    read: _Read, problems: Problems
) -> tuple[Found[HeadForm], list[Found[SceneForm | PartForm]], set[str]]:
    """The forms of all files, and the ids lost to faults of form."""
    lost: set[str] = set()

    def form_of(tree: Tree, kind: type[HeadForm | SceneForm | PartForm]) -> object:
        if not _in_its_place(tree, problems, is_first=tree is read.head):
            problems.stop_if_any()
        form = read_form(tree, kind, problems)
        if form is None:
            form, gone = salvage(kind, tree.data)
            lost.update(gone)
        if form is None:
            problems.stop_if_any()
        return form

    head = form_of(read.head, HeadForm)
    assert isinstance(head, HeadForm), "a head that cannot be mended is reported"
    others: list[Found[SceneForm | PartForm]] = []
    for tree in read.others:
        form = form_of(tree, kind_of(tree))
        assert isinstance(form, SceneForm | PartForm), "a part that cannot be mended is reported"
        others.append(Found(form, Spot(tree)))
    return Found(head, Spot(read.head)), others, lost


def _in_its_place(tree: Tree, problems: Problems, *, is_first: bool) -> bool:
    """False, reported, for a scene where the head is looked for, and for a second head."""
    keys = tree.data.keys() if isinstance(tree.data, dict) else ()
    if is_first and "scene" in keys and "format" not in keys:
        about = "Or, if this is a scene of a story, name the story's folder instead of this file."
        where = tree.key_place(("scene",))
        problems.add("F01", where, len("scene"), key="format", where=" in this file", about=about)
        return False
    if not is_first and "format" in keys:
        problems.add(
            "F11",
            tree.key_place(("format",)),
            len("format"),
            why="this file has the key `format`, and only a story's first file has it",
            mend="Take out the keys of the head (`format`, `id` and so on), or do not include it.",
        )
        return False
    return True
