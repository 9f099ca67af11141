"""The caisses as their file states them."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from portal.catalogue.yaml_reading import CatalogueError, Entry, load_mapping


@dataclass(frozen=True)
class CaisseEntry:
    """One caisse; `departements` are (code, name), `local_law` their codes under local law."""

    code: str
    name: str
    site_url: str
    departements: tuple[tuple[str, str], ...]
    local_law: tuple[str, ...]
    address: str
    phone: str
    email: str
    medical_service_address: str
    assistance_phone: str
    assistance_hours: str


def read_caisses(path: Path) -> tuple[CaisseEntry, ...]:
    """Read the caisses and check that no département has two.

    Raises:
        CatalogueError: something is wrong; it lists everything that is.
    """
    problems: list[str] = []
    root = Entry(load_mapping(path), path.name, problems)
    root.allow("horaires_assistance", "caisses")
    hours = root.text("horaires_assistance")
    caisses = tuple(_caisse(entry, hours) for entry in root.entries("caisses", "caisse"))
    for what, values in (
        ("caisse", [caisse.code for caisse in caisses]),
        ("département", [code for caisse in caisses for code, _ in caisse.departements]),
    ):
        for value, count in Counter(values).items():
            if count > 1:
                root.wrong(f"{what} {value!r} is given {count} times")
    if problems:
        raise CatalogueError(path.name, problems)
    return caisses


def _caisse(entry: Entry, usual_hours: str) -> CaisseEntry:
    entry.allow(
        "code",
        "nom",
        "site",
        "departements",
        "departements_droit_local",
        "adresse",
        "telephone",
        "email",
        "adresse_service_medical",
        "assistance",
    )
    departements = []
    for departement in entry.entries("departements", "département"):
        departement.allow("code", "nom")
        departements.append((departement.text("code", limit=3), departement.text("nom")))
    local_law = entry.texts("departements_droit_local", required=False)
    for code in local_law:
        if code not in {known for known, _ in departements}:
            entry.wrong(f"local law in {code!r}, which is not one of its départements")
    assistance = entry.entry("assistance")
    assistance.allow("telephone", "horaires")
    return CaisseEntry(
        code=entry.code(),
        name=entry.text("nom", limit=120),
        site_url=entry.text("site"),
        departements=tuple(departements),
        local_law=local_law,
        address=entry.text("adresse", limit=250),
        phone=entry.text("telephone", limit=30),
        email=entry.text("email"),
        medical_service_address=entry.text("adresse_service_medical", limit=250),
        assistance_phone=assistance.text("telephone", limit=30),
        assistance_hours=assistance.text("horaires", required=False) or usual_hours,
    )
