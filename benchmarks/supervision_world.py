"""A caisse with many stored and open messages, written to PostgreSQL by PostgreSQL itself."""

from collections.abc import Callable

from django.db import connection, transaction

from portal.catalogue.models import Motif
from portal.deadlines.models import Clock
from portal.messaging.models import Thread
from tests.support.api_world import World

LOT = 25_000
"""Messages written at once: it says how far it is after each."""


def fill(
    world: World,
    stored: int,
    open_messages: int,
    told: Callable[[int], None] = lambda written: None,
) -> None:
    """Multiply one message of the world: `stored` in all, the newest `open_messages` open.

    Stored ones were answered, one every 30 s back from now; the open ones fall due from 6 h ago to
    42 h from now. Motifs take turns; one open message in ten is assigned, one in fifty paused.
    Every reference is a copy of the pattern's, so the database is spared the checks of foreign
    keys, which took more time than the rows.

    Args:
        told: gets how many are written, after each lot.
    """
    pattern = world.send()
    motifs = list(Motif.objects.values_list("pk", "competence_id"))
    agents = [world.claire.pk, world.karim.pk]
    sent = "CASE WHEN n <= %(open)s THEN now() - make_interval(secs => n * 172800.0 / %(open)s) \
            - interval '6 h' ELSE now() - interval '3 d' - make_interval(secs => n * 30.0) END"
    by_turns = "(ARRAY[{}])[1 + n %% {}]"
    quoted = [
        by_turns.format(", ".join(f"'{row[place]}'" for row in motifs), len(motifs))
        for place in (0, 1)
    ]
    overrides = {
        "reference": "'BENCH-' || n",
        "submission_key": "gen_random_uuid()",
        "motif_id": quoted[0],
        "competence_id": quoted[1],
        "status": "CASE WHEN n <= %(open)s THEN 'open' ELSE 'answered' END",
        "sent_at": sent,
        "due_at": f"({sent}) + interval '48 h'",
        "answered_at": f"CASE WHEN n <= %(open)s THEN NULL ELSE ({sent}) + interval '30 h' END",
        "assigned_to_id": by_turns.format(", ".join(map(str, agents)), len(agents)).join(
            ("CASE WHEN n <= %(open)s AND n %% 10 = 0 THEN ", " END")
        ),
    }
    columns = [
        field.column
        for field in Thread._meta.concrete_fields
        if field.column is not None and not field.primary_key
    ]
    values = ", ".join(overrides.get(column, f"t.{column}") for column in columns)
    clock_columns = [
        field.column for field in Clock._meta.concrete_fields if field.column is not None
    ]
    clock_values = {
        "thread_id": "t.id",
        "due_at": "t.due_at",
        "next_threshold_at": "CASE WHEN t.status = 'open' AND t.id %% 50 > 0 THEN t.due_at END",
        "paused_since": "CASE WHEN t.status = 'open' AND t.id %% 50 = 0 THEN t.sent_at END",
        "paused_left_ms": "CASE WHEN t.status = 'open' AND t.id %% 50 = 0 THEN 1000 END",
    }
    clocks = ", ".join(clock_values.get(column, f"c.{column}") for column in clock_columns)
    # Oldest first, as they would have been written.
    for first in range(stored, 0, -LOT):
        last = max(first - LOT, 0) + 1
        given = {"open": open_messages, "pattern": pattern.pk, "first": first, "last": last}
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            cursor.execute("SELECT max(id) FROM messaging_thread")
            given["newest"] = cursor.fetchone()[0]
            cursor.execute(
                f"INSERT INTO messaging_thread ({', '.join(columns)}) SELECT {values} "
                "FROM messaging_thread t, generate_series(%(first)s, %(last)s, -1) n "
                "WHERE t.id = %(pattern)s",
                given,
            )
            cursor.execute(
                f"INSERT INTO deadlines_clock ({', '.join(clock_columns)}) SELECT {clocks} "
                "FROM messaging_thread t, deadlines_clock c "
                "WHERE t.id > %(newest)s AND c.thread_id = %(pattern)s",
                given,
            )
        told(stored - last + 1)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
