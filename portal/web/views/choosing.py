"""The wizard's classification: thème → sujet → motif → the online service that may do instead.

Sources: R-THM, R-SUJ, R-MOT, R-POP.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.accounts.models import Adherent
from portal.catalogue.models import Motif, Sujet, Theme
from portal.catalogue.offer import is_offered, motifs_for, sujets_for, themes_for
from portal.mandates.models import Scope
from portal.web import drafts, steps
from portal.web.access import adherent_or_proxy, proxy_of
from portal.web.forms.choices import ChoiceForm
from portal.web.models import Draft
from portal.web.prefilling import begin_from_service
from portal.web.shell import Crumb, messaging_crumbs, private_page


@require_http_methods(["GET", "HEAD", "POST"])
@adherent_or_proxy(Scope.MESSAGES)
def start(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """« Ecrire un nouveau message ». A message in progress is offered back before a new one."""
    service_code, motif_code = request.GET.get("service", ""), request.GET.get("motif", "")
    if request.method == "POST":
        drafts.begin(adherent, proxy_of(request))
        return redirect(steps.THEME)
    draft = drafts.draft_of(adherent, proxy_of(request))
    if draft is not None and draft.text.strip():
        return _page(request, adherent, "web/wizard/resume.html", draft)
    if service_code and begin_from_service(adherent, proxy_of(request), service_code):
        return redirect(steps.WRITING)
    chosen = Motif.objects.filter(pk=motif_code).first()
    if chosen is not None and is_offered(chosen, adherent.profile):
        draft = drafts.begin(adherent, proxy_of(request))
        drafts.choose_motif(draft, chosen)
        return redirect(steps.after_motif(draft))
    return redirect(steps.THEME)


@require_http_methods(["GET", "HEAD", "POST"])
@adherent_or_proxy(Scope.MESSAGES)
def theme(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """« Mon message concerne ... » (R-THM-01, R-THM-02)."""
    offered = {theme.pk: theme for theme in themes_for(adherent.profile)}
    draft = drafts.draft_of(adherent, proxy_of(request))
    form = _form(request, offered, draft.theme_id if draft else None)
    if request.method == "POST" and form.is_valid():
        draft = draft or drafts.begin(adherent, proxy_of(request))
        drafts.choose_theme(draft, offered[form.cleaned_data["choice"]])
        return redirect(steps.SUJET)
    return _step(request, adherent, "web/wizard/theme.html", draft, form)


@require_http_methods(["GET", "HEAD", "POST"])
@adherent_or_proxy(Scope.MESSAGES)
def sujet(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """The sujets of the theme, which stays on screen (R-SUJ-01, R-SUJ-02)."""
    draft = drafts.draft_of(adherent, proxy_of(request))
    missing = steps.first_missing(draft)
    if draft is None or draft.theme is None or missing == steps.THEME:
        return steps.back_to(request, steps.THEME)
    offered = {sujet.pk: sujet for sujet in sujets_for(draft.theme, adherent.profile)}
    form = _form(request, offered, draft.sujet_id)
    if request.method == "POST" and form.is_valid():
        drafts.choose_sujet(draft, offered[form.cleaned_data["choice"]])
        return redirect(steps.MOTIF)
    return _step(request, adherent, "web/wizard/sujet.html", draft, form)


@require_http_methods(["GET", "HEAD", "POST"])
@adherent_or_proxy(Scope.MESSAGES)
def motif(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """The motifs of the sujet; theme and sujet stay on screen (R-MOT-01, R-MOT-02)."""
    draft = drafts.draft_of(adherent, proxy_of(request))
    missing = steps.first_missing(draft)
    if draft is None or draft.sujet is None or missing in (steps.THEME, steps.SUJET):
        return steps.back_to(request, missing or steps.THEME)
    offered = {motif.pk: motif for motif in motifs_for(draft.sujet, adherent.profile)}
    form = _form(request, offered, draft.motif_id)
    if request.method == "POST" and form.is_valid():
        drafts.choose_motif(draft, offered[form.cleaned_data["choice"]])
        return redirect(steps.after_motif(draft))
    return _step(request, adherent, "web/wizard/motif.html", draft, form)


@require_safe
@adherent_or_proxy(Scope.MESSAGES)
def service(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """The window with the matching online service, and its three options (R-POP-01 to 04)."""
    draft = drafts.draft_of(adherent, proxy_of(request))
    missing = steps.first_missing(draft)
    if draft is None or missing is not None:
        return steps.back_to(request, missing or steps.THEME)
    proposed = steps.proposed_service(draft)
    if proposed is None:
        return redirect(steps.WRITING)
    return _page(request, adherent, "web/wizard/service.html", draft, service=proposed)


@require_POST
@adherent_or_proxy(Scope.MESSAGES)
def cancel(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """« Annuler », at every step: asks nothing, forgets, leads home."""
    drafts.forget(adherent, proxy_of(request))
    return redirect("messages")


def _form(
    request: HttpRequest,
    offered: dict[str, Theme] | dict[str, Sujet] | dict[str, Motif],
    chosen: str | None,
) -> ChoiceForm:
    return ChoiceForm(
        request.POST if request.method == "POST" else None,
        offered=offered.values(),
        initial={"choice": chosen},
    )


def _step(
    request: HttpRequest, adherent: Adherent, template: str, draft: Draft | None, form: ChoiceForm
) -> HttpResponse:
    return _page(request, adherent, template, draft, form=form)


def _page(
    request: HttpRequest,
    adherent: Adherent,
    template: str,
    draft: Draft | None,
    **context: object,
) -> HttpResponse:
    return private_page(
        request,
        adherent,
        template,
        {"draft": draft, **context},
        crumbs=messaging_crumbs(Crumb(_("Send a message"))),
    )
