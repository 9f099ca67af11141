"""The forecast of broken deadlines. Pure: what is known goes in, figures and assumptions come out.

No framework, no clock, no file, no hidden chance: the same question with the same seed has the same
answer. `learning` reads the past, `hours` says when people work, `sharing` how those of several
teams divide their time, `running` simulates, `answering` puts the figures together.
"""

from portal.forecast.engine.answering import Answer, AtRisk, Day, Spread, forecast
from portal.forecast.engine.changes import ChangeRefused, Move, changed
from portal.forecast.engine.learning import (
    Answered,
    Arrived,
    Demand,
    Pace,
    Staff,
    busy_days,
    learn_demand,
    learn_staff,
)
from portal.forecast.engine.question import ExtraOpening, Message, Pool, Promise, Question

__all__ = [
    "Answer",
    "Answered",
    "Arrived",
    "AtRisk",
    "ChangeRefused",
    "Day",
    "Demand",
    "ExtraOpening",
    "Message",
    "Move",
    "Pace",
    "Pool",
    "Promise",
    "Question",
    "Spread",
    "Staff",
    "busy_days",
    "changed",
    "forecast",
    "learn_demand",
    "learn_staff",
]
