"""Workers say that they live; probes and metrics ask for how long none has."""

import os
import socket
import time
from datetime import datetime, timedelta

from django.db.models import Max
from django.utils import timezone

from portal.operations.models import WorkerBeat

BEAT_SECONDS = 10.0
LATE_SECONDS = 60.0
"""Six beats missed: no worker works, e-mails wait and scheduled replies stay."""
FORGOTTEN = timedelta(days=1)


class Heart:
    """One worker's; a beat is written at most each `BEAT_SECONDS`."""

    def __init__(self) -> None:
        self._name = f"{socket.gethostname()}:{os.getpid()}"[:120]
        self._next = 0.0

    def beat(self) -> None:
        """Say that this worker works."""
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + BEAT_SECONDS
        now = timezone.now()
        WorkerBeat.objects.update_or_create(name=self._name, defaults={"at": now})
        WorkerBeat.objects.filter(at__lt=now - FORGOTTEN).delete()

    def stop(self) -> None:
        """Take the sign back: this worker ends in good order."""
        WorkerBeat.objects.filter(name=self._name).delete()


def seconds_since_a_beat(now: datetime) -> float | None:
    """Return how long ago any worker last beat, None when none ever did."""
    last = WorkerBeat.objects.aggregate(last=Max("at"))["last"]
    return None if last is None else max(0.0, (now - last).total_seconds())
