"""Public holidays of a region, by year, from the `holidays` library.

Alsace-Moselle has two more than the rest of France, Good Friday and 26 December (C. trav.
L3134-13), so a region belongs to a site and not to a caisse alone.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

NONE = "none"
_FRANCE = "FR"
# Moselle, and the two départements that the library counts as one since they became one.
_SUBDIVISIONS = MappingProxyType({"57": "57", "67": "6AE", "68": "6AE", "6AE": "6AE"})
REGIONS = ("FR", "FR-57", "FR-67", "FR-68", NONE)
"""What may be chosen; « FR » is the whole of metropolitan France but Alsace-Moselle."""


class UnknownRegion(ValueError):
    """No holidays are known under this name."""


def check_region(region: str) -> None:
    """Refuse a region that is not one of `REGIONS`.

    Raises:
        UnknownRegion: it is not.
    """
    if region not in REGIONS:
        raise UnknownRegion(f"no holidays are known for “{region}”: use {', '.join(REGIONS)}")


@lru_cache(maxsize=512)
def holidays_of(region: str, year: int) -> Mapping[date, str]:
    """The public holidays of one year with their French names; none before 1803 or so.

    Raises:
        UnknownRegion: no such region.
    """
    check_region(region)
    if region == NONE:
        return MappingProxyType({})
    # Late: it takes longer to import than an answer without holidays takes to compute.
    from holidays import country_holidays

    _, _, subdivision = region.partition("-")
    found = country_holidays(
        _FRANCE, subdiv=_SUBDIVISIONS.get(subdivision), years=year, language="fr"
    )
    return MappingProxyType({day: name for day, name in found.items() if day.year == year})
