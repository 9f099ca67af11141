"""The adherents' web pages."""
