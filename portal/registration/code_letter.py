"""The e-mail that carries a code, and the code alone."""

from portal.accounts.models import Adherent
from portal.notifications.letters import NO_CAISSE, post_letter, render_letter
from portal.notifications.rendering import RenderedMail
from portal.registration.codes import VALID_FOR, IssuedCode


def code_letter(issued: IssuedCode, caisse: object) -> RenderedMail:
    """Render it, without the name of anybody: nobody has proved yet to be somebody."""
    return render_letter(
        "code",
        caisse=caisse,
        code=issued.text,
        minutes=int(VALID_FOR.total_seconds() // 60),
        purpose=issued.row.purpose,
    )


def send_again(issued: IssuedCode) -> None:
    """Post a code made anew (`codes.issue_again`); to nobody when it is nobody's."""
    account = issued.row.account
    adherent = Adherent.objects.select_related("caisse").filter(user=account).first()
    letter = code_letter(issued, adherent.caisse if adherent is not None else NO_CAISSE)
    if account is not None:
        post_letter(issued.row.email, letter)
