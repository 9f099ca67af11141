"""« Déposer un document », as an adherent without scripts does it, and what agents see of it."""

from dataclasses import replace
from functools import partial
from unittest import mock
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from post_office.models import Email

from portal.audit.models import AuditEvent
from portal.documents import preparing
from portal.documents.errors import DepositNotFound, TooManyFiles
from portal.documents.forgetting import forget_deposits
from portal.documents.inspection.child import inspect
from portal.documents.inspection.verdict import Refusal, Refused
from portal.documents.models import Deposit, DepositedFile, SealedContent
from portal.documents.sealing import NotReadable
from portal.mandates.models import Mandate
from portal.retention.access import held_about
from portal.web.models import ReadReply
from tests.support.api_world import build_world, signed_in
from tests.support.deposits import a_deposited_file, jpeg, padded_to, pdf, png
from tests.support.reader import Reader
from tests.support.threads import all_at_once
from tests.support.web_world import WebWorld

START = "/documents/envoyer/"
FILES = "/documents/envoyer/fichiers/"
LIMIT = 2**20


def described(web: WebWorld, number: int = 1, nature: str = "address") -> Reader:
    """Odile before the page of files, or still before that of information."""
    page = web.reader().open(START).choose("D'autres documents").choose(str(number))
    address, data = page.form("Valider")
    for position in range(1, number + 1):
        data[f"document-{position}-nature"] = nature
    return page.post(address, {**data, "reason": "Pièces demandées pour mon dossier"})


def upload(page: Reader, *contents: bytes, name: str = "page.pdf", action: str = "add", **ticked):
    data: dict = {"action": action, "key": str(key_on(page)), **ticked}
    data["files-1"] = [SimpleUploadedFile(name, content) for content in contents]
    return page.post(FILES, data)


def key_on(page: Reader) -> str:
    return str(page.one("input[name=key]")["value"])


def test_the_six_steps(web: WebWorld) -> None:
    page = web.reader().open("/contact/").open(START)
    assert page.heading() == "Envoyer un document"
    assert "service médical" in page.text()
    page.choose("D'autres documents")
    page.choose("2")
    address, data = page.form("Valider")
    assert data["document-1-person"] == "Odile Exemple", "proposed, and may be changed"
    page.post(
        address,
        {
            **data,
            "document-1-nature": "address",
            "document-2-nature": "bank",
            "document-2-person": "Paul Exemple",
            "reason": "Changement d’adresse et de compte",
        },
    )
    assert page.path == FILES
    assert "moins de 1 Mo" in page.text()
    both = {
        "files-1": SimpleUploadedFile("facture.pdf", pdf(pages=2)),
        "files-2": [SimpleUploadedFile("rib.jpg", jpeg()), SimpleUploadedFile("rib2.png", png())],
        "action": "send",
        "key": key_on(page),
    }
    page.post(FILES, both)
    assert "Attestez que vos fichiers sont conformes aux originaux." in page.errors()
    assert "facture.pdf" in page.text(), "received, though not sent yet"
    again = {"action": "send", "key": key_on(page), "conform": "on", "not_medical": "on"}
    page.post(FILES, again)
    deposit = Deposit.objects.get()
    assert page.heading() == "Vos documents ont été envoyés"
    assert deposit.reference in page.text()
    assert deposit.reference.startswith(f"DOC-{timezone.localtime():%Y}-")
    assert [file.media_type for file in DepositedFile.objects.order_by("pk")] == [
        "application/pdf", "image/jpeg", "image/png",
    ]  # fmt: skip
    mail = Email.objects.get()
    assert mail.to == ["odile@exemple-msa.test"]
    assert deposit.reference in mail.subject
    assert "2 documents, 3 fichiers" in mail.message
    assert "Caisse" in mail.message or "MSA" in mail.message
    for secret in ("Paul", "adresse et de compte", "RIB"):
        assert secret not in mail.message
    assert page.post(FILES, again).heading() == "Vos documents ont été envoyés", "sent once"
    assert Email.objects.count() == 1
    assert AuditEvent.objects.get(action="documents.sent").detail["files"] == 3
    file = DepositedFile.objects.order_by("pk").first()
    got = page.client.get(f"/documents/fichiers/{file.pk}/")
    assert got.content.startswith(b"%PDF-")
    assert got["Content-Disposition"] == f'attachment; filename="{deposit.reference}-{file.pk}.pdf"'
    stranger = web.reader(web.firmin)
    assert stranger.open(f"/documents/fichiers/{file.pk}/").status == 404
    assert stranger.open(f"/documents/envoyes/{deposit.reference}/").status == 404
    held = str(held_about(web.odile))
    assert "Paul Exemple" in held
    assert "sealed" not in held


