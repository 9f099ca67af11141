"""The name of the feeds of this database, by which desk sees that a portal was restored."""

import uuid

from portal.api.models import FeedIdentity


def identity() -> str:
    """The present name, a UUID. The first one to ask makes it: a database that was copied from a
    template must not have the template's.
    """
    found = FeedIdentity.objects.values_list("value", flat=True).first()
    if found is None:
        FeedIdentity.objects.bulk_create([FeedIdentity()], ignore_conflicts=True)
        found = FeedIdentity.objects.values_list("value", flat=True).get()
    return str(found)


def renew() -> str:
    """Give the feeds another name and return it.

    To be called once the content of a backup is in, before the portal answers again. Every desk
    then reads its caisse anew, keeps what its agent wrote, and is told which of its replies the
    portal no longer has.
    """
    value = uuid.uuid4()
    FeedIdentity.objects.update_or_create(only=1, defaults={"value": value})
    return str(value)
