"""What the store remembers about itself: how far it has followed the portal, and for whom."""

import msgspec
from sqlalchemy import Connection

from desk import wire

CURSOR = "cursor"
SNAPSHOT_AFTER = "snapshot_after"
SNAPSHOT_CURSOR = "snapshot_cursor"
FEED = "feed"
BEFORE_RESTORATION = "before_restoration"
LAST_SYNC_MS = "last_sync_ms"
ME = "me"
CATALOGUE_ETAG = "catalogue_etag"
INBOX_STATE = "inbox_state"
OPEN_WINDOWS = "open_windows"
PERSONAL_WORDS = "personal_words"
TEMPLATE_USES = "template_uses"
OWN_TEMPLATES = "own_templates"
CAISSE_TEMPLATES = "caisse_templates"
BEGUN_ANSWERS = "begun_answers"
OF_THE_AGENT = (PERSONAL_WORDS, TEMPLATE_USES, OWN_TEMPLATES, BEGUN_ANSWERS)
"""What the agent made and the portal does not have: carried over from a damaged store."""
SEARCH_INDEX = "search_index"
SEARCHES = "searches"
ALERT_RULES = "alert_rules"
NOTICE_RULES = "notice_rules"


def _get(conn: Connection, key: str) -> str | None:
    value = conn.exec_driver_sql("SELECT value FROM meta WHERE key = ?", (key,)).scalar()
    return None if value is None else str(value)


