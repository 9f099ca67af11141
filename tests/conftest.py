"""Shared by all tests: no display is needed unless a test asks for one."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PORTAL_LOG_LEVEL", "WARNING")
# A reply is seen at once; the tests of taking it back give it a time of their own.
os.environ.setdefault("PORTAL_UNDO_SECONDS", "0")
