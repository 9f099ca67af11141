"""The portal under load while its processes are killed.

    .venv/bin/python -m benchmarks.load                             # the long run: five minutes
    .venv/bin/python -m benchmarks.load --seconds 20 --agents 30    # a short one

Three web processes and two workers on a real PostgreSQL (with fsync) behind nginx; agents signed in
and waiting for changes; adherents who press « Envoyer » at a steady rate; each 20 s one web process
and one worker are killed (SIGKILL) and started again. At the end everything is counted.
"""

import argparse
import asyncio
import os
import random
import secrets
import shutil
import sys
import tempfile
import time
from collections import Counter
from functools import partial
from pathlib import Path

import django
import psutil
from django.core.management import call_command

from benchmarks.load_clients import AdherentClient, AgentClient
from benchmarks.load_computing import Computing, spent_by, spent_by_family
from benchmarks.load_desks import Desks
from benchmarks.load_processes import CountingMailServer, Nginx, Restarted, kill_one
from desk.demo.processes import free_port
from tests.support.postgres import PostgresServer

SETTLE_S = 60.0
"""After the last press: time for every agent to see it, and for e-mails to leave."""
P95_TARGET_S = 1.5


def main() -> int:
    """Run the load and print what was found; 1 when something is not as it must be."""
    options = _options()
    with (
        tempfile.TemporaryDirectory(prefix="portal-load-", dir="/tmp") as folder,
        PostgresServer(connections=300, durable=True) as database,
    ):
        try:
            return _run(options, Path(folder), database.create("load"))
        finally:
            if options.keep is not None:
                shutil.copytree(
                    folder,
                    options.keep,
                    ignore=lambda _, names: [name for name in names if not name.endswith(".log")],
                    dirs_exist_ok=True,
                )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--agents", type=int, default=300)
    parser.add_argument(
        "--desks",
        type=int,
        default=5,
        help="how many agents are desk itself, with its store",
    )
    parser.add_argument("--rate", type=float, default=20.0, help="messages a second")
    parser.add_argument("--web", type=int, default=3)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument(
        "--kill-each", type=float, default=20.0, help="seconds; 0: nobody is killed"
    )
    parser.add_argument("--caisses", type=int, default=0, help="how many; 0: all there are")
    parser.add_argument("--keep", type=Path, help="a folder for the processes' logs")
    parser.add_argument("--seed", type=int, default=1, help="whom to kill")
    return parser.parse_args()


def _run(options: argparse.Namespace, folder: Path, database_url: str) -> int:
    web_ports = [free_port() for _ in range(options.web)]
    nginx = Nginx(folder, web_ports)
    mail = CountingMailServer()
    environment = {
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "PORTAL_DATABASE_URL": database_url,
        "PORTAL_SECRET_KEY": secrets.token_urlsafe(48),
        "PORTAL_BASE_URL": f"http://127.0.0.1:{nginx.port}",
        "PORTAL_SMTP_URL": mail.url,
        "PORTAL_REVERSE_PROXIES": "1",
        "PORTAL_LOG_LEVEL": "WARNING",
        "PORTAL_LOG_FORMAT": "json",
    }
    os.environ.update(environment)
    django.setup()
    from benchmarks import load_world
    from portal.catalogue.importing import import_catalogue
    from portal.catalogue.models import Caisse

    call_command("migrate", verbosity=0, interactive=False)
    import_catalogue()
    caisses = list(Caisse.objects.order_by("pk"))[: options.caisses or None]
    agents = load_world.agents(options.agents, caisses, nginx.port)
    people = load_world.adherents(int(options.seconds * options.rate), caisses, nginx.port)
    with_store, agents = agents[: options.desks], agents[options.desks :]
    web = [
        Restarted(
            ["serve", "--port", str(port)], "PORTAL ", environment, folder / f"web-{port}.log"
        )
        for port in web_ports
    ]
    workers = [
        Restarted(["worker"], "WORKER ready", environment, folder / f"worker-{number}.log")
        for number in range(options.workers)
    ]
    desks = None
    try:
        for process in (*web, *workers):
            process.wait_ready()
        desks = Desks(environment["PORTAL_BASE_URL"], with_store, folder, folder / "desks.log")
        desks.wait_ready()
        print(
            f"{len(with_store) + len(agents)} agents of {len(caisses)} caisses"
            f" ({len(with_store)} of them desk itself with its encrypted store, the others light"
            f" clients that keep a cursor and check each number), {len(people)} messages at"
            f" {options.rate:g} a second, {len(web)} web processes, {len(workers)} workers",
            flush=True,
        )
        computing = Computing(
            {
                "web": lambda: sum(one.spent() for one in web),
                "workers": lambda: sum(one.spent() for one in workers),
                "PostgreSQL": partial(spent_by_family, _postmaster()),
                "nginx": nginx.spent,
                "mail server": mail.spent,
                "desks": partial(spent_by, desks.process.pid),
                "light clients": partial(spent_by, os.getpid()),
            }
        )
        newest = asyncio.run(_load(options, agents, people, web, workers, computing))
    finally:
        if desks is not None:
            desks.stop()
        for process in (*web, *workers):
            process.stop()
        nginx.stop()
        arrived = mail.counts()
    print(f"\n{computing}")
    return _report(agents, desks, people, web, workers, arrived, newest)


