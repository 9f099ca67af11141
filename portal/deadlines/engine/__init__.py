"""When a promise falls due, and why. Pure: instants and durations in, instants and lines out.

No framework, no clock, no file. A `Policy` says how time is counted; `promise` and its neighbours
in `counting` answer what desk and the portal ask; `ledger` explains it line by line.
"""

from portal.deadlines.engine.counting import (
    THRESHOLDS,
    InvalidQuestion,
    Thresholds,
    due_instant,
    is_counting,
    thresholds,
    used_between,
)
from portal.deadlines.engine.frames import FramesError, WeeklyFrames, read_frames, read_weekly
from portal.deadlines.engine.holidays import UnknownRegion
from portal.deadlines.engine.ledger import Line, LineKind, explain
from portal.deadlines.engine.opening import NeverOpens
from portal.deadlines.engine.pauses import Pause
from portal.deadlines.engine.policy import (
    Kind,
    Policy,
    Rules,
    UnknownPolicy,
    UnknownTimeZone,
    policy_of,
)

__all__ = [
    "THRESHOLDS",
    "FramesError",
    "InvalidQuestion",
    "Kind",
    "Line",
    "LineKind",
    "NeverOpens",
    "Pause",
    "Policy",
    "Rules",
    "Thresholds",
    "UnknownPolicy",
    "UnknownRegion",
    "UnknownTimeZone",
    "WeeklyFrames",
    "due_instant",
    "explain",
    "is_counting",
    "policy_of",
    "read_frames",
    "read_weekly",
    "thresholds",
    "used_between",
]
