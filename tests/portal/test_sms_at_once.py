"""Several senders at once hand each SMS over exactly once, though an answer was lost before."""

import threading

from django.utils import timezone

from portal.accounts.models import Adherent
from portal.notifications.models import Notification, Sms
from portal.notifications.sms.ovh import OvhGateway
from portal.notifications.sms.relay import SmsRelay
from tests.support.api_world import build_world
from tests.support.sms_gateway import Manner, SmsGateway
from tests.support.threads import all_at_once

SMS = 50


def test_three_senders(database, settings):
    with SmsGateway() as gateway:
        settings.SMS = gateway.account
        world = build_world()
        Adherent.objects.filter(pk=world.adherent.pk).update(
            mobile_phone="+33612345678", mobile_verified_at=timezone.now(), notify_by_sms=True
        )
        world.adherent.refresh_from_db()
        for _ in range(SMS):
            world.send()
        # One of them hears nothing of its first SMS, which went.
        gateway.manner = Manner(status=0)
        SmsRelay().run_once()
        gateway.manner = Manner()
        Sms.objects.update(due_at=timezone.now())
        start = threading.Barrier(3, timeout=20)

        def work() -> int:
            start.wait()
            relay, handed_over = SmsRelay(connect=lambda: OvhGateway(gateway.account)), 0
            while tried := relay.run_once():
                handed_over += tried
            return handed_over

        results = all_at_once([work] * 3)
        assert not [result for result in results if isinstance(result, Exception)]
        assert sum(results) == SMS
        tags = [job["tag"] for job in gateway.sent]
        assert len(tags) == len(set(tags)) == SMS
        told = Notification.objects.filter(channel="sms", state="handed_over")
        assert set(tags) == set(told.values_list("mail_id", flat=True))
