"""The chain of proof: what is known of a reply's way, from this PC to the adherent's mailbox."""
