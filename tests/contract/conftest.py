"""What the tests of the contract share: a database, and a portal that serves it."""

from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

from tests.support.databases import SqliteDatabases, using


@pytest.fixture(scope="session")
def sqlite_databases(tmp_path_factory: pytest.TempPathFactory) -> SqliteDatabases:
    return SqliteDatabases(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture
def database(
    sqlite_databases: SqliteDatabases, django_db_blocker: DjangoDbBlocker
) -> Iterator[str]:
    """A real database with the whole catalogue: its URL."""
    with django_db_blocker.unblock(), using(sqlite_databases.new()) as url:
        yield url
