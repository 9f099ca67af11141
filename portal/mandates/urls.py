"""Addresses of « Procurations »."""

from django.urls import path

from portal.mandates import views

urlpatterns = [
    path("procurations/", views.mandates, name="mandates"),
    path("procurations/donner/", views.give, name="mandate-give"),
    path("procurations/quitter/", views.leave, name="mandate-leave"),
    path("procurations/<int:mandate_id>/", views.mandate, name="mandate"),
    path("procurations/<int:mandate_id>/accepter/", views.accept, name="mandate-accept"),
    path("procurations/<int:mandate_id>/fin/", views.end, name="mandate-end"),
    path("procurations/<int:mandate_id>/agir/", views.act, name="mandate-act"),
]
