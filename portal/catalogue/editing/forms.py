"""The form of one entry: what may be said of it depends on its level; its code is said once."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.catalogue.editing.entries import PARENT_OF, Catalogue, Entry
from portal.catalogue.models import Competence, EntryLevel, FormerLabel, Profile
from portal.catalogue.yaml_reading import CODE
from portal.web.rubrics import rubric_labels

LONGEST_CODE = 100


class EntryForm(forms.Form):
    """`entry` holds what was typed, once the form is valid."""

    code = forms.CharField(
        required=False,
        max_length=LONGEST_CODE,
        label=gettext_lazy("Code"),
        validators=[
            RegexValidator(
                rf"\A(?:{CODE})\Z",
                gettext_lazy("A code has small letters, digits and single hyphens only."),
            )
        ],
        help_text=gettext_lazy("For ever: it never changes. Empty: made of the label."),
    )
    label = forms.CharField(
        max_length=200,
        label=gettext_lazy("Label"),
        widget=forms.TextInput(attrs={"size": 80}),
        error_messages={"required": gettext_lazy("Type the label.")},
    )
    parent = forms.ChoiceField(
        label=gettext_lazy("Part of"),
        help_text=gettext_lazy(
            "Filed elsewhere, it keeps its code, and what hangs from it follows; messages keep the "
            "words that they were filed under."
        ),
        error_messages={"required": gettext_lazy("Choose where it belongs.")},
    )
    profiles = forms.MultipleChoiceField(
        label=gettext_lazy("Profiles that see it"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Choose at least one profile; to hide it from all, retire it.")
        },
    )
    competence = forms.ChoiceField(
        label=gettext_lazy("Team that answers"),
        error_messages={"required": gettext_lazy("Choose the team.")},
    )
    service = forms.ChoiceField(
        required=False, label=gettext_lazy("Online service proposed before writing")
    )
    medical = forms.BooleanField(
        required=False, label=gettext_lazy("Medical matters: warn more, say nothing in e-mails")
    )
    rubric = forms.ChoiceField(label=gettext_lazy("Rubric"))
    url = forms.URLField(
        max_length=300,
        assume_scheme="https",
        label=gettext_lazy("Address"),
        widget=forms.URLInput(attrs={"size": 80}),
        error_messages={
            "required": gettext_lazy("Type the address."),
            "invalid": gettext_lazy("This is no address of a page: https://…"),
        },
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, catalogue: Catalogue, before: Entry, *arguments: Any, new: bool, **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        self._catalogue, self._before, self._new = catalogue, before, new
        self.entry = before
        parent = catalogue.parent(before)
        self._offered = Profile.values if parent is None else list(parent.profiles)
        labels = [each for each in Profile.choices if each[0] in self._offered]
        self._choose("profiles", labels)
        self._choose("parent", _parents(catalogue, before))
        self._choose("competence", Competence.objects.order_by("label").values_list())
        services = [
            (each.code, each.label)
            for each in sorted(catalogue.of(EntryLevel.SERVICE), key=lambda each: each.label)
            if each.active or each.code == before.service
        ]
        self._choose("service", [("", _("none")), *services])
        rubrics = dict(rubric_labels())
        for each in catalogue.of(EntryLevel.SERVICE):
            rubrics.setdefault(each.rubric, each.rubric)
        self._choose("rubric", list(rubrics.items()))
        for name in set(self.fields) - _fields_of(before.level, new=new):
            del self.fields[name]

    def _choose(self, name: str, choices: Any) -> None:
        field = self.fields[name]
        if not isinstance(field, forms.ChoiceField):
            raise TypeError(name)
        field.choices = list(choices)

    @staticmethod
    def initial_of(entry: Entry, seen: str) -> dict[str, Any]:
        """What the form shows of an entry."""
        return {**entry.values(), "code": entry.code, "seen": seen}

    def offered(self, active: bool | None) -> Entry:
        """The entry typed; retired or offered again, where `active` says so."""
        return self.entry if active is None else replace(self.entry, active=active)

    def clean_label(self) -> str:
        return " ".join(str(self.cleaned_data["label"]).split())

    def clean_url(self) -> str:
        url = str(self.cleaned_data["url"])
        if not url.startswith("https://"):
            raise forms.ValidationError(_("The address must begin with https://"))
        return url

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        parent = data.get("parent", self._before.parent)
        siblings = self._catalogue.siblings(replace(self._before, parent=parent))
        self._refuse_twice(data.get("label", ""), siblings)
        if self._new and "code" in data and "label" in data:
            data["code"] = self._new_code(data["code"], data["label"])
        if self.errors:
            return data
        kept = {name: data[name] for name in self.fields if name not in ("seen", "profiles")}
        # What the parent hides from a profile is no choice here, and not this edit's to take away.
        hidden = [each for each in self._before.profiles if each not in self._offered]
        typed = {*data["profiles"], *hidden}
        profiles = tuple(each for each in Profile.values if each in typed)
        if parent != self._before.parent:
            kept["position"] = max((each.position for each in siblings), default=0) + 1
        self.entry = replace(self._before, **kept, profiles=profiles)
        return data

    def _refuse_twice(self, label: str, siblings: Iterable[Entry]) -> None:
        for each in siblings:
            same = each.label.casefold() == label.casefold()
            if same and each.active and each.code != self._before.code:
                words = _("« {label} » is already in this list (code {code}).")
                self.add_error("label", words.format(label=each.label, code=each.code))

    def _new_code(self, typed: str, label: str) -> str:
        level = self._before.level
        made = slugify(label).replace("_", "-")
        if made and self._before.parent:
            made = f"{self._before.parent}-{made}"
        code = typed or re.sub("-+", "-", made)[:LONGEST_CODE].strip("-")
        taken = self._catalogue.get(level, code) is not None
        former = FormerLabel.objects.filter(code=code, level=level.value).exists()
        if not code:
            self.add_error("code", _("Give a code: none can be made of this label."))
        elif taken or former:
            words = _("The code « {code} » is taken, or was once: a code is never used again.")
            self.add_error("code", words.format(code=code))
        return code


def _parents(catalogue: Catalogue, entry: Entry) -> list[Any]:
    """Where an entry may hang: themes, or sujets by theme. Retired ones only where it is now."""

    def offered(each: Entry) -> bool:
        return each.active or each.code == entry.parent

    if entry.level is EntryLevel.SUJET:
        return [(each.code, each.label) for each in catalogue.themes() if offered(each)]
    groups = [
        (
            theme.label,
            [(each.code, each.label) for each in catalogue.children(theme) if offered(each)],
        )
        for theme in catalogue.themes()
        if theme.active or entry.parent in {each.code for each in catalogue.children(theme)}
    ]
    return [(label, sujets) for label, sujets in groups if sujets]


def _fields_of(level: EntryLevel, *, new: bool) -> set[str]:
    every = {"label", "profiles", "seen", *(["code"] if new else [])}
    if level in PARENT_OF and not new:
        every.add("parent")
    own = {
        EntryLevel.THEME: {"competence"},
        EntryLevel.SUJET: set(),
        EntryLevel.MOTIF: {"competence", "service", "medical"},
        EntryLevel.SERVICE: {"rubric", "url"},
    }
    return every | own[level]
