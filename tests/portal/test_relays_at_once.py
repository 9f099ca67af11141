"""Several senders at once hand each e-mail over exactly once."""

from django.core.mail.backends.smtp import EmailBackend

from portal.notifications.models import Notification
from portal.notifications.relay import Relay
from tests.support.api_world import build_world
from tests.support.threads import all_at_once

EMAILS = 60


def test_four_senders(database, mail_server):
    world = build_world()
    for _ in range(EMAILS):
        world.send()

    def work() -> int:
        relay = Relay(
            connect=lambda: EmailBackend(host="127.0.0.1", port=mail_server.port, timeout=10)
        )
        handed_over = 0
        while tried := relay.run_once():
            handed_over += tried
        return handed_over

    results = all_at_once([work] * 4)
    assert not [result for result in results if isinstance(result, Exception)]
    assert sum(results) == EMAILS
    ids = [message["Message-ID"] for message in mail_server.messages]
    assert len(ids) == len(set(ids)) == EMAILS
    assert set(ids) == set(Notification.objects.values_list("mail_id", flat=True))
    assert Notification.objects.filter(state="handed_over").count() == EMAILS
