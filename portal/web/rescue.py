"""A text posted by someone who is no longer signed in is kept for its author, not thrown away."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.accounts.models import Adherent
from portal.mandates import acting
from portal.messaging.models import MessageKind
from portal.web import drafts, steps
from portal.web.access import sign_in_then, signed_in_of
from portal.web.models import Draft


def keep_posted_text(request: HttpRequest) -> Draft | None:
    """Store the text of a posted writing form in the draft whose page it came from.

    The page carries the draft's secret key, which nobody but its author has seen: it stands for
    the session that has expired, and for the anti-forgery token that changed at a new sign-in.
    It allows to put a text there, never to read or send one. Returns the draft, or None when the
    form is of no living draft.
    """
    if request.method != "POST" or "text" not in request.POST:
        return None
    draft = drafts.by_key(request.POST.get("submission_key", ""))
    if draft is None:
        return None
    kind = request.POST.get("kind", "")
    drafts.keep_text(
        draft,
        request.POST["text"],
        kind if kind in MessageKind.values else draft.kind,
    )
    return draft


def lead_back(request: HttpRequest, draft: Draft) -> HttpResponseRedirect:
    """Bring the author of a rescued text to it, by way of the sign-in page if need be."""
    signed_in = signed_in_of(request)
    if is_written_here(request, signed_in, draft):
        messages.info(
            request,
            _("This page had been open for a long time. Your text is kept: check it and validate."),
        )
        return redirect(steps.WRITING)
    if request.user.is_authenticated:
        messages.info(
            request,
            _(
                "This message was begun with another account. It is kept for that account: sign "
                "out, then sign in with it."
            ),
        )
        return redirect("home")
    messages.info(
        request, _("Your session has expired. Your text is kept: sign in again to find it.")
    )
    # A proxy has to say again in whose name they act: a new session acts in one's own.
    return sign_in_then(reverse(steps.WRITING if draft.writer is None else "mandates"))


def is_written_here(request: HttpRequest, signed_in: Adherent | None, draft: Draft) -> bool:
    """Whether the session is one in which `draft` is the message in progress."""
    if signed_in is None:
        return False
    mandate = acting.current(request, signed_in)
    in_the_name_of = signed_in.pk if mandate is None else mandate.principal_id
    return signed_in.pk == draft.author_id and in_the_name_of == draft.adherent_id
