"""What the portal's tests share. `database` is for tests with several writers; the others use
pytest-django's `db`.
"""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from pytest_django import DjangoDbBlocker

from tests.support.databases import PostgresDatabases, SqliteDatabases, using
from tests.support.french import compile_if_stale
from tests.support.mail_server import MailServer
from tests.support.postgres import PostgresServer
from tests.support.web_world import WebWorld, build_web_world

compile_if_stale()


@pytest.fixture(scope="session")
def postgres_databases() -> Iterator[PostgresDatabases]:
    """A PostgreSQL server of this session's own."""
    with PostgresServer() as server:
        yield PostgresDatabases(server)


@pytest.fixture(scope="session")
def sqlite_databases(tmp_path_factory: pytest.TempPathFactory) -> SqliteDatabases:
    return SqliteDatabases(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A real database with a catalogue, in which every thread commits for good: its URL."""
    with django_db_blocker.unblock():
        makers = request.getfixturevalue(f"{request.param}_databases")
        with using(makers.new()) as url:
            yield url


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    with MailServer() as server:
        yield server


@pytest.fixture
def web(db: None) -> WebWorld:
    """The small portal of the web pages, with no sign-in attempts counted yet."""
    cache.clear()
    return build_web_world()
