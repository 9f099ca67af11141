"""The caisses' policies, version by version, and what became of each promise.

A version is never changed: an edit makes the next one. Every exchange keeps the version it was
given (`Clock.rule`), so what was promised can be explained for as long as the exchange is kept.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Agent
from portal.catalogue.models import Caisse
from portal.deadlines.engine import Kind
from portal.deadlines.engine.holidays import REGIONS
from portal.deadlines.written_once import WrittenOnce


class Site(models.Model):
    """A site of a caisse. Public holidays are a site's: those of Alsace-Moselle hold in the
    Moselle alone of MSA Lorraine (law C4).
    """

    caisse = models.ForeignKey(
        Caisse, on_delete=models.PROTECT, related_name="sites", verbose_name=_("caisse")
    )
    code = models.SlugField(_("code"), max_length=64)
    name = models.CharField(_("name"), max_length=120)
    departements = models.JSONField(_("départements"), default=list)
    """Codes of the départements whose adherents it answers."""

    class Meta:
        verbose_name = _("site")
        verbose_name_plural = _("sites")
        constraints = [
            models.UniqueConstraint(fields=["caisse", "code"], name="site_code_once_per_caisse")
        ]

    def __str__(self) -> str:
        return self.name


class _Version(WrittenOnce):
    """What both kinds of version have: whose, its number, by whom and when."""

    caisse = models.ForeignKey(
        Caisse, on_delete=models.PROTECT, related_name="+", verbose_name=_("caisse")
    )
    site = models.ForeignKey(
        Site,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("site"),
    )
    """None: of every site of the caisse that has none of its own."""
    number = models.PositiveIntegerField(_("version"))
    created_at = models.DateTimeField(_("made"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("made by"),
    )

    class Meta:
        abstract = True


class CalendarVersion(_Version):
    """When a site works: zone, public holidays, opening hours, closures, openings."""

    timezone = models.CharField(_("time zone"), max_length=64, default="Europe/Paris")
    region = models.CharField(
        _("public holidays"), max_length=8, choices=[(each, each) for each in REGIONS]
    )
    hours = models.CharField(_("opening hours"), max_length=400, blank=True)
    """As `engine.read_weekly` reads them; needed by the policy `heures` alone."""
    closures = models.JSONField(_("closures"), default=list)
    """``[{"day": "2026-12-24", "name": "Pont"}, …]``"""
    openings = models.JSONField(_("exceptional openings"), default=list)
    """``[{"day": "2026-11-21", "frames": "09:00-12:00"}, …]``"""

    class Meta:
        verbose_name = _("version of a calendar")
        verbose_name_plural = _("versions of calendars")
        constraints = [
            models.UniqueConstraint(
                fields=["caisse", "site", "number"], name="calendar_number_once_per_site"
            ),
            models.UniqueConstraint(
                fields=["caisse", "number"],
                condition=Q(site__isnull=True),
                name="calendar_number_once_per_caisse",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.site or self.caisse} v{self.number}"


class Scope(models.TextChoices):
    """To which messages an edit applies."""

    NEW = "new", _("new messages only")
    OPEN = "open", _("open messages too")


class PolicyVersion(_Version):
    """What a site promises: how time is counted, how much of it, upon which calendar."""

    kind = models.CharField(
        _("policy"), max_length=12, choices=[(kind.value, kind.value) for kind in Kind]
    )
    budget_seconds = models.PositiveIntegerField(_("time promised, in seconds"))
    calendar = models.ForeignKey(
        CalendarVersion,
        on_delete=models.PROTECT,
        related_name="policies",
        verbose_name=_("calendar"),
    )
    scope = models.CharField(
        _("applies to"), max_length=4, choices=Scope.choices, default=Scope.NEW
    )
    changed = models.PositiveIntegerField(_("messages changed"), default=0)
    late = models.PositiveIntegerField(_("made late by it"), default=0)

    class Meta:
        verbose_name = _("version of a policy")
        verbose_name_plural = _("versions of policies")
        constraints = [
            models.UniqueConstraint(
                fields=["caisse", "site", "number"], name="policy_number_once_per_site"
            ),
            models.UniqueConstraint(
                fields=["caisse", "number"],
                condition=Q(site__isnull=True),
                name="policy_number_once_per_caisse",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.site or self.caisse}: {self.kind} v{self.number}"


class Clock(models.Model):
    """What of an exchange's promise is not in its own row: the rule, the warnings, the pause.

    `next_threshold_at` is the first instant whose event is not written yet: None once the clock
    stands still. Its index holds running clocks only, so the work of finding what is due does not
    grow with what is not.
    """

    thread = models.OneToOneField(
        "messaging.Thread", on_delete=models.CASCADE, primary_key=True, related_name="clock"
    )
    rule = models.ForeignKey(PolicyVersion, on_delete=models.PROTECT, related_name="clocks")
    site = models.ForeignKey(
        Site, on_delete=models.PROTECT, null=True, blank=True, related_name="clocks"
    )
    revision = models.PositiveIntegerField(default=1)
    """Grows when another rule is applied to the open exchange: its warnings begin anew."""
    warn_50_at = models.DateTimeField()
    warn_75_at = models.DateTimeField()
    warn_90_at = models.DateTimeField()
    due_at = models.DateTimeField()
    """The same as the exchange's own, so that firing reads one table."""
    next_threshold_at = models.DateTimeField(null=True, blank=True)
    paused_since = models.DateTimeField(null=True, blank=True)
    paused_reason = models.CharField(max_length=300, blank=True)
    paused_left_ms = models.BigIntegerField(null=True, blank=True)
    """What is left of the budget while it is paused, in counted milliseconds; below zero when it
    was late already."""

    class Meta:
        indexes = [
            models.Index(
                fields=["next_threshold_at"],
                name="clock_next_threshold",
                condition=Q(next_threshold_at__isnull=False),
            ),
            models.Index(
                fields=["paused_since"],
                name="clock_paused",
                condition=Q(paused_since__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(paused_since__isnull=True, paused_left_ms__isnull=True)
                | Q(
                    paused_since__isnull=False,
                    paused_left_ms__isnull=False,
                    next_threshold_at__isnull=True,
                ),
                name="a_paused_clock_says_what_is_left",
            )
        ]

    def __str__(self) -> str:
        return f"clock of thread {self.pk}"


class Pause(models.Model):
    """Time that does not count, for a stated reason, to the microsecond."""

    class EndedBy(models.TextChoices):
        AGENT = "agent"
        ADHERENT = "adherent"  # wrote: what was waited for may be there
        END = "end"  # the exchange was answered or closed

    thread = models.ForeignKey(
        "messaging.Thread", on_delete=models.CASCADE, related_name="deadline_pauses"
    )
    started_at = models.DateTimeField()
    started_by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=8, choices=EndedBy.choices, blank=True)

    class Meta:
        ordering = ["started_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["thread"],
                condition=Q(ended_at__isnull=True),
                name="one_running_pause_per_thread",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by="")
                | Q(ended_at__gte=models.F("started_at")) & ~Q(ended_by=""),
                name="an_ended_pause_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"pause {self.pk} of thread {self.thread_id}"  # never the reason


