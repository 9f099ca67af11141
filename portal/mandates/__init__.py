"""Procurations: who may act in whose name, for what, until when, and what was done."""
