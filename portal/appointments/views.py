"""The pages of « Demander un rendez-vous » (R-CTC-04), which work without a script."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.contact import email_of
from portal.accounts.models import Adherent
from portal.accounts.phone import shown_mobile
from portal.appointments.asking import ask, choose, withdraw
from portal.appointments.errors import (
    AppointmentNotFound,
    AppointmentSettled,
    HalfDayNotOpen,
    StaleAppointment,
)
from portal.appointments.forms import AppointmentForm, ChoiceOfProposal, place_shown
from portal.appointments.half_days import offered_to_adherents
from portal.appointments.models import Appointment, HalfDay, State
from portal.appointments.places import places_of, usual_place
from portal.appointments.reading import appointment_of, appointments_of
from portal.appointments.wording import agreed_in_words, half_day_in_words
from portal.mandates.acts import NoMandate
from portal.mandates.models import Scope
from portal.registration.limits import may_try
from portal.web.access import adherent_or_proxy, proxy_of
from portal.web.shell import Crumb, private_page

LISTED = 50


@require_http_methods(["GET", "HEAD", "POST"])
@adherent_or_proxy(Scope.APPOINTMENTS)
def ask_page(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """The form; « afficher ses demi-journées » lists those of the chosen place, sends nothing."""
    usual = usual_place(adherent)
    posted = request.POST if request.method == "POST" else None
    place = place_shown(adherent, "" if posted is None else posted.get("place", ""), usual)
    offered = offered_to_adherents(adherent.caisse, place.site, timezone.now())
    if posted is None or posted.get("action") == "place":
        kept = {} if posted is None else posted.dict()
        form = AppointmentForm(
            adherent=adherent, offered=offered, initial={"place": usual.code, **kept}
        )
    else:
        form = AppointmentForm(posted, adherent=adherent, offered=offered)
        if form.is_valid():
            sent = _send(request, adherent, form)
            if sent is not None:
                return sent
    context = {
        "form": form,
        "key": _key(request) or uuid4(),
        "listed_for": place.label,
        "several": len(places_of(adherent.caisse)) > 1,
        "has_requests": appointments_of(adherent).exists(),
    }
    return _page(request, adherent, "ask", context, _("Ask for an appointment"))


def _send(request: HttpRequest, adherent: Adherent, form: AppointmentForm) -> HttpResponse | None:
    """Record the request and lead to its page; None when the form says why it could not be."""
    key = _key(request)
    if key is None:
        form.add_error(None, _("This page was out of date. Check it and send it again."))
        return None
    known = appointments_of(adherent).filter(submission_key=key).exists()
    if not known and not may_try(request, "portal_appointment", str(adherent.pk)):
        form.add_error(None, _("Too many requests in a short time. Try again in an hour."))
        return None
    try:
        asked = ask(adherent, proxy_of(request), key, form.wish())
    except HalfDayNotOpen:
        form.add_error(None, _("A half-day you chose is no longer offered. Choose another."))
        return None
    except NoMandate:
        messages.error(request, _("This procuration has ended: nothing was sent."))
        return redirect("contact")
    messages.success(request, _("Your MSA has received your request for an appointment."))
    return redirect("appointment-request", asked.reference)


@require_safe
@adherent_or_proxy(Scope.APPOINTMENTS)
def requests_page(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """All of one's requests with where they are."""
    found = [
        {"request": each, "agreed": agreed_in_words(each)}
        for each in appointments_of(adherent)[:LISTED]
    ]
    return _page(request, adherent, "requests", {"found": found}, _("My requests for appointments"))


@require_safe
@adherent_or_proxy(Scope.APPOINTMENTS)
def request_page(request: HttpRequest, adherent: Adherent, reference: str) -> HttpResponse:
    """One request: its accusé, where it is, what was answered, what may be done."""
    return _request_page(request, adherent, _found(adherent, reference))


