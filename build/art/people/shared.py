"""What every Aboriginal person in every picture has in common, so that nobody is graded by it.

The people mesh has no Aboriginal preset.  All are made of one mixture of two of its presets and
printed in one set of inks: a share or an ink that differed from person to person would measure
people, as official files once did.  What differs are features, hair, age and build.
"""

from __future__ import annotations

from typing import Any, Final

MIX: Final = {"african": 0.5, "caucasian": 0.5}  # of the mesh's presets: of nobody's ancestry
INK: Final = ("brown", "brown", "sand")  # the ground of the skin, its half tones, its lights

HAND: Final = ("brown", "key")  # a hand drawn over what it holds: skin, and its shade

SHARED: Final[dict[str, Any]] = {"race": MIX, "skin": INK}
