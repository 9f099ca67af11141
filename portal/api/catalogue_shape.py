"""Writes the whole catalogue as the plain dict that travels to desk."""

from typing import Any

from portal.catalogue.models import (
    Caisse,
    CatalogueVersion,
    Competence,
    Motif,
    OnlineService,
    Sujet,
    Theme,
)


def catalogue_shape() -> dict[str, Any]:
    """The catalogue in force, inactive entries included and marked. Seven queries at any size."""
    newest = CatalogueVersion.objects.order_by("-number").first()
    motifs_of: dict[str, list[dict[str, Any]]] = {}
    for motif in Motif.objects.all():
        motifs_of.setdefault(motif.sujet_id, []).append(
            {
                "code": motif.code,
                "label": motif.label,
                "position": motif.position,
                "competence": motif.competence_id,
                "online_service": motif.online_service_id,
                "medical": motif.medical,
                "active": motif.active,
            }
        )
    sujets_of: dict[str, list[dict[str, Any]]] = {}
    for sujet in Sujet.objects.all():
        sujets_of.setdefault(sujet.theme_id, []).append(
            {
                "code": sujet.code,
                "label": sujet.label,
                "position": sujet.position,
                "active": sujet.active,
                "motifs": motifs_of.get(sujet.code, []),
            }
        )
    return {
        "version": newest.number if newest is not None else 0,
        "themes": [
            {
                "code": theme.code,
                "label": theme.label,
                "position": theme.position,
                "profiles": theme.profiles,
                "active": theme.active,
                "sujets": sujets_of.get(theme.code, []),
            }
            for theme in Theme.objects.all()
        ],
        "online_services": [
            {
                "code": service.code,
                "label": service.label,
                "url": service.url,
                "active": service.active,
            }
            for service in OnlineService.objects.order_by("code")
        ],
        "competences": [
            {"code": competence.code, "label": competence.label}
            for competence in Competence.objects.order_by("code")
        ],
        "caisses": [
            {"code": code, "label": name}
            for code, name in Caisse.objects.order_by("code").values_list("code", "name")
        ],
    }
