"""How long desk waits for the portal, in seconds, and why. requests itself would wait for ever."""

CONNECT = 5.0
"""Covers one lost packet on a bad line (retried after 1 s, then 2 s). An agent who presses
*Publier* on a dead line sees « en file » after that."""

READ = 20.0
"""The portal's slowest ordinary answer is well under 2 s; its database queue may hold a writer up
to 20 s."""

POLL_WAIT = 25
"""How long the portal holds the feed's request when nothing changes: below the 30 s it allows and
the 60 s after which usual proxies cut."""

POLL_READ = POLL_WAIT + 15.0
"""Longer than the wait, or an idle feed would look like a dead portal."""

BODY = 60.0
"""For a whole body, however slowly its bytes drip: each byte resets the read timeout."""

SIGN_IN = 300.0
"""An agent may look for a password; after that the listener on the loopback address closes."""

ABORT = 1.0
"""Within this a wait in another thread has ended once it was told to."""
