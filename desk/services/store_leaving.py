"""What becomes of an agent's store when they leave: kept, emptied of what was sent, or removed.

All of them run on the writer's lane, once nobody reads the store, and wait for disk and keyring.
"""

import logging
import shutil

from sqlalchemy.exc import SQLAlchemyError

from desk.models import rescue
from desk.models.errors import StoreError, StoreUnavailable, code_of_refusal
from desk.models.store import Store, remove_files
from desk.models.wiping import texts_only_here, wipe_but_unsent
from desk.services.store_key import StoreKey, StoreKeys

log = logging.getLogger(__name__)


def keep(keys: StoreKeys, store: Store | None, key: StoreKey | None) -> None:
    """The store stays as it is, encrypted."""
    if store is not None:
        store.close()


def wipe(keys: StoreKeys, store: Store | None, key: StoreKey | None) -> bool | None:
    """All but unsent work goes; where there is none, the store and its key go too. Returns whether
    unsent work stays on this PC; None where there was no store.

    Raises:
        StoreError: the disk refuses; the store is closed, encrypted, and still there.
    """
    if store is None or key is None:
        return None
    left = wipe_but_unsent(store)
    if not key.is_kept:
        # Nobody can open it again.
        return False
    try:
        # What could be read of them was carried over when they were set aside.
        for aside in key.path.parent.glob(f"damaged-*-{key.path.name}"):
            if rescue.is_readable(aside, key.key):
                remove_files(aside)
    except OSError as error:
        raise StoreUnavailable(code_of_refusal(error)) from error
    if not left:
        keys.forget(key.agent)
        remove_files(key.path)
    return left


def remove(keys: StoreKeys, store: Store | None, agent: str) -> int:
    """Everything of this agent goes, unsent work and what was set aside included, and the key.

    The key goes first: whatever the disk then refuses to remove, nobody can read. Returns how many
    texts went of which the portal has no copy.

    Raises:
        StoreError: the disk refuses.
    """
    only_here = 0 if store is None else _texts_only_here(store)
    try:
        keys.forget(agent)
        if store is not None:
            store.remove()
        folder = keys.folder(agent)
        if folder.exists():
            shutil.rmtree(folder)
    except OSError as error:
        raise StoreUnavailable(code_of_refusal(error)) from error
    return only_here


def _texts_only_here(store: Store) -> int:
    """A store that cannot be read has none that anybody could name."""
    try:
        with store.reading() as connection:
            return texts_only_here(connection)
    except (StoreError, SQLAlchemyError) as error:
        log.warning("what goes with the store cannot be counted: %s", type(error).__name__)
        return 0
