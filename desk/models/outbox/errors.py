"""What an outbox refuses."""


class ImpossibleTransition(Exception):
    """The entry is not in a state from which this may happen (or does not exist)."""


class AlreadyPublished(Exception):
    """The portal has these very words from here, and nothing says that they are meant once more."""


class ReplyUnderWay(Exception):
    """A reply for this thread is already queued, leaving or unconfirmed."""
