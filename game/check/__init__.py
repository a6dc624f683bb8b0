"""What can happen in a story, decided exactly: each branch reached, or proved unreachable."""
