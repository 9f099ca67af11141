"""Links that e-mails hold."""

from django.conf import settings
from django.urls import reverse


def messages_page_url() -> str:
    """Address of « Mes messages et mes réponses » (R-NOT-06): behind the sign-in, without token."""
    return f"{settings.ENVIRONMENT.base_url}{reverse('messages')}"


def preferences_page_url() -> str:
    """Address of « Gérer vos préférences » (R-NOT-07): behind the sign-in, without token."""
    return f"{settings.ENVIRONMENT.base_url}{reverse('preferences')}"
