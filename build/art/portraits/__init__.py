"""Portraits: half-figures for the dialogue, four moods to a person.

from build.art.portraits import PORTRAITS, figure, portrait
portrait("vi", "warm").save("vi-warm.png")              # 880 by 960, with alpha
place(B, figure("roy", pose=stand()), 900, 400, scale=55)  # the same person in a scene
"""

from build.art.portraits.sitting import HEIGHT, MOOD_NAMES, PORTRAITS, WIDTH, figure, portrait

__all__ = ["HEIGHT", "MOOD_NAMES", "PORTRAITS", "WIDTH", "figure", "portrait"]
