"""The form of a text: typed, shown for an invented adherent, then made a version."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.catalogue.models import Caisse
from portal.wording.checking import Shown, WordingRefused, checked
from portal.wording.models import is_sms


class WordingForm(forms.Form):
    """`shown` holds the text for an invented adherent once the form is valid."""

    subject = forms.CharField(
        max_length=160, widget=forms.TextInput(attrs={"size": 90}), label=_("Subject")
    )
    body = forms.CharField(
        max_length=4_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 18, "cols": 90}),
        label=_("Text"),
    )
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, caisse: Caisse, code: str, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._caisse, self._code = caisse, code
        self.shown: Shown | None = None
        if is_sms(code):
            del self.fields["subject"]
            self.fields["body"].widget.attrs["rows"] = 4

    def clean_body(self) -> str:
        return str(self.cleaned_data["body"]).replace("\r\n", "\n").strip()

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return data
        try:
            self.shown = checked(self._code, data.get("subject", ""), data["body"], self._caisse)
        except WordingRefused as refused:
            self.add_error(refused.where, str(refused))
        return data
