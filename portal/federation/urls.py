"""Addresses of the sign-in by FranceConnect."""

from django.urls import path

from portal.federation import views

urlpatterns = [
    path("franceconnect/", views.begin, name="franceconnect"),
    path("franceconnect/retour/", views.come_back, name="franceconnect-return"),
    path("franceconnect/numero/", views.ask_nir, name="franceconnect-nir"),
]
