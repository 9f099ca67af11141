"""Replies that a colleague reads before they leave."""
