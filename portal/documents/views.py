"""The pages of « Déposer un document », which work without a script."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.accounts.contact import email_of
from portal.accounts.models import Adherent
from portal.documents import preparing
from portal.documents.attachment import attachment
from portal.documents.errors import DepositNotFound, Incomplete, TooManyFiles
from portal.documents.forms import (
    FREE,
    AttestationForm,
    NumberForm,
    ObjectForm,
    ReasonForm,
    descriptions,
    document_forms,
)
from portal.documents.inspection.runner import InspectionFailed
from portal.documents.inspection.verdict import Refused
from portal.documents.models import Deposit, DepositedDocument
from portal.documents.reading import deposits_of, file_in
from portal.documents.sending import first_missing, send_deposit
from portal.documents.wording import size_in_words, why_refused
from portal.mandates.acts import NoMandate
from portal.mandates.models import Scope
from portal.messaging.models import Thread, ThreadStatus
from portal.registration.limits import may_try
from portal.web.access import adherent_or_proxy, proxy_of
from portal.web.shell import Crumb, private_page

EXCHANGES_OFFERED = 10


@dataclass
class FilesOf:
    """A document on the page of files: what it holds, and what was not taken of it just now."""

    document: DepositedDocument
    refused: list[str] = field(default_factory=list)

    @property
    def input_name(self) -> str:
        return f"files-{self.document.position}"


@require_http_methods(["GET", "HEAD", "POST"])
@adherent_or_proxy(Scope.DOCUMENTS)
def object_of(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """« Objet de l'envoi » (R-DOC-01, R-DOC-02), and what was sent before."""
    writer = proxy_of(request)
    draft = preparing.draft_of(adherent, writer)
    threads = Thread.objects.filter(adherent=adherent, status=ThreadStatus.OPEN)
    form = ObjectForm(
        request.POST or None,
        threads=list(threads.order_by("-sent_at")[:EXCHANGES_OFFERED]),
        initial={"object": draft.thread.reference if draft and draft.thread else FREE},
    )
    if request.method == "POST" and form.is_valid():
        preparing.begin(adherent, writer, form.thread)
        return redirect("deposit-number")
    context = {
        "form": form,
        "draft": draft,
        "sent": list(deposits_of(adherent)[:50]),
    }
    return _page(request, adherent, "object", context)


