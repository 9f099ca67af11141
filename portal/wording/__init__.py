"""What a caisse says in its own words when it tells adherents of something."""
