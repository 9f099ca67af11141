"""The worker process: publishes scheduled replies and hands e-mails and SMS over as they fall due,
and keeps house.
"""

import logging
import signal
import sys
import time
from datetime import UTC, datetime
from threading import Event, Thread

from django.db import OperationalError, close_old_connections

from portal.deadlines.firing import fire_due
from portal.deadlines.watching import watch
from portal.messaging.due_replies import settle_due_replies
from portal.notifications.relay import Relay
from portal.notifications.returns.reading import visit_mailbox, watch_returns
from portal.notifications.sms.receipts import SmsReceipts
from portal.notifications.sms.relay import SmsRelay
from portal.operations.beats import Heart
from portal.operations.perseverance import keep_at
from portal.proof.sending import send_due_reports
from portal.serving.housekeeping import keep_house
from portal.serving.lifeline import call_when_stdin_closes
from portal.serving.memory import set_aside_what_stays

logger = logging.getLogger(__name__)

POLL_SECONDS = 1.0
"""How long an e-mail may lie in an idle queue: the adherent looks for the accusé at once."""

HOUSEKEEPING_SECONDS = 3600.0

STOPPING_SECONDS = 5.0
"""A mailbox may keep its reader waiting for longer; what is not written down stays in it."""

GATEWAY_SECONDS = 30.0
"""One SMS's requests; what its sender may still hold, another takes up when its lease ends."""


def work_once(relay: Relay) -> int:
    """Publish and hand over everything that is due now, read what came back and keep house; return
    how many e-mails and SMS were tried.
    """
    settle_due_replies()
    fire_due()
    tried = _drain(relay, Event()) + _drain(SmsRelay(), Event())
    _drain(SmsReceipts(), Event())
    visit_mailbox()
    keep_house(datetime.now(UTC))
    send_due_reports(datetime.now(UTC))
    return tried


def work(relay: Relay, *, until_stdin_closes: bool) -> None:
    """Work until told to stop by a signal (or the end of standard input)."""
    stopping = Event()
    signal.signal(signal.SIGTERM, lambda *_: stopping.set())
    signal.signal(signal.SIGINT, lambda *_: stopping.set())
    if until_stdin_closes:
        call_when_stdin_closes(stopping.set)
    set_aside_what_stays()
    sys.stdout.write("WORKER ready\n")
    sys.stdout.flush()
    deadlines = Thread(target=watch, args=(stopping,), name="deadlines", daemon=True)
    deadlines.start()
    # Its own too: a mailbox that does not answer holds up no e-mail.
    returns = Thread(target=watch_returns, args=(stopping,), name="returns", daemon=True)
    returns.start()
    texting = Thread(target=_text, args=(stopping,), name="sms", daemon=True)
    texting.start()
    heart = Heart()
    next_housekeeping = time.monotonic()
    while not stopping.is_set():
        try:
            heart.beat()
            settle_due_replies()
            _drain(relay, stopping)
            if time.monotonic() >= next_housekeeping:
                keep_house(datetime.now(UTC))
                send_due_reports(datetime.now(UTC))
                next_housekeeping = time.monotonic() + HOUSEKEEPING_SECONDS
        except OperationalError as error:
            # The database restarts or is out of reach: everything is still due when it is back.
            logger.warning("the database does not answer (%s)", type(error).__name__)
        finally:
            close_old_connections()
        stopping.wait(POLL_SECONDS)
    deadlines.join()
    returns.join(STOPPING_SECONDS)
    texting.join(GATEWAY_SECONDS)


def _text(stopping: Event) -> None:
    """Hand SMS over on a thread of their own, and ask after those handed over: a gateway that
    hangs holds up no e-mail.
    """
    relay, receipts = SmsRelay(), SmsReceipts()

    def hand_over() -> float:
        _drain(relay, stopping)
        receipts.run_once()
        return POLL_SECONDS

    keep_at(hand_over, stopping, "SMS")


def _drain(relay: Relay | SmsRelay | SmsReceipts, stopping: Event) -> int:
    tried = 0
    while not stopping.is_set():
        count = relay.run_once()
        tried += count
        if count == 0:
            break
    return tried
