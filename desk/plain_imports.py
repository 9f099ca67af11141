"""Imports as Python makes them, without what PySide6 adds to each one.

On import PySide6 puts a function of its own in the place of `builtins.__import__`. To find out
which modules might choose another spelling of Qt's names (``from __feature__ import snake_case``),
it reads the source text of every module that is imported afterwards, and the text stays in memory:
20 MB and a fifth of the time of all imports at desk's start (benchmarks/startup.py). desk never
chooses another spelling.
"""

import builtins


def restore_plain_imports() -> None:
    """To be called once PySide6 is imported. Does nothing where PySide6 added nothing."""
    # PySide6 keeps Python's own function beside its own under this name.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
