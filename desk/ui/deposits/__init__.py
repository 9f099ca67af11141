"""What the adherent has deposited, beside the exchange being answered."""
