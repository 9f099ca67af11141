"""The wizard's second half: writing, recap, « Envoyer », confirmation (R-WRI, R-REC)."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.accounts.contact import email_of
from portal.accounts.models import Adherent
from portal.catalogue.models import Motif
from portal.catalogue.offer import is_offered
from portal.mandates.acts import NoMandate
from portal.mandates.models import Scope
from portal.messaging.errors import MotifNotOffered, TextTooLong, TextTooShort
from portal.messaging.models import MessageKind, Thread
from portal.messaging.sending import send_message
from portal.messaging.text import MAX_LENGTH, clean_text
from portal.web import drafts, rescue, steps
from portal.web.access import adherent_or_proxy, proxy_of, signed_in_of
from portal.web.forms.message import MessageForm, kind_label
from portal.web.models import Draft
from portal.web.shell import Crumb, messaging_crumbs, private_page

MODIFY = {"theme": steps.THEME, "sujet": steps.SUJET, "motif": steps.MOTIF}
"""The « Modifier » buttons of the writing page: they post the text, so that it is kept."""


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def writing(request: HttpRequest) -> HttpResponse:
    """« Mon message » (R-WRI-01 to 09). A posted text is kept whatever happens to the session."""
    adherent = signed_in_of(request)
    posted = _posted_key(request)
    if request.method == "POST" and posted is not None:
        owner = drafts.by_key(str(posted))
        if owner is not None and not rescue.is_written_here(request, adherent, owner):
            kept = rescue.keep_posted_text(request)
            return rescue.lead_back(request, kept or owner)
    return _writing(request)


@adherent_or_proxy(Scope.MESSAGES)
def _writing(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    draft = drafts.draft_of(adherent, proxy_of(request))
    if request.method != "POST":
        missing = steps.first_missing(draft)
        if draft is None or missing is not None:
            return steps.back_to(request, missing or steps.THEME)
        form = MessageForm(initial={"text": draft.text, "kind": draft.kind})
        return _writing_page(request, adherent, draft, form)

    form = MessageForm(request.POST)
    if draft is None or draft.submission_key != _posted_key(request):
        return _late_text(request, adherent, draft, form)
    form.is_valid()
    kind = form.cleaned_data.get("kind") or draft.kind
    # An unusable text is kept as it was typed, to be corrected.
    drafts.keep_text(draft, form.cleaned_data.get("text", request.POST.get("text", "")), kind)
    if request.POST.get("action") in MODIFY:
        return redirect(MODIFY[request.POST["action"]])
    missing = steps.first_missing(draft)
    if missing is not None:
        return steps.back_to(request, missing)
    if form.errors:
        return _writing_page(request, adherent, draft, form)
    if request.POST.get("motif") != draft.motif_id:
        messages.info(
            request,
            _("The reason of this message was changed on another page. Check it and validate."),
        )
        return redirect(steps.WRITING)
    return redirect(steps.RECAP)


def _late_text(
    request: HttpRequest, adherent: Adherent, draft: Draft | None, form: MessageForm
) -> HttpResponse:
    """Answer a text written on a page whose message was meanwhile sent or given up."""
    sent = _sent_under(adherent, _posted_key(request))
    raw = request.POST.get("text", "")
    if sent is not None and sent.messages.filter(text=clean_text(raw)).exists():
        messages.info(request, _("This message had already been sent: it was sent once only."))
        return redirect("message-sent", sent.reference)
    motif = Motif.objects.filter(pk=request.POST.get("motif", "")).first()
    if draft is None or not draft.text:
        draft = draft or drafts.begin(adherent, proxy_of(request))
        if draft.motif is None and motif is not None and is_offered(motif, adherent.profile):
            drafts.choose_motif(draft, motif)
        drafts.keep_text(draft, raw, MessageKind.REQUEST)
    if sent is not None:
        notice = _(
            "Your previous message has already been sent (%(reference)s). The text below would "
            "be a new message."
        ) % {"reference": sent.reference}
    else:
        notice = _("The message of this page had been given up. The text below is a new message.")
    missing = steps.first_missing(draft)
    messages.info(request, notice)
    if missing is not None:
        return redirect(missing)
    return _writing_page(request, adherent, draft, form)


def _writing_page(
    request: HttpRequest, adherent: Adherent, draft: Draft, form: MessageForm
) -> HttpResponse:
    return private_page(
        request,
        adherent,
        "web/wizard/writing.html",
        {
            "draft": draft,
            "form": form,
            "service": steps.proposed_service(draft),
            "maximum": MAX_LENGTH,
        },
        crumbs=messaging_crumbs(Crumb(_("Send a message"))),
    )


@require_safe
@adherent_or_proxy(Scope.MESSAGES)
def recap(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """« Récapitulatif de ma demande » (R-REC-01, R-REC-02)."""
    draft = drafts.draft_of(adherent, proxy_of(request))
    missing = steps.first_missing(draft)
    if draft is None or missing is not None:
        return steps.back_to(request, missing or steps.THEME)
    if not MessageForm({"text": draft.text, "kind": draft.kind}).is_valid():
        messages.info(request, _("Write your message first."))
        return redirect(steps.WRITING)
    return private_page(
        request,
        adherent,
        "web/wizard/recap.html",
        {"draft": draft, "kind": kind_label(draft.kind)},
        crumbs=messaging_crumbs(Crumb(_("Send a message"))),
    )


@require_POST
@adherent_or_proxy(Scope.MESSAGES)
def send(request: HttpRequest, adherent: Adherent) -> HttpResponse:
    """« Envoyer » (R-REC-03): once, however often the button is pressed or the page sent again."""
    draft = drafts.draft_of(adherent, proxy_of(request))
    key = _posted_key(request)
    if draft is None or draft.submission_key != key:
        sent = _sent_under(adherent, key)
        if sent is not None:
            return redirect("message-sent", sent.reference)
        messages.info(request, _("This message had been given up: nothing was sent."))
        return redirect("messages")
    if request.POST.get("revision") != str(draft.revision):
        messages.info(
            request, _("This message was changed on another page. Check it before sending it.")
        )
        return redirect(steps.RECAP)
    missing = steps.first_missing(draft)
    if missing is not None or draft.motif is None:
        return steps.back_to(request, missing or steps.MOTIF)
    try:
        thread = send_message(
            adherent=adherent,
            motif=draft.motif,
            text=draft.text,
            kind=MessageKind(draft.kind),
            origin=draft.origin,
            submission_key=draft.submission_key,
            written_by=draft.writer,
        )
    except (TextTooShort, TextTooLong):
        return redirect(steps.RECAP)  # which says what is wrong with the text
    except NoMandate:
        messages.info(request, _("This procuration has ended: nothing was sent."))
        return redirect("mandates")
    except MotifNotOffered:
        return steps.back_to(request, steps.MOTIF)
    drafts.forget(adherent, proxy_of(request))
    return redirect("message-sent", thread.reference)


@require_safe
@adherent_or_proxy(Scope.MESSAGES)
def sent(request: HttpRequest, adherent: Adherent, reference: str) -> HttpResponse:
    """The confirmation: what was received, when, and until when the answer is due (A19, 9-10)."""
    thread = get_object_or_404(Thread, adherent=adherent, reference=reference)
    return private_page(
        request,
        adherent,
        "web/wizard/sent.html",
        {"thread": thread, "told_by_email": bool(email_of(adherent))},
        crumbs=messaging_crumbs(Crumb(_("Message sent"))),
    )


def _posted_key(request: HttpRequest) -> uuid.UUID | None:
    try:
        return uuid.UUID(request.POST.get("submission_key", ""))
    except ValueError:
        return None


def _sent_under(adherent: Adherent, key: uuid.UUID | None) -> Thread | None:
    if key is None:
        return None
    return Thread.objects.filter(adherent=adherent, submission_key=key).first()
