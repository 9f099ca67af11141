"""The form of a template: typed, shown for an invented adherent, then made a version."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.catalogue.models import Caisse, OnlineService, Theme
from portal.reply_templates.field_lines import FieldLineWrong, read_fields, write_fields
from portal.reply_templates.models import TemplateVersion
from portal.reply_templates.preview import RESERVED, TemplateRefused, preview

EVERY_THEME = "*"


class TemplateForm(forms.Form):
    """`content` holds the version, and `shown` its preview, once the form is valid."""

    code = forms.SlugField(
        max_length=64,
        label=gettext_lazy("Code"),
        help_text=gettext_lazy("Small letters, digits and hyphens; it stays the same for ever."),
    )
    title = forms.CharField(max_length=120, label=gettext_lazy("Title"))
    category = forms.CharField(max_length=64, label=gettext_lazy("Category"))
    themes = forms.MultipleChoiceField(label=gettext_lazy("Themes"))
    kind = forms.ChoiceField(choices=TemplateVersion.Kind.choices, label=gettext_lazy("Kind"))
    advice = forms.CharField(
        max_length=500, required=False, label=gettext_lazy("Advice to the agent")
    )
    service = forms.ChoiceField(
        choices=TemplateVersion.Service.choices,
        required=False,
        label=gettext_lazy("Online service"),
    )
    service_code = forms.ChoiceField(required=False, label=gettext_lazy("This service"))
    fields_text = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 5, "cols": 90}),
        label=gettext_lazy("Fields"),
        help_text=gettext_lazy(
            "One a line: name | label | type | obligatoire or facultatif. Types: texte, date, "
            "liste, booleen, entier, montant, choix:a,b"
        ),
    )
    body = forms.CharField(
        max_length=10_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 22, "cols": 90}),
        label=gettext_lazy("Text"),
    )
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, caisse: Caisse, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._caisse = caisse
        self.shown = ""
        self.content: dict[str, Any] = {}
        labels = Theme.objects.order_by("position").values_list("code", "label")
        self.fields["themes"] = forms.MultipleChoiceField(
            label=_("Themes"), choices=[(EVERY_THEME, _("all of them")), *labels]
        )
        found = OnlineService.objects.order_by("label").values_list("code", "label")
        self.fields["service_code"] = forms.ChoiceField(
            required=False, label=_("This service"), choices=[("", "—"), *found]
        )

    @staticmethod
    def initial_of(version: TemplateVersion) -> dict[str, Any]:
        """What the form shows of a version."""
        content = version.content
        return {
            **content,
            "code": version.code,
            "fields_text": write_fields(content["fields"]),
            "seen": version.number,
        }

    def clean_body(self) -> str:
        return str(self.cleaned_data["body"]).replace("\r\n", "\n")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("service") == TemplateVersion.Service.TEMPLATE and not data.get("service_code"):
            self.add_error("service_code", _("Choose the service."))
        if self.errors:
            return data
        try:
            fields = read_fields(data["fields_text"], RESERVED)
        except FieldLineWrong as wrong:
            words = _("This line is no field, or its name is taken: {line}")
            self.add_error("fields_text", words.format(line=wrong.line))
            return data
        try:
            self.shown = preview(data["body"], fields, self._caisse)
        except TemplateRefused as refused:
            self.add_error("body", str(refused))
            return data
        names = ("title", "category", "themes", "kind", "advice", "service", "service_code", "body")
        self.content = {**{name: data[name] for name in names}, "fields": fields}
        return data
