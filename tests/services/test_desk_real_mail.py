"""A real mail server between portal and adherents: what arrives, what comes back, and desk."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.demo.adherent import Adherent
from desk.models.snapshots import ReplyState
from desk.services.proof.chain import Stage, proofs
from tests.support.desk_world import desk_on
from tests.support.mail_host import DOMAIN, DOVECOT, EXIM, PEOPLE_DOMAIN, RETURNS, MailHost
from tests.support.portal_process import (
    ADHERENT_NIR,
    ADHERENT_PASSWORD,
    RunningPortal,
    portal_command,
    running_portal,
)

ODILE = "odile.ferrandier"
ABOUT = "Famille, logement", "Allocations familiales", "Changement de situation - Famille"
REPLY = "Bonjour, votre attestation est partie ce matin par la poste."


def work(portal: RunningPortal) -> None:
    done = portal_command("worker", "--once", "--embedded", environment=portal.environment)
    assert done.returncode == 0, done.stderr


def subjects(mails: list[EmailMessage]) -> list[str]:
    return sorted(str(mail["Subject"]).strip() for mail in mails)


@pytest.mark.skipif(
    not (EXIM.exists() and DOVECOT.exists()),
    reason="another mail server is installed here in the place of Exim",
)
def test_one_is_told_and_the_other_s_e_mail_comes_back(qtbot: QtBot, tmp_path: Path) -> None:
    with (
        MailHost(ODILE) as host,
        running_portal(
            tmp_path / "portal",
            PORTAL_SMTP_URL=host.smtp_url,
            PORTAL_RETURNS_ADDRESS=f"{RETURNS}@{DOMAIN}",
            PORTAL_RETURNS_URL=host.imap_url,
            SSL_CERT_FILE=str(host.certificate),
        ) as portal,
    ):
        odile = Adherent(portal.url)
        odile.sign_in(ADHERENT_NIR, ADHERENT_PASSWORD)
        sent = odile.write(*ABOUT, "Bonjour, quand recevrai-je mon attestation ?")
        with desk_on(qtbot, portal, tmp_path / "claire") as desk:
            desk.sign_in()
            hers = next(
                each
                for each in desk.open_threads()
                if desk.thread(each).reference == sent.reference
            )
            theirs = next(
                each
                for each in desk.open_threads()
                if desk.thread(each).email_state == "verified"
                and desk.thread(each).adherent_name != desk.thread(hers).adherent_name
            )
            for thread_id in (hers, theirs):
                desk.publish(thread_id, REPLY)
                desk.wait_state(thread_id, ReplyState.PUBLISHED)
            host.stop_mailboxes()  # a mailbox that is away now loses nothing
            work(portal)
            available, accuse = subjects(host.wait_for(ODILE, 2))
            assert accuse.endswith(f"est bien reçu – réf. {sent.reference}")
            assert available.startswith("Une réponse vous attend")
            (report,) = host.wait_for(RETURNS, 1)
            assert f"@{PEOPLE_DOMAIN}" in str(report["X-Failed-Recipients"])

            host.start_mailboxes()
            work(portal)
            assert host.inbox(RETURNS) == []
            desk.wait(lambda: desk.thread(theirs).reach.failing_ms is not None)
            assert desk.thread(hers).reach.failing_ms is None
            stages = {
                thread_id: [step.stage for step in proofs(desk.thread(thread_id))[-1].steps]
                for thread_id in (hers, theirs)
            }
            assert stages[hers][-1:] == [Stage.HANDED_OVER]
            assert stages[theirs][-2:] == [Stage.HANDED_OVER, Stage.RETURNED]
