"""What adherents are told, and the relay that hands it over."""
