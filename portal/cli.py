"""The `portal` command."""

import argparse
import os
import sys
from collections.abc import Sequence

from portal.deadlines import explain_command


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="portal", description="The adherents' portal.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    serve = commands.add_parser("serve", help="serve the web pages and the API")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000, help="0 takes a free port")
    _add_embedded(serve, "; end with standard input")

    worker = commands.add_parser("worker", help="hand e-mails over and keep house")
    worker.add_argument("--once", action="store_true", help="do what is due now, then end")
    _add_embedded(worker, "; end with standard input")

    commands.add_parser("migrate", help="bring the database up to date")
    catalogue = commands.add_parser(
        "import-catalogue", help="import resources/catalogue and resources/caisses"
    )
    catalogue.add_argument(
        "--replace-edits",
        action="store_true",
        help="put the file in the place of what was edited in the administration since",
    )

    demo = commands.add_parser("load-demo", help="add invented people and messages")
    demo.add_argument(
        "--caisse",
        action="append",
        default=[],
        metavar="CODE",
        help="bring the messages of all other caisses to this one (repeatable)",
    )
    _add_embedded(demo)

    openapi = commands.add_parser("openapi", help="write docs/openapi.json")
    openapi.add_argument("--check", action="store_true", help="only say whether it is up to date")

    agent = commands.add_parser("create-agent", help="create an agent's account")
    agent.add_argument("login")
    agent.add_argument("--caisse", required=True, metavar="CODE")
    agent.add_argument("--first-name", required=True)
    agent.add_argument("--last-name", required=True)
    agent.add_argument("--job-title", default="")
    agent.add_argument("--role", choices=["agent", "supervisor"], default="agent")
    agent.add_argument("--competence", action="append", default=[], metavar="CODE")
    agent.add_argument(
        "--in-training",
        action="store_true",
        help="a colleague reads their replies before they leave",
    )
    agent.add_argument(
        "--staff", action="store_true", help="also administers this caisse, on /administration/"
    )
    agent.add_argument(
        "--superuser", action="store_true", help="also administers all caisses and all rights"
    )
    agent.add_argument(
        "--data-protection-officer",
        action="store_true",
        help="also watches over this caisse's personal data, on /administration/",
    )
    agent.add_argument(
        "--catalogue-editor",
        action="store_true",
        help="also edits the catalogue of all caisses, on /administration/",
    )
    agent.add_argument(
        "--password-stdin", action="store_true", help="read the password from standard input"
    )
    _add_embedded(agent)

    commands.add_parser("check", help="say what is wrong with this portal, in plain words")
    _add_data_commands(commands)
    _add_supervision_commands(commands)

    policy = commands.add_parser(
        "deadline-policy",
        help="show a caisse's rule of deadlines, what another one would change, and apply it",
    )
    policy.add_argument("--caisse", required=True, metavar="CODE")
    policy.add_argument("--site", metavar="CODE", help="one of its sites, with a rule of its own")
    explain_command.add_rule_arguments(policy)
    policy.add_argument(
        "--apply",
        choices=["new", "open"],
        help="to new messages only, or to open ones too; without it nothing is written",
    )
    _add_embedded(policy)

    explain = commands.add_parser(
        "explain-deadline",
        help="say when a promise falls due, and why (JSON)",
        description=explain_command.DESCRIPTION,
    )
    explain_command.add_arguments(explain)
    # Its options may still be refused once they are put together.
    explain.set_defaults(refuse=explain.error)
    return parser


def _add_data_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    verify = commands.add_parser("audit-verify", help="verify the audit trail")
    verify.add_argument(
        "--noted",
        action="append",
        default=[],
        metavar="CHAIN:NUMBER:DIGEST",
        help="what the log said of a chain's end (repeatable)",
    )
    access = commands.add_parser("access-export", help="all that is held about one adherent")
    _add_adherent(access)
    access.add_argument("--output", required=True, metavar="FOLDER")
    erase = commands.add_parser("erase-adherent", help="erase what may be erased of one adherent")
    _add_adherent(erase)
    erase.add_argument(
        "--exchanges-too", action="store_true", help="also before their time of retention"
    )
    erase.add_argument("--yes", action="store_true", help="really do it")

    backup = commands.add_parser("backup", help="back the database up; the portal may run")
    backup.add_argument("file", metavar="FILE")
    restore = commands.add_parser("restore", help="restore a backup; nothing else may run")
    restore.add_argument("file", metavar="FILE")
    restore.add_argument(
        "--replace", action="store_true", help="in the place of a database that holds data"
    )


def _add_supervision_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    forecast = commands.add_parser(
        "forecast", help="how many deadlines will break, when and in which motif (JSON)"
    )
    forecast.add_argument("--caisse", required=True, metavar="CODE")
    forecast.add_argument("--days", type=int, default=10, help="today's rest among them")
    forecast.add_argument("--runs", type=int, default=100)
    forecast.add_argument("--seed", type=int, default=1, help="the same seed, the same answer")
    forecast.add_argument(
        "--move",
        action="append",
        default=[],
        metavar="AGENTS:FROM:TO",
        help="what if so many agents of a team answer for another one only (repeatable)",
    )
    forecast.add_argument(
        "--open",
        action="append",
        default=[],
        metavar="'YYYY-MM-DD HH:MM-HH:MM'",
        help="what if people come then (repeatable)",
    )
    report = commands.add_parser("monthly-report", help="a caisse's report of a month (PDF)")
    report.add_argument("--caisse", required=True, metavar="CODE")
    report.add_argument("--month", metavar="YYYY-MM", help="by default the last that is over")
    report.add_argument("--output", metavar="FILE")


def _add_adherent(parser: argparse.ArgumentParser) -> None:
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument("--adherent", type=int, metavar="NUMBER", help="the portal's own number")
    who.add_argument("--reference", metavar="MSG-…", help="of one of their exchanges")
    who.add_argument(
        "--identifier-stdin",
        action="store_true",
        help="read the NIR without key, or the SIRET, from standard input",
    )


def _add_embedded(parser: argparse.ArgumentParser, more: str = "") -> None:
    parser.add_argument(
        "--embedded",
        action="store_true",
        help=f"keep everything in PORTAL_DATA and prepare it unasked{more}",
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 refused, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    if options.command == "explain-deadline":
        return explain_command.run(options, options.refuse)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

    # The settings are read when Django is first touched: imports wait for the environment.
    from portal.environment import ConfigurationError
    from portal.serving.commands import Refused, run

    try:
        return run(options)
    except (ConfigurationError, Refused) as error:
        print(f"portal: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
