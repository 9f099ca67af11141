"""Reads answers of the portal as desk's types, more strictly than desk itself does."""

from typing import TypeVar

import msgspec

Wire = TypeVar("Wire")


def strictly(body: bytes, kind: type[Wire]) -> Wire:
    """Decode without any conversion, and refuse a field that `kind` does not know.

    Raises:
        msgspec.ValidationError: the body is not a `kind`.
        AssertionError: it holds more than a `kind`.
    """
    decoded = msgspec.json.decode(body, type=kind, strict=True)
    assert msgspec.to_builtins(decoded, str_keys=True).keys() == msgspec.json.decode(body).keys()
    return decoded
