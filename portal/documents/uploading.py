"""Takes uploaded files into memory, never onto the disk, and never more than may be kept."""

from typing import Any, Final

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

MOST_HELD: Final = 32_000_000
"""Bytes of one request; what comes after is counted as too large."""


class BoundedUploadHandler(FileUploadHandler):
    """Keeps of each file one byte more than is allowed at most: enough to see that it is too large.

    The rest is read and dropped, so that the browser gets an answer and not a broken connection.
    """

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self._kept = bytearray()
        self._held = 0

    def new_file(self, *arguments: Any, **named: Any) -> None:
        super().new_file(*arguments, **named)
        self._kept = bytearray()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        limit = settings.ENVIRONMENT.document_bytes + 1
        taken = raw_data[: limit - len(self._kept)]
        if self._held + len(taken) <= MOST_HELD:
            self._kept += taken
            self._held += len(taken)
        else:
            self._kept += b"\0" * (limit - len(self._kept))

    def file_complete(self, file_size: int) -> SimpleUploadedFile:
        return SimpleUploadedFile(self.file_name or "", bytes(self._kept))
