"""The forms of a deposit, one for each step."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.documents.models import DepositedDocument, Nature
from portal.documents.preparing import MOST_DOCUMENTS, Description
from portal.messaging.models import Thread

FREE = "autres"
"""« D'autres documents »: a free sending (R-DOC-02)."""


class ObjectForm(forms.Form):
    """What the documents are sent for: one of one's exchanges, or something else."""

    object = forms.ChoiceField(
        label=_("Object of the sending"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose what you send documents for."),
            "invalid_choice": _("This choice is no longer offered. Choose another line."),
        },
    )

    def __init__(self, *args: Any, threads: Sequence[Thread], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._threads = {thread.reference: thread for thread in threads}
        field = cast(forms.ChoiceField, self.fields["object"])
        field.choices = [
            *(
                (
                    reference,
                    _("My message %(reference)s: %(motif)s")
                    % {"reference": reference, "motif": thread.motif_label},
                )
                for reference, thread in self._threads.items()
            ),
            (FREE, _("Other documents")),
        ]

    @property
    def thread(self) -> Thread | None:
        """The exchange chosen, once the form is valid; None for other documents."""
        return self._threads.get(self.cleaned_data["object"])


class NumberForm(forms.Form):
    """« Je choisis le nombre de documents à envoyer » (R-DOC-03)."""

    number = forms.TypedChoiceField(
        label=_("Number of documents"),
        coerce=int,
        choices=[(number, str(number)) for number in range(1, MOST_DOCUMENTS + 1)],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how many documents you send.")},
    )


class DocumentForm(forms.Form):
    """What one document is, and whom it concerns (R-DOC-04)."""

    nature = forms.ChoiceField(
        label=_("Nature of the document"),
        choices=[("", _("Choose in the list")), *Nature.choices],
        error_messages={"required": _("Choose the nature of the document.")},
    )
    person = forms.CharField(
        label=_("Name of the person concerned"),
        max_length=120,
        error_messages={"required": _("Type the name of the person whom the document concerns.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_nature(self) -> str:
        nature: str = self.cleaned_data["nature"]
        if nature == Nature.MEDICAL:
            raise ValidationError(
                _(
                    "A document with medical information cannot be sent here: send it by post to "
                    "the medical service of your MSA."
                )
            )
        return nature


class ReasonForm(forms.Form):
    """« J'indique le motif de l'envoi » (R-DOC-04)."""

    reason = forms.CharField(
        label=_("Reason of the sending"),
        max_length=300,
        help_text=_("In a few words, without medical information."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why you send these documents.")},
    )


class AttestationForm(forms.Form):
    """« J'atteste de leur conformité avant envoi » (R-DOC-05, R-DOC-08)."""

    conform = forms.BooleanField(
        label=_("I attest that these files are true to the original documents."),
        error_messages={"required": _("Attest that your files are true to the originals.")},
    )
    not_medical = forms.BooleanField(
        label=_("None of these documents holds medical information."),
        error_messages={
            "required": _(
                "Confirm that no document holds medical information; one that does goes by post."
            )
        },
    )


def document_forms(
    documents: Sequence[DepositedDocument], data: Any, person: str
) -> list[DocumentForm]:
    """One form for each document; `person` is proposed where nothing was typed yet."""
    return [
        DocumentForm(
            data,
            prefix=f"document-{document.position}",
            initial={"nature": document.nature, "person": document.person or person},
        )
        for document in documents
    ]


def descriptions(forms_: Sequence[DocumentForm]) -> list[Description]:
    """What was typed, once all forms are valid."""
    return [
        Description(form.cleaned_data["nature"], form.cleaned_data["person"]) for form in forms_
    ]
