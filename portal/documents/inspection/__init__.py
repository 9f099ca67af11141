"""Judges a file by its content and makes it anew, in a process of its own.

Nothing in here knows Django: a file that takes over its reader takes over a process without
settings, keys or database, bounded in memory, time and output.
"""
