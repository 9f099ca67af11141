"""« Nos engagements » : the share of promises kept, open to everybody (law C7)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.catalogue.models import Caisse
from portal.proof.public_figure import FEWEST, public_figures


@require_safe
def promise(request: HttpRequest) -> HttpResponse:
    """Each caisse by name, with its figure of the last month or that there is none."""
    figures = public_figures(Caisse.objects.order_by("name"), timezone.now())
    return render(request, "web/promise.html", {"figures": figures, "fewest": FEWEST})
