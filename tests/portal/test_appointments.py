"""« Demander un rendez-vous », as an adherent without scripts does it (R-CTC-04, R-SVC-09)."""

import json
from datetime import UTC, datetime, time
from uuid import uuid4

from django.utils import timezone
from post_office.models import Email

from portal.appointments.answering import Decision, answer_appointment
from portal.appointments.forgetting import forget_appointments
from portal.appointments.half_days import Slot, offered_to_adherents, offered_to_agents
from portal.appointments.models import Appointment, AppointmentAnswer, Half
from portal.audit.models import AuditEvent
from portal.catalogue.models import Caisse
from portal.deadlines.models import CalendarVersion, PolicyVersion, Site
from portal.mandates.models import Mandate, MandateAct
from portal.retention.access import held_about
from portal.web.own_data import own_data
from tests.support.reader import Reader
from tests.support.web_world import WebWorld, at

FORM = "/rendez-vous/"
MONDAY = datetime(2026, 12, 7, 9, tzinfo=UTC)
Kind = AppointmentAnswer.Kind


def half_days(page: Reader, name: str = "first") -> list[str]:
    """The half-days that a list of the form offers."""
    return [str(option["value"]) for option in page.page.select(f"#id_{name} option")][1:]


def subject(page: Reader) -> str:
    """A sujet of the catalogue."""
    return str(page.page.select("#id_subject optgroup option")[0]["value"])


def filled(page: Reader, **changed: str) -> dict[str, str]:
    """What the form sends once it is filled in: a place, two half-days, words."""
    _, data = page.form("Envoyer ma demande")
    first, second = half_days(page)[2:4]
    wanted = {"subject": subject(page), "first": first, "second": second, "words": "Plutôt tôt."}
    return {**data, **wanted, **changed}


def asked(web: WebWorld, page: Reader | None = None, **changed: str) -> Appointment:
    page = (page or web.reader()).open(FORM)
    page.post(FORM, filled(page, **changed))
    assert page.heading() == "Ma demande de rendez-vous", page.errors()
    return Appointment.objects.latest("pk")


def answered(
    web: WebWorld, appointment: Appointment, kind: Kind, *slots: Slot, words: str = "", hour=None
) -> Appointment:
    appointment.refresh_from_db()
    decision = Decision(kind=kind, slots=slots, hour=hour, words=words)
    return answer_appointment(
        appointment.pk, web.claire, uuid4(), appointment.version, decision
    ).appointment


def test_r_ctc_04_a_request_from_the_block_to_its_confirmation(web: WebWorld) -> None:
    page = web.reader().open("/contact/").follow("Demander un rendez-vous")
    assert page.heading() == "Demander un rendez-vous"
    data = filled(page)
    page.post(FORM, data)
    request = Appointment.objects.get()
    assert page.path == f"/rendez-vous/{request.reference}/"
    assert "Votre MSA a reçu votre demande de rendez-vous." in page.notices()
    assert request.reference in page.text()
    assert "envoyée, en attente de réponse" in page.text()
    assert "Plutôt tôt." in page.text()
    assert request.place.startswith("MSA Picardie")
    mail = Email.objects.get()
    assert mail.to == ["odile@exemple-msa.test"]
    assert request.reference in mail.subject
    assert "Rien n'est encore fixé" in mail.message
    for secret in ("Plutôt", request.sujet_label, request.theme_label):
        assert secret not in mail.message + mail.html_message + mail.subject
    assert page.open(FORM).post(FORM, data).path == f"/rendez-vous/{request.reference}/"
    assert Appointment.objects.count() == Email.objects.count() == 1, "pressed twice, asked once"
    assert AuditEvent.objects.get(action="appointment.asked").detail == {
        "appointment_id": request.pk, "way": "place",
    }  # fmt: skip
    page.open(FORM).follow("Voir mes demandes de rendez-vous").follow(request.reference)
    assert page.heading() == "Ma demande de rendez-vous"
    assert web.reader(web.firmin).open(f"/rendez-vous/{request.reference}/").status == 404
    assert "Plutôt tôt." in str(held_about(web.odile))
    (taken,) = json.loads(own_data(web.odile, timezone.now()))["rendez_vous"]
    assert (taken["reference"], taken["texte"]) == (request.reference, "Plutôt tôt.")


