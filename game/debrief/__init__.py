"""What it came to: a played route, looked back on (see `docs/architecture.md`)."""
