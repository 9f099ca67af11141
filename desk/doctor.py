"""``desk doctor``: what this workstation has, and what desk misses on it."""

import secrets as random_secrets
import stat
from collections.abc import Callable
from pathlib import Path

from desk.api_client.errors import PortalError
from desk.api_client.portal import Portal
from desk.api_client.transport import Transport
from desk.clock import PortalClock
from desk.models import upgrade
from desk.models.errors import StoreError, StoreTooNew
from desk.models.store import Store
from desk.resources import ResourceMissing, translation_path
from desk.services.last_agent import LastAgent
from desk.services.secrets import Secrets, SecretsUnavailable, system_keyring
from desk.services.spelling.dictionary import Absent, open_dictionary
from desk.services.store_key import KeyChoiceNeeded, StoreKeys
from desk.settings import Settings

KEYRING = {
    "absent": "aucun trousseau de clés sur ce poste",
    "locked": "le trousseau de clés est verrouillé",
    "hanging": "le trousseau de clés ne répond pas",
    "broken": "le trousseau de clés a répondu par une erreur",
}
STORE = {
    "store_too_new": "écrite par une version plus récente de desk : mettez desk à jour",
    "store_damaged": "illisible (fichier abîmé, ou sa clé n’est plus dans le trousseau)",
    "disk_full": "disque plein",
    "read_only": "disque en lecture seule",
    "busy": "tenue par un autre programme",
    "unavailable": "inaccessible (droits, disque)",
}
SPELLING = {
    Absent.LIBRARY: "la bibliothèque enchant n’est pas installée (Debian : libenchant-2-2)",
    Absent.DICTIONARY: "aucun dictionnaire français (Debian : hunspell-fr)",
}
CLOCK_ERROR_MS = 30_000
"""Above this the workstation's clock is worth a word; desk shows the portal's in any case."""


def run(settings: Settings, say: Callable[[str], None]) -> int:
    """Check and tell, line by line; 0 when desk can work fully, 1 when something is missing."""
    checks = (_configuration, _translation, _portal, _keyring, _store, _spelling)
    fine = True
    for check in checks:
        ok, words = check(settings)
        say(f"{'[ ok ]' if ok else '[ !! ]'} {words}")
        fine = fine and ok
    return 0 if fine else 1


def _configuration(settings: Settings) -> tuple[bool, str]:
    found = "lu" if settings.config.exists() else "absent, valeurs par défaut"
    return True, f"Configuration : {settings.config} ({found}) ; données : {settings.data}"


def _translation(settings: Settings) -> tuple[bool, str]:
    try:
        return True, f"Langue : {settings.language} ({translation_path(settings.language).name})"
    except ResourceMissing:
        return False, f"Langue : la traduction {settings.language} n’est pas construite"


def _spelling(_settings: Settings) -> tuple[bool, str]:
    found = open_dictionary()
    if isinstance(found, Absent):
        return False, f"Orthographe : {SPELLING[found]} ; desk fonctionne sans"
    return True, "Orthographe : dictionnaire français du système"


def _portal(settings: Settings) -> tuple[bool, str]:
    clock = PortalClock()
    transport = Transport(settings.portal_url, clock)
    try:
        health = Portal(transport).health()
    except PortalError as error:
        return False, f"Portail : {settings.portal_url} ne répond pas ({error.code})"
    finally:
        transport.close()
    words = f"Portail : {settings.portal_url} répond (version {health.version or 'inconnue'})"
    error_ms = clock.workstation_error_ms
    if error_ms is not None and abs(error_ms) > CLOCK_ERROR_MS:
        sense = "avance" if error_ms > 0 else "retarde"
        words += f" ; l’horloge de ce poste {sense} de {abs(error_ms) // 1000} s"
    return True, words


def _keyring(settings: Settings) -> tuple[bool, str]:
    secrets = Secrets()
    account, secret = f"doctor-{settings.portal_digest}", random_secrets.token_hex(8)
    try:
        secrets.set(account, secret)
        kept = secrets.get(account) == secret
        secrets.delete(account)
    except SecretsUnavailable as error:
        reason = KEYRING.get(error.code, error.code)
        return False, (
            f"Trousseau : {reason} ; il faudra se connecter à chaque démarrage, et choisir une"
            " phrase secrète ou ne rien garder sur ce poste"
        )
    if not kept:
        return False, "Trousseau : ce qui y est écrit n’y est pas retrouvé"
    ring = type(system_keyring())
    return True, f"Trousseau : {ring.__module__}.{ring.__name__} garde et rend un secret"


def _store(settings: Settings) -> tuple[bool, str]:
    agent = LastAgent(settings).read()
    if agent is None:
        return _folder(settings.data)
    path = settings.store_file(agent)
    if not path.exists():
        return True, "Base locale : pas encore créée pour le dernier agent"
    try:
        key = StoreKeys(settings, Secrets()).find(agent)
    except KeyChoiceNeeded as needed:
        if needed.code == "passphrase":
            return True, "Base locale : chiffrée, ouverte par votre phrase secrète (non vérifiée)"
        return False, f"Base locale : chiffrée, et {KEYRING.get(needed.code, needed.code)}"
    try:
        store = Store.open(path, key.key)
    except StoreTooNew as error:
        return False, f"Base locale : {STORE[error.code]}"
    except StoreError as error:
        return False, f"Base locale : {STORE.get(error.code, error.code)} ({path})"
    try:
        with store.reading() as connection:
            threads = connection.exec_driver_sql("SELECT count(*) FROM thread").scalar_one()
            drafts = connection.exec_driver_sql("SELECT count(*) FROM draft").scalar_one()
            waiting = connection.exec_driver_sql(
                "SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending', 'unconfirmed')"
            ).scalar_one()
    finally:
        store.close()
    mode = stat.S_IMODE(path.stat().st_mode)
    words = (
        f"Base locale : schéma {upgrade.HEAD}, {threads} messages, {drafts} brouillons,"
        f" {waiting} envois en attente"
    )
    if mode & 0o077:
        return False, f"{words} ; lisible par d’autres comptes ({mode:o})"
    return True, words


def _folder(folder: Path) -> tuple[bool, str]:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        probe = folder / f".{random_secrets.token_hex(4)}"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError:
        return False, f"Base locale : le dossier {folder} n’est pas accessible en écriture"
    return True, "Base locale : personne ne s’est encore connecté ; le dossier est prêt"
