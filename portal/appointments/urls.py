"""Addresses of « Demander un rendez-vous »."""

from django.urls import path

from portal.appointments import views

urlpatterns = [
    path("rendez-vous/", views.ask_page, name="appointment"),
    path("rendez-vous/mes-demandes/", views.requests_page, name="appointments"),
    path("rendez-vous/<str:reference>/", views.request_page, name="appointment-request"),
    path("rendez-vous/<str:reference>/choisir/", views.choose_page, name="appointment-choose"),
    path("rendez-vous/<str:reference>/retirer/", views.withdraw_page, name="appointment-withdraw"),
]
