"""A story in other forms: the map of its passages."""
