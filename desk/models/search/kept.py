"""Recent and saved searches, saved views of the list: in the encrypted store, for they hold names.

A wipe takes them with everything else.
"""

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection

from desk.models import meta
from desk.models.folding import fold
from desk.models.search.query import Order
from desk.models.search.words import holds_nir
from desk.models.snapshots import InboxFilter

RECENT = 12
"""Recent searches kept."""

LONGEST_NAME = 60


class SavedSearch(msgspec.Struct, frozen=True):
    """A search under a name."""

    name: str
    text: str
    order: Order = Order.NEWEST


class SavedView(msgspec.Struct, frozen=True):
    """A way of looking at the inbox under a name."""

    name: str
    kind: InboxFilter = InboxFilter.TODO
    text: str = ""
    by_due: bool = False


class Searches(msgspec.Struct, frozen=True):
    """All that is kept, newest first, saved ones by name."""

    recent: tuple[str, ...] = ()
    saved: tuple[SavedSearch, ...] = ()
    views: tuple[SavedView, ...] = ()


def read_searches(conn: Connection) -> Searches:
    """What was kept; nothing where it was written in a shape that this version does not know."""
    kept = meta.searches(conn)
    if kept is None:
        return Searches()
    try:
        return msgspec.json.decode(kept, type=Searches)
    except msgspec.MsgspecError:
        return Searches()


def write_searches(conn: Connection, searches: Searches) -> None:
    """Keep them."""
    meta.set_searches(conn, msgspec.json.encode(searches).decode())


def remembered(searches: Searches, text: str) -> Searches:
    """With `text` as the newest search; one that holds a NIR is kept nowhere."""
    text = " ".join(text.split())
    if not text or holds_nir(text):
        return searches
    others = tuple(each for each in searches.recent if fold(each) != fold(text))
    return replace(searches, recent=(text, *others)[:RECENT])


def with_saved(searches: Searches, new: SavedSearch) -> Searches:
    """With this search saved; one of the same name is replaced."""
    if not new.name.strip() or holds_nir(f"{new.name} {new.text}"):
        return searches
    new = replace(new, name=new.name.strip()[:LONGEST_NAME])
    others = [each for each in searches.saved if fold(each.name) != fold(new.name)]
    return replace(searches, saved=tuple(sorted((*others, new), key=lambda each: fold(each.name))))


def without_saved(searches: Searches, name: str) -> Searches:
    """Without the saved search of this name."""
    return replace(searches, saved=tuple(each for each in searches.saved if each.name != name))


def with_view(searches: Searches, new: SavedView) -> Searches:
    """With this view saved; one of the same name is replaced."""
    if not new.name.strip() or holds_nir(f"{new.name} {new.text}"):
        return searches
    new = replace(new, name=new.name.strip()[:LONGEST_NAME])
    others = [each for each in searches.views if fold(each.name) != fold(new.name)]
    return replace(searches, views=tuple(sorted((*others, new), key=lambda each: fold(each.name))))


def without_view(searches: Searches, name: str) -> Searches:
    """Without the saved view of this name."""
    return replace(searches, views=tuple(each for each in searches.views if each.name != name))


def forgotten(searches: Searches) -> Searches:
    """Without the recent ones."""
    return replace(searches, recent=())
