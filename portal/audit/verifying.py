"""Verifies the audit trail: every digest, every number, every signature."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from portal.audit.chain import BEGINNING, canonical, digest_after
from portal.audit.guards import missing
from portal.audit.models import AuditChain, AuditCheckpoint, AuditEvent
from portal.audit.purging import purged_upto
from portal.audit.signing import complaint_about


@dataclass(frozen=True)
class Verified:
    """What was found of one chain. `first` and `last` are the numbers verified; `broken` says what
    is wrong with the first entry that is not as it was written, empty when all are.
    """

    chain: str
    first: int
    last: int
    broken: str = ""


class _Broken(Exception):
    """The first entry that is not as it was written; the message says which, and how."""


def verify(noted: Mapping[str, Sequence[tuple[int, str]]] | None = None) -> list[Verified]:
    """Verify every chain, while the portal goes on writing to them.

    Args:
        noted: numbers and digests kept outside of the database (the log's), by chain.
    """
    names = sorted(
        {
            *AuditChain.objects.values_list("name", flat=True),
            *AuditEvent.objects.order_by().values_list("chain", flat=True).distinct(),
            *AuditCheckpoint.objects.values_list("chain", flat=True),
            *(noted or {}),
        }
    )
    found = [_verify_chain(name, (noted or {}).get(name, ())) for name in names]
    lacking = missing()
    if lacking:
        found.append(
            Verified("", 0, 0, f"the database lacks the trigger {lacking[0]}: run `portal migrate`")
        )
    return found


def _verify_chain(name: str, noted: Sequence[tuple[int, str]]) -> Verified:
    while True:
        begun = purged_upto(name)
        try:
            return _walk(name, begun, noted)
        except _Broken as broken:
            # A purge may have begun while its rows were being read.
            if purged_upto(name) == begun:
                return Verified(name, begun + 1, begun, str(broken))


def _walk(name: str, begun: int, noted: Sequence[tuple[int, str]]) -> Verified:
    # Read first: what is written from now on is for the next verification.
    head = AuditChain.objects.filter(name=name).first()
    end = head.last_seq if head else 0
    expected = dict(noted)
    previous = BEGINNING
    for checkpoint in AuditCheckpoint.objects.filter(chain=name).order_by("seq", "pk"):
        complaint = complaint_about(checkpoint)
        if complaint:
            raise _Broken(f"checkpoint {checkpoint.pk} at number {checkpoint.seq}: {complaint}")
        if expected.setdefault(checkpoint.seq, checkpoint.digest) != checkpoint.digest:
            raise _Broken(f"number {checkpoint.seq}: two statements of its digest disagree")
    if begun:
        previous = expected[begun]
    if max(expected, default=0) > end:
        raise _Broken(f"the chain ends at {end}, but was already at {max(expected)}")
    last = begun
    for seq, digest in _digests(name, begun, end, previous):
        if expected.get(seq, digest) != digest:
            raise _Broken(f"number {seq} is not what was stated of it")
        last, previous = seq, digest
    if head is not None and (last, previous) != (head.last_seq, head.digest):
        raise _Broken(f"the chain ends at {last}, not at {end} as it was left")
    if head is None and AuditEvent.objects.filter(chain=name).exists():
        raise _Broken("the chain's newest end is missing")
    return Verified(name, begun + 1, last)


def _digests(name: str, begun: int, end: int, previous: str) -> Iterator[tuple[int, str]]:
    events = AuditEvent.objects.filter(chain=name, seq__gt=begun, seq__lte=end).order_by("seq")
    wanted = begun
    for event in events.iterator(chunk_size=2000):
        wanted += 1
        if event.seq != wanted:
            raise _Broken(f"number {wanted} is missing")
        if (event.caisse_id or "") != name:
            raise _Broken(f"number {wanted} is not of this caisse")
        act = canonical(
            chain=name,
            seq=event.seq,
            at=event.at,
            actor=event.actor_id,
            action=event.action,
            thread=event.thread_id,
            purpose=event.purpose,
            detail=event.detail,
        )
        previous = digest_after(previous, act)
        if previous != event.digest:
            raise _Broken(f"number {wanted} (entry {event.pk}) was changed after it was written")
        yield wanted, previous
