"""The style sheet, made from its template and the tokens: no colour is written in code."""

import re
from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"@([a-z][a-z0-9_]*)")


class UnknownPlaceholder(KeyError):
    """The template asks for a value that does not exist."""


def render_stylesheet(template: str, values: Mapping[str, str]) -> str:
    """Replace each ``@name`` of the template.

    Raises:
        UnknownPlaceholder: a name without a value.
    """

    def value(match: re.Match[str]) -> str:
        try:
            return values[match[1]]
        except KeyError:
            raise UnknownPlaceholder(match[1]) from None

    return _PLACEHOLDER.sub(value, template)
