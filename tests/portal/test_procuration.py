"""Procurations (R-ACT-02): given, accepted, used, seen by both, ended by either."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from post_office.models import Email

from portal.api.shapes import thread_shape
from portal.audit.models import AuditEvent
from portal.catalogue.models import Motif
from portal.mandates.acts import NoMandate
from portal.mandates.models import Mandate, MandateAct
from portal.messaging.models import Thread
from portal.messaging.reading import complete
from portal.messaging.sending import send_message
from portal.notifications.models import Notification
from portal.web.models import Draft
from tests.support.reader import Reader, typed, words
from tests.support.web_world import (
    COMPANY,
    FIRMIN,
    ODILE,
    PASSWORD,
    QUESTION,
    SUJET,
    THEME,
    WITHOUT_SERVICE,
    WebWorld,
    at,
)


def day(after: int) -> str:
    return f"{timezone.localdate() + timedelta(days=after):%d/%m/%Y}"


def given(web: WebWorld, **stated: str) -> Reader:
    """Odile gives Firmin a procuration for her messages, from today."""
    page = web.reader().open("/mon-compte/").follow("Procurations").follow("Donner une procuration")
    fields = {
        "identifier": FIRMIN,
        "name": "exemple",
        "scopes": "messages",
        "starts_on": day(0),
        "ends_on": day(30),
        "notices": "both",
    }
    return page.press("Donner cette procuration", **{**fields, **stated})


def accepted(web: WebWorld, **stated: str) -> Reader:
    """Firmin has accepted it, and looks at it."""
    given(web, **stated)
    page = web.reader(web.firmin).open("/procurations/").follow("Odile Exemple")
    return page.press("Accepter Odile Exemple")


def acting(web: WebWorld, **stated: str) -> Reader:
    """Firmin acts in Odile's name."""
    return accepted(web, **stated).press("Agir pour Odile Exemple")


def written(page: Reader) -> Thread:
    page.open("/messages/nouveau/").choose(THEME).choose(SUJET).choose(WITHOUT_SERVICE)
    page.press("Valider", text=QUESTION).press("Envoyer")
    assert page.heading() == "Votre message est envoyé"
    return complete(Thread.objects.all()).order_by("-pk")[0]


def test_r_act_02_a_proxy_writes_and_everybody_sees_who_wrote_for_whom(web: WebWorld) -> None:
    page = acting(web)
    banner = words(page.one(".acting"))
    assert banner.startswith("Vous agissez pour Odile Exemple")
    assert words(page.one(".account__name")) == "Firmin"
    assert words(page.one(".brand__caisse")) == "MSA Picardie", "Odile's caisse, not Firmin's"
    thread = written(page)
    assert thread.adherent == web.odile
    said = "écrit par Firmin Exemple pour Odile Exemple"
    assert said in page.open("/messages/?ouvert=tout").text()
    assert said in web.reader().open("/messages/?ouvert=tout").text()
    shape = thread_shape(thread)
    assert (shape["written_by"], shape["on_behalf"]) == ("Firmin Exemple", "Odile Exemple")
    (message,) = shape["messages"]
    assert message["written_by"] == "Firmin Exemple"
    assert (message["writer_civility"], message["writer_addressed_name"]) == (
        web.firmin.civility,
        "Exemple",
    )
    assert [told["told_proxy"] for told in shape["notifications"]] == [None, "Firmin Exemple"]
    assert AuditEvent.objects.get(action="message.sent").actor == web.firmin.user
    for reader in (page.press("Revenir à mon espace"), web.reader().open("/procurations/")):
        reader.follow("Odile Exemple" if reader is page else "Firmin Exemple")
        assert thread.reference in words(reader.one(".acts"))
        assert "message envoyé" in words(reader.one(".acts"))
    assert "Vous n’avez encore écrit" in page.open("/messages/").text() or not (
        page.page.select(".exchange")
    ), "Firmin's own space has nothing of it"


