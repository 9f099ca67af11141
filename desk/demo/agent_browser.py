"""Plays the agent's browser during sign-in: fills the portal's form, follows it back to desk."""

import logging
import threading

import requests

from desk.demo.webforms import PageError, WebForms

log = logging.getLogger(__name__)


class AgentBrowser:
    """Stands where desk opens the system's browser. Signs in as one demo agent."""

    def __init__(self, login: str, password: str) -> None:
        self._login = login
        self._password = password

    def open(self, address: str) -> bool:
        """Visit `address` on a thread of its own, as a browser would; True: it has started."""
        threading.Thread(
            target=self._visit, args=(address,), name="demo-browser", daemon=True
        ).start()
        return True

    def _visit(self, address: str) -> None:
        try:
            pages = WebForms(address)
            pages.open(address)
            pages.submit(
                "Se connecter", {"Identifiant d’agent": self._login, "Mot de passe": self._password}
            )
        except (PageError, requests.RequestException) as error:
            # Neither holds the address: it carries the sign-in's state.
            log.warning("the demo's browser could not sign in: %s", type(error).__name__)
