"""The look: colours named by meaning, the style sheet made from them, icons, fonts."""

from desk.ui.theme.theme import Theme, ThemeMode
from desk.ui.theme.tokens import Token

__all__ = ["Theme", "ThemeMode", "Token"]
