"""Which identity of FranceConnect opens which account."""

from django.db import models

from portal.accounts.models import Adherent


class FederatedIdentity(models.Model):
    """FranceConnect’s name for one person towards this portal, and the account that is theirs."""

    adherent = models.OneToOneField(
        Adherent, on_delete=models.CASCADE, related_name="federated_identity"
    )
    subject = models.CharField(max_length=255, unique=True)
    """The claim ``sub``: the same at each visit, and no other portal's."""
    linked_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"identity {self.pk}"  # never the subject
