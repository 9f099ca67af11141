"""A menu's words where no menu is: in lists, names and hints."""


def plain(text: str) -> str:
    """A menu text without its mnemonic and ellipsis."""
    return text.replace("&", "").rstrip("…")
