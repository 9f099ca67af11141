"""« S'inscrire » and « Mot de passe oublié »: asking, the code, the password; three pages each.

What a page answers never depends on whether an account exists: the code page opens for everybody.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from portal.accounts.models import User
from portal.registration import codes
from portal.registration.code_letter import send_again
from portal.registration.fields import NewPasswordForm
from portal.registration.forms import CodeForm, CompanyForm, IdentifierForm, PersonForm
from portal.registration.limits import may_try
from portal.registration.registering import ask_to_register, register
from portal.registration.resetting import ask_for_new_password, reset_password

Purpose = codes.Purpose
SESSION_BACKEND = "django.contrib.auth.backends.ModelBackend"


@dataclass(frozen=True)
class Way:
    """One of the two ways to a password: its pages, by the names of their addresses."""

    purpose: codes.Purpose
    begin: str
    code: str
    password: str
    title: object
    finish: Callable[[int, str], User]

    @property
    def session_key(self) -> str:
        """Where the session keeps the number of the code that its browser may type."""
        return f"code-{self.purpose.value}"


REGISTERING = Way(
    Purpose.REGISTRATION,
    "register",
    "register-code",
    "register-password",
    gettext_lazy("Register"),
    register,
)
FORGOTTEN = Way(
    Purpose.PASSWORD,
    "password-forgotten",
    "password-code",
    "password-new",
    gettext_lazy("Password forgotten"),
    reset_password,
)


def _too_many() -> str:
    return _("Too many attempts. For your safety, wait an hour before trying again.")


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def register_person(request: HttpRequest) -> HttpResponse:
    """« S'inscrire » of somebody with a NIR (R-AUT-06)."""
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if may_try(request, "portal_register", form.cleaned_data["nir"]):
            request.session[REGISTERING.session_key] = ask_to_register(form.asking()).pk
            return redirect(REGISTERING.code)
        form.add_error(None, _too_many())
    return render(request, "registration_pages/register.html", {"form": form, "company": False})


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def register_company(request: HttpRequest) -> HttpResponse:
    """« S'inscrire » of an employer or a third party, by SIRET."""
    form = CompanyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if may_try(request, "portal_register", form.cleaned_data["siret"]):
            request.session[REGISTERING.session_key] = ask_to_register(form.asking()).pk
            return redirect(REGISTERING.code)
        form.add_error(None, _too_many())
    return render(request, "registration_pages/register.html", {"form": form, "company": True})


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def password_forgotten(request: HttpRequest) -> HttpResponse:
    """« Mot de passe oublié »: whose it is."""
    form = IdentifierForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        username = form.cleaned_data["identifier"]
        if may_try(request, "portal_forgotten", username):
            request.session[FORGOTTEN.session_key] = ask_for_new_password(username).pk
            return redirect(FORGOTTEN.code)
        form.add_error(None, _too_many())
    return render(request, "registration_pages/forgotten.html", {"form": form})


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def type_code(request: HttpRequest, way: Way) -> HttpResponse:
    """The code that came by e-mail, or that did not come."""
    code_id = request.session.get(way.session_key)
    if code_id is None:
        return redirect(way.begin)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not may_try(request, "portal_code"):
            form.add_error(None, _too_many())
        else:
            try:
                codes.prove(code_id, way.purpose, form.cleaned_data["code"])
                return redirect(way.password)
            except codes.CodeExpired:
                return _anew(request, way)
            except codes.CodeRefused as refused:
                form.add_error("code", _refusal(refused))
    context = {"form": form, "way": way, "again": f"{way.code}-again"}
    return render(request, "registration_pages/code.html", context)


@never_cache
@require_POST
def code_again(request: HttpRequest, way: Way) -> HttpResponse:
    """« Recevoir un nouveau code »."""
    code_id = request.session.get(way.session_key)
    if code_id is None:
        return redirect(way.begin)
    try:
        send_again(codes.issue_again(code_id, way.purpose))
    except codes.CodeExpired:
        return _anew(request, way)
    except codes.TooManySendings:
        messages.error(
            request, _("No other code can be sent for this request. Fill in the form again.")
        )
        return redirect(way.begin)
    messages.success(request, _("A new code has been asked for. The earlier one is void."))
    return redirect(way.code)


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def choose_password(request: HttpRequest, way: Way) -> HttpResponse:
    """The password, once the code was right."""
    code_id = request.session.get(way.session_key)
    if code_id is None:
        return redirect(way.begin)
    try:
        account = codes.owner(code_id, way.purpose)
        form = NewPasswordForm(request.POST or None, user=account)
        if request.method != "POST" or not form.is_valid():
            context = {"form": form, "way": way}
            return render(request, "registration_pages/password.html", context)
        account = way.finish(code_id, form.cleaned_data["new_password"])
    except codes.CodeExpired:
        return _anew(request, way)
    del request.session[way.session_key]
    if way.purpose == Purpose.PASSWORD:
        messages.success(request, _("Your password is changed. Sign in with the new one."))
        return redirect("account_login")
    messages.success(request, _("Your account is open. Welcome to your private space."))
    login(request, account, backend=SESSION_BACKEND)
    return redirect("home")


def _anew(request: HttpRequest, way: Way) -> HttpResponse:
    request.session.pop(way.session_key, None)
    messages.info(
        request, _("This code is no longer valid: codes last 15 minutes. Ask for another one.")
    )
    return redirect(way.begin)


def _refusal(refused: codes.CodeRefused) -> str:
    if not refused.tries_left:
        return _("Too many wrong codes: this one is void. Ask for a new code below.")
    return ngettext(
        "This is not the right code. You can try %(left)d more time.",
        "This is not the right code. You can try %(left)d more times.",
        refused.tries_left,
    ) % {"left": refused.tries_left}
