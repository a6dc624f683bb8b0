#!/bin/sh
# Puts the game into this user's menu of programs: ./add-to-menu.sh, and ./add-to-menu.sh --remove
set -eu
here=$(CDPATH="" cd -- "$(dirname -- "$0")" && pwd -P)
data=${XDG_DATA_HOME:-"$HOME/.local/share"}
entry=$data/applications/one-out.desktop
icon=$data/icons/hicolor/256x256/apps/one-out.png

if [ "${1:-}" = --remove ]; then
    rm -f -- "$entry" "$icon"
    echo "One Out, All Out is no longer in the menu. Its folder, and your saves, are still there."
    exit 0
fi
mkdir -p -- "$(dirname -- "$entry")" "$(dirname -- "$icon")"
cp -- "$here/one-out.png" "$icon"
# In a desktop entry a path stands in quotes, with these signs escaped; a backslash twice over
# (Desktop Entry Specification 1.5, "The Exec key"); and % doubled.
path=$(printf '%s\n' "$here/one-out" | sed -e 's/[\\"`$]/\\&/g' -e 's/\\/\\\\/g' -e 's/%/%%/g')
EXEC=$path awk '/^Exec=/ { print "Exec=\"" ENVIRON["EXEC"] "\""; next } { print }' \
    "$here/one-out.desktop" >"$entry"
echo "One Out, All Out is in the menu now. If you move this folder, run this again."
