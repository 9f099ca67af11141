"""Pages open to everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def sign_in_help(request: HttpRequest) -> HttpResponse:
    """Not registered, or password forgotten: what to do until those services open."""
    return render(request, "web/sign_in_help.html")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The state of accessibility, linked from every page (law C6)."""
    return render(request, "web/accessibility.html")
