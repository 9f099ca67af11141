"""`portal deadline-policy`: the rule of a caisse or site, shown, tried and applied from a shell."""

import argparse
from dataclasses import replace

from portal.catalogue.models import Caisse
from portal.deadlines.editing import Rule, apply, preview
from portal.deadlines.models import Scope, Site
from portal.deadlines.rule_text import describe, read_days
from portal.deadlines.rules import rule_in_force


def run(options: argparse.Namespace) -> str:
    """Carry the command out and return what to print. Nothing is written without ``--apply``.

    Raises:
        ValueError: no such caisse or site, or a rule that cannot be counted.
    """
    caisse = Caisse.objects.filter(pk=options.caisse).first()
    if caisse is None:
        raise ValueError(f"there is no caisse {options.caisse}")
    site = None
    if options.site:
        site = Site.objects.filter(caisse=caisse, code=options.site).first()
        if site is None:
            raise ValueError(f"{options.caisse} has no site {options.site}")
    present = rule_in_force(caisse, site)
    rule = _edited(Rule.of(present), options)
    lines = [f"version {present.number}: {describe(Rule.of(present))}"]
    if rule != Rule.of(present):
        found = preview(caisse, site, rule)
        lines += [f"becomes: {describe(rule)}", f"{found.words} ({found.open})"]
    if options.apply:
        version = apply(caisse, site, rule, Scope(options.apply), by=None)
        lines.append(f"applied as version {version.number} to {options.apply} messages")
    return "\n".join(lines)


def _edited(rule: Rule, options: argparse.Namespace) -> Rule:
    given = {
        "kind": options.policy,
        "budget_seconds": options.budget and int(options.budget.total_seconds()),
        "region": options.holidays,
        "timezone": options.timezone,
        "hours": options.hours,
        "closures": None if options.closure is None else read_days(options.closure),
        "openings": None if options.opening is None else read_days(options.opening),
    }
    return replace(rule, **{name: value for name, value in given.items() if value is not None})
