"""The tune of the game, from which all its music is made.

Four notes rise and stop, then four that rise further: one out, all out. The second half calls with
a falling third, as one calls across a yard. It is original; it was compared by ear and by contour
with no collection, but its intervals (a second, a third, and each start a step higher) are of no
song of the labour movement that is known to us.
"""

from __future__ import annotations

from build.audio.music.harmony import chart
from build.audio.music.notation import tune

RISE = tune("""
    mp c4q. d4e f4h | d4q. f4e a4h | < bb4q a4q g4q f4q | mf > g4h. rq |
    mp c4q. d4e f4h | < d4q. f4e bb4h | mf a4q. g4e > f4q e4q | mp f4h. rq |
""")
CALL = tune("""
    mf c5q. a4e c5h | bb4q. g4e bb4h | > a4q f4q d4q f4q | mp g4h. rq |
    mf c5q. a4e < c5q d5q | f bb4q. c5e d5h | c5q a4q > g4q. e4e | mf f4h. rq |
""")
RISE_CHORDS = "F | Dm | Bb F/A | C | F | Bb | F/C C7 | F"
CALL_CHORDS = "F | Gm | Dm Bb | C | F Dm | Bb Gm | F/C C7 | F"

TENOR = tune("""
    mp a3h c4q. a3e | f3h a3h | d4q c4q bb3q a3q | e3q. f3e g3q e3q |
    a3h c4h | bb3q. a3e f3h | c4h bb3q. g3e | a3q c4q a3q f3q |
""")
"""What goes with the rise, in the tenor: sixths below it where it falls, on the move where it
rests."""

rise_chords = chart(RISE_CHORDS)
call_chords = chart(CALL_CHORDS)
