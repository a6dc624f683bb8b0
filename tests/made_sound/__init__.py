"""What is heard: that all of it is there, at its loudness, and made again the same."""
