"""Addresses of « S'inscrire » and « Mot de passe oublié »."""

from django.urls import path

from portal.registration import views
from portal.registration.views import FORGOTTEN, REGISTERING

registering, forgotten = {"way": REGISTERING}, {"way": FORGOTTEN}

urlpatterns = [
    path("inscription/", views.register_person, name="register"),
    path("inscription/employeur/", views.register_company, name="register-company"),
    path("inscription/code/", views.type_code, registering, name="register-code"),
    path("inscription/code/nouveau/", views.code_again, registering, name="register-code-again"),
    path("inscription/mot-de-passe/", views.choose_password, registering, name="register-password"),
    path("mot-de-passe-oublie/", views.password_forgotten, name="password-forgotten"),
    path("mot-de-passe-oublie/code/", views.type_code, forgotten, name="password-code"),
    path(
        "mot-de-passe-oublie/code/nouveau/",
        views.code_again,
        forgotten,
        name="password-code-again",
    ),
    path("mot-de-passe-oublie/nouveau/", views.choose_password, forgotten, name="password-new"),
]
