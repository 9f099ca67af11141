"""The form of « Demander un rendez-vous », and that of a choice among what was proposed."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Adherent
from portal.accounts.phone import WrongPhone, read_phone, shown_mobile
from portal.appointments.asking import Wish
from portal.appointments.half_days import Slot
from portal.appointments.models import REASON_MAX, Half, HalfDay
from portal.appointments.places import PHONE, Place, place_coded, places_of
from portal.appointments.wording import half_day_in_words
from portal.catalogue.models import Sujet
from portal.catalogue.offer import sujets_for, themes_for
from portal.messaging.text import clean_text

OTHER = "autre"
"""« Autre sujet »."""

WISHES = ("first", "second", "third")


class AppointmentForm(forms.Form):
    """Reason, place or telephone, two or three half-days, and words of one's own."""

    subject = forms.ChoiceField(
        label=_("Reason of the appointment: *"),
        error_messages={
            "required": _("Choose what the appointment is about."),
            "invalid_choice": _("This choice is no longer offered. Choose another line."),
        },
    )
    place = forms.ChoiceField(
        label=_("Place of the appointment: *"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose a place, or the telephone."),
            "invalid_choice": _("This choice is no longer offered. Choose another line."),
        },
    )
    phone = forms.CharField(
        label=_("Telephone number where to call you"),
        help_text=_("Only for an appointment by telephone. For example: 03 22 00 00 00."),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"}),
    )
    first = forms.ChoiceField(
        label=_("First half-day wished: *"),
        error_messages={"required": _("Choose a first half-day.")},
    )
    second = forms.ChoiceField(
        label=_("Second half-day wished: *"),
        error_messages={"required": _("Choose a second half-day.")},
    )
    third = forms.ChoiceField(label=_("Third half-day wished (optional)"), required=False)
    words = forms.CharField(
        label=_("What your MSA should know (optional)"),
        help_text=_("In a few words, without medical information. 500 characters at most."),
        required=False,
        max_length=REASON_MAX,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": _("Write 500 characters at most.")},
    )

    def __init__(
        self, *args: Any, adherent: Adherent, offered: Sequence[Slot], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._adherent = adherent
        self._slots = {slot.code: slot for slot in offered}
        self._sujets: dict[str, Sujet] = {}
        self._choices("subject", [("", gettext("Choose in the list")), *self._subjects()])
        self._choices(
            "place",
            [
                *((place.code, place.label) for place in places_of(adherent.caisse)),
                (PHONE, gettext("By telephone")),
            ],
        )
        gone = _("The place you chose is closed then. Choose another half-day.")
        for name in WISHES:
            self._choices(name, [("", gettext("Choose in the list")), *_by_week(offered)])
            self.fields[name].error_messages["invalid_choice"] = gone
        if not self.fields["phone"].initial:
            self.fields["phone"].initial = shown_mobile(adherent.mobile_phone)

    def _choices(self, name: str, choices: list[Any]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = choices

    def _subjects(self) -> list[tuple[str, Any]]:
        """Every sujet of the catalogue offered to the profile, under its thème."""
        groups: list[tuple[str, Any]] = []
        for theme in themes_for(self._adherent.profile):
            sujets = sujets_for(theme, self._adherent.profile)
            self._sujets.update({sujet.pk: sujet for sujet in sujets})
            groups.append((theme.label, [(sujet.pk, sujet.label) for sujet in sujets]))
        return [*groups, (OTHER, gettext("Another subject"))]

    def clean_words(self) -> str:
        return clean_text(self.cleaned_data["words"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("place") == PHONE:
            self._read_phone(cleaned)
        seen: set[str] = set()
        for name in WISHES:
            code = cleaned.get(name)
            if code and code in seen:
                self.add_error(name, _("You have chosen this half-day already. Choose another."))
            elif code:
                seen.add(code)
        return cleaned

    def _read_phone(self, cleaned: dict[str, Any]) -> None:
        typed = cleaned.get("phone", "").strip()
        if not typed:
            self.add_error("phone", _("Type the number where to call you."))
            return
        try:
            cleaned["phone"] = read_phone(typed)
        except WrongPhone:
            self.add_error(
                "phone",
                ValidationError(
                    _("Type a number of ten digits, or one that begins with + and its country.")
                ),
            )

    def wish(self) -> Wish:
        """What was asked, once the form is valid."""
        said = self.cleaned_data
        place = place_coded(self._adherent, said["place"])
        if place is None:
            raise ValueError("the form was not valid")
        return Wish(
            sujet=self._sujets.get(said["subject"]),
            place=place,
            phone=said["phone"],
            slots=[self._slots[said[name]] for name in WISHES if said[name]],
            words=said["words"],
        )


def place_shown(adherent: Adherent, code: str, usual: Place) -> Place:
    """Whose half-days a form lists: the place that is chosen in it, else the usual one."""
    return place_coded(adherent, code) or usual


class ChoiceOfProposal(forms.Form):
    """One of the half-days that the caisse proposed."""

    slot = forms.ChoiceField(
        label=_("Half-days proposed by your MSA"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose one of the half-days, then validate."),
            "invalid_choice": _("This choice is no longer offered. Choose another line."),
        },
    )

    def __init__(self, *args: Any, proposed: Sequence[HalfDay], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._slots = {
            slot.code: slot for slot in (Slot(each.day, Half(each.half)) for each in proposed)
        }
        cast(forms.ChoiceField, self.fields["slot"]).choices = [
            (code, half_day_in_words(slot.day, slot.half)) for code, slot in self._slots.items()
        ]

    @property
    def chosen(self) -> Slot:
        """The half-day, once the form is valid."""
        return self._slots[self.cleaned_data["slot"]]


def _by_week(offered: Sequence[Slot]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The half-days under the week they are in; a screen reader hears the whole day of each."""
    return [
        (
            gettext("Week of %(monday)s") % {"monday": date_format(monday, "j F")},
            [(slot.code, half_day_in_words(slot.day, slot.half)) for slot in slots],
        )
        for monday, slots in groupby(offered, key=_monday)
    ]


def _monday(slot: Slot) -> date:
    return slot.day - timedelta(days=slot.day.weekday())
