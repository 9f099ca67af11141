"""Every action by a few letters: Ctrl+K."""
