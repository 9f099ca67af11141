"""« Rechercher » and the size of the text (R-NAV-04, R-NAV-05)."""

from datetime import timedelta
from uuid import uuid4

from django.test import Client
from django.utils import timezone

from portal.messaging.models import Message, Thread
from tests.support.reader import Reader, words
from tests.support.web_world import WebWorld

FAMILY = "Famille, Allocations familiales, aides au logement"
RSA = "RSA, Prime d'activité, Aides aux personnes handicapées"


def found(page: Reader, typed: str) -> dict[str, list[str]]:
    """What a search finds, by kind."""
    page.press("Lancer la recherche", words=typed)
    groups = zip(page.headings("h2"), page.page.select("ul.found"), strict=True)
    return {label: [words(link) for link in group.select("a")] for label, group in groups}


def test_r_nav_04_pages_services_reasons_and_ones_own_exchanges(web: WebWorld) -> None:
    thread = web.exchange()
    page = web.reader().open("/contact/")
    everything = found(page, "situation")
    assert "Déclarer un changement de situation" in everything["Services en ligne"]
    assert "Changement de situation - Famille" in everything["Écrire à ma MSA à propos de"]
    assert len(everything["Mes échanges"]) == 1
    assert found(page, "PREFERENCES") == {"Pages de mon espace privé": ["Gérer mes préférences"]}
    assert list(found(page, thread.reference)) == ["Mes échanges"]
    assert page.follow(everything["Mes échanges"][0]).path == "/messages/"


def test_a_reason_found_begins_its_message(web: WebWorld) -> None:
    page = web.reader().open("/contact/")
    page.press("Lancer la recherche", words="autre question allocations familiales")
    page.follow("Autre question Allocations familiales")
    assert page.path == "/messages/nouveau/message/"
    assert "Allocations familiales" in words(page.one(".recall"))


def test_nobody_finds_what_is_anothers(web: WebWorld) -> None:
    web.exchange(text="Il est question de betteraves.")
    assert "Mes échanges" in found(web.reader().open("/contact/"), "betteraves")
    firmin = web.reader(web.firmin).open("/contact/")
    assert found(firmin, "betteraves") == {}
    assert "Rien ne correspond à « betteraves »." in firmin.text()


def test_what_is_typed_is_in_no_address_and_shown_as_text(web: WebWorld) -> None:
    page = web.reader().open("/contact/")
    page.press("Lancer la recherche", words="<b>1 63 07</b> maladie")
    assert page.path == "/recherche/"
    assert "maladie" not in str(page.response.request)  # type: ignore[attr-defined]
    assert "« <b>1 63 07</b> maladie »" in page.text()
    assert "Saisissez un ou plusieurs mots" in page.open("/recherche/?words=maladie").text()


def test_a_reply_that_may_be_taken_back_is_not_found(web: WebWorld) -> None:
    thread = web.exchange()
    soon = timezone.now() + timedelta(seconds=10)
    reply = thread.messages.create(
        direction=Message.Direction.OUT,
        kind=Message.Kind.HOLDING,
        author=web.claire,
        text="Il est question de betteraves.",
        at=timezone.now(),
        idempotency_key=uuid4(),
        request_digest="0" * 64,
        undo_until=soon,
    )
    assert found(web.reader().open("/contact/"), "betteraves") == {}
    reply.undo_until = None
    reply.save()
    assert "Mes échanges" in found(web.reader().open("/contact/"), "betteraves")


def size(page: Reader) -> str | None:
    return page.one("html").get("data-text")  # type: ignore[return-value]


def test_r_nav_05_larger_smaller_and_normal_text(web: WebWorld) -> None:
    page = web.reader().open("/services/")
    assert size(page) is None
    page.press("A+ texte plus grand").press("A+ texte plus grand")
    assert (page.path, size(page)) == ("/services/", "2")
    assert size(page.press("A- texte plus petit")) == "1"
    assert size(page.open("/contact/")) == "1"
    for _ in range(4):
        page.press("A+ texte plus grand")
    assert size(page) == "3"
    assert size(page.press("A texte normal")) is None


def test_the_size_leads_to_no_other_site_and_its_cookie_is_only_a_number(web: WebWorld) -> None:
    client = Client()
    answer = client.post("/affichage/", {"size": "larger", "next": "https://ailleurs.test/"})
    assert answer["Location"] == "/"
    cookie = answer.cookies["taille"]
    assert (cookie.value, cookie["httponly"], cookie["samesite"]) == ("1", True, "Lax")
    client.cookies["taille"] = '"><script>'
    assert client.post("/affichage/", {"size": "larger"}).cookies["taille"].value == "1"


def test_r_nav_05_printing_and_sizes_wait_for_their_script_where_a_text_is_typed(
    web: WebWorld,
) -> None:
    """Without JavaScript, leaving the page for another size would lose what was typed."""
    page = web.writing()
    assert page.one(".tools").has_attr("hidden")
    page.open("/contact/")
    assert not page.one(".tools").has_attr("hidden")
    assert page.one("[data-print]").has_attr("hidden")


def test_an_exchange_of_a_former_theme_is_shown_and_found_under_the_present_one(
    web: WebWorld,
) -> None:
    """Contradiction 1: a theme of the older generation; what was archived keeps its words."""
    thread = web.exchange()
    former = {
        "theme_label": FAMILY,
        "motif_label": "Mon changement de situation",
    }
    Thread.objects.filter(pk=thread.pk).update(**former)
    page = web.reader().open("/messages/")
    shown = page.text()
    assert (
        "Famille, logement (alors : « Famille, Allocations familiales, aides au logement »)"
        in shown
    )
    assert "Changement de situation - Famille (alors : « Mon changement de situation »)" in shown
    page = page.open("/contact/")
    for typed in ("famille, logement", "aides au logement", "mon changement de situation"):
        assert "Mes échanges" in found(page, typed), typed

    # One that hangs from neither part of a split theme: the first part stands for it.
    Thread.objects.filter(pk=thread.pk).update(theme_label=RSA)
    shown = page.open(f"/messages/{thread.reference}/imprimer/").text()
    assert f"RSA, Prime d'activité (alors : « {RSA} »)" in shown
    # What nobody knows any more is a name of its day; a corrected motif is for agents.
    Thread.objects.filter(pk=thread.pk).update(
        theme_label="Autrefois",
        original_motif=thread.motif,
        motif="retraite-paiements-paiements-decomptes",
    )
    assert "Famille, logement (alors : « Autrefois »)" in page.open("/messages/").text()
