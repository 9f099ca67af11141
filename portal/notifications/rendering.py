"""Renders an e-mail from the texts in `resources/mail/`: subject, plain text and HTML."""

from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.template import Context, Engine
from django.utils import timezone, translation


@dataclass(frozen=True)
class RenderedMail:
    """An e-mail ready to be queued."""

    subject: str
    text: str
    html: str


@lru_cache(maxsize=2)
def _engine(autoescape: bool) -> Engine:
    return Engine(
        dirs=[str(settings.RESOURCES / "mail")],
        autoescape=autoescape,
        # The templates come with the program: they are read once.
        debug=False,
    )


def render_mail(name: str, values: dict[str, object], timezone_name: str) -> RenderedMail:
    """Render ``<name>.subject.txt``, ``<name>.txt`` and ``<name>.html`` in French.

    Instants among `values` are shown in the caisse's zone. HTML is escaped; the two others are
    plain text and are not.

    Raises:
        TemplateDoesNotExist: no such e-mail.
    """
    with translation.override("fr"), timezone.override(timezone_name):
        plain = _engine(autoescape=False)
        subject = plain.get_template(f"{name}.subject.txt").render(
            Context(values, autoescape=False)
        )
        text = plain.get_template(f"{name}.txt").render(Context(values, autoescape=False))
        html = _engine(autoescape=True).get_template(f"{name}.html").render(Context(values))
    # A header is one line: whatever a label holds, it can add no other header.
    return RenderedMail(subject=" ".join(subject.split()), text=text.strip() + "\n", html=html)
