"""The writing form: the text, and which of the three uses it is (R-WRI-02, R-WRI-04, R-WRI-09)."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from portal.messaging.errors import TextTooLong, TextTooShort
from portal.messaging.models import MessageKind
from portal.messaging.text import MAX_LENGTH, check_message, clean_text, visible_length

KIND_LABELS = {
    MessageKind.REQUEST: _("A request"),
    MessageKind.INFORMATION: _("Information to report"),
    MessageKind.DOCUMENT: _("Ask for a document"),
}


def kind_label(kind: str) -> str:
    """The use of a message, in the words of the form."""
    return str(KIND_LABELS[MessageKind(kind)])


class MessageForm(forms.Form):
    """The text is cleaned and counted by the messaging; here its refusals get their words."""

    kind = forms.ChoiceField(
        label=_("My message is"),
        choices=list(KIND_LABELS.items()),
        initial=MessageKind.REQUEST,
        widget=forms.RadioSelect,
        required=False,
    )
    text = forms.CharField(
        label=_("My message"),
        strip=False,
        required=False,  # an empty text gets the message of a short one
        help_text=_("Between 10 and 750 characters."),
        widget=forms.Textarea(
            attrs={
                "rows": 10,
                "placeholder": _("Write your message here (at least 10 characters)..."),
            }
        ),
    )

    def clean_kind(self) -> str:
        """A kind left out is a request, the first use of the messaging."""
        return self.cleaned_data["kind"] or MessageKind.REQUEST

    def clean_text(self) -> str:
        text = clean_text(self.cleaned_data["text"])
        try:
            check_message(text)
        except TextTooShort as error:
            if not error.length:
                raise ValidationError(
                    _("Write your message: it needs at least %(minimum)d characters."),
                    params={"minimum": error.minimum},
                ) from None
            raise ValidationError(
                ngettext(
                    "Your message has %(length)d character: it needs at least %(minimum)d.",
                    "Your message has %(length)d characters: it needs at least %(minimum)d.",
                    error.length,
                ),
                params={"length": error.length, "minimum": error.minimum},
            ) from None
        except TextTooLong as error:
            excess = error.length - error.maximum
            raise ValidationError(
                ngettext(
                    "Your message has %(length)d characters: shorten it by %(excess)d character "
                    "(%(maximum)d at most).",
                    "Your message has %(length)d characters: shorten it by %(excess)d characters "
                    "(%(maximum)d at most).",
                    excess,
                ),
                params={"length": error.length, "excess": excess, "maximum": error.maximum},
            ) from None
        return text

    @property
    def remaining(self) -> int:
        """Characters left, negative beyond the limit (R-WRI-05)."""
        return MAX_LENGTH - visible_length(clean_text(self["text"].value() or ""))
