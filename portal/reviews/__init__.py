"""Replies read by a colleague before they leave."""
