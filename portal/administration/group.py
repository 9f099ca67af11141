"""The rights of a caisse's administrators."""

from collections.abc import Sequence

from django.contrib.auth.models import Group, Permission

NAME = "Administration d’une caisse"

RIGHTS = (
    "accounts.add_user",
    "accounts.change_user",
    "accounts.view_user",
    "accounts.add_agent",
    "accounts.change_agent",
    "accounts.view_agent",
    "audit.view_auditevent",
    "catalogue.change_caisse",
    "catalogue.view_caisse",
    "catalogue.view_catalogueversion",
    "catalogue.view_competence",
    "catalogue.view_motif",
    "catalogue.view_onlineservice",
    "catalogue.view_sujet",
    "catalogue.view_theme",
    "deadlines.add_policyversion",
    "deadlines.add_site",
    "deadlines.change_site",
    "deadlines.view_calendarversion",
    "deadlines.view_deadlineevent",
    "deadlines.view_policyversion",
    "deadlines.view_site",
    "messaging.view_thread",
    "notifications.view_notification",
    "reply_templates.add_templateversion",
    "reply_templates.view_templateversion",
    "wording.add_wordingversion",
    "wording.view_wordingversion",
)

CATALOGUE = "Catalogue national"

CATALOGUE_RIGHTS = (
    "catalogue.add_catalogueversion",
    "catalogue.view_catalogueversion",
    "catalogue.view_competence",
    "catalogue.view_motif",
    "catalogue.view_onlineservice",
    "catalogue.view_sujet",
    "catalogue.view_theme",
)

EDITORS = "Modèles de réponse d’une caisse"

EDITORS_RIGHTS = (
    "reply_templates.add_templateversion",
    "reply_templates.view_templateversion",
)

OFFICERS = "Délégué à la protection des données"

OFFICERS_RIGHTS = (
    "audit.export_auditevent",
    "audit.view_auditevent",
    "messaging.view_thread",
    "retention.add_datarequest",
    "retention.add_legalhold",
    "retention.change_legalhold",
    "retention.change_retentionpolicy",
    "retention.view_datarequest",
    "retention.view_legalhold",
    "retention.view_retentionpolicy",
)


def administrators() -> Group:
    """Return the group of those who administer one caisse, made at need with its rights."""
    return _group(NAME, RIGHTS)


def catalogue_editors() -> Group:
    """Return the group of those who edit the catalogue of all caisses, made at need."""
    return _group(CATALOGUE, CATALOGUE_RIGHTS)


def template_editors() -> Group:
    """Return the group of those who edit one caisse's reply templates, made at need."""
    return _group(EDITORS, EDITORS_RIGHTS)


def data_protection_officers() -> Group:
    """Return the group of those who watch over one caisse's personal data, made at need: who read
    what, what is kept and until when, requests of access and erasure.
    """
    return _group(OFFICERS, OFFICERS_RIGHTS)


def _group(name: str, rights: Sequence[str]) -> Group:
    group, made = Group.objects.get_or_create(name=name)
    if made:
        for right in rights:
            app, codename = right.split(".")
            group.permissions.add(
                Permission.objects.get(content_type__app_label=app, codename=codename)
            )
    return group
