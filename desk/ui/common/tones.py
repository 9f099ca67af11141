"""The colour that repeats the meaning of a state's words."""

from collections.abc import Mapping
from types import MappingProxyType

from desk.ui.theme import Token

TONE_TOKENS: Mapping[str, Token] = MappingProxyType(
    {
        "ok": Token.STATE_OK,
        "warn": Token.STATE_WARN,
        "error": Token.STATE_ERROR,
        "info": Token.STATE_INFO,
        "": Token.TEXT_MUTED,
    }
)
