"""What happens: a story compiled to a `Program`, played by pure steps from `State` to `State`."""
