"""Addresses of the API."""

from django.urls import path, re_path
from django.views.decorators.csrf import csrf_exempt

from portal.api.v1 import build_api, unknown_address

urlpatterns = [
    path("v1/", build_api().urls),
    re_path(r"", csrf_exempt(unknown_address)),
]
