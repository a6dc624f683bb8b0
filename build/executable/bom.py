"""The bill of materials beside an artefact: CycloneDX 1.6, as JSON.

It has no serial number and no time, so that the same commit gives the same bytes.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from build.executable import libraries, licences, recipe, wheels


def bom(program: Path, files: Iterable[str], version: str, lock: Path) -> str:
    """The bill of materials of a folder `program` that holds `files` (paths in it)."""
    made = LicenseFactory()
    root = Component(
        name=wheels.ROOT,
        version=version,
        type=ComponentType.APPLICATION,
        bom_ref=wheels.ROOT,
        licenses=[made.make_from_string("MIT AND CC-BY-SA-4.0 AND OFL-1.1")],
    )
    packages = wheels.shipped([*wheels.locked(lock), wheels.BOOTLOADER])
    parts = [_python(made), *(_package(wheel, made) for wheel in packages)]
    parts.extend(_library(program / name, name, made) for name in sorted(files) if _named(name))
    parts.extend(
        _font(file, made) for file in sorted((recipe.CLONE / "assets/fonts").glob("*.ttf"))
    )
    whole = Bom(components=parts)
    whole.metadata.component = root
    whole.register_dependency(root, parts)
    data = json.loads(JsonV1Dot6(whole).output_as_string())
    del data["serialNumber"], data["metadata"]["timestamp"]
    return json.dumps(data, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _named(name: str) -> bool:
    return licences.of(name) is not None


def _python(made: LicenseFactory) -> Component:
    return Component(
        name="cpython",
        version=platform.python_version(),
        type=ComponentType.PLATFORM,
        bom_ref="cpython",
        purl=PackageURL("generic", None, "cpython", platform.python_version()),
        licenses=[made.make_from_string("PSF-2.0")],
        external_references=_home("https://www.python.org"),
    )


def _package(wheel: wheels.Wheel, made: LicenseFactory) -> Component:
    return Component(
        name=wheel.name,
        version=wheel.version,
        type=ComponentType.LIBRARY,
        bom_ref=f"pypi:{wheel.name}",
        purl=PackageURL("pypi", None, wheel.name, wheel.version),
        licenses=[made.make_from_string(wheel.licence)],
        external_references=_home(wheel.home),
    )


def _library(path: Path, name: str, made: LicenseFactory) -> Component:
    found = libraries.of(name)
    assert found is not None
    return Component(
        name=found.name,
        type=ComponentType.LIBRARY,
        bom_ref=f"file:{name}",
        description=Path(name).name,
        hashes=[HashType.from_composite_str(f"sha256:{sha256(path.read_bytes()).hexdigest()}")],
        licenses=[made.make_from_string(found.licence)],
    )


def _font(path: Path, made: LicenseFactory) -> Component:
    return Component(
        name=path.name,
        type=ComponentType.FILE,
        bom_ref=f"font:{path.name}",
        hashes=[HashType.from_composite_str(f"sha256:{sha256(path.read_bytes()).hexdigest()}")],
        licenses=[made.make_from_string("OFL-1.1")],
    )


def _home(url: str) -> list[ExternalReference]:
    return [ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(url))] if url else []