def test_a_proxy_completes_a_message_and_it_is_told(web: WebWorld) -> None:
    thread = web.exchange()
    page = acting(web).open(f"/messages/{thread.reference}/precision/")
    page.press("Envoyer", text="Il y a aussi une pièce que j’ai oubliée.")
    assert page.path == "/messages/"
    first, second = complete(Thread.objects.all()).get().messages.all()
    assert (first.written_by, second.written_by) == (None, web.firmin)
    assert MandateAct.objects.get().kind == MandateAct.Kind.MESSAGE_COMPLETED


@pytest.mark.parametrize(
    ("notices", "told"),
    [
        ("principal", {"odile@exemple-msa.test"}),
        ("proxy", {"firmin@exemple-msa.test"}),
        ("both", {"odile@exemple-msa.test", "firmin@exemple-msa.test"}),
    ],
)
def test_who_is_told_is_what_the_principal_chose(
    web: WebWorld, notices: str, told: set[str]
) -> None:
    thread = written(acting(web, notices=notices))
    web.reply(thread)
    for kind in Notification.Kind:
        mails = Email.objects.filter(notification__kind=kind)
        assert {mail.to[0] for mail in mails} == told
    to_proxy = Email.objects.filter(to="firmin@exemple-msa.test", notification__isnull=False)
    assert all("procuration que Odile Exemple vous a donnée" in mail.message for mail in to_proxy)


def test_once_it_has_ended_the_proxy_is_told_of_nothing_and_opens_nothing(web: WebWorld) -> None:
    page = acting(web)
    thread = written(page)
    web.reader().open("/procurations/").press("Y mettre fin Firmin Exemple")
    web.reply(thread)
    mails = Email.objects.filter(notification__kind=Notification.Kind.REPLY_AVAILABLE)
    assert [mail.to for mail in mails] == [["odile@exemple-msa.test"]]
    page.open("/messages/?ouvert=tout")
    assert thread.reference not in page.text()
    assert not page.page.select(".acting")
    with pytest.raises(NoMandate):
        send_message(
            adherent=web.odile,
            motif=Motif.objects.get(label=WITHOUT_SERVICE),
            text=QUESTION,
            submission_key=uuid4(),
            written_by=web.firmin,
        )
    assert Thread.objects.count() == 1


def test_ended_between_the_recap_and_envoyer_nothing_is_sent(web: WebWorld) -> None:
    page = acting(web)
    page.open("/messages/nouveau/").choose(THEME).choose(SUJET).choose(WITHOUT_SERVICE)
    page.press("Valider", text=QUESTION)
    web.reader().open("/procurations/").press("Y mettre fin Firmin Exemple")
    page.press("Envoyer")
    assert not Thread.objects.exists()
    assert Draft.objects.get().text == QUESTION


def test_neither_reads_what_the_other_is_writing(web: WebWorld) -> None:
    web.writing().press("Valider", text="Ce qu’Odile écrit elle-même.")
    page = acting(web)
    page.open("/messages/nouveau/")
    assert page.path == "/messages/nouveau/theme/", "no message in progress is offered"
    page.choose(THEME).choose(SUJET).choose(WITHOUT_SERVICE)
    assert typed(page.one("textarea")) == ""
    page.press("Valider", text=QUESTION)
    assert typed(web.reader().open("/messages/nouveau/message/").one("textarea")).startswith("Ce")
    assert Draft.objects.count() == 2


def test_a_session_that_expires_keeps_what_the_proxy_wrote(web: WebWorld) -> None:
    page = acting(web)
    page.open("/messages/nouveau/").choose(THEME).choose(SUJET).choose(WITHOUT_SERVICE)
    page.client.session.flush()
    page.press("Valider", text=QUESTION)
    assert "Votre texte est conservé" in page.notices()[0]
    page.press("Se connecter", login=FIRMIN, password=PASSWORD)
    assert page.path == "/procurations/"
    page.press("Agir pour Odile Exemple").open("/messages/nouveau/message/")
    assert typed(page.one("textarea")) == QUESTION


def test_account_and_preferences_stay_ones_own(web: WebWorld) -> None:
    page = acting(web).open("/mon-compte/")
    assert "firmin@exemple-msa.test" in page.text()
    assert "odile@exemple-msa.test" not in page.text()