async def _load(
    options: argparse.Namespace,
    agents: list[AgentClient],
    people: list[AdherentClient],
    web: list[Restarted],
    workers: list[Restarted],
    computing: Computing,
) -> dict[str, int]:
    stopping = asyncio.Event()
    following = [asyncio.create_task(agent.run(stopping)) for agent in agents]
    killing = asyncio.create_task(_kill(options, web, workers))
    sending = []
    begun = time.monotonic()
    for number, person in enumerate(people):
        await asyncio.sleep(max(0.0, begun + number / options.rate - time.monotonic()))
        sending.append(asyncio.create_task(person.send()))
        _raise_first(following)
    computing.measure()
    await asyncio.wait_for(asyncio.gather(*sending), SETTLE_S)
    killing.cancel()
    newest = await _settle(agents, following)
    stopping.set()
    for task in following:
        task.cancel()
    await asyncio.gather(*following, return_exceptions=True)
    return newest


async def _kill(
    options: argparse.Namespace, web: list[Restarted], workers: list[Restarted]
) -> None:
    chance = random.Random(options.seed)
    while options.kill_each:
        await asyncio.sleep(options.kill_each)
        for kind in (web, workers):
            await asyncio.to_thread(kill_one, kind, chance)


def _raise_first(tasks: "list[asyncio.Task[None]]") -> None:
    for task in tasks:
        if task.done():
            task.result()


async def _settle(
    agents: list[AgentClient], following: "list[asyncio.Task[None]]"
) -> dict[str, int]:
    """Until the feeds stand still, every agent has read theirs to the end and no e-mail is due, or
    time is over; return the newest number of each caisse.
    """
    end = time.monotonic() + SETTLE_S
    before: dict[str, int] = {}
    while True:
        _raise_first(following)
        newest, due = await asyncio.to_thread(_newest_and_due)
        ended = all(agent.cursor == newest.get(agent.caisse, 0) for agent in agents)
        if (not due and ended and newest == before) or time.monotonic() > end:
            return newest
        before = newest
        await asyncio.sleep(3)


