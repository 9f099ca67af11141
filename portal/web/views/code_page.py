"""The page where a code that was sent is typed: it proves an address or a number."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.accounts.models import Adherent
from portal.registration import codes
from portal.registration.forms import CodeForm
from portal.registration.models import OneTimeCode
from portal.web.views.account_pages import form_page, tries_words


@dataclass(frozen=True)
class Proof:
    """What is proved, and the words around it.

    Attributes:
        session_key: where the session keeps the number of the code.
        asking: the name of the page that sends a code.
        keep: writes down what was proved; in the transaction that spends the code.
    """

    purpose: codes.Purpose
    session_key: str
    asking: str
    title: str
    help: str
    done: str
    keep: Callable[[Adherent, OneTimeCode], None]
    label: str = ""


def code_page(request: HttpRequest, adherent: Adherent, proof: Proof) -> HttpResponse:
    """Ask for the code; the right one is spent, and what it proves is kept."""
    code_id = request.session.get(proof.session_key)
    if code_id is None:
        return redirect(proof.asking)
    form = CodeForm(request.POST or None, label=proof.label)
    if request.method == "POST" and form.is_valid():
        try:
            codes.prove(code_id, proof.purpose, form.cleaned_data["code"])
            _spend(adherent, code_id, proof)
        except codes.CodeExpired:
            messages.info(request, _("This code is no longer valid. Ask for another one."))
            return redirect(proof.asking)
        except codes.CodeRefused as refused:
            form.add_error("code", tries_words(refused.tries_left))
        else:
            del request.session[proof.session_key]
            messages.success(request, proof.done)
            return redirect("account")
    return form_page(
        request,
        adherent,
        form,
        proof.title,
        help=proof.help,
        submit=_("Validate"),
        back=reverse(proof.asking),
    )


@transaction.atomic
def _spend(adherent: Adherent, code_id: int, proof: Proof) -> None:
    row = codes.proved(code_id, proof.purpose)
    if row.account_id != adherent.user_id:
        raise codes.CodeExpired
    row.delete()
    proof.keep(adherent, row)
