"""Alembic's scripts for the local store: CONTRIBUTING.md says how to add one."""
