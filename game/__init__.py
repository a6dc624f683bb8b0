"""One Out, All Out: history's workers, their choices, and what people can do together."""

__version__ = "0.1.0"
