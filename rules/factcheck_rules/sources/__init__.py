"""FC5: sources."""
