"""Steers schemathesis towards exchanges that exist: half of the ids it makes up become real ones.

Loaded by schemathesis itself, through SCHEMATHESIS_HOOKS.
"""

import os
from typing import Any

import schemathesis

EXCHANGES = int(os.environ.get("WILD_EXCHANGES", "1"))
NEWEST_VERSION = 3


@schemathesis.hook
def map_path_parameters(_context: schemathesis.HookContext, values: Any) -> Any:
    thread_id = (values or {}).get("thread_id")
    if isinstance(thread_id, int) and not isinstance(thread_id, bool) and thread_id % 2:
        return {**values, "thread_id": thread_id % EXCHANGES + 1}
    return values


@schemathesis.hook
def map_headers(_context: schemathesis.HookContext, values: Any) -> Any:
    seen = (values or {}).get("If-Match")
    if isinstance(seen, str) and seen.strip('"').isdecimal():
        return {**values, "If-Match": f'"{int(seen.strip(chr(34))) % NEWEST_VERSION + 1}"'}
    return values


@schemathesis.hook
def map_query(_context: schemathesis.HookContext, values: Any) -> Any:
    """Nobody waits: the long poll has tests of its own."""
    if isinstance((values or {}).get("wait"), int) and 0 < values["wait"] <= 30:
        return {**values, "wait": 0}
    return values
