"""The ordered feed of what changed."""

from django.db import models
from django.db.models import Q

from portal.catalogue.models import Caisse


class Feed(models.Model):
    """The counter of one caisse's changes. Its row is locked by each writing transaction, so that
    numbers become visible in the order they were taken: a reader who has seen N can never later
    find a number below N.
    """

    caisse = models.OneToOneField(Caisse, on_delete=models.CASCADE, primary_key=True)
    last_seq = models.BigIntegerField(default=0)
    floor_seq = models.BigIntegerField(default=0)
    """Changes up to and including this one have been trimmed; an older cursor must start again."""

    def __str__(self) -> str:
        return f"feed {self.caisse_id} at {self.last_seq}"


class Change(models.Model):
    """One change of one thread, or of a request for an appointment, numbered within its caisse."""

    caisse = models.ForeignKey(Caisse, on_delete=models.CASCADE, related_name="changes")
    seq = models.BigIntegerField()
    thread_id = models.BigIntegerField(null=True)
    """Not a foreign key: the change outlives a purged thread, as its tombstone."""
    appointment_id = models.BigIntegerField(null=True)
    """Instead of a thread; not a foreign key either."""
    event = models.CharField(max_length=40)
    """``sent``, ``claimed``, ``released``, ``replied``, ``notification``, ``purged`` …"""
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["caisse", "seq"], name="change_number_once_per_caisse"),
            models.CheckConstraint(
                condition=Q(thread_id__isnull=False, appointment_id__isnull=True)
                | Q(thread_id__isnull=True, appointment_id__isnull=False),
                name="a_change_is_of_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.caisse_id} #{self.seq} {self.event}"
