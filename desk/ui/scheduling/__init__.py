"""Replies that leave later, and who is away."""
