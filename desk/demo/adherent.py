"""Plays an adherent at home, on the portal's own web pages."""

import re
from dataclasses import dataclass

from desk.demo.webforms import PageError, WebForms


@dataclass(frozen=True)
class Sent:
    """What the confirmation page tells the adherent."""

    reference: str
    expected_before: str
    """« lundi 23 novembre 2026 à 11 h 20 »: as the page writes it."""


class Adherent:
    """One adherent's visit of « Mon espace privé »."""

    def __init__(self, portal_url: str) -> None:
        self._pages = WebForms(portal_url)

    def sign_in(self, nir: str, password: str) -> str:
        """Sign in and return the heading of the page reached."""
        self._pages.open("/")
        self._pages.submit(
            "Se connecter",
            {"Mon numéro de sécurité sociale (sans la clé)": nir, "Mot de passe": password},
        )
        return self._pages.heading()

    def write(self, theme: str, sujet: str, motif: str, text: str) -> Sent:
        """Send a message through all the steps, by the labels that the adherent reads.

        Raises:
            PageError: a step does not offer what was asked, or refuses the text.
        """
        pages = self._pages
        pages.open("/contact/")
        pages.follow("Accéder à la messagerie")
        pages.follow("Ecrire un nouveau message")
        pages.submit("Valider", {theme: ""})
        pages.submit("Valider", {sujet: ""})
        pages.submit("Valider", {motif: ""})
        if pages.reads("J'utilise le service en ligne"):
            pages.follow("J’écris mon message")
        pages.submit("Valider", {"Mon message": text})
        if pages.heading() != "Récapitulatif de ma demande":
            raise PageError(f"the message was not taken: {pages.heading()} at {pages.url}")
        pages.submit("Envoyer")
        words = pages.main()
        reference = re.search(r"MSG-\d{4}-\d{6,}", words)
        before = re.search(r"Réponse attendue avant le (.+? à \d+ h \d\d)", words)
        if reference is None or before is None:
            raise PageError(f"no confirmation at {pages.url}")
        return Sent(reference.group(), before.group(1))

    def deposit(
        self, nature: str, person: str, reason: str, name: str, content: bytes, kind: str = ""
    ) -> str:
        """Send one file by « Envoyer un document », through all its steps; its reference.

        `kind`: what it is sent for, « D'autres documents » when empty.

        Raises:
            PageError: a step does not offer what was asked, or refuses the file.
        """
        pages = self._pages
        pages.open("/documents/envoyer/")
        pages.submit("Valider", {kind or "D'autres documents": ""})
        pages.submit("Valider", {"1": ""})
        pages.submit(
            "Valider",
            {
                "Nature du document": nature,
                "Nom de la personne concernée": person,
                "Motif de l'envoi": reason,
            },
        )
        pages.submit(
            "Envoyer",
            {
                "J’atteste que ces fichiers sont conformes aux documents originaux.": "",
                "Aucun de ces documents ne contient d’information médicale.": "",
            },
            {"Ajouter les fichiers du document 1": (name, content)},
        )
        reference = re.search(r"DOC-\d{4}-\d{6,}", pages.main())
        if pages.heading() != "Vos documents ont été envoyés" or reference is None:
            raise PageError(f"the file was not taken: {pages.main()[:300]}")
        return reference.group()

    def add(self, reference: str, text: str) -> None:
        """« Ajouter une précision » to a message that waits for its answer.

        Raises:
            PageError: it is not offered, or the text was refused.
        """
        pages = self._pages
        pages.open("/messages/?ouvert=tout")
        pages.follow(f"Ajouter une précision {reference}")
        pages.submit("Envoyer", {"Ma précision": text})
        if not pages.reads("Votre précision est envoyée"):
            raise PageError(f"the text was not taken: {pages.heading()} at {pages.url}")

    def ask_appointment(self, words: str, phone: str = "") -> str:
        """Ask for an appointment on the first half-days offered; its reference.

        `phone`: by telephone, at this number; at the place that the form proposes when empty.

        Raises:
            PageError: the form does not offer what was asked, or refuses it.
        """
        pages = self._pages
        pages.open("/rendez-vous/")
        said = {
            "Motif du rendez-vous": "Autre sujet",
            "Ce que votre MSA doit savoir (facultatif)": words,
        }
        if phone:
            said |= {"Par téléphone": "", "Numéro de téléphone où vous appeler": phone}
        for label, place in (
            ("Première demi-journée souhaitée", 1),
            ("Deuxième demi-journée souhaitée", 2),
        ):
            said[label] = pages.lines(label)[place]
        pages.submit("Envoyer ma demande", said)
        reference = re.search(r"RDV-\d{4}-\d{6,}", pages.main())
        if reference is None:
            raise PageError(f"no confirmation at {pages.url}")
        return reference.group()

    def withdraw_appointment(self, reference: str) -> None:
        """« Retirer ma demande », and confirm it."""
        self._pages.open(f"/rendez-vous/{reference}/retirer/")
        self._pages.submit("Retirer ma demande")

    def appointment(self, reference: str) -> str:
        """The words of the page of one request."""
        self._pages.open(f"/rendez-vous/{reference}/")
        return self._pages.main()

    def conversation(self, reference: str) -> str:
        """The words of one exchange on « Mes messages et mes réponses », empty when not there."""
        self._pages.open("/messages/?ouvert=tout")
        return next((words for words in self._pages.items("details") if reference in words), "")
