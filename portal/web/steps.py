"""The order of the wizard's steps, and which one a message in progress has reached."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from portal.catalogue.models import OnlineService
from portal.catalogue.offer import in_force, is_offered, service_for
from portal.web.models import Draft

THEME, SUJET, MOTIF = "wizard-theme", "wizard-sujet", "wizard-motif"
SERVICE, WRITING, RECAP = "wizard-service", "wizard-writing", "wizard-recap"
"""Names of the addresses, in order."""


def first_missing(draft: Draft | None) -> str | None:
    """The first step of the classification that is not settled, or None.

    A choice the catalogue no longer offers to the adherent counts as not made.
    """
    if draft is None or draft.theme is None:
        return THEME
    profile = draft.adherent.profile
    if not in_force(draft.theme, profile):
        return THEME
    sujet = draft.sujet
    if sujet is None or sujet.theme_id != draft.theme_id or not in_force(sujet, profile):
        return SUJET
    if draft.motif is None or not is_offered(draft.motif, profile):
        return MOTIF
    if draft.motif.sujet_id != sujet.pk:
        # Filed elsewhere meanwhile: what the page recalls is not what would be sent.
        return MOTIF
    return None


def proposed_service(draft: Draft) -> OnlineService | None:
    """The online service that may settle the question, for a draft with a motif (R-POP-01)."""
    if draft.motif is None:
        return None
    return service_for(draft.motif, draft.adherent.profile)


def after_motif(draft: Draft) -> str:
    """Where a settled classification leads: a service is proposed, else writing (R-WRI-01)."""
    return SERVICE if proposed_service(draft) is not None else WRITING


def back_to(request: HttpRequest, step: str) -> HttpResponseRedirect:
    """Lead back to a step that must come first, and say why."""
    wanted = {
        THEME: _("Choose first what your message is about."),
        SUJET: _("Choose first the subject of your message."),
        MOTIF: _("Choose first the reason of your message."),
    }
    messages.info(request, wanted[step])
    return redirect(step)
