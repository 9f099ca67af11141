"""The text of a message, on whichever page it is typed (R-WRI-02, R-WRI-05)."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from portal.messaging.errors import TextTooLong, TextTooShort
from portal.messaging.text import MAX_LENGTH, check_message, clean_text, visible_length


class TextForm(forms.Form):
    """The text is cleaned and counted by the messaging; here its refusals get their words."""

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


class CompletionForm(TextForm):
    """« Ajouter une précision »: the rules of a message, under another label."""

    field_order = ["text"]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["text"].label = _("What I add to my message")
