"""Dates and ages that cannot all be right."""
