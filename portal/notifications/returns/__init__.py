"""E-mails that come back: how each is recognised, read and told to agents."""
