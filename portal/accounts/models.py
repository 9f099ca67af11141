"""Who signs in: adherents on the web pages, agents and supervisors through desk."""

from datetime import datetime

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.catalogue.models import Caisse, Competence, Profile


class User(AbstractUser):
    """The sign-in account. `username` is the NIR without key, the SIRET, or an agent's login."""

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")


class Adherent(models.Model):
    """A person or enterprise that a caisse knows. The NIR is a login and a search key, never shown
    whole unless asked for, and then logged (décret 2019-341; law C3).

    Whoever has not registered yet has an account all the same, without a usable password: nobody
    signs in with it before « S'inscrire » (R-AUT-06) or FranceConnect has opened it.
    """

    class Civility(models.TextChoices):
        MADAME = "Madame"
        MONSIEUR = "Monsieur"

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="adherent")
    caisse = models.ForeignKey(Caisse, on_delete=models.PROTECT, related_name="adherents")
    profile = models.CharField(max_length=12, choices=Profile.choices)
    nir = models.CharField(max_length=13, blank=True, db_index=True)
    siret = models.CharField(max_length=14, blank=True, db_index=True)
    civility = models.CharField(max_length=10, choices=Civility.choices, blank=True)
    first_name = models.CharField(max_length=80, blank=True)
    family_name = models.CharField(max_length=80, blank=True)
    used_name = models.CharField(max_length=80, blank=True)
    prefers_used_name = models.BooleanField(default=False)
    """Letters use the family name unless the person asks for the other (CRPA L111-3)."""
    birth_date = models.DateField(null=True, blank=True)
    birth_place = models.CharField(max_length=5, blank=True)
    """INSEE code of the commune, empty for who was born abroad (FranceConnect's pivot, law C8)."""
    birth_country = models.CharField(max_length=5, blank=True)
    """INSEE code of the country: 99100 is France."""
    company_name = models.CharField(max_length=120, blank=True)
    mobile_phone = models.CharField(max_length=20, blank=True)
    mobile_verified_at = models.DateTimeField(null=True, blank=True)
    """When the right code was typed that had come to `mobile_phone` by SMS."""
    street = models.CharField(max_length=120, blank=True)
    address_complement = models.CharField(max_length=120, blank=True)
    postal_code = models.CharField(max_length=10, blank=True)
    town = models.CharField(max_length=120, blank=True)
    notify_by_email = models.BooleanField(default=True)
    notify_by_sms = models.BooleanField(default=False)
    notify_by_post = models.BooleanField(default=False)
    """« Réponse par courrier » (CRPA L112-14)."""
    failing_email = models.EmailField(blank=True, default="")
    """The address from which e-mails came back for good. It says nothing of another address: once
    the one on file is changed, nothing fails any more (`portal.accounts.failing`)."""
    email_failing_since = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("adherent")
        verbose_name_plural = _("adherents")
        indexes = [
            # Few among all: looked through each hour for those that take e-mails again.
            models.Index(
                fields=["email_failing_since"],
                name="adherent_email_failing",
                condition=Q(email_failing_since__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"adherent {self.pk}"  # never a name: this text reaches logs

    @property
    def addressed_name(self) -> str:
        """The name used when writing to this adherent."""
        if self.company_name:
            return self.company_name
        if self.prefers_used_name and self.used_name:
            return self.used_name
        return self.family_name

    @property
    def display_name(self) -> str:
        """First name and name, or the company's: who this is to somebody else."""
        return self.company_name or f"{self.first_name} {self.addressed_name}".strip()

    @property
    def postal_address(self) -> str:
        """The address as lines of a letter, empty when none is on file."""
        lines = [self.street, self.address_complement, f"{self.postal_code} {self.town}".strip()]
        return "\n".join(filter(None, lines))


class Role(models.TextChoices):
    """What an agent may do."""

    AGENT = "agent", _("Agent")
    SUPERVISOR = "supervisor", _("Supervisor")


class Agent(models.Model):
    """Someone of one caisse who answers messages, or watches that they are answered."""

    user = models.OneToOneField(
        User, on_delete=models.CASCADE, related_name="agent", verbose_name=_("account")
    )
    caisse = models.ForeignKey(
        Caisse, on_delete=models.PROTECT, related_name="agents", verbose_name=_("caisse")
    )
    role = models.CharField(_("role"), max_length=12, choices=Role.choices, default=Role.AGENT)
    competences = models.ManyToManyField(
        Competence, blank=True, related_name="agents", verbose_name=_("competences")
    )
    first_name = models.CharField(_("first name"), max_length=80)
    last_name = models.CharField(_("last name"), max_length=80)
    job_title = models.CharField(_("job title"), max_length=120, blank=True)
    """« qualité » in the signature (CRPA L111-2)."""
    anonymous_signature = models.BooleanField(
        _("anonymous signature"),
        default=False,
        help_text=_(
            "For reasons of security (CRPA L111-2): adherents see the capacity and the service, "
            "not the name. To be decided by a supervisor."
        ),
    )
    in_training = models.BooleanField(
        _("in training"),
        default=False,
        help_text=_("Their replies leave only after a colleague or a supervisor has read them."),
    )
    absent_until = models.DateTimeField(_("absent until"), null=True, blank=True)
    """Scheduled replies of an absent agent are held: nobody of theirs would see a question back."""

    class Meta:
        verbose_name = _("agent")
        verbose_name_plural = _("agents")
        constraints = [
            models.CheckConstraint(
                condition=Q(in_training=False) | Q(role="agent"),
                name="supervisors_are_not_in_training",
                violation_error_message=_("A supervisor cannot be in training."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.first_name} {self.last_name}"

    @property
    def display_name(self) -> str:
        """As colleagues see it in lists: « Claire Exemple »."""
        return f"{self.first_name} {self.last_name}"

    @property
    def public_name(self) -> str:
        """As adherents see it; empty where the signature is anonymous (CRPA L111-2)."""
        return "" if self.anonymous_signature else self.display_name

    def is_absent(self, now: datetime) -> bool:
        """Whether an absence has been announced that still lasts at `now`."""
        return self.absent_until is not None and self.absent_until > now
