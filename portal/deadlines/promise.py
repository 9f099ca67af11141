"""What a caisse promises for a message sent at a given instant."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from portal.accounts.models import Adherent
from portal.deadlines.engine import Thresholds, thresholds
from portal.deadlines.models import PolicyVersion, Site
from portal.deadlines.rules import engine_policy, rule_in_force
from portal.deadlines.sites import site_for


@dataclass(frozen=True)
class Promise:
    """A deadline with what it was computed from; stored whole with the message."""

    rule: PolicyVersion
    site: Site | None
    budget: timedelta
    instants: Thresholds

    @property
    def due_at(self) -> datetime:
        """The instant until which an answer keeps the promise."""
        return self.instants.due


def promise_for(adherent: Adherent, sent_at: datetime) -> Promise:
    """Return what the adherent's site promises for a message sent at `sent_at` (R-ANS-01, law C4).

    Raises:
        UnknownPolicy: the policy is not one of the engine's.
    """
    site = site_for(adherent)
    rule = rule_in_force(adherent.caisse, site)
    budget = timedelta(seconds=rule.budget_seconds)
    return Promise(
        rule=rule,
        site=site,
        budget=budget,
        instants=thresholds(engine_policy(rule), sent_at, budget),
    )
