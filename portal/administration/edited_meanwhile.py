"""What is said of an edit that began upon an older version."""


class EditedMeanwhile(Exception):
    """Somebody else made a version since the author opened theirs."""
