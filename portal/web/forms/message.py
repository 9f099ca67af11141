"""The writing form: the text, and which of the three uses it is (R-WRI-02, R-WRI-04, R-WRI-09)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.messaging.models import MessageKind
from portal.web.forms.text import TextForm

KIND_LABELS = {
    MessageKind.REQUEST: _("A request"),
    MessageKind.INFORMATION: _("Information to report"),
    MessageKind.DOCUMENT: _("Ask for a document"),
}


def kind_label(kind: str) -> str:
    """The use of a message, in the words of the form."""
    return str(KIND_LABELS[MessageKind(kind)])


class MessageForm(TextForm):
    """The text, and which of the three uses it is."""

    kind = forms.ChoiceField(
        label=_("My message is"),
        choices=list(KIND_LABELS.items()),
        initial=MessageKind.REQUEST,
        widget=forms.RadioSelect,
        required=False,
    )

    field_order = ["kind", "text"]

    def clean_kind(self) -> str:
        """A kind left out is a request, the first use of the messaging."""
        return self.cleaned_data["kind"] or MessageKind.REQUEST
