"""Writing a reply: the text, its templates, its checks, and what became of it."""
