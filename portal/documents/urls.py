"""Addresses of « Envoyer un document »."""

from django.urls import path

from portal.documents import views
from portal.documents.overview import documents_page

urlpatterns = [
    path("documents/", documents_page, name="documents"),
    path("documents/envoyer/", views.object_of, name="send-document"),
    path("documents/envoyer/nombre/", views.number, name="deposit-number"),
    path("documents/envoyer/informations/", views.information, name="deposit-information"),
    path("documents/envoyer/fichiers/", views.files, name="deposit-files"),
    path("documents/envoyer/fichiers/<int:file_id>/retirer/", views.remove, name="deposit-remove"),
    path("documents/envoyer/annuler/", views.cancel, name="deposit-cancel"),
    path("documents/envoyes/<str:reference>/", views.sent, name="deposit-sent"),
    path("documents/fichiers/<int:file_id>/", views.content, name="deposit-content"),
]
