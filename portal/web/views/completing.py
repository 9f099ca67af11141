"""« Ajouter une précision »: a form of one page, for a message that waits for its answer."""

import uuid
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.accounts.models import Adherent
from portal.mandates.acts import NoMandate
from portal.mandates.models import Scope
from portal.messaging.completing import complete_message
from portal.messaging.errors import AlreadyAnswered, TooManyAdditions
from portal.messaging.models import Thread
from portal.messaging.seen import MAX_ADDITIONS, SeenExchange, as_the_adherent_sees
from portal.messaging.text import MAX_LENGTH
from portal.web.access import adherent_or_proxy, proxy_of
from portal.web.forms.text import CompletionForm
from portal.web.shell import Crumb, messaging_crumbs, private_page
from portal.web.views.exchanges import SHOW_ALL


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def complete(request: HttpRequest, reference: str) -> HttpResponse:
    """A text posted after the session has ended is shown back, to be sent once signed in."""
    if request.method == "POST" and not request.user.is_authenticated:
        return _kept(request)
    return _complete(request, reference)


@adherent_or_proxy(Scope.MESSAGES)
def _complete(request: HttpRequest, adherent: Adherent, reference: str) -> HttpResponse:
    seen = _own(adherent, reference)
    if request.method != "POST":
        if not seen.may_be_completed:
            messages.info(request, _full() if seen.is_full else _not_open())
            return redirect("messages")
        return _page(request, adherent, seen, CompletionForm(), uuid.uuid4())
    form = CompletionForm(request.POST)
    key = _posted_key(request)
    if not form.is_valid():
        return _page(request, adherent, seen, form, key)
    try:
        complete_message(
            adherent=adherent,
            reference=reference,
            text=form.cleaned_data["text"],
            key=key,
            written_by=proxy_of(request),
        )
    except NoMandate:
        messages.info(request, _("This procuration has ended: nothing was sent."))
        return redirect("mandates")
    except TooManyAdditions:
        form.add_error(None, _full())
        return _page(request, adherent, seen, form, key)
    except AlreadyAnswered:
        form.add_error(None, _not_open())
        return _page(request, adherent, _own(adherent, reference), form, key)
    messages.success(request, _("What you added has been sent: your MSA has received it."))
    return redirect(f"{reverse('messages')}?ouvert={SHOW_ALL}#{reference}")


@adherent_or_proxy(Scope.MESSAGES)
def show_again(request: HttpRequest, adherent: Adherent, reference: str) -> HttpResponse:
    """The form with the text that was posted from a page open for too long: nothing was sent."""
    form = CompletionForm(request.POST)
    form.add_error(
        None, _("This page had been open for a long time. Check your text and send it again.")
    )
    return _page(request, adherent, _own(adherent, reference), form, _posted_key(request))


def keep_posted_text(request: HttpRequest) -> HttpResponse | None:
    """Answer a post refused for its anti-forgery token, when it is one of this page: its text
    stays on screen. None for any other.
    """
    match = request.resolver_match
    if match is None or match.url_name != "message-complete" or "text" not in request.POST:
        return None
    if not request.user.is_authenticated:
        return _kept(request)
    response = show_again(request, match.kwargs["reference"])
    if response.status_code == HTTPStatus.OK:
        response.status_code = HTTPStatus.FORBIDDEN
    return response


def _kept(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "web/completion_kept.html",
        {"text": request.POST.get("text", ""), "next": request.get_full_path()},
        status=HTTPStatus.FORBIDDEN,
    )


def _full() -> str:
    return ngettext(
        "You have added to this message %(count)d time, which is as often as possible. To go on, "
        "write a new message.",
        "You have added to this message %(count)d times, which is as often as possible. To go "
        "on, write a new message.",
        MAX_ADDITIONS,
    ) % {"count": MAX_ADDITIONS}


def _not_open() -> str:
    return _(
        "This message has been answered or closed meanwhile: nothing can be added to it. To go "
        "on, write a new message."
    )


def _own(adherent: Adherent, reference: str) -> SeenExchange:
    thread = (
        Thread.objects.prefetch_related("messages")
        .filter(adherent=adherent, reference=reference)
        .first()
    )
    if thread is None:
        raise Http404
    return as_the_adherent_sees(thread, timezone.now())


def _page(
    request: HttpRequest,
    adherent: Adherent,
    seen: SeenExchange,
    form: CompletionForm,
    key: uuid.UUID,
) -> HttpResponse:
    return private_page(
        request,
        adherent,
        "web/completing.html",
        {"seen": seen, "thread": seen.thread, "form": form, "key": key, "maximum": MAX_LENGTH},
        crumbs=messaging_crumbs(Crumb(_("Add to my message"))),
    )


def _posted_key(request: HttpRequest) -> uuid.UUID:
    try:
        return uuid.UUID(request.POST.get("key", ""))
    except ValueError:
        return uuid.uuid4()  # of no page of ours
