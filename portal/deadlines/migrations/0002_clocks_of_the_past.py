"""Gives the exchanges of before their clocks: all of them counted every elapsed hour."""

from django.db import migrations
from django.utils import timezone

LOT = 1000


def give_clocks(apps, schema_editor):
    Thread = apps.get_model("messaging", "Thread")
    Clock = apps.get_model("deadlines", "Clock")
    CalendarVersion = apps.get_model("deadlines", "CalendarVersion")
    PolicyVersion = apps.get_model("deadlines", "PolicyVersion")
    Caisse = apps.get_model("catalogue", "Caisse")
    now = timezone.now()
    for caisse in Caisse.objects.filter(threads__isnull=False).distinct():
        calendar = CalendarVersion.objects.create(
            caisse=caisse, number=1, timezone=caisse.timezone, region="none", created_at=now
        )
        rule = PolicyVersion.objects.create(
            caisse=caisse,
            number=caisse.sla_policy_version,
            kind=caisse.sla_policy,
            budget_seconds=caisse.sla_budget_seconds,
            calendar=calendar,
            created_at=now,
        )
        clocks = []
        for thread in Thread.objects.filter(caisse=caisse).iterator(chunk_size=LOT):
            promised = thread.due_at - thread.sent_at
            half, most, nearly = (
                thread.sent_at + promised * percent / 100 for percent in (50, 75, 90)
            )
            clocks.append(
                Clock(
                    thread=thread,
                    rule=rule,
                    warn_50_at=half,
                    warn_75_at=most,
                    warn_90_at=nearly,
                    due_at=thread.due_at,
                    # Its events are written by the next worker, at their own instants.
                    next_threshold_at=half if thread.status == "open" else None,
                )
            )
            if len(clocks) >= LOT:
                Clock.objects.bulk_create(clocks)
                clocks = []
        Clock.objects.bulk_create(clocks)


class Migration(migrations.Migration):
    dependencies = [("deadlines", "0001_versions_clocks_and_events")]

    operations = [migrations.RunPython(give_clocks, migrations.RunPython.noop)]
