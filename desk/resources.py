"""Where the files that come with desk are: in the checkout, or inside an installed package."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


class ResourceMissing(Exception):
    """A file that should have come with desk is not there: the installation is incomplete."""


def resource_path(*parts: str) -> Path:
    """The path of ``resources/<parts>``.

    Raises:
        ResourceMissing: neither the checkout nor the package holds it.
    """
    return _find("resources", parts)


def translation_path(language: str) -> Path:
    """The compiled translation ``desk_<language>.qm``, built by ``make``.

    Raises:
        ResourceMissing: it has not been built.
    """
    for base in (PACKAGE.parent / "build" / "translations", PACKAGE / "translations"):
        candidate = base / f"desk_{language}.qm"
        if candidate.is_file():
            return candidate
    raise ResourceMissing(f"desk_{language}.qm")


def _find(folder: str, parts: tuple[str, ...]) -> Path:
    for base in (PACKAGE.parent / folder, PACKAGE / folder):
        candidate = base.joinpath(*parts)
        if candidate.exists():
            return candidate
    raise ResourceMissing("/".join((folder, *parts)))