def test_the_size_is_judged_to_the_byte(web: WebWorld) -> None:
    page = described(web)
    upload(page, padded_to(jpeg(), LIMIT - 1), name="grand.jpg")
    assert page.errors() == []
    assert DepositedFile.objects.count() == 1
    for size in (LIMIT, LIMIT + 1, 3 * LIMIT):
        upload(page, padded_to(jpeg(), size), name="grand.jpg")
        assert page.errors() == [
            "grand.jpg : ce fichier est trop lourd : il doit faire moins de 1 Mo."
        ]
    upload(page, b"", name="vide.pdf")
    assert page.errors() == ["vide.pdf : ce fichier est vide."]
    assert DepositedFile.objects.count() == 1


def test_a_name_proves_nothing_and_the_others_of_a_form_pass(web: WebWorld) -> None:
    page = described(web)
    upload(page, b"MZ\x90\0" + bytes(99), png(), pdf(), name="../../<b>page</b>.pdf")
    (error,) = page.errors()
    assert "ni un PDF, ni un JPEG, ni un PNG" in error
    assert not page.page.select(".errorlist b")
    assert {file.media_type for file in DepositedFile.objects.all()} == {
        "image/png", "application/pdf",
    }  # fmt: skip
    assert page.one("input[type=file]")["aria-invalid"] == "true"


def test_of_a_hundred_files_at_once_each_is_kept_or_named(web: WebWorld) -> None:
    page = described(web)
    hundred = [padded_to(jpeg(), 5_000 + 10 * number) for number in range(100)]
    with mock.patch.object(preparing, "inspect_apart", inspect):  # the same, without a process each
        upload(page, *hundred, name="page.jpg")
    assert DepositedFile.objects.count() == preparing.MOST_FILES
    assert len(page.errors()) == 100 - preparing.MOST_FILES
    assert all("20 fichiers au plus" in error for error in page.errors())


@pytest.mark.usefixtures("database")
def test_uploads_at_once_lose_none_and_pass_no_limit() -> None:
    deposit = preparing.begin(build_world().adherent, None, None)
    preparing.set_number(deposit, 1)
    document = deposit.documents.get()
    uploads = [
        partial(preparing.add_file, document, padded_to(jpeg(), 5_000 + 10 * number), "")
        for number in range(30)
    ]
    with mock.patch.object(preparing, "inspect_apart", inspect):
        answers = all_at_once(uploads * 2)  # each twice, as an impatient browser sends it
    kept = {answer.pk for answer in answers if isinstance(answer, DepositedFile)}
    assert kept == set(DepositedFile.objects.values_list("pk", flat=True))
    assert len(kept) == preparing.MOST_FILES
    others = [answer for answer in answers if not isinstance(answer, DepositedFile)]
    assert all(isinstance(answer, TooManyFiles) for answer in others), others


def test_medical_documents_are_refused_with_the_address(web: WebWorld) -> None:
    page = described(web, nature="medical")
    assert page.path == "/documents/envoyer/informations/"
    assert any("courrier postal" in error for error in page.errors())
    address = web.odile.caisse.medical_service_address
    assert address.startswith("Service médical")
    assert address in " ".join(page.notices())
    assert not Deposit.objects.get().documents.exclude(nature="").exists()


def test_what_was_said_to_be_received_is_there_after_anything(web: WebWorld) -> None:
    page = described(web)
    upload(page, pdf(), name="page.pdf")
    document = Deposit.objects.get().documents.get()
    with (
        mock.patch("portal.documents.preparing.seal", side_effect=MemoryError),
        pytest.raises(MemoryError),
    ):
        preparing.add_file(document, png(), "coupe.png")
    assert DepositedFile.objects.count() == 1, "the one that was cut short left nothing"
    later = web.reader().open(START).follow("Le reprendre")
    assert "page.pdf" in later.text()
    later.press("Retirer page.pdf")
    assert not SealedContent.objects.exists()
    later.open(START).press("Le supprimer")
    assert not Deposit.objects.exists()


def test_nothing_is_added_to_what_was_sent(web: WebWorld) -> None:
    file = a_deposited_file(web.odile)
    with pytest.raises(DepositNotFound):
        preparing.add_file(file.document, png(), "trop-tard.png")
    page = web.reader()
    page.post(f"/documents/envoyer/fichiers/{file.pk}/retirer/", {})
    assert DepositedFile.objects.count() == 1


def test_at_rest_it_is_unreadable_and_bound_to_its_file(web: WebWorld, settings) -> None:
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, document_keys=("une", "deux"))
    file, other = a_deposited_file(web.odile), a_deposited_file(web.firmin)
    sealed = SealedContent.objects.get(file=file)
    assert b"%PDF" not in bytes(sealed.sealed)
    from portal.documents.reading import content_of

    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, document_keys=("trois", "une"))
    assert content_of(file).startswith(b"%PDF-"), "an older key still opens"
    SealedContent.objects.filter(file=other).update(sealed=sealed.sealed)
    with pytest.raises(NotReadable):
        content_of(other)
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, document_keys=("trois",))
    with pytest.raises(NotReadable):
        content_of(file)


