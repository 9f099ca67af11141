"""What Prometheus reads: how long requests take in this process, and how the queues stand."""

import os
from collections.abc import Callable, Iterator
from time import perf_counter

from django.db.models import Count, Min, Q
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from post_office.models import STATUS, Email
from prometheus_client import CollectorRegistry, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from portal.audit.models import AuditChain
from portal.messaging.models import Feed, ScheduledReply, Thread, ThreadStatus
from portal.notifications.models import Sms
from portal.operations.beats import seconds_since_a_beat

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

REQUESTS = Histogram(
    "portal_request_seconds",
    "Time from the request's arrival in Django to its answer; waiting for changes is not in it",
    ["method", "route", "status"],
    buckets=SECONDS,
)
"""A process has one set of counters, as Prometheus's own library keeps them."""


class RequestMetricsMiddleware:
    """Measures each request by the name of its route: never by its address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        begun = perf_counter()
        response = self.get_response(request)
        match = request.resolver_match
        observe_request(
            request.method or "",
            (match.view_name if match else "") or "none",
            response.status_code,
            perf_counter() - begun,
        )
        return response


def observe_request(method: str, route: str, status: int, seconds: float) -> None:
    """Count a request of the route of that name, answered in so many seconds."""
    REQUESTS.labels(method, route, str(status)).observe(seconds)


class QueueCollector(Collector):
    """Reads the database when Prometheus asks; every web process gives the same figures."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Yield the gauges."""
        now = timezone.now()
        exchanges = GaugeMetricFamily(
            "portal_open_exchanges", "Exchanges not answered, by caisse and lateness",
            labels=["caisse", "late"],
        )  # fmt: skip
        counted = (
            Thread.objects.filter(status=ThreadStatus.OPEN)
            .values("caisse_id")
            .annotate(all=Count("pk"), late=Count("pk", filter=Q(due_at__lt=now)))
            .order_by("caisse_id")
        )
        for row in counted:
            exchanges.add_metric([row["caisse_id"], "yes"], row["late"])
            exchanges.add_metric([row["caisse_id"], "no"], row["all"] - row["late"])
        yield exchanges
        yield from self._mails(now.timestamp())
        yield from self._sms(now.timestamp())
        yield GaugeMetricFamily(
            "portal_scheduled_replies_due", "Scheduled replies whose instant has passed",
            ScheduledReply.objects.filter(
                state=ScheduledReply.State.WAITING, publish_at__lt=now
            ).count(),
        )  # fmt: skip
        yield from self._feeds()
        since = seconds_since_a_beat(now)
        yield GaugeMetricFamily(
            "portal_worker_silence_seconds", "Since a worker last beat; +Inf when none ever did",
            float("inf") if since is None else since,
        )  # fmt: skip
        chain = GaugeMetricFamily(
            "portal_audit_chain_entries", "Number of the newest act of each audit chain",
            labels=["chain"],
        )  # fmt: skip
        for head in AuditChain.objects.order_by("name"):
            chain.add_metric([head.name or "portal"], head.last_seq)
        yield chain

    def _mails(self, now: float) -> Iterator[GaugeMetricFamily]:
        waiting = Email.objects.filter(status__in=[STATUS.queued, STATUS.requeued])
        oldest = waiting.aggregate(oldest=Min("scheduled_time"))["oldest"]
        yield GaugeMetricFamily("portal_mails_queued", "E-mails not handed over", waiting.count())
        yield GaugeMetricFamily(
            "portal_mails_late_seconds", "How long the e-mail due first has been due",
            max(0.0, now - oldest.timestamp()) if oldest else 0.0,
        )  # fmt: skip
        yield GaugeMetricFamily(
            "portal_mails_failed", "E-mails given up, of those still kept",
            Email.objects.filter(status=STATUS.failed).count(),
        )  # fmt: skip

    def _sms(self, now: float) -> Iterator[GaugeMetricFamily]:
        waiting = Sms.objects.filter(state=Sms.State.QUEUED)
        oldest = waiting.aggregate(oldest=Min("due_at"))["oldest"]
        yield GaugeMetricFamily("portal_sms_queued", "SMS not handed over", waiting.count())
        yield GaugeMetricFamily(
            "portal_sms_late_seconds", "How long the SMS due first has been due",
            max(0.0, now - oldest.timestamp()) if oldest else 0.0,
        )  # fmt: skip
        yield GaugeMetricFamily(
            "portal_sms_failed", "SMS given up, of those still kept",
            Sms.objects.filter(state=Sms.State.FAILED).count(),
        )  # fmt: skip

    def _feeds(self) -> Iterator[GaugeMetricFamily]:
        newest = GaugeMetricFamily(
            "portal_feed_number", "Number of the newest change of each caisse", labels=["caisse"]
        )
        kept = GaugeMetricFamily(
            "portal_feed_kept", "Changes kept: a desk further behind starts again from a snapshot",
            labels=["caisse"],
        )  # fmt: skip
        for feed in Feed.objects.order_by("caisse_id"):
            newest.add_metric([feed.caisse_id], feed.last_seq)
            kept.add_metric([feed.caisse_id], feed.last_seq - feed.floor_seq)
        yield newest
        yield kept


def exposition() -> bytes:
    """Return this process's metrics, or those of all processes that share a folder
    (``PROMETHEUS_MULTIPROC_DIR``), with the queues' figures.
    """
    registry = CollectorRegistry()
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    else:
        registry.register(REQUESTS)
    registry.register(QueueCollector())
    return generate_latest(registry)
