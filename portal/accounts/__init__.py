"""Sign-in accounts, adherents, agents."""