def test_agents_of_the_caisse_see_it_and_each_reading_is_recorded(db) -> None:
    world = build_world()
    thread, theirs = world.send(), world.send(world.stranger)
    file, strange = a_deposited_file(world.adherent), a_deposited_file(world.stranger)
    client, claire = Client(), signed_in(world.claire)
    listed = client.get(f"/api/v1/threads/{thread.pk}/documents", **claire).json()
    (deposit,) = listed["deposits"]
    assert deposit["documents"][0]["files"][0]["id"] == file.pk
    address = f"/api/v1/threads/{thread.pk}/documents/{{}}/content"
    got = client.get(address.format(file.pk), **claire)
    assert got.content.startswith(b"%PDF-")
    assert got["Content-Type"] == "application/pdf"
    assert got["X-Content-Type-Options"] == "nosniff"
    assert got["Content-Disposition"].startswith("attachment;")
    assert "no-store" in got["Cache-Control"]
    assert client.get(address.format(strange.pk), **claire).status_code == 404
    elsewhere = f"/api/v1/threads/{theirs.pk}/documents/{file.pk}/content"
    assert client.get(elsewhere, **claire).status_code == 404
    read = AuditEvent.objects.filter(action="document.read")
    assert [event.detail for event in read] == [{"file_id": file.pk}]
    assert AuditEvent.objects.filter(action="documents.listed").count() == 1


def test_what_is_old_is_forgotten(web: WebWorld) -> None:
    file = a_deposited_file(web.odile)
    preparing.begin(web.firmin, None, None)
    now = timezone.now()
    forget_deposits(now)
    assert Deposit.objects.count() == 2
    forget_deposits(now + preparing.KEPT_FOR * 2)
    assert [deposit.pk for deposit in Deposit.objects.all()] == [file.document.deposit_id]
    forget_deposits(now.replace(year=now.year + 4))
    assert not Deposit.objects.exists()


def test_refusals_of_the_first_look_keep_nothing(web: WebWorld) -> None:
    deposit = preparing.begin(web.odile, None, None)
    preparing.set_number(deposit, 1)
    for content, expected in ((b"", Refusal.EMPTY), (bytes(LIMIT), Refusal.TOO_LARGE)):
        with pytest.raises(Refused) as told:
            preparing.add_file(deposit.documents.get(), content, str(uuid4()))
        assert told.value.refusal == expected
    assert not DepositedFile.objects.exists()


def test_r_ctc_01_all_that_was_received_and_sent_on_one_page(web: WebWorld) -> None:
    page = web.reader().open("/contact/").follow("Voir tous mes documents")
    assert "Votre MSA ne vous a pas encore écrit ici." in page.text()
    assert "Vous n’avez envoyé aucun document." in page.text()
    answered, waiting = web.exchange(), web.exchange()
    web.reply(answered)
    file, strange = a_deposited_file(web.odile), a_deposited_file(web.firmin)
    preparing.begin(web.odile, None, None)
    page = web.reader().open("/documents/")
    assert page.text().count("DOC-") == 1, "neither what is being prepared nor anybody else's"
    assert file.document.deposit.reference in page.text()
    assert waiting.reference not in page.text()
    (link,) = [tag for tag in page.page.select("main a") if "fichiers" in str(tag["href"])]
    assert str(link["href"]) == f"/documents/fichiers/{file.pk}/"
    got = page.client.get(str(link["href"]))
    assert got["Content-Disposition"].startswith("attachment;")
    assert got["X-Content-Type-Options"] == "nosniff"
    assert page.client.get(f"/documents/fichiers/{strange.pk}/").status_code == 404
    page.follow(f"Échange {answered.reference}")
    assert "votre dossier est à jour" in page.text()
    assert ReadReply.objects.filter(reader=web.odile).count() == 1, "agents see that it was read"


def test_a_proxy_for_documents_alone_does_not_read_the_replies(web: WebWorld) -> None:
    web.reply(web.exchange())
    file = a_deposited_file(web.odile)
    now, today = timezone.now(), timezone.localdate()
    Mandate.objects.create(
        principal=web.odile, proxy=web.firmin, proxy_name="Firmin", proxy_identifier_masked="…",
        for_documents=True, notices="both", starts_on=today, ends_on=today, given_at=now,
        accepted_at=now,
    )  # fmt: skip
    page = web.reader(web.firmin).open("/procurations/").press("Agir pour Odile Exemple")
    page.open("/documents/")
    assert file.document.deposit.reference in page.text()
    assert "Réponses de ma MSA" not in page.text()
