"""Addresses of the adherents' pages, and of the agents' sign-in."""

from django.urls import include, path

from portal.web.views import (
    account,
    choosing,
    completing,
    display,
    european_card,
    exchange_pdf,
    exchanges,
    own_data,
    private_space,
    promise,
    public,
    searching,
    sign_in,
    telephone,
    writing,
)

wizard = [
    path("", choosing.start, name="wizard-start"),
    path("theme/", choosing.theme, name="wizard-theme"),
    path("sujet/", choosing.sujet, name="wizard-sujet"),
    path("motif/", choosing.motif, name="wizard-motif"),
    path("service/", choosing.service, name="wizard-service"),
    path("message/", writing.writing, name="wizard-writing"),
    path("recapitulatif/", writing.recap, name="wizard-recap"),
    path("envoyer/", writing.send, name="wizard-send"),
    path("annuler/", choosing.cancel, name="wizard-cancel"),
]

urlpatterns = [
    path("", private_space.home, name="home"),
    # The name is allauth's: its middleware and redirects look for it.
    path("connexion/", sign_in.AdherentSignInView.as_view(), name="account_login"),
    path("deconnexion/", sign_in.sign_out, name="sign-out"),
    path("connexion/aide/", public.sign_in_help, name="sign-in-help"),
    path("affichage/", display.change_text_size, name="text-size"),
    path("recherche/", searching.search_page, name="search"),
    path("accessibilite/", public.accessibility, name="accessibility"),
    path("engagements/", promise.promise, name="promise"),
    path("agents/", sign_in.agents_home, name="agents"),
    path("agents/connexion/", sign_in.AgentSignInView.as_view(), name="agent-sign-in"),
    path("contact/", private_space.contact, name="contact"),
    path("coordonnees/", private_space.addresses, name="addresses"),
    path("mon-compte/", account.account, name="account"),
    path("mon-compte/donnees/", own_data.own_data_page, name="own-data"),
    path("mon-compte/adresse/", account.address, name="account-address"),
    path("mon-compte/e-mail/", account.email, name="account-email"),
    path("mon-compte/e-mail/code/", account.email_code, name="account-email-code"),
    path("mon-compte/telephone/", telephone.phone, name="account-phone"),
    path("mon-compte/telephone/code/", telephone.phone_code, name="account-phone-code"),
    path("mon-compte/mot-de-passe/", account.password, name="account-password"),
    path("services/", private_space.services, name="services"),
    path("services/carte-europeenne/", european_card.european_card, name="european-card"),
    path("attestations/", private_space.coming, {"page": "certificates"}, name="certificates"),
    path("paiements/", private_space.coming, {"page": "payments"}, name="payments"),
    path("demandes/", private_space.coming, {"page": "requests"}, name="requests"),
    path("preferences/", account.preferences, name="preferences"),
    path("messages/", exchanges.messages_page, name="messages"),
    path("messages/envoye/<str:reference>/", writing.sent, name="message-sent"),
    path("messages/nouveau/", include(wizard)),
    path("messages/<str:reference>/imprimer/", exchanges.printed, name="message-print"),
    path("messages/<str:reference>/pdf/", exchange_pdf.as_pdf, name="message-pdf"),
    path("messages/<str:reference>/precision/", completing.complete, name="message-complete"),
]
