"""Who is there: the last minute in which an agent's desk spoke to the portal."""

from django.db import models

from portal.accounts.models import Agent


class Presence(models.Model):
    """One row an agent, overwritten: when they were there, never what they did (law C3)."""

    agent = models.OneToOneField(
        Agent, on_delete=models.CASCADE, primary_key=True, related_name="presence"
    )
    last_seen_at = models.DateTimeField()
    """To the minute."""

    def __str__(self) -> str:
        return f"presence of agent {self.pk}"
