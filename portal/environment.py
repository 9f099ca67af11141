"""Reads the portal's configuration from the environment, each variable once and with its type.

Every variable begins with ``PORTAL_``. `docs/operating.md` lists them for the operator.
"""

import os
from dataclasses import dataclass, field
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import unquote, urlsplit


class ConfigurationError(Exception):
    """An environment variable holds a value that the portal cannot use."""


def _flag(name: str, default: bool) -> bool:
    raw = os.environ.get(name)
    if raw is None or raw == "":
        return default
    if raw.lower() in {"1", "true", "yes", "on"}:
        return True
    if raw.lower() in {"0", "false", "no", "off"}:
        return False
    raise ConfigurationError(f"{name}: expected true or false, got {raw!r}")


def _number(name: str, default: int) -> int:
    raw = os.environ.get(name, "")
    if raw == "":
        return default
    try:
        return int(raw)
    except ValueError as error:
        raise ConfigurationError(f"{name}: expected a whole number, got {raw!r}") from error


def _number_between(name: str, default: int, lowest: int, highest: int) -> int:
    number = _number(name, default)
    if not lowest <= number <= highest:
        raise ConfigurationError(f"{name}: expected {lowest} to {highest}, got {number}")
    return number


def _words(name: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in os.environ.get(name, "").split(",") if word.strip())


def _one_of(name: str, *words: str) -> str:
    """Read one of some words, the first by default."""
    word = os.environ.get(name, "") or words[0]
    if word not in words:
        raise ConfigurationError(f"{name}: expected {' or '.join(words)}, got {word!r}")
    return word


def _folder(name: str) -> Path | None:
    raw = os.environ.get(name, "")
    return Path(raw) if raw else None


@dataclass(frozen=True)
class SmtpServer:
    """Where e-mails are handed over. `tls` is ``none``, ``starttls`` or ``tls``."""

    host: str = "127.0.0.1"
    port: int = 25
    user: str = ""
    password: str = field(default="", repr=False)
    tls: str = "none"


def _smtp() -> SmtpServer:
    """Read ``PORTAL_SMTP_URL``: ``scheme://user:password@host:port``, the scheme one of ``smtp``,
    ``smtp+starttls`` and ``smtps``.
    """
    raw = os.environ.get("PORTAL_SMTP_URL", "")
    if not raw:
        return SmtpServer()
    parts = urlsplit(raw)
    kinds = {"smtp": "none", "smtp+starttls": "starttls", "smtps": "tls"}
    if parts.scheme not in kinds or not parts.hostname:
        raise ConfigurationError("PORTAL_SMTP_URL: expected smtp://, smtp+starttls:// or smtps://")
    tls = kinds[parts.scheme]
    return SmtpServer(
        host=parts.hostname,
        port=parts.port or (465 if tls == "tls" else 25),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        tls=tls,
    )


@dataclass(frozen=True)
class ReturnsMailbox:
    """Where e-mails that could not be delivered come back, and how it is read (IMAP, RFC 3501).

    `tls` is ``starttls`` or ``tls``; ``none`` only on this machine itself.
    """

    address: str
    """Envelope sender without its token: ``retours@…`` receives ``retours+<token>@…``."""
    host: str
    port: int
    user: str
    password: str = field(repr=False)
    tls: str = "tls"
    folder: str = "INBOX"


