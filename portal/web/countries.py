"""Where the European health insurance card serves: the countries that its page lists.

The European Union but France, the European Economic Area, Switzerland and the United Kingdom
(regulation (CE) 883/2004; EU-UK trade and cooperation agreement).
"""

from django.utils.translation import gettext as _


def card_countries() -> list[tuple[str, str]]:
    """ISO 3166 codes and names, in the order of their French names."""
    names = {
        "DE": _("Germany"),
        "AT": _("Austria"),
        "BE": _("Belgium"),
        "BG": _("Bulgaria"),
        "CY": _("Cyprus"),
        "HR": _("Croatia"),
        "DK": _("Denmark"),
        "ES": _("Spain"),
        "EE": _("Estonia"),
        "FI": _("Finland"),
        "GR": _("Greece"),
        "HU": _("Hungary"),
        "IE": _("Ireland"),
        "IS": _("Iceland"),
        "IT": _("Italy"),
        "LV": _("Latvia"),
        "LI": _("Liechtenstein"),
        "LT": _("Lithuania"),
        "LU": _("Luxembourg"),
        "MT": _("Malta"),
        "NO": _("Norway"),
        "NL": _("Netherlands"),
        "PL": _("Poland"),
        "PT": _("Portugal"),
        "CZ": _("Czechia"),
        "RO": _("Romania"),
        "GB": _("United Kingdom"),
        "SK": _("Slovakia"),
        "SI": _("Slovenia"),
        "SE": _("Sweden"),
        "CH": _("Switzerland"),
    }
    return sorted(names.items(), key=lambda entry: entry[1])
