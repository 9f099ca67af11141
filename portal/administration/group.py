"""The rights of a caisse's administrators."""

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
    "catalogue.view_competence",
    "catalogue.view_motif",
    "catalogue.view_onlineservice",
    "catalogue.view_sujet",
    "catalogue.view_theme",
    "messaging.view_thread",
    "notifications.view_notification",
)


def administrators() -> Group:
    """Return the group of those who administer one caisse, made at need with its rights."""
    group, made = Group.objects.get_or_create(name=NAME)
    if made:
        for right in RIGHTS:
            app, codename = right.split(".")
            group.permissions.add(
                Permission.objects.get(content_type__app_label=app, codename=codename)
            )
    return group
