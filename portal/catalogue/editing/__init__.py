"""Editing the catalogue in the administration: a draft, what it would change, its publication."""
