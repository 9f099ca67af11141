"""Brings the catalogue and the caisses of `resources/` into the database.

The same files again change nothing, neither what they stated nor what was edited since. A code that
is no longer in the catalogue becomes inactive; it is never deleted, archived exchanges refer to it.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from portal.catalogue.caisses_document import CaisseEntry, read_caisses
from portal.catalogue.document import CatalogueDocument, read_catalogue
from portal.catalogue.models import (
    Caisse,
    CatalogueVersion,
    Competence,
    FormerLabel,
    Motif,
    OnlineService,
    Sujet,
    Theme,
)
from portal.catalogue.yaml_reading import CatalogueError

FROM_EDIT = CatalogueVersion.Source.EDIT

__all__ = ["CatalogueError", "ImportOutcome", "import_catalogue"]


@dataclass(frozen=True)
class ImportOutcome:
    """What an import did. `changed` is false when the catalogue in force is this very file."""

    version: int
    changed: bool
    caisses: int
    themes: int
    sujets: int
    motifs: int
    services: int

    def summary(self) -> str:
        """Return one line for the operator."""
        did = f"imported as version {self.version}" if self.changed else "already in force"
        return (
            f"catalogue {did}: {self.themes} themes, {self.sujets} sujets, {self.motifs} motifs,"
            f" {self.services} online services; {self.caisses} caisses"
        )


def import_catalogue(
    catalogue_file: Path | None = None,
    caisses_file: Path | None = None,
    *,
    replace_edits: bool = False,
) -> ImportOutcome:
    """Import both files, all or nothing.

    Args:
        catalogue_file: ``resources/catalogue/catalogue.yaml`` by default.
        caisses_file: ``resources/caisses/caisses.yaml`` by default.
        replace_edits: put the file in the place of what was edited in the administration.

    Raises:
        CatalogueError: a file has problems, or another one than the last was given although the
            catalogue was edited since; nothing is written.
    """
    catalogue_file = catalogue_file or settings.RESOURCES / "catalogue" / "catalogue.yaml"
    caisses_file = caisses_file or settings.RESOURCES / "caisses" / "caisses.yaml"
    document = read_catalogue(catalogue_file)
    caisses = read_caisses(caisses_file)
    digest = hashlib.sha256(catalogue_file.read_bytes()).hexdigest()
    with transaction.atomic():
        _store_caisses(caisses)
        # Two imports at once would take the same version number; the second one waits here.
        newest = CatalogueVersion.objects.select_for_update().order_by("-number").first()
        changed = _is_other(newest, digest)
        if changed and newest is not None and newest.source == FROM_EDIT and not replace_edits:
            problem = (
                f"version {newest.number} was edited in the administration, and this is another"
                " file than the last imported: --replace-edits puts it in the place of the edits"
            )
            raise CatalogueError(catalogue_file.name, [problem])
        number = newest.number if newest else 0
        if changed:
            number += 1
            _store_catalogue(document)
            CatalogueVersion.objects.create(
                number=number, digest=digest, imported_at=timezone.now()
            )
    return ImportOutcome(
        version=number,
        changed=changed,
        caisses=len(caisses),
        themes=len(document.themes),
        sujets=len(document.sujets),
        motifs=len(document.motifs),
        services=len(document.services),
    )


def _is_other(newest: CatalogueVersion | None, digest: str) -> bool:
    """Whether the file is another one than the last that was imported."""
    if newest is None or newest.source != FROM_EDIT:
        return newest is None or newest.digest != digest
    imported = CatalogueVersion.objects.exclude(source=FROM_EDIT).order_by("-number").first()
    return imported is None or imported.digest != digest


def _store_caisses(caisses: tuple[CaisseEntry, ...]) -> None:
    known = set(Caisse.objects.values_list("code", flat=True))
    for entry in caisses:
        belongs_to_the_file = {
            "name": entry.name,
            "site_url": entry.site_url,
            "departements": [{"code": code, "nom": name} for code, name in entry.departements],
            "local_law_departements": list(entry.local_law),
        }
        if entry.code in known:
            Caisse.objects.filter(code=entry.code).update(**belongs_to_the_file)
        else:
            # Afterwards these are the caisse's own, kept in the administration.
            Caisse.objects.create(
                code=entry.code,
                **belongs_to_the_file,
                address=entry.address,
                phone=entry.phone,
                email=entry.email,
                medical_service_address=entry.medical_service_address,
                assistance_phone=entry.assistance_phone,
                assistance_hours=entry.assistance_hours,
            )


def _store_catalogue(document: CatalogueDocument) -> None:
    _upsert(
        [Competence(code=entry.code, label=entry.label) for entry in document.competences], "label"
    )
    services = [
        OnlineService(
            code=entry.code,
            label=entry.label,
            rubric=entry.rubric,
            profiles=list(entry.profiles),
            url=entry.url,
        )
        for entry in document.services
    ]
    _upsert(services, "label", "rubric", "profiles", "url", "active")
    themes = [
        Theme(
            code=entry.code,
            label=entry.label,
            position=entry.position,
            profiles=list(entry.profiles),
            competence_id=entry.competence,
        )
        for entry in document.themes
    ]
    _upsert(themes, "label", "position", "profiles", "competence", "active")
    sujets = [
        Sujet(
            code=entry.code,
            theme_id=theme.code,
            label=entry.label,
            position=entry.position,
            profiles=list(entry.profiles),
        )
        for theme in document.themes
        for entry in theme.sujets
    ]
    _upsert(sujets, "theme", "label", "position", "profiles", "active")
    motifs = [
        Motif(
            code=entry.code,
            sujet_id=sujet.code,
            label=entry.label,
            position=entry.position,
            profiles=list(entry.profiles),
            competence_id=entry.competence,
            online_service_id=entry.service or None,
            medical=entry.medical,
        )
        for sujet in document.sujets
        for entry in sujet.motifs
    ]
    _upsert(
        motifs,
        "sujet",
        "label",
        "position",
        "profiles",
        "competence",
        "online_service",
        "medical",
        "active",
    )
    for model, codes in (
        (OnlineService, [entry.code for entry in document.services]),
        (Theme, [entry.code for entry in document.themes]),
        (Sujet, [entry.code for entry in document.sujets]),
        (Motif, [entry.code for entry in document.motifs]),
    ):
        model.objects.filter(active=True).exclude(pk__in=codes).update(active=False)
    FormerLabel.objects.all().delete()
    FormerLabel.objects.bulk_create(
        FormerLabel(
            level=entry.level,
            code=entry.code,
            label=entry.label,
            replaced_by=list(entry.replaced_by),
        )
        for entry in document.former
    )


def _upsert(rows: Sequence[Model], *fields: str) -> None:
    if rows:
        type(rows[0])._default_manager.bulk_create(
            rows, update_conflicts=True, unique_fields=["code"], update_fields=list(fields)
        )