def test_each_mistake_is_said_beside_its_field_and_nothing_typed_is_lost(web: WebWorld) -> None:
    page = web.reader().open(FORM)
    page.press("Envoyer ma demande", words="Je travaille le matin.")
    assert page.errors() == [
        "Choisissez le motif du rendez-vous.",
        "Choisissez une première demi-journée.",
        "Choisissez une deuxième demi-journée.",
    ]
    assert "Je travaille le matin." in page.text()
    first = half_days(page)[0]
    page.post(FORM, filled(page, place="telephone", phone="12", first=first, second=first))
    assert page.errors() == [
        "Saisissez un numéro de dix chiffres, ou qui commence par + et l’indicatif du pays.",
        "Vous avez déjà choisi cette demi-journée. Choisissez-en une autre.",
    ]
    page.post(FORM, filled(page, place="telephone", phone=""))
    assert page.errors() == ["Saisissez le numéro où vous appeler."]
    page.post(FORM, filled(page, place="caisse", words="x" * 501))
    assert page.errors() == ["Écrivez 500 caractères au plus."]
    page.post(FORM, filled(page, place="caisse", key="n’importe quoi"))
    assert page.errors() == ["Cette page n’était plus à jour. Relisez-la et envoyez-la de nouveau."]
    assert not Appointment.objects.exists()
    page.post(FORM, filled(page, subject="autre", place="telephone", phone="03 22 00 00 00"))
    request = Appointment.objects.get()
    assert (request.way, request.phone, request.place) == ("phone", "+33322000000", "")
    assert "Par téléphone, au 03 22 00 00 00" in page.text()
    assert "Autre sujet" in page.text()


def test_closed_days_are_not_offered_by_the_calendar_of_the_place(web: WebWorld) -> None:
    lorraine = Caisse.objects.get(code="lorraine")
    metz = Site.objects.create(caisse=lorraine, code="metz", name="Metz", departements=["57"])
    nancy = Site.objects.create(caisse=lorraine, code="nancy", name="Nancy", departements=["54"])
    calendar = CalendarVersion.objects.create(
        caisse=lorraine, site=nancy, number=1, region="FR", created_at=MONDAY,
        hours="mon-fri 08:30-12:15; tue 13:30-16:30",
        closures=[{"day": "2026-12-10", "name": "Pont"}],
        openings=[{"day": "2026-12-12", "frames": "09:00-12:00"}],
    )  # fmt: skip
    PolicyVersion.objects.create(
        caisse=lorraine, site=nancy, number=1, kind="calendaire", budget_seconds=172_800,
        calendar=calendar, created_at=MONDAY,
    )  # fmt: skip
    at_nancy = {slot.code for slot in offered_to_adherents(lorraine, nancy, MONDAY)}
    assert min(at_nancy) == "2026-12-09-morning", "not before agents can have answered"
    assert "2026-12-15-afternoon" in at_nancy
    assert "2026-12-09-afternoon" not in at_nancy, "by the hours"
    assert not any(code.startswith("2026-12-10") for code in at_nancy), "the closure"
    assert "2026-12-12-morning" in at_nancy, "the Saturday that is open by exception"
    at_metz = {slot.code for slot in offered_to_adherents(lorraine, metz, MONDAY)}
    christmas = {"2026-12-25-morning", "2026-12-25-afternoon"}
    assert not christmas & (at_nancy | at_metz), "though the promise counts calendar days"
    good_friday = datetime(2026, 3, 30, 9, tzinfo=UTC)
    local = {slot.code for slot in offered_to_adherents(lorraine, metz, good_friday)}
    assert "2026-04-03-morning" not in local, "local law, of the Moselle alone"
    with at(MONDAY):
        page = web.reader(web.firmin).open(FORM)
        assert "2026-12-10-morning" in half_days(page), "Metz, the first of the list"
        page.post(
            FORM,
            filled(
                page, place="site-nancy", first="2026-12-10-morning", second="2026-12-11-morning"
            ),
        )
        assert page.errors() == [
            "Le lieu choisi est fermé à ce moment. Choisissez une autre demi-journée."
        ]
        assert "2026-12-12-morning" in half_days(page), "those of Nancy are listed now"
        page.open(FORM)
        _, data = page.form("J’ai choisi un autre lieu : afficher ses demi-journées")
        page.post(FORM, {**data, "place": "site-nancy", "words": "Bonjour"})
        assert "2026-12-12-morning" in half_days(page)
        assert page.errors() == []
        assert "Bonjour" in page.text()
        assert page.one("input[name=place][checked]")["value"] == "site-nancy"


