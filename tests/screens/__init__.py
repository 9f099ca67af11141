"""Photographs of every screen: `python -m tests.screens`, or `make screens`."""
