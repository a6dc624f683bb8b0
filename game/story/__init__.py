"""What an author wrote: from YAML to a checked, typed, immutable `Story`.

Nothing is imported here, because a player needs `model` and `compiled` alone; pydantic and YAML
come in with `load`, when an author's file has changed.
"""
