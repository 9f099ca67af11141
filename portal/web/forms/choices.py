"""One radio button per theme, sujet or motif."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.catalogue.models import Motif, Sujet, Theme

Level = Theme | Sujet | Motif


class ChoiceForm(forms.Form):
    """A step of the classification: exactly one of the entries offered at this moment."""

    choice = forms.ChoiceField(
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose one of the lines, then validate."),
            "invalid_choice": _("This choice is no longer offered. Choose another line."),
        },
    )

    def __init__(self, *args: Any, offered: Iterable[Level], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(forms.ChoiceField, self.fields["choice"])
        field.choices = [(level.pk, level.label) for level in offered]
