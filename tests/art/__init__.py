"""Tests of what makes the pictures; those that need its packages are marked `makers`."""