def test_confirmed_with_an_hour_then_given_up(web: WebWorld) -> None:
    request = asked(web)
    wish = request.half_days.first()
    slot = Slot(wish.day, Half(wish.half))
    hour = time(9, 30) if slot.half == Half.MORNING else time(14, 30)
    answered(web, request, Kind.CONFIRM, slot, words="Demandez l’accueil.", hour=hour)
    mail = Email.objects.latest("pk")
    assert "est disponible" in mail.subject
    assert "/rendez-vous/mes-demandes/" in mail.message
    for secret in ("accueil", str(hour.minute) + " ", request.sujet_label):
        assert secret not in mail.subject
        assert secret not in mail.message.replace(request.reference, "")
    page = web.reader().open(f"/rendez-vous/{request.reference}/")
    assert "Demandez l’accueil." in page.text()
    assert f"à {hour.hour}" in page.text()
    page.follow("Annuler le rendez-vous").follow("Le garder").follow("Annuler le rendez-vous")
    page.press("Annuler le rendez-vous")
    assert "Votre demande est retirée. Votre MSA le voit." in page.notices()
    request.refresh_from_db()
    assert (request.state, request.version) == ("withdrawn", 3)
    actions = AuditEvent.objects.filter(action__startswith="appointment.").order_by("seq")
    assert [event.action for event in actions] == [
        "appointment.asked", "appointment.answered", "appointment.withdrawn",
    ]  # fmt: skip


def test_other_half_days_are_proposed_and_one_is_chosen(web: WebWorld) -> None:
    request = asked(web)
    several = offered_to_agents(request.caisse, None, timezone.now())[6:9]
    answered(web, request, Kind.PROPOSE, *several)
    page = web.reader().open(f"/rendez-vous/{request.reference}/")
    assert len(page.choices()) == 3
    page.press("Valider")
    assert page.errors() == ["Choisissez une des demi-journées, puis validez."]
    _, data = page.form("Valider")
    choose = f"/rendez-vous/{request.reference}/choisir/"
    page.post(choose, {**data, "slot": several[1].code})
    assert "Votre rendez-vous est confirmé." in page.notices()
    request.refresh_from_db()
    assert (request.state, request.agreed_day) == ("confirmed", several[1].day)
    page.post(choose, {**data, "slot": several[2].code})
    assert any("rien n’a été changé" in said for said in page.notices())
    answered(web, request, Kind.REFUSE, words="L’agence ferme ce jour-là.")
    page.open(f"/rendez-vous/{request.reference}/")
    assert "L’agence ferme ce jour-là." in page.text()
    assert "refusé" in page.text()
    assert "Retirer ma demande" not in page.text()


def test_a_proxy_asks_in_the_holders_name_and_others_are_led_away(web: WebWorld) -> None:
    now = timezone.now()
    mandate = Mandate.objects.create(
        principal=web.odile, proxy=web.firmin, proxy_name="Firmin", proxy_identifier_masked="…",
        for_appointments=True, notices="both", starts_on=timezone.localdate(),
        ends_on=timezone.localdate(), given_at=now, accepted_at=now,
    )  # fmt: skip
    page = web.reader(web.firmin).open("/procurations/")
    page.press("Agir pour Odile Exemple")
    request = asked(web, page)
    assert (request.adherent, request.written_by) == (web.odile, web.firmin)
    assert {mail.to[0] for mail in Email.objects.all()} == {
        "odile@exemple-msa.test", "firmin@exemple-msa.test",
    }  # fmt: skip
    assert MandateAct.objects.get().reference == request.reference
    assert "Firmin Exemple" in web.reader().open(f"/rendez-vous/{request.reference}/").text()
    Mandate.objects.filter(pk=mandate.pk).update(for_appointments=False, for_messages=True)
    assert page.open(FORM).path == "/contact/"
    assert any("n’est pas donnée pour cela" in said for said in page.notices()), page.notices()


def test_one_may_not_ask_without_end(web: WebWorld, settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {
        **settings.ACCOUNT_RATE_LIMITS, "portal_appointment": "2/h/key",
    }  # fmt: skip
    asked(web)
    asked(web)
    page = web.reader().open(FORM)
    page.post(FORM, filled(page))
    assert page.errors() == ["Trop de demandes en peu de temps. Réessayez dans une heure."]
    assert Appointment.objects.count() == 2


def test_what_is_old_is_forgotten(web: WebWorld) -> None:
    asked(web)
    now = timezone.now()
    forget_appointments(now)
    assert web.reader().open("/rendez-vous/mes-demandes/").page.select("li.block")
    forget_appointments(now.replace(year=now.year + 4, day=1))
    assert not Appointment.objects.exists()
    page = web.reader().open("/rendez-vous/mes-demandes/")
    assert "Vous n’avez demandé aucun rendez-vous." in page.text()
