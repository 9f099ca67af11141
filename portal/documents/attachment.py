"""Hands a file out: to be saved, never to be run or guessed at by a browser."""

from django.http import HttpResponse

from portal.documents.models import DepositedFile
from portal.documents.reading import content_of, handed_out_name


def attachment(file: DepositedFile) -> HttpResponse:
    """The answer that carries a file.

    Raises:
        NotReadable: it cannot be decrypted.
    """
    response = HttpResponse(content_of(file), content_type=file.media_type)
    response["Content-Disposition"] = f'attachment; filename="{handed_out_name(file)}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response