def _returns() -> ReturnsMailbox | None:
    """Read ``PORTAL_RETURNS_ADDRESS`` and ``PORTAL_RETURNS_URL``, which go together:
    ``imaps://user:password@host:port/folder``, or ``imap+starttls://``.
    """
    address = os.environ.get("PORTAL_RETURNS_ADDRESS", "").lower()
    raw = os.environ.get("PORTAL_RETURNS_URL", "")
    if not address and not raw:
        return None
    if not address or not raw:
        raise ConfigurationError("PORTAL_RETURNS_ADDRESS and PORTAL_RETURNS_URL go together")
    local, at, domain = address.partition("@")
    if not at or not local or not domain or not address.isascii() or "+" in local:
        raise ConfigurationError("PORTAL_RETURNS_ADDRESS: expected an address without +")
    parts = urlsplit(raw)
    kinds = {"imap": "none", "imap+starttls": "starttls", "imaps": "tls"}
    if parts.scheme not in kinds or not parts.hostname or not parts.username:
        raise ConfigurationError(
            "PORTAL_RETURNS_URL: expected imaps:// or imap+starttls://user:password@host"
        )
    tls = kinds[parts.scheme]
    if tls == "none" and parts.hostname not in {"127.0.0.1", "::1", "localhost"}:
        raise ConfigurationError(
            "PORTAL_RETURNS_URL: imap:// would send the password in clear: use imaps://"
        )
    return ReturnsMailbox(
        address=address,
        host=parts.hostname,
        port=parts.port or (993 if tls == "tls" else 143),
        user=unquote(parts.username),
        password=unquote(parts.password or ""),
        tls=tls,
        folder=unquote(parts.path.lstrip("/")) or "INBOX",
    )


OTHER_CONNECTIONS = 10
"""Beside those of the requests being answered: for clients that begin to wait, and who watches for
them."""
WAIT_FOR_CONNECTION_S = 10
"""Then the request is answered 503, to be repeated: it would be one more in a queue that grows."""
IDLE_CONNECTION_S = 60


def _requests_at_once() -> int:
    return _number_between("PORTAL_REQUESTS_AT_ONCE", 16, 1, 500)


def _database() -> dict[str, object]:
    """``PORTAL_DATABASE_URL``: ``sqlite:///path`` (default: in the data folder) or ``postgresql://``."""
    raw = os.environ.get("PORTAL_DATABASE_URL", "")
    if not raw:
        return sqlite_database(data_folder() / "portal.sqlite3")
    parts = urlsplit(raw)
    if parts.scheme == "sqlite":
        return sqlite_database(Path(unquote(parts.path)))
    if parts.scheme in {"postgresql", "postgres"}:
        options: dict[str, object] = {}
        host = parts.hostname or ""
        for pair in filter(None, parts.query.split("&")):
            key, _, value = pair.partition("=")
            if key == "host":
                host = unquote(value)  # a folder of Unix sockets
            else:
                options[key] = unquote(value)
        # A new connection costs the server a process: with one for each request that was half of
        # all computing under load.
        options["pool"] = {
            "min_size": 0,
            "max_size": _requests_at_once() + OTHER_CONNECTIONS,
            "timeout": WAIT_FOR_CONNECTION_S,
            "max_idle": IDLE_CONNECTION_S,
        }
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": host,
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 0,
            "OPTIONS": options,
        }
    raise ConfigurationError("PORTAL_DATABASE_URL: expected sqlite:///path or postgresql://…")