class DeadlineEventKind(models.TextChoices):
    """What may happen to a promise."""

    WARNED_50 = "warned_50", _("half used")
    WARNED_75 = "warned_75", _("three quarters used")
    WARNED_90 = "warned_90", _("nine tenths used")
    BREACHED = "breached", _("due instant passed")
    ANSWERED_LATE = "answered_late", _("answered late")
    PAUSED = "paused", _("paused")
    RESUMED = "resumed", _("resumed")
    TRANSFERRED = "transferred", _("transferred")
    RULE_CHANGED = "rule_changed", _("another rule applied")


ONCE_A_REVISION = ("warned_50", "warned_75", "warned_90", "breached")


class DeadlineEvent(WrittenOnce):
    """One line of the breach ledger. `at` is the exact instant, whenever it was written down."""

    thread = models.ForeignKey(
        "messaging.Thread", on_delete=models.CASCADE, related_name="deadline_events"
    )
    caisse = models.ForeignKey(
        Caisse, on_delete=models.PROTECT, related_name="+", verbose_name=_("caisse")
    )
    """Whose exchange it was at that instant."""
    kind = models.CharField(_("event"), max_length=16, choices=DeadlineEventKind.choices)
    at = models.DateTimeField(_("instant"))
    recorded_at = models.DateTimeField(_("recorded"))
    revision = models.PositiveIntegerField()
    """Of the clock (`Clock.revision`)."""
    detail = models.JSONField(default=dict)
    """Codes, ids and instants only."""

    class Meta:
        verbose_name = _("event of a deadline")
        verbose_name_plural = _("events of deadlines")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["thread", "revision", "kind"],
                condition=Q(kind__in=ONCE_A_REVISION),
                name="one_event_per_threshold",
            ),
            models.UniqueConstraint(
                fields=["thread", "kind", "at"], name="one_deadline_event_per_instant"
            ),
        ]
        indexes = [models.Index(fields=["caisse", "kind", "at"], name="deadline_event_by_kind")]

    def __str__(self) -> str:
        return f"{self.kind} of thread {self.thread_id}"
