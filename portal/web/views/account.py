"""« Mon compte » and « Gérer vos préférences »: what adherents change by themselves (R-AUT-08)."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.contact import email_of, email_state
from portal.accounts.failing import failing_since
from portal.accounts.models import Adherent
from portal.accounts.opening import confirm_email, set_password
from portal.accounts.phone import shown_mobile
from portal.messaging.contact_changes import tell_agents
from portal.notifications.letters import post_letter, render_letter
from portal.notifications.sms.reach import sms_state
from portal.registration import codes
from portal.registration.code_letter import code_letter
from portal.registration.limits import may_try
from portal.registration.models import OneTimeCode
from portal.web import open_sessions
from portal.web.access import adherent_required
from portal.web.forms.account import (
    AddressForm,
    EmailForm,
    PasswordForm,
    PreferencesForm,
)
from portal.web.shell import Crumb, private_page, profile_label
from portal.web.views.account_pages import form_page, record
from portal.web.views.code_page import Proof, code_page

EMAIL_CODE = "code-email"
"""Where the session keeps the number of the code for a new address."""


@require_safe
@adherent_required
def account(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """« Mon compte »: what is on file, each with its « Modifier »."""
    context = {
        "email": email_of(adherent),
        "email_state": email_state(adherent),
        "failing_since": failing_since(adherent),
        "phone": shown_mobile(adherent.mobile_phone),
        "sms_state": sms_state(adherent),
        "profile": profile_label(adherent),
        "has_password": adherent.user.has_usable_password(),
    }
    return private_page(
        request,
        adherent,
        "web/account.html",
        context,
        crumbs=[Crumb(_("My account"))],
        section="",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@adherent_required
def address(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """« Modifier mon adresse »."""
    form = AddressForm(request.POST or None, instance=adherent)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            form.save()
            record("account.address_changed", adherent)
            if form.has_changed():
                post_letter(
                    email_of(adherent), render_letter("address_changed", caisse=adherent.caisse)
                )
        messages.success(request, _("Your address is changed."))
        return redirect("account")
    return form_page(request, adherent, form, _("My address"))


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@adherent_required
def email(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """« Modifier mon e-mail »: a code goes to the new address before it replaces the old one."""
    form = EmailForm(request.POST or None, user=adherent.user, request=request)
    if request.method == "POST" and form.is_valid():
        if may_try(request, "portal_own_email", str(adherent.user_id)):
            with transaction.atomic():
                new = form.cleaned_data["email"]
                issued = codes.issue(codes.Purpose.EMAIL, adherent.user, new)
                post_letter(new, code_letter(issued, adherent.caisse))
                record("account.email_change_asked", adherent)
            request.session[EMAIL_CODE] = issued.row.pk
            return redirect("account-email-code")
        form.add_error(None, _("Too many attempts. Wait an hour before trying again."))
    return form_page(
        request,
        adherent,
        form,
        _("My e-mail address"),
        help=_("A code is sent to the new address. The present one stays until it is typed."),
        submit=_("Receive my code"),
    )


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@adherent_required
def email_code(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """The code that came to the new address."""
    proof = Proof(
        purpose=codes.Purpose.EMAIL,
        session_key=EMAIL_CODE,
        asking="account-email",
        title=_("Confirm my e-mail address"),
        help=_("A code has just been sent to the new address. It is valid for 15 minutes."),
        done=_("Your e-mail address is changed and confirmed."),
        keep=_change_email,
    )
    return code_page(request, adherent, proof)


def _change_email(adherent: Adherent, code: OneTimeCode) -> None:
    old = email_of(adherent)
    confirm_email(adherent.user, code.email)
    if old and old != code.email:
        post_letter(old, render_letter("email_changed", caisse=adherent.caisse))
    record("account.email_changed", adherent)
    tell_agents(adherent)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@adherent_required
def password(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """« Modifier mon mot de passe »: other sessions end, this one goes on."""
    form = PasswordForm(request.POST or None, user=adherent.user, request=request)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            set_password(adherent.user, form.cleaned_data["new_password"])
            post_letter(
                email_of(adherent), render_letter("password_changed", caisse=adherent.caisse)
            )
            record("account.password_changed", adherent)
        update_session_auth_hash(request, adherent.user)
        open_sessions.end_others(request, adherent.user)
        messages.success(
            request, _("Your password is changed. Your other sessions have been closed.")
        )
        return redirect("account")
    return form_page(request, adherent, form, _("My password"))


@require_http_methods(["GET", "HEAD", "POST"])
@adherent_required
def preferences(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """« Gérer vos préférences »: how exchanges with the MSA are told of (R-NOT-07)."""
    form = PreferencesForm(request.POST or None, instance=adherent)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            form.save()
            record(
                "account.preferences_changed",
                adherent,
                email=adherent.notify_by_email,
                sms=adherent.notify_by_sms,
                post=adherent.notify_by_post,
            )
            tell_agents(adherent)
        messages.success(request, _("Your preferences are saved."))
        return redirect("preferences")
    return private_page(
        request,
        Adherent.objects.select_related("caisse", "user").get(pk=adherent.pk),
        "web/account/preferences.html",
        {
            "form": form,
            "email": email_of(adherent),
            "phone": shown_mobile(adherent.mobile_phone),
            "postal_address": adherent.postal_address,
            "sms_state": sms_state(adherent),
        },
        crumbs=[Crumb(_("My account"), reverse("account")), Crumb(_("Manage my preferences"))],
        section="",
    )
