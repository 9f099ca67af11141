"""Acts recorded before there was a chain get their numbers and digests, in the order of their ids."""

from typing import Any

from django.db import migrations

from portal.audit.chain import BEGINNING, canonical, digest_after


def chain_the_past(apps: Any, _schema_editor: Any) -> None:
    events = apps.get_model("audit", "AuditEvent").objects
    heads: dict[str, tuple[int, str]] = {}
    for event in events.order_by("pk").iterator(chunk_size=2000):
        chain = event.caisse_id or ""
        seq, digest = heads.get(chain, (0, BEGINNING))
        seq += 1
        digest = digest_after(
            digest,
            canonical(
                chain=chain,
                seq=seq,
                at=event.at,
                actor=event.actor_id,
                action=event.action,
                thread=event.thread_id,
                purpose=event.purpose,
                detail=event.detail,
            ),
        )
        events.filter(pk=event.pk).update(chain=chain, seq=seq, digest=digest)
        heads[chain] = (seq, digest)
    heads_of = apps.get_model("audit", "AuditChain").objects
    heads_of.bulk_create(
        heads_of.model(name=name, last_seq=seq, digest=digest)
        for name, (seq, digest) in heads.items()
    )


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_chain")]

    operations = [
        migrations.RunPython(chain_the_past, migrations.RunPython.noop),
    ]
