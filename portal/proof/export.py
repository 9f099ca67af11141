"""The judged messages as a file for a spreadsheet: one row each, and a sheet of definitions."""

from collections.abc import Iterable
from dataclasses import astuple, fields
from datetime import datetime
from enum import StrEnum

import tablib

from portal.proof.definitions import DEFINITIONS
from portal.proof.measuring import Row

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet take a cell for a formula (OWASP, « CSV injection »)."""


class Format(StrEnum):
    """The files that can be asked for."""

    CSV = "csv"
    XLSX = "xlsx"
    ODS = "ods"


MEDIA_TYPES = {
    Format.CSV: "text/csv; charset=utf-8",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.ODS: "application/vnd.oasis.opendocument.spreadsheet",
}


def render(rows: Iterable[Row], file_format: Format) -> bytes:
    """Write rows as a file. CSV holds the rows alone, with a byte-order mark so that spreadsheets
    read the accents; the others have the definitions on a second sheet. Instants are ISO 8601 in
    UTC: a spreadsheet's own dates have no zone.
    """
    sheet = tablib.Dataset(headers=[each.name for each in fields(Row)], title="messages")
    for row in rows:
        sheet.append([_cell(value) for value in astuple(row)])
    if file_format is Format.CSV:
        text: str = sheet.export("csv")
        return b"\xef\xbb\xbf" + text.encode()
    meanings = tablib.Dataset(headers=["term", "meaning"], title="definitions")
    for term, meaning in DEFINITIONS:
        meanings.append([term, str(meaning)])
    book: bytes = tablib.Databook([sheet, meanings]).export(file_format.value)
    return book


def _cell(value: str | int | bool | datetime | None) -> str | int:
    if value is None:
        return ""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds").replace("+00:00", "Z")
    if isinstance(value, str) and value.startswith(DANGEROUS):
        return f"'{value}"
    return value