@require_http_methods(["GET", "HEAD", "POST"])
@adherent_or_proxy(Scope.DOCUMENTS)
def number(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """« Nombre de documents » (R-DOC-03)."""
    draft = preparing.draft_of(adherent, proxy_of(request))
    if draft is None:
        return _begin_first(request)
    there = draft.documents.count()
    form = NumberForm(request.POST or None, initial={"number": there or 1})
    if request.method == "POST" and form.is_valid():
        preparing.set_number(draft, form.cleaned_data["number"])
        return redirect("deposit-information")
    return _page(request, adherent, "number", {"form": form, "draft": draft, "there": there})


@require_http_methods(["GET", "HEAD", "POST"])
@adherent_or_proxy(Scope.DOCUMENTS)
def information(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """« Saisie des informations » (R-DOC-04)."""
    draft = preparing.draft_of(adherent, proxy_of(request))
    if draft is None:
        return _begin_first(request)
    documents = list(draft.documents.all())
    if not documents:
        return redirect("deposit-number")
    data = request.POST or None
    each = document_forms(documents, data, adherent.display_name)
    reason = ReasonForm(data, initial={"reason": draft.reason})
    if request.method == "POST":
        valid = [form.is_valid() for form in (*each, reason)]
        if all(valid):
            preparing.describe(draft, reason.cleaned_data["reason"], descriptions(each))
            return redirect("deposit-files")
    context = {
        "documents": list(zip(documents, each, strict=True)),
        "form": reason,
        "wrong": bool(reason.errors) or any(form.errors for form in each),
        "medical": any("nature" in form.errors for form in each),
        "draft": draft,
    }
    return _page(request, adherent, "information", context)


@require_http_methods(["GET", "HEAD", "POST"])
@adherent_or_proxy(Scope.DOCUMENTS)
def files(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """« Ajout d'un fichier », the attestation and « Envoyer » (R-DOC-05 to R-DOC-08)."""
    writer = proxy_of(request)
    draft = preparing.draft_of(adherent, writer)
    if draft is None:
        return _sent_already(request, adherent, writer) or _begin_first(request)
    if first_missing(draft) not in (None, "deposit-files"):
        return redirect(first_missing(draft) or "send-document")
    shown = [FilesOf(document) for document in draft.documents.all()]
    sending = request.method == "POST" and request.POST.get("action") == "send"
    attestation = AttestationForm(request.POST if sending else None)
    refused = request.method == "POST" and not _take(request, adherent, shown)
    if request.method == "POST" and not refused:
        if not sending:
            return redirect("deposit-files")
        if attestation.is_valid():
            return _send(request, adherent, writer, draft)
    context = {
        "shown": shown,
        "form": attestation,
        "draft": draft,
        "wrong": refused or bool(attestation.errors),
        "limit": size_in_words(settings.ENVIRONMENT.document_bytes),
        "most": preparing.MOST_FILES,
    }
    return _page(request, adherent, "files", context)


def _take(request: HttpRequest, adherent: Adherent, shown: list[FilesOf]) -> bool:
    """Keep the files of a form that pass; note beside each document which did not, and why."""
    for part in shown:
        for upload in request.FILES.getlist(part.input_name):
            why = _take_one(request, adherent, part.document, upload)
            if why:
                name = upload.name or _("File")
                part.refused.append(
                    _("%(name)s: %(why)s") % {"name": preparing.one_line(name), "why": why}
                )
    return not any(part.refused for part in shown)


def _take_one(
    request: HttpRequest,
    adherent: Adherent,
    document: DepositedDocument,
    upload: "UploadedFile[Any]",
) -> str:
    if not may_try(request, "portal_upload", str(adherent.pk)):
        return _("too many files in a short time. Try again in an hour.")
    try:
        preparing.add_file(document, upload.read(), upload.name or "")
    except Refused as refused:
        return why_refused(refused.refusal)
    except TooManyFiles:
        return _("a sending holds %(most)d files at most.") % {"most": preparing.MOST_FILES}
    except InspectionFailed:
        return _("we cannot check files at this moment. Try again in a few minutes.")
    except DepositNotFound:
        return _("this sending has ended meanwhile.")
    return ""


def _send(
    request: HttpRequest, adherent: Adherent, writer: Adherent | None, draft: Deposit
) -> HttpResponse:
    try:
        sent = send_deposit(adherent, writer, draft.submission_key)
    except Incomplete as incomplete:
        messages.error(request, _("Add at least one file to each document."))
        return redirect(incomplete.step)
    except (DepositNotFound, NoMandate):
        messages.error(request, _("This sending has ended meanwhile: nothing was sent."))
        return redirect("contact")
    return redirect("deposit-sent", sent.reference)


def _sent_already(
    request: HttpRequest, adherent: Adherent, writer: Adherent | None
) -> HttpResponse | None:
    """« Envoyer » pressed twice, or pressed again after a broken connection."""
    try:
        key = UUID(request.POST.get("key", ""))
    except ValueError:
        return None
    sent = deposits_of(adherent).filter(submission_key=key, written_by=writer).first()
    return None if sent is None else redirect("deposit-sent", sent.reference)


@require_POST
@adherent_or_proxy(Scope.DOCUMENTS)
def remove(request: HttpRequest, adherent: Adherent, file_id: int) -> HttpResponse:
    """« Retirer » a file before sending."""
    draft = preparing.draft_of(adherent, proxy_of(request))
    if draft is None:
        return _begin_first(request)
    preparing.remove_file(draft, file_id)
    return redirect("deposit-files")


@require_POST
@adherent_or_proxy(Scope.DOCUMENTS)
def cancel(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """« Annuler »."""
    preparing.forget(adherent, proxy_of(request))
    messages.info(request, _("Nothing was sent, and the files you had added are deleted."))
    return redirect("contact")


@require_safe
@adherent_or_proxy(Scope.DOCUMENTS)
def sent(request: HttpRequest, adherent: Adherent, reference: str) -> HttpResponse:
    """The confirmation (R-NOT-08), and later what was sent."""
    deposit = deposits_of(adherent).filter(reference=reference).first()
    if deposit is None:
        raise Http404
    context = {"deposit": deposit, "told_by_email": bool(email_of(adherent))}
    return _page(request, adherent, "sent", context)


@require_safe
@adherent_or_proxy(Scope.DOCUMENTS)
def content(request: HttpRequest, adherent: Adherent, file_id: int) -> HttpResponse:
    """A file that was sent, handed back to who sent it (RGPD 15)."""
    try:
        return attachment(file_in(deposits_of(adherent), file_id))
    except DepositNotFound:
        raise Http404 from None


def _begin_first(request: HttpRequest) -> HttpResponse:
    messages.info(request, _("Choose first what you send documents for."))
    return redirect("send-document")


def _page(
    request: HttpRequest, adherent: Adherent, name: str, context: dict[str, Any]
) -> HttpResponse:
    crumbs = [
        Crumb(_("Contact & exchanges"), reverse("contact")),
        Crumb(_("Send a document")),
    ]
    return private_page(request, adherent, f"documents/{name}.html", context, crumbs=crumbs)
