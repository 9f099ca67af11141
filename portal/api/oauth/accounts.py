"""Who may hold a token: users with an agent's record whose account is in force."""

from typing import Any

from portal.accounts.models import Agent


def agent_of(user: Any) -> Agent | None:
    """The agent that `user` is, or None for an adherent, a disabled account, or nobody."""
    if user is None or not user.is_authenticated or not user.is_active:
        return None
    return Agent.objects.select_related("caisse", "user").filter(user=user).first()
