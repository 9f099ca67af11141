"""What the operator or agent may choose, typed, from a TOML file and the environment.

Each value of ``desk.toml`` (in the platform's configuration folder, or ``DESK_CONFIG``) may be
overridden by a variable: ``portal_url`` by ``DESK_PORTAL_URL`` and so on. ``docs/operating.md``
lists them.
"""

import hashlib
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, TypeVar
from urllib.parse import urlsplit

import msgspec
import platformdirs

APPLICATION = "msa-desk"
DEFAULT_PORTAL = "http://127.0.0.1:8000"
"""A portal on this machine: `make demo` and a developer's `portal serve`."""

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
Language = Literal["fr", "en"]
Look = Literal["system", "light", "dark", "contrast"]
Word = TypeVar("Word", bound=str)

LANGUAGES: tuple[Language, ...] = ("fr", "en")
THEMES: tuple[Look, ...] = ("system", "light", "dark", "contrast")
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
NAMES = ("portal_url", "data", "language", "theme", "log_level")


class SettingsError(Exception):
    """A setting cannot be used. The text is in French: it is shown to whoever wrote the value."""


class Settings(msgspec.Struct, frozen=True):
    """The settings of one run."""

    portal_url: str
    """No trailing slash. https, or http to this very machine."""
    data: Path
    """Where stores, logs and the pointer to the last agent are kept."""
    config: Path
    """The file that was read, whether or not it exists."""
    language: Language = "fr"
    theme: Look = "system"
    log_level: str = "INFO"

    @property
    def portal_digest(self) -> str:
        """Names the portal in folder and keyring names."""
        return hashlib.sha256(self.portal_url.encode()).hexdigest()[:16]

    @property
    def log_file(self) -> Path:
        """The rotating log."""
        return self.data / "logs" / "desk.log"

    def agent_digest(self, login: str) -> str:
        """Names one agent at this portal on the disk and in the keyring: a digest, so that neither
        a login nor an address appears there.
        """
        return hashlib.sha256(f"{self.portal_url}\n{login}".encode()).hexdigest()[:24]

    def store_file(self, agent_digest: str) -> Path:
        """The store of one agent at this portal."""
        return self.data / "stores" / agent_digest / "store.sqlite3"


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the file, then the environment over it.

    Raises:
        SettingsError: the file cannot be read, a value cannot be used, a name is unknown.
    """
    config = Path(
        environment.get("DESK_CONFIG")
        or platformdirs.user_config_path(APPLICATION, appauthor=False) / "desk.toml"
    )
    values = _file(config)
    for name in NAMES:
        variable = f"DESK_{name.upper()}"
        if environment.get(variable):
            values[name] = (environment[variable], variable)
    language = _one_of(values, "language", LANGUAGES, "fr")
    theme = _one_of(values, "theme", THEMES, "system")
    return Settings(
        portal_url=_portal_url(values),
        data=_data(values),
        config=config,
        language=language,
        theme=theme,
        log_level=_one_of(values, "log_level", LOG_LEVELS, "INFO"),
    )


Values = dict[str, tuple[str, str]]
"""Name → (value, where it was written)."""


def _file(path: Path) -> Values:
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"Le fichier de configuration {path} ne peut pas être lu.") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            f"Le fichier de configuration {path} n’est pas du TOML valable : {error}."
        ) from error
    unknown = sorted(set(raw) - set(NAMES))
    if unknown:
        raise SettingsError(
            f"{path} : réglage inconnu « {unknown[0]} ». Réglages possibles : {', '.join(NAMES)}."
        )
    values: Values = {}
    for name, value in raw.items():
        if not isinstance(value, str):
            raise SettingsError(f"{path} : « {name} » doit être un texte entre guillemets.")
        values[name] = (value, f"{path}, « {name} »")
    return values


def _portal_url(values: Values) -> str:
    url, where = values.get("portal_url", (DEFAULT_PORTAL, "portal_url"))
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise SettingsError(
            f"{where} : « {url} » n’est pas l’adresse d’un portail"
            " (exemple : https://messages.exemple-msa.test)."
        )
    if parts.username or parts.password:
        # The value itself is not repeated: it holds a password.
        raise SettingsError(f"{where} : l’adresse du portail ne doit contenir aucun mot de passe.")
    if parts.query or parts.fragment:
        raise SettingsError(f"{where} : l’adresse du portail ne doit contenir ni « ? » ni « # ».")
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        raise SettingsError(
            f"{where} : « {url} » n’est pas chiffrée. Le portail doit être en https"
            " (http n’est admis que vers ce poste même)."
        )
    return url.rstrip("/")


def _data(values: Values) -> Path:
    if "data" not in values:
        return Path(platformdirs.user_data_path(APPLICATION, appauthor=False))
    raw, where = values["data"]
    path = Path(raw).expanduser()
    if not path.is_absolute():
        raise SettingsError(f"{where} : « {raw} » doit être un chemin complet.")
    return path


def _one_of(values: Values, name: str, allowed: tuple[Word, ...], default: Word) -> Word:
    value, where = values.get(name, (default, name))
    for each in allowed:
        if each == value:
            return each
    raise SettingsError(
        f"{where} : « {value} » n’est pas possible. Valeurs possibles : {', '.join(allowed)}."
    )
