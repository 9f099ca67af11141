"""The administration site."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class AdministrationSite(admin.AdminSite):
    """Staff come in by the agents' door, which counts failed attempts; this one has none."""

    site_header = _("Administration of the portal")
    site_title = _("Administration of the portal")
    index_title = _("What can be administered")

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Send whoever is not signed in to the agents' door.

        Raises:
            PermissionDenied: signed in, and not staff.
        """
        if request.user.is_authenticated and not self.has_permission(request):
            raise PermissionDenied
        aim = request.GET.get("next") or reverse("admin:index")
        return redirect_to_login(aim, reverse("agent-sign-in"))