def _set(conn: Connection, key: str, value: str | None) -> None:
    if value is None:
        conn.exec_driver_sql("DELETE FROM meta WHERE key = ?", (key,))
        return
    conn.exec_driver_sql(
        "INSERT INTO meta (key, value) VALUES (?, ?)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )


def cursor(conn: Connection) -> int | None:
    """The feed's number up to which every change is in the store; None before the first load."""
    value = _get(conn, CURSOR)
    return None if value is None else int(value)


def set_cursor(conn: Connection, value: int | None) -> None:
    """Written in the transaction that applies the page, or a crash could skip it."""
    _set(conn, CURSOR, None if value is None else str(value))


def feed(conn: Connection) -> str:
    """The portal's name of the feed that the store follows; empty before it said one."""
    return _get(conn, FEED) or ""


def set_feed(conn: Connection, value: str) -> None:
    """Written with the first page of a load, or of the first changes that tell it."""
    _set(conn, FEED, value)


def before_restoration(conn: Connection) -> str | None:
    """What `restored.begin` noted; None unless a restored portal is being read."""
    return _get(conn, BEFORE_RESTORATION)


def set_before_restoration(conn: Connection, value: str | None) -> None:
    """Kept until the restored portal has been read whole."""
    _set(conn, BEFORE_RESTORATION, value)


def snapshot_progress(conn: Connection) -> tuple[int, int] | None:
    """(`cursor` of the snapshot's first page, last thread id applied) of a load cut short."""
    first, after = _get(conn, SNAPSHOT_CURSOR), _get(conn, SNAPSHOT_AFTER)
    return None if first is None or after is None else (int(first), int(after))


def set_snapshot_progress(conn: Connection, progress: tuple[int, int] | None) -> None:
    """Remember where a first load stands, so that it goes on from there; None when it is over."""
    first, after = (None, None) if progress is None else (str(progress[0]), str(progress[1]))
    _set(conn, SNAPSHOT_CURSOR, first)
    _set(conn, SNAPSHOT_AFTER, after)


def last_sync_ms(conn: Connection) -> int | None:
    """The portal's clock at the last exchange whose result is in the store."""
    value = _get(conn, LAST_SYNC_MS)
    return None if value is None else int(value)


def set_last_sync_ms(conn: Connection, value: int) -> None:
    """Milliseconds on the portal's clock."""
    _set(conn, LAST_SYNC_MS, str(value))


def me(conn: Connection) -> wire.Me | None:
    """The agent whose store this is, as the portal last described them."""
    value = _get(conn, ME)
    if value is None:
        return None
    try:
        return msgspec.json.decode(value, type=wire.Me)
    except msgspec.MsgspecError:
        # Written by a version whose portal said less: the next exchange writes it again.
        return None


def set_me(conn: Connection, value: wire.Me) -> None:
    """Kept for working before, or without, the portal."""
    _set(conn, ME, msgspec.json.encode(value).decode())


def catalogue_etag(conn: Connection) -> str | None:
    """The catalogue's version in the store, as the portal names it."""
    return _get(conn, CATALOGUE_ETAG)


def set_catalogue_etag(conn: Connection, value: str | None) -> None:
    """Written with the catalogue."""
    _set(conn, CATALOGUE_ETAG, value)


def caisse_templates(conn: Connection) -> str | None:
    """The caisse's reply templates, as `caisse_templates` writes them."""
    return _get(conn, CAISSE_TEMPLATES)


def set_caisse_templates(conn: Connection, value: str) -> None:
    """Replaced whole."""
    _set(conn, CAISSE_TEMPLATES, value)


def inbox_state(conn: Connection) -> str | None:
    """How the agent left the list, as `inbox_state` writes it."""
    return _get(conn, INBOX_STATE)


def set_inbox_state(conn: Connection, value: str) -> None:
    """Kept with the messages: it names groups of this caisse."""
    _set(conn, INBOX_STATE, value)


def open_windows(conn: Connection) -> str | None:
    """The exchanges in windows of their own, as `open_windows` writes them."""
    return _get(conn, OPEN_WINDOWS)


def set_open_windows(conn: Connection, value: str) -> None:
    """Kept with the messages: whoever works here next has their own."""
    _set(conn, OPEN_WINDOWS, value)


def search_index(conn: Connection) -> str | None:
    """How far the full-text index is, as `search.state` writes it."""
    return _get(conn, SEARCH_INDEX)


def set_search_index(conn: Connection, value: str | None) -> None:
    """Written with the index."""
    _set(conn, SEARCH_INDEX, value)


def searches(conn: Connection) -> str | None:
    """Recent and saved searches, as `search.kept` writes them: they hold names."""
    return _get(conn, SEARCHES)


def set_searches(conn: Connection, value: str | None) -> None:
    """Kept in the store alone, and wiped with it."""
    _set(conn, SEARCHES, value)


def personal_words(conn: Connection) -> str | None:
    """The words that the agent taught, as `personal_words` writes them."""
    return _get(conn, PERSONAL_WORDS)


def set_personal_words(conn: Connection, value: str) -> None:
    """They may be names: nowhere but in the store."""
    _set(conn, PERSONAL_WORDS, value)


def alert_rules(conn: Connection) -> str | None:
    """When the supervisor is to be told, as `supervision_alerts` writes it."""
    return _get(conn, ALERT_RULES)


def set_alert_rules(conn: Connection, value: str) -> None:
    """Replaced whole."""
    _set(conn, ALERT_RULES, value)


def notice_rules(conn: Connection) -> str | None:
    """What the desktop tells the agent and when, as `notices` writes it."""
    return _get(conn, NOTICE_RULES)


def set_notice_rules(conn: Connection, value: str) -> None:
    """Replaced whole."""
    _set(conn, NOTICE_RULES, value)


def template_uses(conn: Connection) -> str | None:
    """How often templates were used, as `writing_memory` writes it."""
    return _get(conn, TEMPLATE_USES)


def set_template_uses(conn: Connection, value: str) -> None:
    """Counts by motif and template."""
    _set(conn, TEMPLATE_USES, value)


def own_templates(conn: Connection) -> str | None:
    """The agent's own templates, as `writing_memory` writes them."""
    return _get(conn, OWN_TEMPLATES)


def set_own_templates(conn: Connection, value: str) -> None:
    """Texts of the agent's: nowhere but in the store."""
    _set(conn, OWN_TEMPLATES, value)


def begun_answers(conn: Connection) -> str | None:
    """Answers to requests for appointments that were begun, as `appointments` writes them."""
    return _get(conn, BEGUN_ANSWERS)


def set_begun_answers(conn: Connection, value: str) -> None:
    """Texts of the agent's: nowhere but in the store."""
    _set(conn, BEGUN_ANSWERS, value)
