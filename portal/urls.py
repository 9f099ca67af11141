"""Addresses of the portal."""

from django.contrib import admin
from django.urls import include, path

from portal.operations.probes import live, ready
from portal.operations.views import metrics

urlpatterns = [
    path("administration/", admin.site.urls),
    path("health/live", live, name="live"),
    path("health/ready", ready, name="ready"),
    path("metrics", metrics, name="metrics"),
    path("api/", include("portal.api.urls")),
    path("", include("portal.api.oauth.urls")),
    path("", include("portal.registration.urls")),
    path("", include("portal.federation.urls")),
    path("", include("portal.mandates.urls")),
    path("", include("portal.documents.urls")),
    path("", include("portal.appointments.urls")),
    path("", include("portal.web.urls")),
]

handler400 = "portal.web.views.errors.bad_request"
handler403 = "portal.web.views.errors.forbidden"
handler404 = "portal.web.views.errors.not_found"
handler429 = "portal.web.views.errors.too_many_requests"  # allauth's name for it
handler500 = "portal.web.views.errors.server_error"
