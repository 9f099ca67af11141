"""The caisse's reply templates: from the portal to the composer, replaced when others come."""

from pathlib import Path

import msgspec
from sqlalchemy import Connection

from desk import wire
from desk.models.caisse_templates import keep_templates, kept_templates
from desk.models.snapshots import StoreChange
from tests.support.desk_world import Desk
from tests.support.me import ME
from tests.support.views import a_thread_view

COLLECTION = Path(__file__).parents[2] / "resources" / "templates" / "replies.yaml"


def sync_brings(desk: Desk, templates: list[wire.ReplyTemplate], etag: str) -> None:
    """As the synchronisation does."""

    def job(conn: Connection) -> tuple[None, StoreChange]:
        keep_templates(conn, wire.ReplyTemplates(templates), etag)
        return None, StoreChange(origin="sync", catalogue=True)

    desk.services.lanes.write(job)


def test_read_from_the_portal_and_replaced(desk: Desk) -> None:
    shelf = desk.services.templates
    packaged = [each.code for each in shelf.all]
    desk.wait(lambda: desk.read(kept_templates) is not None)
    kept = desk.read(kept_templates)
    assert kept is not None
    assert kept.etag
    assert [each.code for each in kept.templates] == packaged
    desk.wait(lambda: shelf._of_caisse is not None)
    assert [each.code for each in shelf.all] == packaged

    mine = msgspec.structs.replace(
        kept.templates[0], number=2, title="Édité", body="{{ salutation }}\n\nÉdité « {{ nom }} »."
    )
    broken = msgspec.structs.replace(mine, code="casse", body="{% if %}")
    unknown = msgspec.structs.replace(mine, code="inconnu", title="Autre", body="{{ rien_de_tel }}")
    newer = msgspec.structs.replace(
        mine, code="plus-tard", fields=[wire.TemplateField("a", "A", "hologramme", True, [])]
    )
    sync_brings(desk, [mine, broken, unknown, newer], "autre")
    desk.wait(lambda: len(shelf.all) == 2)
    assert shelf.ranked(None, "edite") == (shelf.get(mine.code),)
    thread = a_thread_view()
    rendered = shelf.render(mine.code, {}, thread, ME, {}, 0)
    assert rendered.text.endswith(f"Édité «\u00a0{thread.addressed_name}\u00a0».")
    # What the portal should have refused is a hole: it is seen, and nothing leaves with it.
    spoilt = shelf.render(unknown.code, {}, thread, ME, {}, 0)
    assert not spoilt.complete
    assert "rien_de_tel" in spoilt.holes[0].label


def test_without_any_the_collection_serves(desk: Desk) -> None:
    shelf = desk.services.templates
    desk.wait(lambda: shelf._of_caisse is not None)
    sync_brings(desk, [], "aucun")
    desk.wait(lambda: shelf._of_caisse is None)
    assert len(shelf.all) == 25
