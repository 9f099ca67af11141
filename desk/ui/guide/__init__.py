"""The first steps in three screens."""
