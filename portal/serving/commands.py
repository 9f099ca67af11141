"""What each command of `portal` does."""

import argparse
import getpass
import os
import sys

import django

from portal.serving import data_commands, embedded, server, supervision_commands


class Refused(Exception):
    """A command cannot be carried out; the message says why and what to do."""


def run(options: argparse.Namespace) -> int:
    """Carry out a parsed command and return its exit status.

    Raises:
        Refused: it cannot be carried out.
        ConfigurationError: the environment holds a value that cannot be used.
    """
    commands = {
        "serve": _serve,
        "worker": _worker,
        "migrate": _migrate,
        "import-catalogue": _import_catalogue,
        "load-demo": _load_demo,
        "openapi": _openapi,
        "create-agent": _create_agent,
        "check": _check,
        "deadline-policy": _deadline_policy,
        "audit-verify": data_commands.audit_verify,
        "access-export": data_commands.access_export,
        "erase-adherent": data_commands.erase_adherent,
        "backup": data_commands.backup,
        "restore": data_commands.restore,
        "forecast": supervision_commands.forecast,
        "monthly-report": supervision_commands.monthly_report,
    }
    try:
        return commands[options.command](options)
    except data_commands.NotDone as error:
        raise Refused(str(error)) from error


def _serve(options: argparse.Namespace) -> int:
    try:
        bound = server.listen(options.host, options.port)
    except OSError as error:
        raise Refused(
            f"cannot listen on {options.host}:{options.port}: {error.strerror}"
        ) from error
    # Links and the OAuth issuer name the port that was really taken.
    os.environ.setdefault("PORTAL_BASE_URL", server.address_of(bound))
    _prepare(options.embedded)
    if not options.embedded:
        _refuse_unfit()
    server.serve(bound, until_stdin_closes=options.embedded)
    return 0


def _worker(options: argparse.Namespace) -> int:
    _prepare(options.embedded)

    from portal.notifications.relay import Relay
    from portal.serving.worker import work, work_once

    if options.once:
        print(f"{work_once(Relay())} e-mails and SMS tried")
    else:
        work(Relay(), until_stdin_closes=options.embedded)
    return 0


def _prepare(is_embedded: bool) -> None:
    if is_embedded:
        embedded.prepare_environment()
    django.setup()
    if is_embedded:
        embedded.prepare_database()


def _refuse_unfit() -> None:
    from portal.serving.fitness import reasons_not_to_serve

    reasons = reasons_not_to_serve()
    if reasons:
        raise Refused("not fit to serve:\n  " + "\n  ".join(reasons))


def _migrate(_options: argparse.Namespace) -> int:
    django.setup()

    from portal.serving.migrations import migrate, refuse_newer_database

    refuse_newer_database()
    print("migrated" if migrate() else "already up to date")
    return 0


def _import_catalogue(options: argparse.Namespace) -> int:
    django.setup()

    from portal.catalogue.importing import CatalogueError, import_catalogue
    from portal.reply_templates.collection import import_templates

    try:
        outcome = import_catalogue(replace_edits=options.replace_edits)
    except CatalogueError as error:
        raise Refused(str(error)) from error
    print(outcome.summary())
    print(f"reply templates: {import_templates()} first versions made")
    return 0


def _load_demo(options: argparse.Namespace) -> int:
    _prepare(options.embedded)

    from portal.demo.loading import DemoError, load_demo

    try:
        outcome = load_demo(caisses=options.caisse)
    except DemoError as error:
        raise Refused(str(error)) from error
    print(outcome.summary())
    return 0


def _openapi(options: argparse.Namespace) -> int:
    django.setup()

    from portal.api.document import check_document, write_document

    if options.check:
        problem = check_document()
        if problem:
            raise Refused(problem)
        print("docs/openapi.json is up to date")
    else:
        print(f"wrote {write_document()}")
    return 0


def _create_agent(options: argparse.Namespace) -> int:
    _prepare(options.embedded)

    from portal.accounts.creation import AccountError, create_agent

    if options.password_stdin:
        password = sys.stdin.readline().rstrip("\n")
    else:
        password = getpass.getpass("Password: ")
    try:
        agent = create_agent(
            login=options.login,
            password=password,
            caisse_code=options.caisse,
            first_name=options.first_name,
            last_name=options.last_name,
            job_title=options.job_title,
            role=options.role,
            competence_codes=options.competence,
            is_staff=options.staff,
            is_superuser=options.superuser,
            is_officer=options.data_protection_officer,
            edits_catalogue=options.catalogue_editor,
            in_training=options.in_training,
        )
    except AccountError as error:
        raise Refused(str(error)) from error
    print(f"created agent {agent.pk}")
    return 0


def _deadline_policy(options: argparse.Namespace) -> int:
    _prepare(options.embedded)

    from portal.deadlines.policy_command import run as edit_policy

    try:
        print(edit_policy(options))
    except ValueError as error:
        raise Refused(str(error)) from error
    return 0


def _check(_options: argparse.Namespace) -> int:
    django.setup()

    from portal.serving.checking import findings

    found = findings()
    for finding in found:
        print(f"{'✗' if finding.grave else '!'} {finding.words}")
    grave = sum(1 for finding in found if finding.grave)
    print("fit to serve" if not grave else f"{grave} to settle before serving")
    return 1 if grave else 0