def test_a_mandate_opens_only_what_it_is_for(web: WebWorld) -> None:
    page = acting(web, scopes="appointments").open("/messages/")
    assert page.path == "/contact/"
    assert page.notices() == ["Cette procuration n’est pas donnée pour cela."]


def test_giving_tells_nobody_who_has_an_account(web: WebWorld) -> None:
    pages = [given(web, identifier=who, name="Exemple") for who in (FIRMIN, "1560799131000")]
    texts = [
        page.text().replace("1 71", "x").replace("1 56", "x").replace("/2/", "/1/")
        for page in pages
    ]
    assert texts[0] == texts[1]
    wrong_name = given(web, name="Autrement")
    assert wrong_name.notices() == pages[0].notices()
    assert [mandate.proxy for mandate in Mandate.objects.order_by("pk")] == [
        web.firmin,
        None,
        None,
    ]
    assert [mail.to for mail in Email.objects.all()] == [["firmin@exemple-msa.test"]]
    assert "Aucune" not in pages[0].text()


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ({"identifier": ODILE}, "C’est votre propre numéro."),
        ({"starts_on": day(-1)}, "Une procuration ne peut pas commencer dans le passé."),
        ({"ends_on": day(-1)}, "La fin précède le début."),
        ({"ends_on": day(1200)}, "Une procuration dure trois ans au plus."),
        ({"scopes": "everything"}, "Sélectionnez un choix valide"),
    ],
)
def test_what_cannot_be_given(web: WebWorld, stated: dict[str, str], said: str) -> None:
    assert given(web, **stated).errors()[0].startswith(said)
    assert not Mandate.objects.exists()


def test_nothing_is_done_before_it_is_accepted_or_before_it_begins_or_after(web: WebWorld) -> None:
    given(web)
    page = web.reader(web.firmin).open("/procurations/")
    assert "en attente d’acceptation" in page.text()
    (mandate,) = Mandate.objects.all()
    page.post(f"/procurations/{mandate.pk}/agir/", {})
    assert page.path == "/procurations/"
    page = accepted(web, starts_on=day(5))
    assert "acceptée, pas encore commencée" in page.text()
    assert not any("Agir" in words(button) for button in page.page.find_all("button"))
    later = acting(web)
    with at(timezone.now() + timedelta(days=31)):
        later.client.force_login(web.firmin.user)
        later.open("/procurations/")
        assert "terminée" in later.text()
        assert not any("Agir" in words(button) for button in later.page.find_all("button"))


def test_only_the_two_parties_see_or_touch_it(web: WebWorld) -> None:
    accepted(web)
    (mandate,) = Mandate.objects.all()
    stranger = web.reader(web.company)
    assert stranger.open(f"/procurations/{mandate.pk}/").status == 404
    for act in ("accepter", "fin", "agir"):
        stranger.post(f"/procurations/{mandate.pk}/{act}/", {})
        assert stranger.path == "/procurations/"
    mandate.refresh_from_db()
    assert mandate.state_on(timezone.localdate()) == Mandate.State.ACTIVE


def test_each_of_the_two_may_end_it_and_the_other_is_told(web: WebWorld) -> None:
    given(web).press("Y mettre fin exemple")
    assert Mandate.objects.get().state_on(timezone.localdate()) == Mandate.State.WITHDRAWN
    accepted(web).press("Y mettre fin Odile Exemple")
    told = Email.objects.order_by("-pk")[0]
    assert (told.to, told.subject) == (["odile@exemple-msa.test"], "Une procuration a pris fin")
    given(web)
    web.reader(web.firmin).open("/procurations/").press("Refuser Odile Exemple")
    newest = Mandate.objects.order_by("-pk")[0]
    assert newest.state_on(timezone.localdate()) == Mandate.State.DECLINED
    actions = AuditEvent.objects.filter(action__startswith="mandate.")
    assert actions.filter(action="mandate.ended").count() == 3


def test_an_enterprise_can_be_a_proxy_by_its_siret_and_name(web: WebWorld) -> None:
    given(web, identifier=COMPANY, name="Vergers d'Exemple")
    page = web.reader(web.company).open("/procurations/")
    assert "Odile Exemple" in page.text()
    assert ODILE not in page.response.content.decode()
