"""The families « Mes services » groups the online services in, in the order of the leaflet."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.catalogue.models import OnlineService


@dataclass(frozen=True)
class Rubric:
    """Services of one rubric (R-SVC-01 to 08)."""

    label: str
    services: list[OnlineService]


@dataclass(frozen=True)
class Family:
    """« Mes services pro », « Mes services perso »."""

    label: str
    rubrics: list[Rubric]


def _families() -> dict[str, dict[str, str]]:
    return {
        _("My professional services"): {
            "services-pro/attestations-exploitation": _("Certificates and farm"),
            "services-pro/exploitation": _("Farm"),
            "services-pro/cotisations": _("Contributions"),
            "services-pro/factures-reglement": _("Invoices and payment"),
            "services-entreprise/declarations": _("Declarations"),
            "services-entreprise/emploi": _("Employment"),
            "services-entreprise/accidents-maladie": _("Accidents and sickness"),
            "services-entreprise/documents": _("Documents"),
            "services-entreprise/dossier": _("My company's file"),
            "services-tiers": _("Services for third parties"),
        },
        _("My personal services"): {
            "services-perso/sante-invalidite": _("Health, disability"),
            "services-perso/famille-logement": _("Family, housing"),
            "services-perso/rsa-prime-activite": _("RSA, activity bonus"),
            "services-perso/retraite": _("Retirement"),
            "services-perso/paiements-attestations": _("Payments and certificates"),
        },
    }


def rubric_labels() -> list[tuple[str, str]]:
    """Each rubric's code, with its family and label."""
    return [
        (code, f"{family} – {label}")
        for family, rubrics in _families().items()
        for code, label in rubrics.items()
    ]


def grouped(services: Iterable[OnlineService]) -> list[Family]:
    """Group services by family. Those of no family (the account, these pages) are left out."""
    kept = list(services)
    families = [
        Family(
            label,
            [
                Rubric(rubric, found)
                for code, rubric in rubrics.items()
                if (found := [service for service in kept if service.rubric == code])
            ],
        )
        for label, rubrics in _families().items()
    ]
    return [family for family in families if family.rubrics]
