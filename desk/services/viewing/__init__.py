"""Shows files of adherents without trusting them: decoded in a process of its own, from memory."""
