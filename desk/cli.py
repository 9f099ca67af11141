"""The ``desk`` command."""

import argparse
import importlib.metadata
import sys
from collections.abc import Sequence

from desk.address import message_of
from desk.settings import SettingsError, read_settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the process's exit status (2: a setting or option cannot be used)."""
    parser = argparse.ArgumentParser(
        prog="desk", description="Répondre aux messages des adhérents dans le délai promis."
    )
    parser.add_argument("--version", action="store_true", help="afficher la version")
    parser.add_argument(
        "command",
        nargs="?",
        type=_command,
        default="window",
        metavar="{demo,doctor,desk://message/N}",
        help="rien : ouvrir la fenêtre ; demo : la démonstration ; doctor : vérifier ce poste ; "
        "une adresse : ouvrir ce message",
    )
    chosen = parser.parse_args(arguments)
    if chosen.version:
        print(f"desk {importlib.metadata.version('msa-desk')}")
        return 0
    if chosen.command == "demo":
        from desk.demo.command import run as run_demo

        return run_demo()
    try:
        settings = read_settings()
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    if chosen.command == "doctor":
        from desk.doctor import run as run_doctor

        return run_doctor(settings, print)
    from desk.app import run

    return run(settings, message_of(chosen.command))


def _command(given: str) -> str:
    if given in ("window", "demo", "doctor") or message_of(given) is not None:
        return given
    raise argparse.ArgumentTypeError(
        "ni une commande (demo, doctor) ni l’adresse d’un message (desk://message/123)"
    )
