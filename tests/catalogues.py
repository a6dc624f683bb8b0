"""The tool that makes the catalogues, which is no module of a package: it is loaded by its path."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build import catalogues
else:
    _PATH = Path(__file__).resolve().parents[1] / "build" / "catalogues.py"
    _SPEC = importlib.util.spec_from_file_location("catalogues", _PATH)
    catalogues = importlib.util.module_from_spec(_SPEC)
    sys.modules["catalogues"] = catalogues
    _SPEC.loader.exec_module(catalogues)

__all__ = ["catalogues"]
