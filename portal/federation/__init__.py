"""Sign-in by FranceConnect, and whose local account it opens."""
