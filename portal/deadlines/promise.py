"""What a caisse promises for a message sent at a given instant."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from portal.catalogue.models import Caisse
from portal.deadlines.engine import Rules, due_instant, policy_of
from portal.deadlines.engine.policy import Kind


@dataclass(frozen=True)
class Promise:
    """A deadline with what it was computed from; stored whole with the message."""

    policy: str
    policy_version: int
    budget: timedelta
    due_at: datetime


def promise_for(caisse: Caisse, sent_at: datetime) -> Promise:
    """Return the promise of `caisse` for a message sent at `sent_at` (R-ANS-01, law C4).

    Raises:
        UnknownPolicy: the caisse's policy is not one of the engine's.
    """
    budget = timedelta(seconds=caisse.sla_budget_seconds)
    policy = policy_of(Rules(kind=Kind(caisse.sla_policy), timezone=caisse.timezone))
    return Promise(
        policy=caisse.sla_policy,
        policy_version=caisse.sla_policy_version,
        budget=budget,
        due_at=due_instant(policy, sent_at, budget),
    )
