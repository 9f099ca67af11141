"""django-allauth's hooks: who is admitted at which door, and what is said on refusal."""

from enum import Enum
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from portal.accounts.sign_in_log import note_refusal
from portal.web.access import adherent_of, agent_of


class Door(Enum):
    """The two sign-in pages. An account opens one of them at most."""

    ADHERENTS = "adherents"
    AGENTS = "agents"

    def admits(self, user: Any) -> bool:
        """Whether `user` may sign in here."""
        if self is Door.ADHERENTS:
            return adherent_of(user) is not None
        return agent_of(user) is not None


class PortalAccountAdapter(DefaultAccountAdapter):
    """One answer for an unknown account, a wrong password, a disabled account and the wrong door,
    each counted as a failure: the page tells nobody which accounts exist.
    """

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _(
            "The identifier or the password is not right. Check them and try again."
        ),
        "too_many_login_attempts": _(
            "Too many attempts with this identifier. For your safety, sign-in is suspended for "
            "a few minutes; try again later."
        ),
    }

    def authenticate_at(
        self, door: Door, request: HttpRequest, *, username: str, password: str
    ) -> Any:
        """Return the user when the password is right and the door is theirs, else None.

        Raises:
            ValidationError: too many failures for this identifier or from this address.
        """
        try:
            user = self.authenticate(request, username=username, password=password)
        except ValidationError:
            note_refusal(request, username, "suspended")
            raise
        if user is None:
            return None
        if not door.admits(user):
            # allauth has taken the attempt back because the password is right: count it again.
            note_refusal(request, username, "another door's")
            self.pre_authenticate(request, username=username, password=password)
            return None
        return user

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        """Only reached when an account is disabled between its check and its sign-in."""
        raise ImmediateHttpResponse(redirect("account_login"))

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """The pages say by themselves that one is signed in (R-AUT-05, R-NAV-01)."""
