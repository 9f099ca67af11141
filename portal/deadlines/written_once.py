"""Rows that are written once: what was promised, and what came of it, is never rewritten."""

from typing import Any, NoReturn

from django.db import models


class WrittenOnceError(Exception):
    """Somebody tried to change or delete such a row."""


class WrittenOnceRows(models.QuerySet[Any]):
    """Refuses changes. Rows go with the exchange they belong to, when that is purged."""

    def update(self, **_changes: Any) -> NoReturn:
        raise WrittenOnceError

    def bulk_update(self, *_arguments: Any, **_options: Any) -> NoReturn:
        raise WrittenOnceError

    def delete(self) -> NoReturn:
        raise WrittenOnceError


WrittenOnceManager = models.Manager.from_queryset(WrittenOnceRows)


class WrittenOnce(models.Model):
    """Base of rows that are written once."""

    objects = WrittenOnceManager()

    class Meta:
        abstract = True

    def save(self, **options: Any) -> None:
        if not self._state.adding:
            raise WrittenOnceError
        super().save(**options)

    def delete(self, *_arguments: Any, **_options: Any) -> NoReturn:
        raise WrittenOnceError
