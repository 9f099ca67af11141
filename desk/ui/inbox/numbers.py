"""Counts as French readers expect them."""


def grouped(count: int) -> str:
    """« 12 345 », with narrow no-break spaces."""
    return f"{count:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")
