"""What goes wrong is said in French, with what to do next, and gives nothing away."""

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.test import Client, RequestFactory

from portal.web.views import exchanges
from portal.web.views.errors import server_error
from tests.support.reader import Reader
from tests.support.web_world import WebWorld


def broken(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(exchanges, "exchanges_of", fail)


def test_404(db: None) -> None:
    page = Reader().open("/nulle-part/")
    assert page.status == 404
    assert page.heading() == "Cette page n’existe pas"
    assert page.follow("Revenir à mon espace privé").path == "/connexion/"


def test_403(web: WebWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    broken(monkeypatch, PermissionDenied("a detail for nobody"))
    page = web.reader().open("/messages/")
    assert page.status == 403
    assert page.heading() == "Cette page ne vous est pas ouverte"
    assert "a detail for nobody" not in page.text()


def test_400(db: None) -> None:
    response = Client().get("/connexion/", headers={"host": "pas-ici.test"})
    assert response.status_code == 400
    assert "n’a pas été comprise" in response.content.decode()


def test_500_shows_nothing_of_the_error(web: WebWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    broken(monkeypatch, RuntimeError("a detail for nobody"))
    reader = web.reader()
    reader.client.raise_request_exception = False
    page = reader.open("/messages/")
    assert page.status == 500
    assert page.heading() == "Une erreur s’est produite de notre côté"
    assert "a detail for nobody" not in page.text()


def test_500_needs_no_database(
    db: None,
    django_assert_num_queries: pytest.FixtureRequest,
) -> None:
    with django_assert_num_queries(0):
        response = server_error(RequestFactory().get("/"))
    assert response.status_code == 500


def test_a_database_that_does_not_answer_is_a_503(
    web: WebWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken(monkeypatch, OperationalError("could not connect to server"))
    reader = web.reader()
    reader.client.raise_request_exception = False
    page = reader.open("/messages/")
    assert page.status == 503
    assert page.response["Retry-After"] == "30"
    assert page.heading() == "Le portail n’est pas disponible pour le moment"
    assert "could not connect" not in page.text()


def test_a_database_gone_before_the_session_is_read_is_a_503_too(
    web: WebWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = web.reader()
    reader.client.raise_request_exception = False

    def fail(*_: object, **__: object) -> None:
        raise OperationalError("server closed the connection")

    monkeypatch.setattr(SessionStore, "load", fail)
    monkeypatch.setattr(SessionStore, "save", fail)
    assert reader.open("/messages/").status == 503


@pytest.mark.parametrize("method", ["put", "delete", "post"])
def test_methods_no_page_uses_are_refused(web: WebWorld, method: str) -> None:
    assert getattr(web.reader().client, method)("/contact/").status_code == 405
