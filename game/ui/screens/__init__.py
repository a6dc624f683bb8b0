"""The screens of a play, one file each."""