def sqlite_database(path: Path) -> dict[str, object]:
    """Settings of an embedded database: writers queue at BEGIN instead of failing at COMMIT."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": 0,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
        "TEST": {"NAME": None},
    }


def data_folder() -> Path:
    """Where the embedded portal keeps its database and secret key (``PORTAL_DATA``)."""
    raw = os.environ.get("PORTAL_DATA", "")
    if raw:
        return Path(raw)
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "msa-portal"


@dataclass(frozen=True)
class Environment:
    """The portal's configuration, read once at start."""

    debug: bool
    secret_key: str = field(repr=False)
    base_url: str
    """The address adherents type, with no trailing slash: links in e-mails begin with it."""
    allowed_hosts: tuple[str, ...]
    database: dict[str, object] = field(repr=False)
    smtp: SmtpServer
    mail_from: str
    returns: ReturnsMailbox | None
    """None: e-mails leave under the address of `mail_from`, and nothing that comes back is read."""
    log_level: str
    access_token_seconds: int
    refresh_token_seconds: int
    lease_seconds: int
    """How long a claim lasts without renewal."""
    undo_seconds: int
    """How long a published reply may be taken back, unseen by the adherent; 0: not at all."""
    api_calls_per_minute: int
    """Of one agent, in each process that serves; more are refused for the rest of the minute."""
    static_root: Path | None
    """Where `collectstatic` put the files to serve; None: as they lie in the packages."""
    requests_at_once: int
    """How many each web process answers at a time."""
    reverse_proxies: int
    """How many reverse proxies of ours add to ``X-Forwarded-For``: attempts to sign in are counted
    by the adherent's address, not by the proxy's."""

    audit_months: int
    """How long the audit trail is kept, 6 to 36 months (CNIL 2021-122), where a caisse says nothing
    else."""
    retention_months: int
    """How long exchanges are kept after their last act, where a caisse says nothing else."""
    audit_keys: tuple[str, ...] = field(repr=False)
    """Secrets that sign checkpoints of the audit trail: the first signs, all of them verify."""
    document_bytes: int
    """A deposited file is smaller than this (« moins d'1 Mo », R-DOC-07)."""
    document_keys: tuple[str, ...] = field(repr=False)
    """Secrets that encrypt deposited files: the first seals, all of them open."""
    metrics_token: str = field(repr=False)
    """Whoever shows it may read ``/metrics``; without it, this machine alone."""
    log_format: str
    """``line`` for people, ``json`` for programs."""

    @property
    def mail_domain(self) -> str:
        """The domain of `mail_from`, on the right of every Message-ID."""
        _, address = parseaddr(self.mail_from)
        return address.rpartition("@")[2] or "localhost"


def read_environment() -> Environment:
    """Read every ``PORTAL_*`` variable.

    Raises:
        ConfigurationError: a value cannot be used; the message names the variable.
    """
    return Environment(
        debug=_flag("PORTAL_DEBUG", False),
        secret_key=os.environ.get("PORTAL_SECRET_KEY", ""),
        base_url=os.environ.get("PORTAL_BASE_URL", "http://127.0.0.1:8000").rstrip("/"),
        allowed_hosts=tuple(
            host.strip()
            for host in os.environ.get("PORTAL_ALLOWED_HOSTS", "127.0.0.1,localhost").split(",")
            if host.strip()
        ),
        database=_database(),
        smtp=_smtp(),
        mail_from=os.environ.get(
            "PORTAL_MAIL_FROM", "Messagerie MSA <ne-pas-repondre@exemple-msa.test>"
        ),
        returns=_returns(),
        log_level=os.environ.get("PORTAL_LOG_LEVEL", "INFO").upper(),
        access_token_seconds=_number("PORTAL_ACCESS_TOKEN_SECONDS", 600),
        refresh_token_seconds=_number("PORTAL_REFRESH_TOKEN_SECONDS", 43_200),
        lease_seconds=_number("PORTAL_LEASE_SECONDS", 1_800),
        undo_seconds=_number("PORTAL_UNDO_SECONDS", 15),
        api_calls_per_minute=_number("PORTAL_API_CALLS_PER_MINUTE", 1_200),
        static_root=_folder("PORTAL_STATIC_ROOT"),
        requests_at_once=_requests_at_once(),
        reverse_proxies=_number("PORTAL_REVERSE_PROXIES", 0),
        audit_months=_number_between("PORTAL_AUDIT_MONTHS", 12, 6, 36),
        retention_months=_number_between("PORTAL_RETENTION_MONTHS", 36, 1, 120),
        audit_keys=_words("PORTAL_AUDIT_KEYS"),
        document_bytes=_number_between("PORTAL_DOCUMENT_BYTES", 2**20, 1_024, 10 * 2**20),
        document_keys=_words("PORTAL_DOCUMENT_KEYS"),
        metrics_token=os.environ.get("PORTAL_METRICS_TOKEN", ""),
        log_format=_one_of("PORTAL_LOG_FORMAT", "line", "json"),
    )
