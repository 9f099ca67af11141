"""What a page's root element says of the reader's chosen text size."""

from typing import Any

from django import template
from django.utils.html import format_html

from portal.web.text_size import text_size

register = template.Library()


@register.simple_tag(takes_context=True)
def text_size_attribute(context: template.Context) -> Any:
    """`` data-text="2"``, or nothing at the normal size and on pages made without a request."""
    request = context.get("request")
    size = 0 if request is None else text_size(request)
    return format_html(' data-text="{}"', size) if size else ""
