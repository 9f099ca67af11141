"""On PostgreSQL no figure of the board reads what is stored, only what is open."""

from datetime import UTC, datetime

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from benchmarks.supervision_world import fill
from portal.messaging.models import Thread
from portal.supervision.board import Grouping, board
from portal.supervision.figures import Figure
from portal.supervision.finding import Wanted, find
from portal.supervision.team import members
from tests.support.api_world import build_world
from tests.support.databases import PostgresDatabases, using

STORED, OPEN = 20_000, 200


@pytest.mark.postgres
def test_no_query_of_the_board_scans_what_is_stored(
    postgres_databases: PostgresDatabases, django_db_blocker
):
    caches["calls"].clear()
    with django_db_blocker.unblock(), using(postgres_databases.new()):
        world = build_world()
        fill(world, STORED, OPEN)
        caisse, now = world.sylvie.caisse, datetime.now(UTC)
        wanted = [Wanted(figure) for figure in Figure]
        wanted.append(Wanted(Figure.OPEN, Grouping.AGENT, str(world.karim.pk)))
        with CaptureQueriesContext(connection) as queries:
            shown = board(caisse, now)
            members(caisse.pk, now)
            for each in wanted:
                find(caisse.pk, each, now, None, 50)
        assert shown.total.counts[Figure.OPEN] == OPEN + 1
        assert shown.total.counts[Figure.PAUSED] > 0
        assert Thread.objects.count() == STORED + 1
        asked = [
            query["sql"]
            for query in queries
            if '"messaging_thread"' in query["sql"] or '"deadlines_clock"' in query["sql"]
        ]
        assert len(asked) > len(wanted)
        with connection.cursor() as cursor:
            for sql in asked:
                cursor.execute(f"EXPLAIN {sql}")
                plan = "\n".join(line for (line,) in cursor.fetchall())
                for table in ("messaging_thread", "deadlines_clock"):
                    assert f"Seq Scan on {table}" not in plan, plan
