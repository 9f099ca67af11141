"""The adherent's other exchanges beside the one being answered."""
