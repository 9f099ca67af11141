"""« A+ », « A », « A- » for browsers without JavaScript, and for their script."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from portal.web.text_size import changed, keep, text_size


@require_POST
def change_text_size(request: HttpRequest) -> HttpResponse:
    """Keep the size and lead back to the page."""
    page = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(page, allowed_hosts={request.get_host()}):
        page = reverse("home")
    response = HttpResponseRedirect(page)
    keep(response, changed(text_size(request), request.POST.get("size", "")))
    return response
