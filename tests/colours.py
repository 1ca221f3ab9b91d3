"""Colours as a browser computes them, and how well one can be read on another."""

import re


def colour(page, selector, name):
    """The red, green and blue of the first element that fits, from 0 to 255."""
    written = page.value(f"getComputedStyle(document.querySelector('{selector}')).{name}")
    return [int(part) for part in re.findall(r"\d+", written)[:3]]


def contrast(one, other):
    """The contrast ratio of WCAG 2.2."""
    light, dark = sorted(map(_luminance, (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour):
    parts = [part / 255 for part in colour]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
