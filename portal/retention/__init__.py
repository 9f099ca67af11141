"""How long personal data are kept, and what one person may ask about theirs."""
