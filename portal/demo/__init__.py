"""Invented people and messages, for demonstrations and trials."""