@require_http_methods(["POST"])
@adherent_or_proxy(Scope.APPOINTMENTS)
def choose_page(request: HttpRequest, adherent: Adherent, reference: str) -> HttpResponse:
    """« Valider » one of the half-days proposed."""
    appointment = _found(adherent, reference)
    proposed = _named(appointment, HalfDay.By.AGENT)
    form = ChoiceOfProposal(request.POST, proposed=proposed)
    if not form.is_valid() and appointment.state == State.PROPOSED:
        return _request_page(request, adherent, appointment, form)
    try:
        if not form.is_valid():
            raise StaleAppointment(appointment)
        choose(adherent, proxy_of(request), reference, form.chosen)
    except (StaleAppointment, HalfDayNotOpen):
        messages.error(request, _("This half-day is no longer proposed: nothing was changed."))
    except NoMandate:
        messages.error(request, _("This procuration has ended: nothing was sent."))
        return redirect("contact")
    else:
        messages.success(request, _("Your appointment is confirmed."))
    return redirect("appointment-request", reference)


@require_http_methods(["GET", "HEAD", "POST"])
@adherent_or_proxy(Scope.APPOINTMENTS)
def withdraw_page(request: HttpRequest, adherent: Adherent, reference: str) -> HttpResponse:
    """« Retirer ma demande », once it has been asked whether that is meant."""
    appointment = _found(adherent, reference)
    if request.method != "POST":
        if appointment.is_settled:
            return redirect("appointment-request", reference)
        context = {"appointment": appointment, "agreed": agreed_in_words(appointment)}
        return _page(request, adherent, "withdraw", context, _("Give the appointment up"))
    try:
        withdraw(adherent, proxy_of(request), reference)
    except AppointmentSettled:
        messages.info(request, _("Your MSA has answered meanwhile: nothing was changed."))
    except NoMandate:
        messages.error(request, _("This procuration has ended: nothing was sent."))
        return redirect("contact")
    else:
        messages.success(request, _("Your request is withdrawn. Your MSA sees it."))
    return redirect("appointment-request", reference)


def _request_page(
    request: HttpRequest,
    adherent: Adherent,
    appointment: Appointment,
    form: ChoiceOfProposal | None = None,
) -> HttpResponse:
    answers = list(appointment.answers.all())
    proposed = _named(appointment, HalfDay.By.AGENT)
    if form is None and appointment.state == State.PROPOSED:
        form = ChoiceOfProposal(proposed=proposed)
    context = {
        "appointment": appointment,
        "wished": [
            half_day_in_words(each.day, each.half)
            for each in _named(appointment, HalfDay.By.ADHERENT)
        ],
        "agreed": agreed_in_words(appointment),
        "phone": shown_mobile(appointment.phone),
        "answer": answers[-1] if answers else None,
        "form": form,
        "told_by_email": bool(email_of(adherent)),
    }
    return _page(request, adherent, "request", context, appointment.reference)


def _named(appointment: Appointment, by: HalfDay.By) -> list[HalfDay]:
    return [each for each in appointment.half_days.all() if each.by == by]


def _found(adherent: Adherent, reference: str) -> Appointment:
    try:
        return appointment_of(adherent, reference)
    except AppointmentNotFound:
        raise Http404 from None


def _key(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("key", ""))
    except ValueError:
        return None


def _page(
    request: HttpRequest, adherent: Adherent, name: str, context: dict[str, Any], title: str
) -> HttpResponse:
    crumbs = [Crumb(_("Contact & exchanges"), reverse("contact"))]
    if name != "ask":
        crumbs.append(Crumb(_("Ask for an appointment"), reverse("appointment")))
    if name in ("request", "withdraw"):
        crumbs.append(Crumb(_("My requests for appointments"), reverse("appointments")))
    crumbs.append(Crumb(title))
    return private_page(request, adherent, f"appointments/{name}.html", context, crumbs=crumbs)
