"""Exchanges, claims, replies, and the feed of changes."""
