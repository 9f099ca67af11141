"""Makes the store that this version of desk leaves behind, for `tests/store/old`.

``python -m tests.support.old_stores tests/store/old`` writes ``r<revision>.sqlite3`` there, with
invented people, encrypted with `KEY`. Run it when a release brings a new revision, and keep the
file: later versions must open it for ever. A file that is there is never written again.
"""

import sys
import tempfile
from pathlib import Path

from desk.models import drafts, meta, outbox
from desk.models.catalogue import apply_catalogue
from desk.models.store import Store
from desk.models.threads import apply_snapshot
from desk.models.upgrade import HEAD
from tests.support.desk_data import ME, Desk, catalogue

KEY = bytes(range(32))
THREADS = 12
DRAFT = "Bonjour Madame, je regarde votre dossier et je reviens vers vous"
REPLY = "Bonjour Monsieur, votre attestation est disponible dans votre espace privé."


def make(path: Path) -> None:
    """A store as it is in the middle of a day: messages, a draft, a reply that waits."""
    store = Store.open(path, KEY)
    world = Desk(seed=1)
    world.new_threads(THREADS)
    with store.writing() as connection:
        meta.set_me(connection, ME)
        apply_catalogue(connection, catalogue())
        after = 0
        for page in world.snapshot_pages(100):
            apply_snapshot(connection, page, after)
            after = max((each.id for each in page.threads), default=after)
        first, second = connection.exec_driver_sql(
            "SELECT id FROM thread ORDER BY id LIMIT 2"
        ).scalars()
        drafts.save_draft(connection, first, DRAFT, 7, 1, 1_763_719_200_000)
        outbox.enqueue(connection, "reply", second, 1, 1_763_719_200_000, text=REPLY)
    store.close()


def main(folder: Path) -> int:
    kept = folder / f"r{HEAD}.sqlite3"
    if kept.exists():
        print(f"{kept} is kept as it is")
        return 0
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        path = Path(made) / "agent" / "store.sqlite3"
        make(path)
        kept.write_bytes(path.read_bytes())
    print(f"{kept}: {kept.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
