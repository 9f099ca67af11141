"""What the API itself keeps."""

import uuid

from django.db import models


class FeedIdentity(models.Model):
    """One row: the name of this database's feeds, which a cursor belongs to.

    A database restored from a backup gets another (`portal.api.feed_identity.renew`): its feeds
    take numbers again that desks have read before, for other changes.
    """

    only = models.PositiveSmallIntegerField(primary_key=True, default=1)
    value = models.UUIDField(default=uuid.uuid4)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(only=1), name="api_feed_identity_only_one")
        ]

    def __str__(self) -> str:
        return str(self.value)
