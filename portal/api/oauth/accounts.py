"""Who may hold a token: users with an agent's record whose account is in force."""

from typing import Any

from portal.accounts.models import Agent, User


def is_revoked(user: User) -> bool:
    """Whether `user`, who was given a token, is an agent no more: disabled, or without a record.

    Only agents are given tokens; should an adherent hold one, they were never an agent.
    """
    if getattr(user, "adherent", None) is not None:
        return False
    return not user.is_active or getattr(user, "agent", None) is None


def agent_of(user: Any) -> Agent | None:
    """The agent that `user` is, or None for an adherent, a disabled account, or nobody."""
    if user is None or not user.is_authenticated or not user.is_active:
        return None
    return Agent.objects.select_related("caisse", "user").filter(user=user).first()