def _postmaster() -> int:
    """The process whose children serve the database."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        parent: int = psutil.Process(cursor.fetchone()[0]).ppid()
    connection.close()
    return parent


def _newest_and_due() -> tuple[dict[str, int], int]:
    from django.db import connection
    from django.utils import timezone
    from post_office.models import STATUS, Email

    from portal.messaging.models import Feed

    newest = dict(Feed.objects.values_list("caisse_id", "last_seq"))
    waiting = Email.objects.filter(status__in=[STATUS.queued, STATUS.requeued])
    due = waiting.filter(scheduled_time__lte=timezone.now()).count()
    connection.close()
    return newest, due


def _report(
    agents: list[AgentClient],
    desks: Desks,
    people: list[AdherentClient],
    web: list[Restarted],
    workers: list[Restarted],
    arrived: Counter[str],
    newest: dict[str, int],
) -> int:
    from portal.audit.verifying import verify
    from portal.messaging.models import Thread
    from portal.notifications.models import Notification

    sent = {person.reference: person for person in people}
    stored = Counter(Thread.objects.values_list("reference", flat=True))
    told = dict(Notification.objects.values_list("mail_id", "state"))
    # A killed worker's lease ends after some minutes: those e-mails are due again, not lost.
    leased = [mail for mail, state in told.items() if state == "to_send" and not arrived[mail]]
    lost = [m for m, state in told.items() if state == "handed_over" and not arrived[m]]
    twice = sum(count - 1 for count in arrived.values())
    killed_workers = sum(worker.kills for worker in workers)
    seen = sorted(
        agent.seen_at[reference] - person.pressed_at
        for agent in agents
        for reference, person in sent.items()
        if reference in agent.seen_at
    )
    by_caisse = Counter(
        Thread.objects.filter(reference__in=list(sent)).values_list("caisse_id", flat=True)
    )
    expected = sum(by_caisse[agent.caisse] for agent in agents)
    behind = sum(1 for agent in agents if agent.cursor != newest.get(agent.caisse, 0))
    stores = desks.seen
    in_store = sorted(
        desk.seen_at[reference] - person.pressed_at
        for desk in stores
        for reference, person in sent.items()
        if reference in desk.seen_at
    )
    wrong_stores = sum(
        abs(len(desk.stored) - by_caisse[desk.caisse])
        + len(desk.stored) - len(set(desk.stored) & sent.keys())
        for desk in stores
    )  # fmt: skip
    behind += sum(1 for desk in stores if desk.cursor != newest.get(desk.caisse, 0))
    answered = sorted(person.answered_after for person in people)
    checks = [
        ("messages confirmed and not stored once", sum(stored[r] != 1 for r in sent), 0),
        ("messages stored that nobody was confirmed", len(stored.keys() - sent.keys()), 0),
        ("changes seen twice by an agent", sum(agent.twice for agent in agents), 0),
        ("changes missed by an agent", sum(agent.missed for agent in agents), 0),
        ("agents not at the end of their feed", behind, 0),
        ("messages not seen by an agent of their caisse", expected - len(seen), 0),
        ("messages too many or too few in desks' stores", wrong_stores, 0),
        ("messages without a notification", len(sent) - len(told), 0),
        ("notifications said to be handed over that never arrived", len(lost), 0),
        ("e-mails that arrived twice (at most one for each worker killed)", twice, killed_workers),
        ("audit chains broken", sum(1 for one in verify() if one.broken), 0),
    ]
    print(f"\nkilled: {sum(one.kills for one in web)} web processes, {killed_workers} workers")
    print(
        f"pressed {len(people)} times « Envoyer », {sum(p.presses for p in people)} with those"
        f" repeated for want of an answer; {sum(a.polls for a in agents)} polls answered,"
        f" {sum(a.lost_answers for a in agents)} lost"
    )
    print(f"e-mails: {len(arrived)} arrived, {len(leased)} due again when a lease ends\n")
    failed = 0
    for words, count, allowed in checks:
        failed += count > allowed
        print(f"{'ok  ' if count <= allowed else 'FAIL'} {count:6}  {words}")
    _figure("« Envoyer » to its confirmation", answered)
    p95 = _figure("« Envoyer » to seen by an agent's light client", seen)
    if stores:
        p95 = max(p95, _figure("« Envoyer » to committed in a desk's store", in_store))
    print(f"{'ok  ' if p95 <= P95_TARGET_S else 'FAIL'} p95 {p95:.3f} s, goal {P95_TARGET_S} s")
    return 1 if failed or p95 > P95_TARGET_S else 0


def _figure(words: str, values: list[float]) -> float:
    if not values:
        print(f"     {words}: nothing to measure")
        return float("inf")
    cuts = {p: values[min(len(values) - 1, int(len(values) * p / 100))] for p in (50, 95, 99)}
    told = ", ".join(f"p{p} {value:.3f} s" for p, value in cuts.items())
    print(f"     {words}: {told}, worst {values[-1]:.3f} s ({len(values)} times)")
    return cuts[95]


if __name__ == "__main__":
    sys.exit(main())
